"""What may be an id, a file beside a document, an address."""

import pytest

from casesite.reading import addresses


@pytest.mark.parametrize(
    ("text", "right", "better"),
    [
        ("2024-08-003", True, "2024-08-003"),
        ("a_b.c", True, "a_b.c"),
        ("a" * 80, True, "a" * 80),
        ("a" * 81, False, None),
        ("Qiao", False, "qiao"),
        ("a b", False, "a-b"),
        ("断桥", False, "duan-qiao"),
        (".a", False, "a"),
        ("a.", False, "a"),
        ("-a", False, "a"),
        ("con", False, None),
        ("nul.x", False, None),
        ("com1", False, None),
        ("a/b", False, "a-b"),
        ("../a", False, "a"),
        ("", False, None),
    ],
)
def test_ids(text: str, *, right: bool, better: str | None) -> None:
    assert addresses.is_id(text) is right
    found = addresses.to_id(text)
    assert addresses.is_id(found)
    assert found == (found if better is None else better)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content/cases/2024/qiao.md", "qiao"),
        ("content/cases/qiao/index.md", "qiao"),
        ("content/cases/断桥/Index.md", "断桥"),
        ("content/issues/2024-08.md", "2024-08"),
        ("content/cases/a.b.md", "a.b"),
    ],
)
def test_the_name_of_a_file(path: str, name: str) -> None:
    assert addresses.stem(path) == name


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("a.jpg", "content/cases/x/a.jpg"),
        ("./图 片/a.jpg", "content/cases/x/图 片/a.jpg"),
        ("图\\a.jpg", "content/cases/x/图/a.jpg"),
        ("../y/a.jpg", "content/cases/y/a.jpg"),
        ("../../../a.jpg", "a.jpg"),
        ("../../../../a.jpg", "path-outside"),
        ("a/../../../../../b.jpg", "path-outside"),
        ("/etc/passwd", "path-outside"),
        ("C:\\a.jpg", "path-not-file"),
        ("https://x.y/a.jpg", "path-not-file"),
        ("javascript:alert(1)", "path-not-file"),
        ("//x.y/a.jpg", "path-not-file"),
        ("a/", "path-not-file"),
        (".", "path-not-file"),
        ("", "path-not-file"),
    ],
)
def test_files_beside_a_case(name: str, path: str) -> None:
    assert addresses.beside("content/cases/x/index.md", name) == path


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("old/address.html", "old/address.html"),
        ("/old/a.html", "old/a.html"),
        ("旧/页.html", "旧/页.html"),
        ("old/", "old/"),
        ("../a.html", "field-not-address"),
        ("a/../../b.html", "field-not-address"),
        ("a//b.html", "field-not-address"),
        ("https://x.y/a", "field-not-address"),
        ("a b.html", "field-not-address"),
        ('a".html', "field-not-address"),
        ("a.html?x", "field-not-address"),
        ("/", "field-not-address"),
    ],
)
def test_former_addresses(written: str, address: str) -> None:
    assert addresses.former(written) == address


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("about.html", "about.html"),
        ("./manual/index.html#a", "manual/index.html#a"),
        ("/", "index.html"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("ref:page/about", "ref:page/about"),
        ("javascript:alert(1)", "field-not-link"),
        ("JAVASCRIPT:alert(1)", "field-not-link"),
        ("data:text/html,x", "field-not-link"),
        ("//example.org", "field-not-link"),
        ("../a.html", "field-not-link"),
    ],
)
def test_menu_targets(written: str, target: str) -> None:
    assert addresses.link(written) == target


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("https://example.org/cases", True),
        ("http://10.0.0.1:8080/a", True),
        ("https://例子.中国/", True),
        ("example.org", False),
        ("ftp://example.org", False),
        ("https://", False),
        ("https://a b", False),
        ('https://a/"onload', False),
        ("https://user@example.org/", False),
    ],
)
def test_web_addresses(written: str, *, right: bool) -> None:
    assert addresses.url(written) == (written if right else "field-not-url")


@pytest.mark.parametrize(
    ("written", "right"),
    [("a@example.org", True), ("a@b", False), ("a b@c.d", False), ("a@b.c?x=y", True), ("<a@b.c>", False)],
)
def test_mail_addresses(written: str, *, right: bool) -> None:
    assert addresses.mail(written) == (written if right else "field-not-mail")

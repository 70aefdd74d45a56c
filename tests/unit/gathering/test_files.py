"""Pictures and attachments: only what is named and safe is published."""

import pytest

from tests.unit.gathering.factory import asset, assets, case, gathered, page, rejected, reported

A = "content/cases/a/"
INDEX = f"{A}index.md"


def test_named_files_get_short_ascii_addresses_in_their_cases_folder() -> None:
    site = gathered(
        case("a", f"picture/{A}现场 照片.JPG", f"file/{A}汇总表.xlsx", path=INDEX),
        assets=assets(asset(f"{A}现场 照片.JPG"), asset(f"{A}汇总表.xlsx", "zip")),
    )
    assert site.addresses[f"picture/{A}现场 照片.JPG"] == "files/a/xian-chang-zhao-pian.jpg"
    assert site.addresses[f"file/{A}汇总表.xlsx"] == "files/a/hui-zong-biao.xlsx"
    assert sorted(site.assets) == [f"{A}汇总表.xlsx", f"{A}现场 照片.JPG"]


def test_a_picture_gets_the_extension_of_what_it_is() -> None:
    site = gathered(case("a", f"picture/{A}p.jpg", path=INDEX), assets=assets(asset(f"{A}p.jpg", "webp")))
    assert site.addresses[f"picture/{A}p.jpg"] == "files/a/p.webp"


def test_files_whose_names_become_the_same_are_told_apart_whatever_their_order() -> None:
    names = [f"{A}时间.png", f"{A}实践.png"]
    site = gathered(
        case("a", *(f"picture/{name}" for name in names), path=INDEX),
        assets=assets(*(asset(n, "png") for n in names)),
    )
    placed = {site.addresses[f"picture/{name}"] for name in names}
    assert len(placed) == 2
    assert all(address.startswith("files/a/shi-jian-") for address in placed)


def test_what_is_missing_is_named_with_the_file_that_was_meant() -> None:
    found = reported(
        case("a", f"picture/{A}photo.jpg", f"file/{A}x.pdf", path=INDEX),
        assets=assets(asset(f"{A}Photo.JPG")),
    )
    assert f"{INDEX}:10 picture-missing photo.jpg Photo.JPG" in found
    assert f"{INDEX}:11 attachment-missing x.pdf" in found


@pytest.mark.parametrize(
    ("name", "kind", "allowed"),
    [
        ("a.pdf", "pdf", True),
        ("a.doc", "ole", True),
        ("a.docx", "zip", True),
        ("a.wps", "ole", True),
        ("a.et", "zip", True),
        ("a.csv", "text", True),
        ("a.mp4", "mp4", True),
        ("a.docx", "ole", False),
        ("a.pdf", "text", False),
        ("a.pdf", "unknown", False),
        ("a.exe", "unknown", False),
        ("a.html", "text", False),
        ("a.svg", "text", False),
        ("a", "pdf", False),
    ],
)
def test_an_attachment_must_be_what_its_extension_says(name: str, kind: str, allowed: bool) -> None:  # noqa: FBT001 - a table's column
    the_case = case("a", f"file/{A}{name}", path=INDEX)
    some = assets(asset(f"{A}{name}", kind))
    codes = [line.split()[1] for line in reported(the_case, assets=some)]
    assert codes == ([] if allowed else ["attachment-type"])
    assert (f"file/{A}{name}" in gathered(the_case, assets=some).addresses) == allowed


@pytest.mark.parametrize("kind", ["text", "unknown", "pdf"])
def test_a_picture_that_is_none_is_not_published(kind: str) -> None:
    the_case = case("a", f"picture/{A}p.jpg", path=INDEX)
    some = assets(asset(f"{A}p.jpg", kind))
    assert reported(the_case, assets=some) == [f"{INDEX}:10 picture-type p.jpg"]
    assert gathered(the_case, assets=some).assets == {}


def test_what_nobody_names_is_reported_once_and_not_published() -> None:
    some = assets(asset(f"{A}secret.xlsx", "zip"), asset("content/cases/flat.pdf", "pdf"))
    cases = (case("a", path=INDEX), case("b"), case("c"))
    assert reported(*cases, assets=some) == [
        f"{A}secret.xlsx:0 not-published {INDEX}",
        "content/cases/flat.pdf:0 not-published",
    ]
    assert gathered(*cases, assets=some).assets == {}


def test_files_in_the_inbox_and_of_drafts_are_neither_published_nor_missed() -> None:
    cases = (
        case("a", f"picture/{A}p.jpg", path=INDEX, status="draft"),
        case("b", path="content/inbox/b/index.md", status="inbox"),
    )
    some = assets(asset(f"{A}p.jpg"), asset("content/inbox/b/raw.docx", "zip"))
    assert reported(*cases, assets=some) == []
    assert gathered(*cases, assets=some).assets == {}
    assert sorted(gathered(*cases, assets=some, preview=True).assets) == [f"{A}p.jpg"]


def test_a_withdrawn_cases_files_are_gone() -> None:
    the_case = case("a", f"picture/{A}p.jpg", path=INDEX, status="withdrawn")
    assert gathered(the_case, assets=assets(asset(f"{A}p.jpg"))).assets == {}
    assert reported(the_case, assets=assets(asset(f"{A}p.jpg"))) == []


def test_beside_a_case_that_could_not_be_read_no_file_is_called_unused() -> None:
    some = assets(asset(f"{A}p.jpg"))
    assert reported(assets=some, rejected=(rejected(INDEX),)) == []


def test_a_file_that_was_refused_is_not_reported_again_as_missing() -> None:
    the_case = case("a", f"picture/{A}p.jpg", path=INDEX)
    assert reported(the_case, refused=frozenset({f"{A}p.jpg"})) == []


def test_a_file_of_the_sites_own_folder_keeps_its_address() -> None:
    static = asset("content/static/img/logo.svg", "text")
    site = gathered(pages=(page("about", "picture/content/static/img/logo.svg"),), static=(static,))
    assert site.addresses["picture/content/static/img/logo.svg"] == "img/logo.svg"
    assert site.assets == {}


def test_a_shared_file_belongs_to_the_case_in_whose_folder_it_lies() -> None:
    site = gathered(
        case("z", f"picture/{A}p.jpg", path=INDEX),
        case("b", f"picture/{A}p.jpg"),
        assets=assets(asset(f"{A}p.jpg")),
    )
    assert site.addresses[f"picture/{A}p.jpg"] == "files/z/p.jpg"


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("x.md.txt", "manuscript-name x.md"),
        ("x.MD.TXT", "manuscript-name x.md"),
        ("x.markdown", "manuscript-name x.md"),
        ("x.mdown", "manuscript-name x.md"),
        ("来稿.txt", "submission-unused 来稿.txt"),
        ("来稿.docx", "submission-unused 来稿.docx"),
        ("来稿.doc", "submission-unused 来稿.doc"),
        ("来稿.WPS", "submission-unused 来稿.WPS"),
        ("photo.jpg", "not-published"),
    ],
)
def test_a_manuscript_by_another_extension_is_not_called_useless(name: str, report: str) -> None:
    path = f"content/cases/{name}"
    found = reported(case("a"), assets=assets(asset(path, "text")))
    assert found == [f"{path}:0 {report}"]


def test_an_attachment_that_is_text_is_no_submission() -> None:
    the_case = case("a", f"file/{A}b.txt", path=INDEX)
    assert reported(the_case, assets=assets(asset(f"{A}b.txt", "text"))) == []

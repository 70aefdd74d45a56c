"""A page: its name and address come from where its file lies."""

import pytest

from casesite.model.case import Rejected
from casesite.model.document import Page
from casesite.model.settings import Settings
from casesite.model.source import Source
from casesite.model.vocabulary import Vocabularies
from casesite.reading.context import Context
from casesite.reading.pages import read_page

CONTEXT = Context.of(Settings(title="案例库"), Vocabularies())


def read(text: str, path: str = "content/pages/about.md") -> Page:
    page = read_page(Source(path, text.encode(), ""), CONTEXT)
    assert isinstance(page, Page)
    return page


def test_all_fields() -> None:
    page = read(
        "---\ntitle: 关于\nsummary: 摘要。\norder: 10\nmenu: 是\n"
        "aliases: [old.html]\nsearch: false\nprivate: x\n---\n正文。\n"
    )
    assert page.problems == ()
    assert (page.name, page.address, page.title) == ("about", "about.html", "关于")
    assert (page.summary, page.order, page.menu, page.aliases, page.search) == (
        "摘要。",
        10,
        True,
        ("old.html",),
        False,
    )
    assert "正文。" in page.body.xml


@pytest.mark.parametrize(
    ("path", "name", "address", "codes"),
    [
        ("content/pages/about.md", "about", "about.html", []),
        ("content/pages/manual/fields.md", "manual/fields", "manual/fields.html", []),
        ("content/pages/manual/index.md", "manual", "manual/index.html", []),
        ("content/pages/index.md", "index", "index.html", []),
        ("content/pages/手册/字段.md", "shou-ce/zi-duan", "shou-ce/zi-duan.html", ["name-not-plain"]),
    ],
)
def test_names_and_addresses(path: str, name: str, address: str, codes: list[str]) -> None:
    page = read("---\ntitle: 页\n---\n", path)
    assert (page.name, page.address, [problem.code for problem in page.problems]) == (name, address, codes)


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("ordre: 1", "field-unknown-here", 1),
        ("order: 1.5", "field-not-whole", 8),
        ("order: 一", "field-not-whole", 8),
        ("menu: yes", "field-not-flag", 7),
        ("aliases: [a b]", "field-not-address", 11),
    ],
)
def test_mistakes(line: str, code: str, column: int) -> None:
    page = read(f"---\ntitle: 页\n{line}\n---\n")
    assert [(p.code, p.line, p.column) for p in page.problems] == [(code, 3, column)]


def test_a_page_without_a_title() -> None:
    page = read("---\norder: 1\n---\n")
    assert [(p.code, p.line, p.column) for p in page.problems] == [("field-missing", 1, 1)]


def test_what_cannot_be_read_is_rejected() -> None:
    rejected = read_page(Source("content/pages/a.md", b"# a\n", ""), CONTEXT)
    assert isinstance(rejected, Rejected)
    assert [p.code for p in rejected.problems] == ["front-matter-missing"]

"""An issue (期): its number, its order, the editor's note."""

import pytest

from casesite.model.case import Link, Picture, Rejected
from casesite.model.document import Issue
from casesite.model.settings import Settings
from casesite.model.source import Source
from casesite.model.vocabulary import Vocabularies
from casesite.reading.context import Context
from casesite.reading.issues import read_issue

CONTEXT = Context.of(Settings(title="案例库"), Vocabularies())


def read(text: str, path: str = "content/issues/2024-08.md") -> Issue:
    issue = read_issue(Source(path, text.encode(), ""), CONTEXT)
    assert isinstance(issue, Issue)
    return issue


def test_all_fields() -> None:
    issue = read(
        "---\nnumber: 2024 年第 8 期\ntitle: 组织联建\ndate: 2024-8-31\ncover: {file: a.jpg, alt: 桥}\n"
        "cases: [b, a, b]\nsummary: 摘要。\naliases: old/8.html\nprivate: 13800138000\n---\n按语。\n"
    )
    assert issue.problems == ()
    assert (issue.id, issue.number, issue.title, issue.date) == (
        "2024-08",
        "2024 年第 8 期",
        "组织联建",
        "2024-08-31",
    )
    assert issue.cover == Picture("content/issues/a.jpg", "桥")
    assert (issue.order, issue.summary, issue.aliases) == (("b", "a"), "摘要。", ("old/8.html",))
    assert {link.target for link in issue.links} == {"picture/content/issues/a.jpg", "case/b", "case/a"}
    assert Link("case/a", 6, 12, "cases: [b, a, b]") in issue.links
    assert "按语。" in issue.body.xml


def test_number_and_title_may_be_left_out() -> None:
    issue = read("---\n---\n组织联建。百姓受益。\n")
    assert (issue.number, issue.title, issue.date, issue.summary) == (
        "2024-08",
        "2024-08",
        "",
        "组织联建。百姓受益。",
    )
    assert issue.problems == ()


@pytest.mark.parametrize(
    ("path", "id_", "codes"),
    [
        ("content/issues/2024-08/index.md", "2024-08", []),
        ("content/issues/第八期.md", "di-ba-qi", ["name-not-plain"]),
        ("content/issues/A1.md", "a1", ["name-not-plain"]),
    ],
)
def test_the_id_is_the_name_of_the_file(path: str, id_: str, codes: list[str]) -> None:
    issue = read("---\n---\n", path)
    assert (issue.id, [problem.code for problem in issue.problems]) == (id_, codes)


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("order: [a]", "field-unknown-here", 1),
        ("zzz: a", "field-unknown-here", 1),
        ("date: 2024-02-30", "field-no-such-date", 7),
        ("cases: {a: b}", "field-not-texts", 8),
        ("cover: /a.jpg", "path-outside", 8),
    ],
)
def test_mistakes(line: str, code: str, column: int) -> None:
    issue = read(f"---\n{line}\n---\n")
    assert [(p.code, p.line, p.column) for p in issue.problems] == [(code, 2, column)]


def test_what_cannot_be_read_is_rejected() -> None:
    rejected = read_issue(Source("content/issues/a.md", b"---\na: [\n---\n", ""), CONTEXT)
    assert isinstance(rejected, Rejected)
    assert (rejected.status, [p.code for p in rejected.problems]) == ("unknown", ["yaml-bracket-unclosed"])

"""How much each problem counts, and what keeps a site from being written."""

import pytest

from casesite.gathering.read import Read
from casesite.messages.fields import FIELD_UNKNOWN as BROKEN
from casesite.messages.markdown import TITLE_QUOTES as DOUBTFUL
from casesite.model.case import Rejected
from casesite.model.problem import Place, Problem
from casesite.model.settings import Settings
from casesite.pipeline.judging import drafts_of, judge
from tests.unit.gathering.factory import case

CASE = "content/cases/a.md"
WARNING = Place(CASE, 3, 1).problem(DOUBTFUL, text="titel")
ERROR = Place(CASE, 2, 1).problem(BROKEN)


@pytest.mark.parametrize(
    ("chosen", "severity"),
    [
        ("error", "error"),
        ("warning", "warning"),
        ("hint", "hint"),
        ("off", None),
        ("no such word", "warning"),
        ("", "warning"),
    ],
)
def test_settings_say_how_much_a_warning_counts(chosen: str, severity: str | None) -> None:
    found = judge([WARNING], [(DOUBTFUL, chosen)])
    assert [one.severity for one in found] == ([severity] if severity else [])
    assert [one.blocking for one in found] == ([severity == "error"] if severity else [])


@pytest.mark.parametrize("chosen", ["warning", "hint", "off"])
def test_an_error_cannot_be_weakened(chosen: str) -> None:
    (found,) = judge([ERROR], [(BROKEN, chosen)], switched_off=frozenset({(CASE, str(BROKEN))}))
    assert (found.severity, found.blocking) == ("error", True)


def test_a_case_switches_a_check_off_for_itself_alone() -> None:
    other = Place("content/cases/b.md", 3, 1).problem(DOUBTFUL, text="titel")
    found = judge([WARNING, other], switched_off=frozenset({(CASE, str(DOUBTFUL))}))
    assert [one.problem for one in found] == [other]


def test_what_is_wrong_in_a_draft_blocks_nothing() -> None:
    (found,) = judge([ERROR], drafts=frozenset({CASE}))
    assert (found.severity, found.public, found.blocking) == ("error", False, False)


def test_findings_stand_by_file_and_line_each_once() -> None:
    last = Place("content/cases/b.md", 1).problem(DOUBTFUL, text="x")
    found = judge([last, WARNING, ERROR, WARNING])
    assert [one.problem for one in found] == [ERROR, WARNING, last]


@pytest.mark.parametrize(
    ("status", "waits"), [("published", False), ("withdrawn", False), ("draft", True), ("review", True)]
)
def test_only_what_is_published_or_was_is_no_draft(status: str, waits: bool) -> None:  # noqa: FBT001  a table
    read = Read(settings=Settings(title="案例库"), cases=(case("a", status=status),))
    assert drafts_of(read) == (frozenset({CASE}) if waits else frozenset())


def test_a_rejected_file_of_the_inbox_is_a_draft_and_one_of_the_cases_is_none() -> None:
    wrong = (Problem("p", 0, 0, str(BROKEN)),)
    inbox = Rejected(path="content/inbox/x.md", problems=wrong, status="inbox")
    lost = Rejected(path="content/cases/y.md", status="unknown", problems=wrong)
    assert drafts_of(Read(settings=Settings(title="案例库"), rejected=(inbox, lost))) == {
        "content/inbox/x.md"
    }

"""Letters under their cases."""

from typing import Any

from casesite.model.document import Letter
from tests.unit.gathering.factory import case, gathered, rejected, reported

PATH = "content/letters/a.yaml"


def letter(to: str, **values: Any) -> Letter:  # noqa: ANN401 - any field of a letter
    return Letter(
        path=PATH,
        case=to,
        **{"date": "2024-08-21", "name": "王女士", "text": "好", "status": "shown", **values},
    )


def test_only_shown_letters_are_published_oldest_first() -> None:
    site = gathered(
        case("a"),
        letters=(
            letter("a", text="二", date="2024-08-23"),
            letter("a", text="一"),
            letter("a", text="藏", status="waiting"),
            letter("a", text="拒", status="refused"),
        ),
    )
    assert [one.text for one in site.entries[0].letters] == ["一", "二"]


def test_a_letter_about_no_case_is_named_but_one_about_a_draft_is_not() -> None:
    letters = (letter("bridgee"), letter("draft"))
    found = reported(case("bridge"), case("draft", status="draft"), letters=letters)
    assert found == [f"{PATH}:0 letter-case-unknown bridgee bridge"]


def test_a_case_that_could_not_be_read_may_have_letters() -> None:
    assert reported(letters=(letter("bad"),), rejected=(rejected("content/cases/bad.md"),)) == []

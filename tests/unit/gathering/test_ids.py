"""Two documents on one id."""

import pytest

from tests.unit.gathering.factory import case, gathered, issue, page, reported


def test_two_cases_with_one_id_are_an_error_that_names_both_files() -> None:
    twins = (case("x", path="content/cases/b.md"), case("x", path="content/cases/a.md"))
    assert reported(*twins) == ["content/cases/b.md:0 id-duplicate x x content/cases/a.md"]
    assert [entry.card.path for entry in gathered(*twins).entries] == ["content/cases/a.md"]


def test_ids_that_differ_only_in_case_are_one() -> None:
    found = reported(case("Qiao", path="content/cases/a.md"), case("qiao", path="content/cases/b.md"))
    assert found == ["content/cases/b.md:0 id-duplicate qiao Qiao content/cases/a.md"]


def test_a_draft_never_takes_the_id_of_a_published_case() -> None:
    twins = (case("x", path="content/cases/a.md", status="draft"), case("x", path="content/cases/b.md"))
    assert reported(*twins) == ["content/cases/a.md:0 id-duplicate x x content/cases/b.md"]
    assert [entry.card.path for entry in gathered(*twins).entries] == ["content/cases/b.md"]


def test_two_issues_with_one_number_and_two_pages_with_one_name_are_errors() -> None:
    found = reported(
        case("a", issue="7"),
        case("b", issue="8"),
        issues=(issue("7", number="第8期"), issue("8", number="第8期")),
        pages=(page("m"), page("m", path="content/pages/m/index.md")),
    )
    assert found == [
        "content/issues/8.md:0 issue-duplicate 第8期 第8期 content/issues/7.md",
        "content/pages/m/index.md:0 page-duplicate m m content/pages/m.md",
    ]


@pytest.mark.parametrize(
    "copy",
    [
        "content/cases/a - 副本.md",
        "content/cases/a - 副本 (2).md",
        "content/cases/a - Copy.md",
        "content/cases/a copy 2.md",
        "content/cases/a(1).md",
        "content/cases/a（1）.md",
        "content/cases/Copy of a.md",
        "content/cases/a - 副本/index.md",
    ],
)
def test_of_two_with_one_id_the_copy_is_named(copy: str) -> None:
    twins = (case("a", path=copy), case("a", path="content/cases/z/a.md"))
    assert reported(*twins) == [f"{copy}:0 id-copied a a content/cases/z/a.md"]
    assert [entry.card.path for entry in gathered(*twins).entries] == ["content/cases/z/a.md"]

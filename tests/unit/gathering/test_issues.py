"""Issues: membership, order, neighbours."""

import pytest

from casesite.model.site import Site
from tests.unit.gathering.factory import case, gathered, issue, rejected, reported


def members(site: Site) -> dict[str, tuple[str, ...]]:
    return {shelf.issue.id: shelf.members for shelf in site.issues}


def test_the_cases_own_field_decides_by_id_or_number() -> None:
    site = gathered(
        case("a", issue="2024-08"),
        case("b", issue="第8期"),
        case("c"),
        issues=(issue("2024-08", number="第8期"),),
    )
    assert members(site) == {"2024-08": ("a", "b")}
    assert {entry.card.id: entry.issue for entry in site.entries} == {"a": "2024-08", "b": "2024-08", "c": ""}


def test_the_list_gives_the_order_and_the_others_follow_by_date_then_id() -> None:
    site = gathered(
        *(case(name, issue="8") for name in "abc"),
        case("d", issue="8", date="2024-01-01"),
        issues=(issue("8", order=("c",)),),
    )
    assert members(site) == {"8": ("c", "d", "a", "b")}


def test_neighbours_stand_in_reading_order() -> None:
    site = gathered(*(case(name, issue="8") for name in "abc"), issues=(issue("8", order=("b", "a")),))
    beside = {entry.card.id: (entry.previous, entry.next) for entry in site.entries}
    assert beside == {"b": ("", "a"), "a": ("b", "c"), "c": ("a", "")}


def test_without_a_file_a_plain_issue_is_made() -> None:
    site = gathered(case("a", issue="2024年第8期"))
    plain = site.issues[0].issue
    assert (plain.id, plain.title, plain.date, plain.path) == (
        "2024-nian-di-8-qi",
        "2024年第8期",
        "2024-08-20",
        "",
    )
    assert site.addresses["issue/2024年第8期"] == "issues/2024-nian-di-8-qi.html"


def test_plain_issues_that_would_share_an_address_are_told_apart() -> None:
    site = gathered(case("a", issue="8 期"), case("b", issue="8-期"))
    assert len({shelf.issue.address for shelf in site.issues}) == 2


def test_issues_run_newest_first_and_an_undated_one_goes_by_its_newest_case() -> None:
    site = gathered(
        case("a", issue="7", date="2024-07-20"),
        case("b", issue="8", date="2024-08-20"),
        case("c", issue="9", date="2024-06-20"),
        issues=(issue("7", date="2024-08-01"), issue("8"), issue("9", date="2024-09-01")),
    )
    assert list(members(site)) == ["9", "8", "7"]


def test_what_an_issue_lists_in_vain_is_a_warning_on_that_line() -> None:
    found = reported(
        case("a", issue="8"),
        case("b", issue="9"),
        case("c", issue="8", status="review"),
        case("d"),
        issues=(issue("8", order=("a", "b", "x", "c", "d")),),
    )
    assert found == [
        "content/cases/b.md:0 issue-unknown 9",
        "content/issues/8.md:6 issue-lists-foreign b content/cases/b.md 9",
        "content/issues/8.md:7 issue-lists-unknown x",
        "content/issues/8.md:8 issue-lists-unpublished c content/cases/c.md review",
        "content/issues/8.md:9 issue-lists-foreign d content/cases/d.md",
    ]


def test_a_listed_case_that_could_not_be_read_is_not_called_unknown() -> None:
    found = reported(
        case("a", issue="8"),
        issues=(issue("8", order=("bad",)),),
        rejected=(rejected("content/cases/bad.md"),),
    )
    assert found == []


def test_an_issue_without_a_published_case_has_no_page_but_in_a_preview() -> None:
    draft = case("a", issue="8", status="draft")
    assert members(gathered(draft, issues=(issue("8"),))) == {}
    assert members(gathered(draft, issues=(issue("8"),), preview=True)) == {"8": ("a",)}
    assert reported(draft, issues=(issue("8"),)) == ["content/issues/8.md:0 issue-empty 8"]


@pytest.mark.parametrize("written", ["1", "第1期", "1期", "第 1 期", " 第１期", "01", "2026-01"])
def test_an_issue_is_known_however_its_number_is_written(written: str) -> None:
    the_issue = issue("2026-01", number="1")
    assert members(gathered(case("a", issue=written), issues=(the_issue,))) == {"2026-01": ("a",)}
    assert reported(case("a", issue=written), issues=(the_issue,)) == []


def test_a_number_written_in_two_ways_makes_one_plain_issue() -> None:
    assert members(gathered(case("a", issue="第1期"), case("b", issue="1"))) == {"1": ("a", "b")}


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2026-12", "2026-11 第11期"), ("第12期", "2026-11 第11期"), ("xyzzy", "")],
)
def test_an_issue_without_a_file_is_named_where_others_have_one(written: str, meant: str) -> None:
    cases = (
        case("a", f"issue/{written}", issue=written),
        case("b", issue="2026-11"),
        case("gone", issue="2025-01", status="withdrawn"),
    )
    found = reported(*cases, issues=(issue("2026-11", number="第11期"),))
    assert found == [f"content/cases/a.md:10 issue-unknown {written} {meant}".rstrip()]
    assert ("a",) in members(gathered(*cases)).values()
    assert reported(*cases) == [], "a site that has no file of an issue needs none"


def test_an_issue_may_be_that_of_a_file_that_could_not_be_read() -> None:
    found = reported(
        case("a", issue="2026-12"),
        case("b", issue="2026-11"),
        issues=(issue("2026-11"),),
        rejected=(rejected("content/issues/2026-12.md"),),
    )
    assert found == []

"""The site as a whole: order, addresses, what is not in it."""

from tests.unit.gathering.factory import case, gathered, issue, page, reported


def test_cases_run_newest_first_then_by_falling_id() -> None:
    site = gathered(case("a"), case("b"), case("c", date="2025-01-01"), case("d", date="2020-01-01"))
    assert [entry.card.id for entry in site.entries] == ["c", "b", "a", "d"]


def test_every_document_has_its_address_by_name_and_by_source() -> None:
    site = gathered(
        case("a", issue="8"),
        case("gone", status="withdrawn"),
        case("draft", status="draft"),
        issues=(issue("8", number="第8期"),),
        pages=(page("manual/fields"),),
    )
    assert site.addresses == {
        "case/a": "cases/a.html",
        "source/content/cases/a.md": "cases/a.html",
        "case/gone": "cases/gone.html",
        "source/content/cases/gone.md": "cases/gone.html",
        "issue/8": "issues/8.html",
        "issue/第8期": "issues/8.html",
        "source/content/issues/8.md": "issues/8.html",
        "page/manual/fields": "manual/fields.html",
        "source/content/pages/manual/fields.md": "manual/fields.html",
    }


def test_a_withdrawn_case_stands_on_no_shelf() -> None:
    site = gathered(case("gone", status="withdrawn", tags=("x",), issue="8"), case("a"))
    assert [shelf.key for shelf in site.shelves] == ["2024"]
    assert [card.id for card in site.withdrawn] == ["gone"]
    assert site.issues == ()


def test_pages_run_by_order_then_name() -> None:
    site = gathered(pages=(page("b"), page("z", order=-1), page("a")))
    assert [one.name for one in site.pages] == ["z", "a", "b"]


def test_problems_come_sorted_and_once() -> None:
    found = reported(case("b", "case/x", "case/x"), case("a", "case/y"))
    assert found == [
        "content/cases/a.md:10 link-broken y",
        "content/cases/b.md:10 link-broken x",
        "content/cases/b.md:11 link-broken x",
    ]

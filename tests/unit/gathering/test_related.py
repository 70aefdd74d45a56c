"""Related cases and their reasons."""

from casesite.gathering.read import ReadCase
from casesite.model.site import Related, Site
from tests.unit.gathering.factory import case, gathered

TOWN = ("山东省", "济宁市", "汶上县")


def related(site: Site, name: str) -> tuple[Related, ...]:
    return next(entry.related for entry in site.entries if entry.card.id == name)


def test_each_has_the_strongest_reason_and_the_nearest_comes_first() -> None:
    site = gathered(
        case("me", topics=("联建", "养老"), org="街道办", region=TOWN),
        case("two-topics", topics=("养老", "联建")),
        case("topic", topics=("养老",)),
        case("org", org="街道办"),
        case("place", region=TOWN),
        case("province", region=("山东省", "青岛市")),
    )
    assert related(site, "me") == (
        Related("two-topics", "topic", "联建"),
        Related("topic", "topic", "养老"),
        Related("place", "region", "汶上县"),
        Related("org", "org", "街道办"),
    )


def test_pinned_ones_come_first_without_drafts_withdrawn_or_itself() -> None:
    site = gathered(
        case("me", topics=("养老",), related=("far", "me", "draft", "gone", "far")),
        case("near", topics=("养老",)),
        case("far"),
        case("draft", status="draft"),
        case("gone", status="withdrawn"),
    )
    assert related(site, "me") == (Related("far", "pinned"), Related("near", "topic", "养老"))


def test_the_same_text_is_offered_once_and_a_copy_of_its_own_never() -> None:
    site = gathered(
        case("me", topics=("养老",), body="1"),
        case("copy", topics=("养老",), body="1"),
        case("b", topics=("养老",), body="2"),
        case("c", topics=("养老",), body="2"),
    )
    assert [one.id for one in related(site, "me")] == ["c"]


def test_at_most_five_are_shown() -> None:
    site = gathered(*(case(f"c{n}", topics=("养老",)) for n in range(9)))
    assert {len(entry.related) for entry in site.entries} == {5}


def _many() -> list[ReadCase]:
    return [
        case(
            f"c{n:03}", topics=(f"t{n % 3}",), org=f"o{n % 7}", date=f"2024-{1 + n // 28:02}-{1 + n % 28:02}"
        )
        for n in range(200)
    ]


def test_a_new_case_changes_only_those_near_it_in_time() -> None:
    before = gathered(*_many())
    after = gathered(*_many(), case("new", topics=("t0",), org="o0", date="2024-08-20"))
    kin = {entry.card.id: entry.related for entry in before.entries}
    changed = [entry.card.id for entry in after.entries if entry.related != kin.get(entry.card.id)]
    assert "new" in changed
    assert len(changed) < 30


def test_an_edited_title_changes_nobody() -> None:
    before = gathered(*_many())
    after = gathered(*_many()[1:], case("c000", topics=("t0",), org="o0", date="2024-01-01", title="新标题"))
    assert [entry.related for entry in before.entries] == [entry.related for entry in after.entries]

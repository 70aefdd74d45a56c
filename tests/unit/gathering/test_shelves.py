"""Shelves, their addresses and their order."""

from casesite.gathering.slugs import assign
from casesite.model.site import Shelf, Site
from casesite.model.vocabulary import Region, Term, Vocabularies
from tests.unit.gathering.factory import case, gathered

TOWN = ("山东省", "济宁市", "汶上县")


def shelves(site: Site, kind: str) -> list[Shelf]:
    return [shelf for shelf in site.shelves if shelf.kind == kind]


def test_a_case_counts_in_every_region_above_its_own() -> None:
    site = gathered(case("a", region=TOWN), case("b", region=TOWN[:2]))
    found = {shelf.key: (shelf.label, shelf.members, shelf.parent) for shelf in shelves(site, "region")}
    assert found == {
        "山东省": ("山东省", ("b", "a"), ""),
        "山东省/济宁市": ("济宁市", ("b", "a"), "山东省"),
        "山东省/济宁市/汶上县": ("汶上县", ("a",), "山东省/济宁市"),
    }


def test_a_regions_address_is_its_code_or_its_whole_path() -> None:
    regions = (Region(TOWN[:1]), Region(TOWN[:2], code="370800"))
    site = gathered(case("a", region=TOWN[:2]), vocabularies=Vocabularies(regions=regions))
    assert [shelf.address for shelf in shelves(site, "region")] == [
        "regions/shan-dong-sheng.html",
        "regions/370800.html",
    ]


def test_regions_stand_as_the_vocabulary_orders_them() -> None:
    regions = (Region(("浙江省",)), Region(("浙江省", "杭州市")), Region(("山东省",)), Region(("海南省",)))
    site = gathered(
        case("a", region=("山东省",)),
        case("b", region=("浙江省", "杭州市")),
        vocabularies=Vocabularies(regions=regions),
    )
    assert [shelf.key for shelf in shelves(site, "region")] == ["浙江省", "浙江省/杭州市", "山东省"]
    assert shelves(site, "region")[0].children == ("浙江省/杭州市",)


def test_topics_run_by_number_of_cases_then_by_slug() -> None:
    site = gathered(case("a", topics=("养老", "邻里")), case("b", topics=("邻里", "安全")))
    assert [(shelf.key, shelf.members) for shelf in shelves(site, "topic")] == [
        ("邻里", ("b", "a")),
        ("安全", ("b",)),
        ("养老", ("a",)),
    ]


def test_a_term_keeps_the_slug_and_the_words_of_the_vocabulary() -> None:
    terms = (Term("跨村联建", ("联建",), "几个村一起做", "joint"), Term("空"))
    site = gathered(case("a", topics=("跨村联建",)), vocabularies=Vocabularies(topics=terms))
    shelf = shelves(site, "topic")[0]
    assert (shelf.address, shelf.description, shelf.aliases) == (
        "topics/joint.html",
        "几个村一起做",
        ("联建",),
    )


def test_terms_that_clash_all_get_a_hash_and_the_plain_address_links_them() -> None:
    site = gathered(case("a", tags=("时间",)), case("b", tags=("实践",)))
    found = {shelf.key: shelf.address for shelf in shelves(site, "tag")}
    assert all(address.startswith("tags/shi-jian-") for address in found.values())
    assert len(set(found.values())) == 2
    (hub,) = site.hubs
    assert hub.address == "tags/shi-jian.html"
    assert dict(hub.targets) == found


def test_years_run_newest_first() -> None:
    site = gathered(case("a", date="2022-01-01"), case("b", date="2024-01-01"))
    assert [(shelf.key, shelf.address) for shelf in shelves(site, "year")] == [
        ("2024", "years/2024.html"),
        ("2022", "years/2022.html"),
    ]


def test_the_order_of_files_changes_nothing() -> None:
    cases = [
        case(f"c{n}", tags=(tag,), region=TOWN[: 1 + n % 3])
        for n, tag in enumerate(["时间", "实践", "事件", "x"])
    ]
    assert gathered(*cases) == gathered(*reversed(cases))


def test_a_slug_like_a_lists_older_page_is_never_plain() -> None:
    slugs = assign({"AI": "ai", "AI 1": "ai-1"})
    assert slugs.by_term["AI"] == "ai"
    assert slugs.by_term["AI 1"].startswith("ai-1-")
    assert slugs.shared == {}


def test_a_slug_that_the_site_chose_stays() -> None:
    assert assign({"规划": "plan-2035"}, frozenset({"规划"})).by_term == {"规划": "plan-2035"}


def test_a_hash_never_meets_a_plain_slug() -> None:
    first = assign({"时间": "shi-jian", "实践": "shi-jian"}).by_term["时间"]
    slugs = assign({"时间": "shi-jian", "实践": "shi-jian", "外": first})
    assert len(set(slugs.by_term.values())) == 3


def test_an_address_stays_within_eighty_characters() -> None:
    slugs = assign({"一": "x" * 80, "二": "x" * 80})
    assert {len(slug) for slug in slugs.by_term.values()} == {80}

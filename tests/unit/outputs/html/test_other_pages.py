"""The front page, lists, issues, texts and the pages that only lead on."""

from msgspec.structs import replace

from casesite.model.case import Body, Card, Figure
from casesite.model.document import Issue, Page
from casesite.model.settings import Footer, MenuItem, Submit
from casesite.model.site import Alias, Hub, Total
from tests.unit.outputs.factory import case, site
from tests.unit.outputs.html.pages import Pages

ISSUE = Issue(id="8", number="8", title="联", date="2024-08-31", order=("b", "a"), path="content/issues/8.md")


def text(name: str, title: str, **values: object) -> Page:
    path = f"content/pages/{name}.md"
    return Page(name=name, title=title, path=path, address=f"{name}.html", **values)  # type: ignore[arg-type]


def test_the_front_page_opens_with_the_current_issue() -> None:
    pages = Pages(site(*(case(one, issue="8") for one in "ab"), case("c"), issues=(ISSUE,)))
    assert pages.links("index.html", ".lead-story h2 a") == [("案例b", "cases/b.html")]
    assert pages.links("index.html", ".toc a") == [("案例a", "cases/a.html")]
    assert pages.links("index.html", ".strip h3 a") == [("案例c", "cases/c.html")]
    assert pages.links("index.html", ".ear a") == [("第8期", "issues/8.html")]
    assert pages.words("index.html", ".ear time") == ["2024年8月31日"]


def test_a_site_without_issues_has_a_front_page_too() -> None:
    pages = Pages(site(case("a"), case("b", featured=True)))
    assert pages.words("index.html", ".front, .ear") == []
    assert pages.links("index.html", ".strip h3 a") == [("案例b", "cases/b.html"), ("案例a", "cases/a.html")]
    assert "issues/index.html" not in pages.artifacts


def test_the_front_page_adds_up_what_may_be_added() -> None:
    one = replace(site(case("a")), totals=(Total("funds", "整合资金", "7881", "万元", "约", 5),))
    assert Pages(one).words("index.html", ".figures dd") == ["1", "约7881万元据5则案例"]


def test_an_empty_site_has_its_front_page_and_search() -> None:
    pages = Pages(site())
    assert pages.words("index.html", "h1") == ["案例库"]
    assert pages.words("search.html", "h1") == ["搜索"]


def test_an_issue_lists_its_cases_in_reading_order_with_the_note() -> None:
    note = replace(ISSUE, body=Body("<p>编者的话</p>"))
    older = Issue(id="7", number="7", title="旧", date="2024-07-31", path="content/issues/7.md")
    pages = Pages(site(*(case(one, issue="8") for one in "ab"), case("c", issue="7"), issues=(note, older)))
    assert pages.words("issues/8.html", ".card h3") == ["案例b", "案例a"]
    assert pages.words("issues/8.html", ".editorial p") == ["编者的话"]
    assert pages.links("issues/8.html", ".neighbours a") == [("7", "../issues/7.html")]
    assert pages.links("issues/index.html", ".issue-list h2 a") == [
        ("联", "../issues/8.html"),
        ("旧", "../issues/7.html"),
    ]


def test_a_place_lists_its_parts_and_all_cases_in_them() -> None:
    pages = Pages(
        site(case("a", region=("山东省", "济宁市", "汶上县")), case("b", region=("山东省", "青岛市")))
    )
    province = "regions/shan-dong-sheng.html"
    assert pages.words(province, ".parts li") == ["济宁市 1", "青岛市 1"]
    assert pages.words(province, ".card h2") == ["案例b", "案例a"]
    county = "regions/shan-dong-sheng-ji-ning-shi-wen-shang-xian.html"
    assert [label for label, _ in pages.links(county, ".trail a")] == ["首页", "地区", "山东省", "济宁市"]
    assert pages.words("regions/index.html", ".tree .line") == [
        "山东省 2",
        "济宁市 1",
        "汶上县 1",
        "青岛市 1",
    ]


def test_a_card_shows_place_issue_day_and_its_first_figure() -> None:
    figures = (Figure("funds", "整合资金", "3346", "万元", "余"), Figure("land", "盘活土地", "40", "亩"))
    pages = Pages(
        site(
            case("a", region=("山东省", "汶上县"), topics=("治理",), figures=figures, issue="8"),
            issues=(ISSUE,),
        )
    )
    assert pages.words("topics/zhi-li.html", ".card .byline") == ["汶上县 第8期 2024年8月20日"]
    assert pages.words("topics/zhi-li.html", ".card .number") == ["3346余万元整合资金"]


def test_a_long_list_is_paged_from_the_oldest() -> None:
    cases = [case(f"c{number}", topics=("治理",), date=f"2024-08-0{number}") for number in range(1, 6)]
    pages = Pages(site(*cases, settings={"page_size": 2}))
    assert pages.words("topics/zhi-li.html", ".card h2") == ["案例c5"]
    assert pages.words("topics/zhi-li-1.html", ".card h2") == ["案例c2", "案例c1"]
    assert pages.links("topics/zhi-li.html", ".pager a") == [
        ("第2页", "../topics/zhi-li-2.html"),
        ("第1页", "../topics/zhi-li-1.html"),
    ]
    assert pages.links("topics/zhi-li-2.html", ".pager a") == [
        ("较新", "../topics/zhi-li.html"),
        ("较早", "../topics/zhi-li-1.html"),
    ]


def test_every_case_is_in_the_index_that_needs_no_script() -> None:
    pages = Pages(site(case("a", topics=("治理", "服务")), case("b", topics=("治理",)), case("c")))
    assert pages.words("search.html", ".index h3") == ["治理", "服务", "未分主题"]
    found = [address for _, address in pages.links("search.html", ".index li a")]
    assert sorted(set(found)) == ["cases/a.html", "cases/b.html", "cases/c.html"]


def test_the_index_of_a_large_site_names_the_pages_that_list_cases() -> None:
    cases = [case(f"c{number}", date=f"20{10 + number % 3}-01-01") for number in range(2_001)]
    pages = Pages(site(*cases))
    links = pages.links("search.html", ".index li a")
    assert len(links) == 3 * 14
    assert all(address in pages.artifacts for _, address in links)


def test_a_site_that_switched_search_off_keeps_the_index() -> None:
    pages = Pages(site(case("a", topics=("治理",)), settings={"search": False}))
    assert pages.words("search.html", ".finder, .quick, script[data-search]") == []
    assert pages.links("search.html", ".index li a") == [("案例a", "cases/a.html")]


def test_chapters_of_a_manual_name_one_another() -> None:
    manual = [
        text("manual/index", "手册"),
        text("manual/cases", "写案例", order=2),
        text("manual/start", "开始", order=1),
    ]
    pages = Pages(site(pages=(*manual, text("about", "关于", menu=True))))
    assert pages.words("manual/start.html", ".chapters a") == ["手册", "开始", "写案例"]
    assert pages.words("manual/start.html", ".chapters [aria-current]") == ["开始"]
    assert pages.links("manual/start.html", ".neighbours a") == [
        ("手册", "../manual/index.html"),
        ("写案例", "../manual/cases.html"),
    ]
    assert pages.words("about.html", ".chapters") == []
    assert ("关于", "../about.html") in pages.links("manual/start.html", ".menu a")


def test_the_menu_is_what_the_settings_say() -> None:
    menu = (
        MenuItem("案例", "topics/index.html"),
        MenuItem("关于", "ref:page/about"),
        MenuItem("报社", "https://e.org"),
    )
    pages = Pages(site(case("a", topics=("治理",)), pages=(text("about", "关于"),), settings={"menu": menu}))
    assert pages.links("cases/a.html", ".menu a") == [
        ("案例", "../topics/index.html"),
        ("关于", "../about.html"),
        ("报社", "https://e.org"),
    ]
    assert pages.words("topics/index.html", ".menu [aria-current]") == ["案例"]


def test_the_call_comes_from_the_settings_or_from_a_page() -> None:
    submit = {"submit": Submit("x@example.org", "投稿")}
    alone = Pages(site(settings=submit))
    assert ("x@example.org", "mailto:x@example.org?subject=%E6%8A%95%E7%A8%BF") in alone.links(
        "call.html", "main a"
    )
    own = Pages(site(pages=(text("call", "征集启事"),), settings=submit))
    assert own.words("call.html", "h1") == ["征集启事"]
    assert "call.html" not in Pages(site()).artifacts


def test_the_foot_shows_what_is_filled_in_and_nothing_else() -> None:
    footer = Footer(organiser="报社", icp="鲁ICP备1号")
    pages = Pages(site(settings={"footer": footer}))
    assert ("鲁ICP备1号", "https://beian.miit.gov.cn/") in pages.links("index.html", ".foot a")
    words = pages.words("index.html", ".foot p")
    assert "主办单位 报社" in words
    assert not [one for one in words if "标识码" in one or "举报" in one]


def test_an_old_address_leads_on_by_itself_and_by_a_link() -> None:
    one = replace(site(case("a")), aliases=(Alias("old/a.html", "cases/a.html", "content/cases/a.md"),))
    pages = Pages(one)
    refresh = pages.attributes("old/a.html", 'meta[http-equiv="refresh"]', "content")
    assert refresh == ["0; url=../cases/a.html"]
    assert pages.links("old/a.html") == [("前往新地址", "../cases/a.html")]


def test_an_address_that_terms_share_leads_to_each() -> None:
    hub = Hub("topics/shi-jian.html", "时间 · 实践", (("时间", "topics/shi-jian-1a2b.html"),))
    pages = Pages(replace(site(), hubs=(hub,)))
    assert pages.links("topics/shi-jian.html", "main a") == [("时间", "../topics/shi-jian-1a2b.html")]


def test_a_missing_page_leads_home_by_the_sites_address() -> None:
    assert Pages(site()).links("404.html", "main a") == [("回到首页", "https://example.org/cases/index.html")]
    assert Pages(site(settings={"url": ""})).links("404.html", "main a") == [("回到首页", "index.html")]


def test_a_case_may_have_any_title() -> None:
    """What an author writes is shown as it stands; no template reads it."""
    title = "{{ 7*7 }}{% x %} <b>&\"'"
    pages = Pages(site(case("a", title=title, topics=("治理",), summary=title)))
    card: Card = pages.artifacts["cases/a.html"].inputs.card
    assert card.title == title
    assert pages.words("cases/a.html", "h1") == [title]
    assert pages.words("topics/zhi-li.html", ".card h2") == [title]

"""A case's page, as a reader sees it."""

from typing import Literal

from msgspec.structs import replace

from casesite.model.case import Correction, Figure, Heading, Origin, Picture
from casesite.model.document import Issue, Letter
from casesite.model.settings import SiteField, Submit
from casesite.model.source import Asset
from tests.unit.outputs.factory import case, site
from tests.unit.outputs.html.pages import Pages, preview

PAGE = "cases/a.html"
FUNDS = Figure("funds", "整合资金", "3346", "万元", "余", "累计", "已累计整合各类资金3346万元。")


def test_the_first_figure_stands_under_the_title_and_all_in_the_panel() -> None:
    pages = Pages(site(case("a", figures=(FUNDS, Figure("land", "盘活土地", "40", "亩", "超")))))
    assert pages.words(PAGE, ".outcome") == ["整合资金 3346余万元"]
    assert pages.words(PAGE, ".figures dt") == ["整合资金", "盘活土地"]
    assert pages.attributes(PAGE, ".figures data", "value") == ["3346", "40"]
    assert pages.words(PAGE, ".sentences dd") == ["已累计整合各类资金3346万元。"]


def test_a_case_without_figures_has_no_panel() -> None:
    pages = Pages(site(case("a")))
    assert pages.words(PAGE, ".figures, .outcome, .sentences") == []


def test_place_topic_and_office_lead_to_their_lists() -> None:
    pages = Pages(
        site(case("a", region=("山东省", "济宁市"), topics=("跨村联建",), org="苑庄镇党委", issue="2024-08"))
    )
    facts = dict(pages.links(PAGE, ".facts a"))
    assert facts["济宁市"] == "../regions/shan-dong-sheng-ji-ning-shi.html"
    assert facts["山东省"] == "../regions/shan-dong-sheng.html"
    assert facts["跨村联建"].startswith("../topics/")
    assert facts["苑庄镇党委"].startswith("../orgs/")
    assert facts["2024-08"] == "../issues/2024-08.html"
    assert all(address.removeprefix("../") in pages.artifacts for address in facts.values())


def test_contents_stand_from_three_headings_on() -> None:
    headings = tuple(Heading(2, f"h{number}", f"第{number}节") for number in range(1, 4))
    assert Pages(site(case("a", headings=headings))).links(PAGE, ".contents a") == [
        ("第1节", "#h1"),
        ("第2节", "#h2"),
        ("第3节", "#h3"),
    ]
    assert Pages(site(case("a", headings=headings[:2]))).links(PAGE, ".contents a") == []


def test_neighbours_are_those_of_the_issue() -> None:
    issue = Issue(id="8", number="8", title="联", order=("b", "a", "c"), path="content/issues/8.md")
    pages = Pages(site(*(case(one, issue="8") for one in "abc"), issues=(issue,)))
    assert pages.links(PAGE, ".neighbours a") == [("案例b", "../cases/b.html"), ("案例c", "../cases/c.html")]
    assert pages.links(PAGE, ".trail a") == [("首页", "../index.html"), ("第8期", "../issues/8.html")]


def test_related_cases_say_why() -> None:
    pages = Pages(site(case("a", topics=("跨村联建",)), case("b", topics=("跨村联建",))))
    assert pages.words(PAGE, ".related li") == ["案例b 同主题：跨村联建"]


def test_letters_that_are_shown_and_their_answers() -> None:
    def letter(
        name: str, text: str, status: Literal["waiting", "shown", "refused"], reply: str = ""
    ) -> Letter:
        path = "content/letters/a.yaml"
        return Letter(
            path=path, case="a", date="2024-08-21", name=name, text=text, status=status, reply=reply
        )

    letters = (
        letter("读者甲", "写得清楚。\n\n盼续。", "shown", "谢谢。"),
        letter("读者乙", "不刊。", "refused"),
        letter("读者丙", "待审。", "waiting"),
    )
    pages = Pages(site(case("a"), letters=letters))
    assert pages.words(PAGE, ".letter p") == [
        "读者甲 2024年8月21日",
        "写得清楚。",
        "盼续。",
        "编辑答复 谢谢。",
    ]
    assert "读者乙" not in pages.text(PAGE)
    assert "待审" not in pages.text(PAGE)


def test_without_letters_the_page_says_so_and_a_letter_can_be_written() -> None:
    pages = Pages(site(case("a"), settings={"submit": Submit("x@example.org")}))
    assert pages.words(PAGE, ".letters .none") == ["暂无来信"]
    ((_, address),) = pages.links(PAGE, ".letters a")
    assert address == "mailto:x@example.org?subject=%5B%E6%9D%A5%E4%BF%A1%20a%5D"


def test_corrections_are_announced_at_the_top() -> None:
    pages = Pages(site(case("a", corrections=(Correction("2024-08-22", "应为132名。"),))))
    assert pages.links(PAGE, ".case-head .byline a") == [("本文有更正", "#corrections")]
    assert pages.words(PAGE, "#corrections dd") == ["应为132名。"]


def test_attachments_show_kind_and_size() -> None:
    path = "content/cases/a/表.xlsx"
    one = site(case("a", attachments=(path,)), assets={path: Asset(path, 24_576, "d", "zip")})
    one = replace(
        one, assets={path: Asset(path, 24_576, "d", "zip")}, addresses={f"file/{path}": "files/a/t.xlsx"}
    )
    pages = Pages(one)
    assert pages.links(PAGE, ".files a") == [("表.xlsx", "../files/a/t.xlsx")]
    assert pages.words(PAGE, ".files .byline") == ["XLSX 24 KB"]


def test_a_source_links_only_to_the_web() -> None:
    def source(url: str) -> list[tuple[str, str]]:
        return Pages(site(case("a", source=Origin("日报", url, "")))).links(PAGE, ".colophon a")

    assert source("https://example.org/1") == [("日报", "https://example.org/1")]
    assert source("javascript:alert(1)") == []


def test_a_sites_own_fields_stand_among_the_facts() -> None:
    pages = Pages(
        site(
            case("a", fields=(("team", ("一队", "二队")), ("gone", ("x",)))),
            settings={"fields": (SiteField("team", "团队"),)},
        )
    )
    assert "团队一队、二队" in pages.words(PAGE, ".facts div")
    assert "gone" not in pages.text(PAGE)


def test_the_picture_that_others_show_is_the_cover() -> None:
    path = "content/cases/a/湖.png"
    one = site(case("a", cover=Picture(path, "湖面")))
    one = replace(
        one,
        assets={path: Asset(path, 9, "d", "png", 640, 360)},
        addresses={**one.addresses, f"picture/{path}": "files/a/hu.png"},
    )
    image = Pages(one).attributes(PAGE, 'meta[property="og:image"]', "content")
    assert image == ["https://example.org/cases/files/a/hu.png"]


def test_pinyin_stands_in_the_heading_and_not_in_the_tab() -> None:
    ruby = '<ruby class="n">汶<rp>(</rp><rt lang="zh-Latn-pinyin">wèn</rt><rp>)</rp></ruby>上'
    pages = Pages(site(case("a", title="汶上", title_xml=ruby)))
    assert "<h1><ruby" in pages.text(PAGE)
    assert pages.words(PAGE, "title") == ["汶上 · 案例库"]


def test_a_withdrawn_case_leaves_its_number_only() -> None:
    pages = Pages(site(case("a", title="撤回之事", status="withdrawn", summary="秘"), case("b")))
    assert "编号为 a 的案例已由编辑部撤回" in pages.words(PAGE, "main")[0]
    assert "撤回之事" not in "".join(pages.text(path) for path in pages.artifacts)
    assert pages.page(PAGE).query('meta[name="robots"]')


def test_a_draft_in_the_preview_is_marked_wherever_it_stands() -> None:
    pages = Pages(preview(case("a", status="review", topics=("治理",)), case("b", topics=("治理",))))
    assert pages.words(PAGE, ".case-head .mark") == ["未发布 · 审核中"]
    assert pages.words("topics/zhi-li.html", ".card .mark") == ["审核中"]
    assert pages.page("index.html").query('meta[name="robots"]')
    assert pages.words("cases/b.html", ".case-head .mark") == []

"""What the search page says of an answer, and which it shows, by an engine that answers as it is told."""

from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built import SEARCH, Built
from tests.browser.conftest import Open
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser

EVIL: Final = "<img src=x onerror=alert(1)>"
FAILED: Final = "搜索没有载入。请重新打开本页再试，或从下面的总目里找。"
ENGINE: Final = """() => {
    window.asked = [];
    casesite.search = (query, options) => new Promise((resolve, reject) => {
        window.asked.push({query, options, resolve, reject});
    });
    window.answer = (at, {fails, ...given}) => {
        const {query, resolve, reject} = window.asked[at];
        const hit = {
            link: "about.html", titleParts: [[query, true]], where: "text", parts: [[query, true]],
            opening: "", date: "", issue: "", region: [], org: query,
        };
        const hits = given.total === 0 ? [] : [hit];
        if (fails) reject({code: fails});
        else resolve({total: 1, exact: true, incomplete: false, facets: {}, hits, ...given});
    };
}"""


@pytest.fixture(name="page")
def search_page(open_page: Open, over: str) -> Page:
    """Open the search page with that engine."""
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(over + SEARCH)
    page.evaluate(ENGINE)
    page.locator("#q").focus()
    expect(page.locator("#results")).to_be_visible()
    return page


def ask(page: Page, query: str) -> int:
    """Type a query, and return its number once the engine has it."""
    page.locator("#q").fill(query)
    wait_until(page, "query => window.asked.some(one => one.query === query)", query)
    return int(page.evaluate("query => window.asked.findIndex(one => one.query === query)", query))


def answer(page: Page, number: int, **given: Any) -> None:  # noqa: ANN401 - any part of an answer
    page.evaluate("([number, given]) => window.answer(number, given)", [number, given])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"total": 3}, "共 3 条"),
        ({"total": 3, "exact": False}, "约 3 条"),
        ({"total": 0}, "没有找到。少写几个字，或换一个词试试；下面是总目。"),
        ({"total": 3, "exact": False, "incomplete": True}, "约 3 条 有些内容没有载入，结果可能不全。"),
        (
            {"total": 0, "exact": False, "incomplete": True},
            FAILED,
        ),
        ({"total": 0, "reason": "marks"}, "标点不参与搜索，请输入文字或数字。"),
        ({"total": 0, "reason": "long"}, "输入的文字太长，请截取其中一段再搜索。"),
        ({"by": {"how": "sound", "words": ["乡村"]}}, "没有“香村”，按同音找到“乡村”。共 1 条"),
        (
            {"by": {"how": "variants", "words": ["乡村", "乡"]}},
            "没有“香村”，按简体找到“乡村”“乡”。共 1 条",
        ),
        ({"by": {"how": "latin", "words": ["乡村振兴"]}}, "按拼音找到“乡村振兴”。共 1 条"),
        ({"fails": "search-missing"}, FAILED),
    ],
)
def test_what_was_found_is_said(page: Page, given: dict[str, Any], said: str) -> None:
    answer(page, ask(page, "香村"), **given)
    status = page.get_by_role("status")
    expect(status).to_have_text(said)
    expect(page.locator("#index")).to_be_visible(visible=given.get("total", 1) == 0 or "fails" in given)


def test_an_answer_that_is_overtaken_never_shows(page: Page) -> None:
    first = ask(page, "断")
    second = ask(page, "断桥")
    answer(page, second, total=2)
    expect(page.locator(".results-count")).to_have_text("共 2 条")
    answer(page, first, total=99)
    assert page.evaluate("new Promise(done => setTimeout(done, 50))") is None
    expect(page.locator(".results-count")).to_have_text("共 2 条")
    expect(page.locator(".result-title")).to_have_text(["断桥"])


def test_a_slow_answer_is_announced(page: Page) -> None:
    number = ask(page, "断桥")
    expect(page.get_by_role("status")).to_have_text("正在查找…")
    expect(page.locator("#results")).to_have_attribute("aria-busy", "true")
    answer(page, number)
    expect(page.get_by_role("status")).to_have_text("共 1 条")
    expect(page.locator("#results")).not_to_have_attribute("aria-busy", "true")


def test_a_failed_search_may_be_asked_again(page: Page) -> None:
    answer(page, ask(page, "断桥"), fails="search-missing")
    expect(page.locator(".results-count")).to_contain_text("没有载入")
    page.keyboard.press("Enter")
    wait_until(page, "window.asked.length === 2")
    answer(page, 1)
    expect(page.locator(".results-count")).to_have_text("共 1 条")


def test_markup_in_a_query_stays_text(page: Page) -> None:
    answer(page, ask(page, EVIL), by={"how": "sound", "words": [EVIL]})
    expect(page.locator(".result-title")).to_have_text(EVIL)
    expect(page.locator(".results-count")).to_contain_text("<img src=x")
    assert page.locator("main img").count() == 0


def test_markup_in_the_address_stays_text(page: Page, over: str) -> None:
    page.goto("about:blank")
    page.goto(over + SEARCH + "#topic=" + EVIL + "&sort=" + EVIL + "&q=" + EVIL)
    expect(page.locator(".chip")).to_have_text(EVIL)
    expect(page.locator(".results-count")).not_to_be_empty()
    assert page.locator("main img").count() == 0


def test_the_first_answer_does_not_wait_for_counts(page: Page) -> None:
    page.locator(".filters summary").click()
    wait_until(page, "window.asked.length === 1")
    assert page.evaluate("window.asked[0].options.limit") == 0
    number = ask(page, "断桥")
    answer(page, number)
    expect(page.locator(".result-title")).to_have_count(1)
    wait_until(page, "number => window.asked.length === number + 2", number)
    assert page.evaluate("window.asked.slice(-2).map(one => Boolean(one.options.counts))") == [False, True]
    counts: dict[str, list[Any]] = {name: [] for name in ("issue", "region", "org", "year")}
    topics = {"topic": [{"id": "t", "label": "跨村联建", "count": 7}]}
    answer(page, number + 1, exact=False, facets={**counts, **topics})
    expect(page.locator(".filters label:has(input)")).to_have_text("跨村联建约7")
    expect(page.locator(".filters legend")).to_have_text(["主题"])


def test_nothing_is_asked_while_a_word_is_composed(page: Page) -> None:
    box = page.locator("#q")
    box.dispatch_event("compositionstart")
    box.fill("duan qiao")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.evaluate("window.asked.length") == 0
    box.fill("断桥")
    box.dispatch_event("compositionend")
    wait_until(page, "window.asked.length === 1")
    assert page.evaluate("window.asked[0].query") == "断桥"


def test_a_search_that_does_not_load_is_said(open_page: Open, over: str) -> None:
    """The browser itself reports a missing file, so here the page does not know the name of one."""
    page = open_page()
    page.goto(over + SEARCH)
    page.evaluate("document.querySelector('script[data-search]').removeAttribute('data-search')")
    page.locator("#q").focus()
    expect(page.locator(".results-count")).to_contain_text("搜索没有载入")
    expect(page.locator("#index")).to_be_visible()


def test_without_scripts_the_page_is_the_index(open_page: Open, over: str, built: Built) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(over + SEARCH)
    expect(page.locator("#finder")).to_be_hidden()
    expect(page.locator(".finder-note")).to_be_hidden()
    expect(page.locator(".filters")).to_be_hidden()
    links = {link.get_attribute("href") for link in page.locator("#index li a").all()}
    assert links >= set(built.cases())

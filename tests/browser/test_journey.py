"""A reader's way through the site, opened from a folder: searching, switching, walking, writing."""

import random
import re
from typing import Any, Final
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built import CASE, HOME, ISSUE, SEARCH, Built
from tests.browser.conftest import Open, Visit

pytestmark = pytest.mark.browser

NUMBER: Final = "2024-08-003"
CUTS: Final = 60
EXTRA: Final = ("汶上", "3346", "苑庄镇", "共富工坊", "黄颡鱼", "跨村联建 信用积分")
FIND: Final = """async ([queries, id]) => {
    const lost = [];
    for (const query of queries) {
        const found = await casesite.search(query, {limit: 1000});
        const hit = found.hits.find(one => one.id === id);
        const marked = hit && hit.snippet.includes("<mark>");
        if (!marked || !found.exact || found.total !== found.hits.length) lost.push(query);
    }
    return lost;
}"""
TEXT: Final = """() => {
    const text = document.querySelector("main .prose").cloneNode(true);
    text.querySelectorAll("rt, rp").forEach(one => one.remove());
    return text.textContent;
}"""


def searched(visit: Visit) -> list[str]:
    return [url for url in visit.requests if "/search/" in url or "/assets/search" in url]


def test_the_real_case_is_found_by_any_two_of_its_characters(over: str, page: Page) -> None:
    page.goto(over + CASE)
    text = page.evaluate(TEXT)
    pairs = sorted(set(re.findall("(?=([一-鿿]{2}))", text)))
    assert len(pairs) > 500
    queries = [*random.Random(7).sample(pairs, CUTS), *EXTRA]  # noqa: S311 - a fixed sample
    page.goto(over + HOME)
    assert page.evaluate(FIND, [queries, NUMBER]) == []


def test_what_is_in_no_text_is_not_found(on_disk: str, page: Page) -> None:
    page.goto(on_disk + HOME)
    found = page.evaluate("casesite.search('龘靐')")
    assert (found["total"], found["hits"], found["exact"]) == (0, [], True)


def test_nothing_of_the_search_loads_before_it_is_asked_for(
    over: str, page: Page, visit: Visit, built: Built
) -> None:
    page.goto(over + HOME, wait_until="networkidle")
    assert page.evaluate("casesite.ready.then(() => true)")
    page.goto(over + CASE, wait_until="networkidle")
    page.goto(over + SEARCH, wait_until="networkidle")
    assert searched(visit) == []
    page.evaluate("casesite.search('党员')")
    asked = searched(visit)
    assert asked
    assert len(asked) < len(list((built.folder / "search").iterdir())) / 2


def test_a_query_of_the_masthead_is_answered_on_the_search_page(over: str, page: Page) -> None:
    page.goto(over + HOME)
    page.keyboard.press("/")
    expect(page.locator(".quick input")).to_be_focused()
    page.keyboard.type("黄颡鱼")
    page.keyboard.press("Enter")
    first = page.locator("#results a").first
    first.wait_for()
    assert page.url.startswith(over + SEARCH)
    first.click()
    expect(page.locator("main mark").first).to_have_text(re.compile("黄"))
    assert page.url.startswith(over + CASE)
    assert "".join(page.locator("main .prose mark").all_text_contents())
    page.go_back()
    page.locator("#results mark").first.wait_for()
    assert page.locator("#finder input").input_value() == "黄颡鱼"


def test_the_search_page_works_by_keyboard_alone(over: str, page: Page) -> None:
    page.goto(over + SEARCH)
    box = page.locator("#finder input")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("跨村联建")
    links = page.locator("#results a")
    links.first.wait_for()
    expect(page.locator("#results [role=status]")).to_have_text(re.compile(r"\d"))
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).not_to_be_focused()
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*.html*")
    assert page.locator("main mark").count()


def test_a_slash_that_is_typed_stays_a_slash(on_disk: str, page: Page) -> None:
    page.goto(on_disk + SEARCH)
    page.locator("#finder input").fill("2024")
    page.locator("#finder input").focus()
    page.keyboard.type("/8")
    assert page.locator("#finder input").input_value() == "2024/8"


def test_a_query_without_answer_says_so(on_disk: str, page: Page) -> None:
    page.goto(on_disk + SEARCH)
    page.locator("#finder input").fill("龘靐齉")
    expect(page.locator("#results [role=status]")).not_to_be_empty()
    assert page.locator("#results a").count() == 0


def test_what_is_typed_never_becomes_markup(on_disk: str, page: Page) -> None:
    page.goto(on_disk + SEARCH)
    page.locator("#finder input").fill("<img src=x onerror=alert(1)> 党员")
    expect(page.locator("#results [role=status]")).not_to_be_empty()
    assert page.locator("#results img").count() == 0
    page.goto(on_disk + CASE + "#h=%3Cimg%20src%3Dx%3E&a=%22%3E%3Cb%3E")
    assert page.locator("img[src=x]").count() == 0


def test_from_region_to_case_to_issue_and_back(over: str, page: Page) -> None:
    page.goto(over + HOME)
    page.locator("main a[href='regions/index.html'], .menu a[href='regions/index.html']").first.click()
    page.locator("main .tree a", has_text="苑庄镇").click()
    page.locator("main .card a", has_text="苑庄镇").first.click()
    assert page.url == over + CASE
    page.locator("main .case-head a.seal").click()
    assert page.url == over + ISSUE
    assert page.locator("main .card a", has_text="苑庄镇").count() == 1
    page.go_back()
    assert page.url == over + CASE
    following = page.locator("main [rel=next]").evaluate("one => one.href")
    page.locator("main [rel=next]").click()
    assert page.url == following
    page.locator(".trail a", has_text="第8期").click()
    assert page.url == over + ISSUE
    page.locator("a.name").click()
    assert page.url == over + HOME


def test_contents_lead_to_their_part_of_the_text(over: str, page: Page) -> None:
    page.goto(over + CASE)
    for link in page.locator(".contents a").all():
        link.click()
        anchor = unquote((link.get_attribute("href") or "").removeprefix("#"))
        box = page.locator(f"[id='{anchor}']").bounding_box()
        assert box
        assert -1 <= box["y"] < 720
        assert page.evaluate("decodeURIComponent(location.hash.slice(1))") == anchor


def test_a_letter_carries_the_number_of_the_case(built: Built, on_disk: str, page: Page) -> None:
    for path in built.cases():
        number = path.removeprefix("cases/").removesuffix(".html")
        page.goto(on_disk + path)
        letter = page.locator("#letters a[href^='mailto:']").get_attribute("href") or ""
        assert number in unquote(letter)
        assert re.fullmatch(r"mailto:[\w.@-]+\?subject=[\x21-\x7e]+", letter), letter


def test_a_case_without_letters_says_so(on_disk: str, page: Page, built: Built) -> None:
    silent = [path for path in built.cases() if 'class="letter"' not in built.text(path)]
    assert silent
    page.goto(on_disk + silent[0])
    expect(page.locator("#letters")).to_contain_text("暂无来信")


def test_the_day_of_reading_stands_in_the_citation(on_disk: str, page: Page) -> None:
    page.clock.set_fixed_time("2031-02-03T12:00:00")
    page.goto(on_disk + CASE)
    expect(page.locator("#citation")).to_contain_text("[2031-02-03]")


def test_citation_is_copied_whole(over: str, open_page: Open) -> None:
    page = open_page()
    page.goto(over + CASE)
    page.locator("[data-copy=citation]").click()
    expect(page.locator("[data-copy=citation]")).to_have_text("已复制")
    page.locator(".quick input").focus()
    page.keyboard.press("Control+V")
    wanted: Any = page.locator("#citation").text_content()
    assert page.locator(".quick input").input_value() == wanted.strip()


def test_the_search_is_never_left_waiting(built: Built, on_disk: str, page: Page, visit: Visit) -> None:
    """A part of the index that is missing is said, and no error escapes."""
    page.route(re.compile(r"/search/s\d+"), lambda route: route.abort())
    page.goto(on_disk + HOME)
    found = page.evaluate("casesite.search('党员')")
    assert found["incomplete"] is True
    assert found["exact"] is False
    expected = len(list(built.folder.glob("search/s*.js")))
    assert 0 < len(visit.faults) <= 2 * expected
    visit.faults.clear()  # the browser's own word on what was kept from it

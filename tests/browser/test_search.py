"""Searching as a reader does: from file:// and over http in a subfolder, by keyboard, into the page found."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.spoilt import serving
from tests.conftest import Showcase

pytestmark = pytest.mark.browser

SITE = """\
-- content/cases/bridge.md --
---
title: 山里的断桥
date: 2024-08-20
org: 县委组织部
region: 山东省/济宁市
topics: [跨村联建]
---

## 路不通

两年前，村里的路不通，出门要走两个钟头。

## 架桥

{重庆|chóng qìng}来的技术员说，断桥能修。后来断桥修好了，整合资金3346余万元，人人叫好。
-- content/cases/road.md --
---
title: 看 <i>路</i> & 桥
date: 2024-09-01
---

山路通了，断桥也不再是断桥。
"""
MANY = "".join(
    f"-- content/cases/m{n}.md --\n---\ntitle: 第{n}则\ndate: 2023-01-01\n---\n\n水渠通了。\n"
    for n in range(13)
)


@pytest.fixture(name="public", scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    showcase = Showcase(tmp_path_factory.mktemp("search"))
    showcase.write("content/site.yaml", "title: 案例库\nurl: https://cases.example.org\nid: cases\n")
    showcase.lay(SITE + MANY)
    assert showcase.build()["code"] == 0
    return showcase.root / "public"


@pytest.fixture(name="root", params=["file", "http"], scope="module")
def address(
    request: pytest.FixtureRequest, public: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    if request.param == "file":
        yield public.as_uri() + "/"
        return
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(public, host / "a" / "sub")
    # The host's own, which a browser asks for by itself.
    (host / "favicon.ico").write_bytes(b"")
    with serving(host) as top:
        yield top + "a/sub/"


@pytest.fixture(name="page")
def open_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert errors == []


def test_what_is_typed_is_found_marked_and_opened_at_its_place(page: Page, root: str) -> None:
    page.goto(root + "search.html")
    page.locator("#q").fill("桥修")
    expect(page.locator(".results-count")).to_have_text("共 1 条")
    hit = page.locator("#results li")
    expect(hit.locator(".result-snippet")).to_have_text("后来断桥修好了，整合资金3346余万元，人人叫好。")
    expect(hit.locator(".result-snippet mark")).to_have_text("桥修")
    expect(hit.locator(".result-facts")).to_contain_text("2024-08-20")
    assert page.url == root + "search.html#q=%E6%A1%A5%E4%BF%AE"
    hit.locator("a").click()
    expect(page.locator("main mark")).to_have_text("桥修")
    assert page.url.startswith(root + "cases/bridge.html#h=")


def test_any_page_can_search_by_script(page: Page, root: str) -> None:
    page.goto(root + "cases/road.html")
    page.evaluate("casesite.ready")
    answer = page.evaluate("casesite.search('断桥', {limit: 1, offset: 1})")
    assert (answer["total"], answer["exact"], [hit["url"] for hit in answer["hits"]]) == (
        2,
        True,
        ["cases/road.html"],
    )


def test_nothing_of_the_index_loads_before_it_is_asked_for(page: Page, root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(root + "search.html")
    page.wait_for_load_state()
    assert not [url for url in asked if "/search/" in url]
    page.locator("#q").fill("断桥")
    expect(page.locator("#results li")).to_have_count(2)
    assert [url for url in asked if "/search/directory.js" in url]
    assert all(url.startswith(root) for url in asked)


@pytest.mark.parametrize("tail", ["#q=%E6%96%AD%E6%A1%A5", "?q=%E6%96%AD%E6%A1%A5"])
def test_an_address_carries_its_query(page: Page, root: str, tail: str) -> None:
    page.goto(root + "search.html" + tail)
    expect(page.locator("#results li")).to_have_count(2)
    expect(page.locator("#q")).to_have_value("断桥")


def test_a_title_is_text(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=" + "路 桥")
    first = page.locator("#results li a").first
    expect(first).to_have_text("看 <i>路</i> & 桥")
    expect(first.locator("i")).to_have_count(0)


def test_keys_lead_from_the_box_through_the_results_and_back(page: Page, root: str) -> None:
    page.goto(root + "search.html")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("断桥")
    links = page.locator("#results li a")
    expect(links).to_have_count(2)
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).not_to_be_focused()


def test_nothing_is_searched_while_a_word_is_composed(page: Page, root: str) -> None:
    page.goto(root + "search.html")
    box = page.locator("#q")
    box.fill("水渠")
    expect(page.locator(".results-count")).to_have_text("共 13 条")
    box.dispatch_event("compositionstart")
    box.fill("duan qiao")
    page.wait_for_timeout(400)
    expect(page.locator(".results-count")).to_have_text("共 13 条")
    box.fill("断桥")
    box.dispatch_event("compositionend")
    expect(page.locator(".results-count")).to_have_text("共 2 条")


def test_more_results_come_on_demand_and_take_the_focus(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠")
    expect(page.locator("#results li")).to_have_count(10)
    page.locator(".results-more").click()
    expect(page.locator("#results li")).to_have_count(13)
    expect(page.locator("#results li a").nth(10)).to_be_focused()
    expect(page.locator(".results-more")).to_be_hidden()


def test_nothing_found_is_said(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=无影无踪")
    expect(page.locator(".results-count")).to_contain_text("没有找到")
    page.locator("#q").fill("，。")
    expect(page.locator(".results-count")).to_contain_text("标点不参与搜索")
    page.locator("#q").fill("")
    expect(page.locator(".results-count")).to_be_empty()


def test_the_box_promises_what_is_found(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=2024年8月20日")
    expect(page.locator("#q")).to_have_attribute("placeholder", "输入词语、地名、数字或日期")
    expect(page.locator("#results li")).to_have_count(1)
    expect(page.locator("#results li mark")).to_have_text("2024年8月20日")


def test_a_word_is_marked_under_its_pinyin_and_across_elements(page: Page, root: str) -> None:
    page.goto(root + "cases/bridge.html#h=" + "重庆来的" + "&a=x")
    marks = page.locator("main mark")
    expect(marks.first).to_be_visible()
    assert "".join(marks.all_text_contents()) == "重庆来的"
    assert page.locator("main mark rt").count() == 0
    assert page.locator("main rt").first.text_content() == "chóng"


def test_a_query_between_quotes_is_marked_where_the_text_has_marks(page: Page, root: str) -> None:
    page.goto(root + "cases/bridge.html#h=" + "修好了 整合资金")
    assert page.locator("main p mark").all_text_contents() == ["修好了", "整合资金"]


def test_missing_files_are_said_and_the_rest_is_shown(browser: Browser, public: Path, tmp_path: Path) -> None:
    """The browser itself reports a missing file, so this page's console is not watched."""
    damaged = shutil.copytree(public, tmp_path / "damaged")
    for path in (damaged / "search" / "t").rglob("*.js"):
        if "断桥能修" in path.read_text(encoding="utf-16"):
            path.unlink()
    page = browser.new_page()
    page.goto(damaged.as_uri() + "/search.html#q=断桥")
    expect(page.locator(".results-count")).to_contain_text("约 2 条")
    expect(page.locator(".results-count")).to_contain_text("没有载入")
    expect(page.locator("#results li")).to_have_count(1)
    page.close()

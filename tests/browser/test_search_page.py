"""The search page in a reader's hands: filters, sorting, the address, the way back; over http and from file://."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.spoilt import serving
from tests.conftest import Showcase

pytestmark = pytest.mark.browser

PLACES: Final = ["江州省/云湖市/柳塘县", "江州省/云湖市/鹿鸣县", "江州省/临溪市", "海陵省"]
SITE: Final = """\
-- content/site.yaml --
title: 案例库
url: https://cases.example.org
id: cases
-- content/issues/2024-07.md --
---
number: 第7期
title: 七月
date: 2024-07-31
---

七月的话。
-- content/issues/2024-08.md --
---
number: 第8期
title: 八月
date: 2024-08-31
---

八月的话。
"""
CASES: Final = "".join(
    f"""\
-- content/cases/c{n:02}.md --
---
title: 第{n}则
date: {2023 + n % 2}-0{7 + n % 2}-{n + 1:02}
issue: 2024-0{7 + n % 2}
org: {"县委组织部" if n % 3 else "镇党委"}
region: {PLACES[n % 4]}
topics: [跨村联建, 主题{n % 10}]
figures:
  - {{id: funds, label: 整合资金, value: {n * 7 % 12}, unit: 万元, from: "水渠{n}里长。"}}
---

水渠{n}里长。
"""
    for n in range(12)
)
WIDE: Final = {"width": 1280, "height": 900}
PHONE: Final = {"width": 360, "height": 740}


@pytest.fixture(name="public", scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    showcase = Showcase(tmp_path_factory.mktemp("search"))
    showcase.lay(SITE + CASES)
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
    page = browser.new_page(viewport={"width": WIDE["width"], "height": WIDE["height"]})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert errors == []


def count(page: Page) -> Locator:
    return page.locator(".results-count")


def value(page: Page, kind: str, name: str) -> Locator:
    return page.locator(f".filters input[name={kind}][value='{name}']")


def offered(page: Page, kind: str) -> list[str]:
    """Return the values of a filter as a reader sees them: name and number."""
    lines = page.locator(f".filters label:has(input[name={kind}])").all()
    return [" ".join(line.locator("span").all_text_contents()) for line in lines]


def asked(page: Page) -> list[tuple[str, str]]:
    """Return what the address holds."""
    return parse_qsl(urlsplit(page.url).fragment)


def test_filters_stand_beside_the_results_with_their_counts(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠")
    expect(count(page)).to_have_text("共 12 条")
    expect(value(page, "issue", "2024-08")).to_be_visible()
    assert page.locator(".filters legend").all_text_contents() == ["期", "地区", "主题", "单位", "年份"]
    assert offered(page, "issue") == ["第8期 6", "第7期 6"]
    assert offered(page, "region") == ["江州省 9", "海陵省 3"]
    assert offered(page, "org") == ["县委组织部 8", "镇党委 4"]
    assert offered(page, "year") == ["2024 6", "2023 6"]


def test_choices_of_one_filter_add_up_and_filters_narrow_each_other(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠")
    value(page, "topic", "主题0").check()
    expect(count(page)).to_have_text("共 2 条")
    value(page, "topic", "主题1").check()
    expect(count(page)).to_have_text("共 4 条")
    value(page, "org", "镇党委").check()
    expect(count(page)).to_have_text("共 1 条")
    expect(page.locator(".result-title")).to_have_text("第0则")
    assert asked(page) == [("q", "水渠"), ("topic", "主题0"), ("topic", "主题1"), ("org", "镇党委")]


def test_a_place_opens_into_its_parts_and_gives_way_to_them(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠")
    value(page, "region", "江州省").check()
    expect(count(page)).to_have_text("共 9 条")
    page.get_by_role("button", name="下辖地区 江州省").click()
    value(page, "region", "江州省/云湖市").check()
    expect(count(page)).to_have_text("共 6 条")
    expect(value(page, "region", "江州省")).not_to_be_checked()
    assert asked(page) == [("q", "水渠"), ("region", "江州省/云湖市")]
    page.reload()
    expect(value(page, "region", "江州省/云湖市")).to_be_checked()
    expect(count(page)).to_have_text("共 6 条")


def test_a_long_list_is_folded_and_unfolds_where_it_is(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠")
    expect(value(page, "topic", "跨村联建")).to_be_visible()
    topics = page.locator(".filters input[name=topic]")
    expect(topics).to_have_count(8)
    assert offered(page, "topic")[0] == "跨村联建 12"
    page.locator(".rest").press("Enter")
    expect(topics).to_have_count(11)
    expect(topics.nth(8)).to_be_focused()


def test_chosen_values_are_shown_and_taken_away_again(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠&issue=2024-08&region=海陵省")
    chips = page.locator(".chips button")
    expect(chips).to_have_text(["第8期", "海陵省", "全部去掉"])
    page.get_by_role("button", name="去掉条件：地区 海陵省").click()
    expect(chips).to_have_text(["第8期"])
    expect(chips).to_be_focused()
    expect(count(page)).to_have_text("共 6 条")
    page.goto(root + "search.html#q=水渠&issue=2024-08&region=海陵省")
    chips.last.click()
    expect(chips).to_have_count(0)
    expect(count(page)).to_have_text("共 12 条")


def test_a_choice_keeps_the_focus_and_its_place(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠")
    year = value(page, "year", "2023")
    expect(year).to_be_visible()
    page.set_viewport_size({"width": WIDE["width"], "height": 300})
    year.focus()
    before = year.bounding_box()
    page.keyboard.press("Space")
    expect(count(page)).to_have_text("共 6 条")
    # The filters above have grown shorter.
    expect(page.locator(".filters input[name=issue]")).to_have_count(1)
    expect(year).to_be_focused()
    after = year.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2


def test_filters_alone_list_cases_and_nothing_at_all_shows_the_index(page: Page, root: str) -> None:
    page.goto(root + "search.html")
    index = page.locator("#index")
    page.locator("#q").focus()
    page.locator(".filters summary").click()
    expect(index).to_be_visible()
    value(page, "region", "海陵省").check()
    expect(count(page)).to_have_text("共 3 条")
    expect(index).to_be_hidden()
    expect(page.locator(".result-title")).to_have_text(["第11则", "第7则", "第3则"])
    value(page, "region", "海陵省").uncheck()
    expect(index).to_be_visible()
    expect(count(page)).to_be_empty()


def test_results_are_sorted_by_date_and_by_a_figure(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠")
    order = page.get_by_label("排序")
    expect(order.locator("option")).to_have_text(["相关度", "日期", "整合资金"])
    order.select_option(label="整合资金")
    expect(page.locator(".result-title").first).to_have_text("第5则")
    assert ("sort", "figure:funds") in asked(page)
    order.select_option(label="日期")
    expect(page.locator(".result-title").first).to_have_text("第11则")
    assert asked(page) == [("q", "水渠"), ("sort", "date")]
    page.goto(root + "search.html#q=水渠&sort=figure:funds")
    expect(page.locator(".result-title").first).to_have_text("第5则")
    expect(order.locator("option:checked")).to_have_text("整合资金")


def test_the_way_back_leads_through_what_was_asked(page: Page, root: str) -> None:
    page.goto(root + "search.html")
    page.locator("#q").click()
    page.keyboard.type("水渠1")
    expect(count(page)).to_have_text("共 3 条")
    page.keyboard.press("Backspace")
    expect(count(page)).to_have_text("共 12 条")
    value(page, "region", "海陵省").check()
    expect(count(page)).to_have_text("共 3 条")
    page.go_back()
    expect(count(page)).to_have_text("共 12 条")
    expect(value(page, "region", "海陵省")).not_to_be_checked()
    page.go_back()
    expect(page.locator("#index")).to_be_visible()
    expect(page.locator("#q")).to_have_value("")
    page.go_forward()
    page.go_forward()
    expect(count(page)).to_have_text("共 3 条")
    expect(value(page, "region", "海陵省")).to_be_checked()


def test_what_is_typed_before_the_scripts_have_come_is_one_step_too(page: Page, root: str) -> None:
    page.goto(root + "search.html")
    page.evaluate("document.getElementById('q').value = '水'")
    page.locator("#q").focus()
    expect(count(page)).to_have_text("共 12 条")
    page.keyboard.press("End")
    page.keyboard.type("渠1")
    expect(count(page)).to_have_text("共 3 条")
    page.go_back()
    expect(page.locator("#index")).to_be_visible()


def test_on_the_way_back_from_a_case_as_much_is_shown_as_before(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠")
    page.locator(".results-more").click()
    expect(page.locator(".result")).to_have_count(12)
    page.locator(".result-title").last.click()
    expect(page.locator("main mark").first).to_have_text("水渠")
    page.go_back()
    expect(page.locator(".result")).to_have_count(12)


def test_on_a_phone_the_filters_are_folded_and_load_when_opened(browser: Browser, root: str) -> None:
    page = browser.new_page(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(root + "search.html#q=水渠")
    expect(count(page)).to_have_text("共 12 条")
    assert not [url for url in urls if "facets" in url]
    page.locator(".filters summary").click()
    value(page, "year", "2024").check()
    expect(count(page)).to_have_text("共 6 条")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.close()


def test_nothing_among_what_is_chosen_is_said(page: Page, root: str) -> None:
    page.goto(root + "search.html#q=水渠&region=无此地")
    expect(count(page)).to_contain_text("所选的范围里没有找到")
    page.get_by_role("button", name="去掉条件：地区 无此地").click()
    expect(count(page)).to_have_text("共 12 条")

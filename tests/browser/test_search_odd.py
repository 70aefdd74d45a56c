"""Whatever is typed, pasted or sent as an address is answered, or told why not, and stays text."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.spoilt import ask
from tests.conftest import Showcase

pytestmark = pytest.mark.browser

HOSTILE: Final = "<img src=x onerror=alert(1)>"
SITE: Final = f"""\
-- content/site.yaml --
title: 案例库
url: https://cases.example.org
id: cases
-- content/cases/bridge.md --
---
title: 山里的断桥
date: 2024-08-20
org: 组织“{HOSTILE}”部
topics: ['"><script>alert(2)</script>']
summary: 一句话 {HOSTILE}
---

断桥修好了 {HOSTILE} 人人叫好。50% 的人说 a#b&c=d+e 也是桥。
-- content/cases/road.md --
---
title: 看 <i>路</i> & 桥 {HOSTILE}
date: 2024-09-01
---

断桥🏃🏽‍♀️👨‍👩‍👧‍👦通了。مرحبا بكم في القرية.
"""
FOUND: Final = {
    "markup": HOSTILE,
    "markup that is a topic": '"><script>alert(2)</script>',
    "an element": "<i>路</i>",
    "an open tag": "<i>路",
    "quotes": '"断桥" “修好了”',
    "an open quote": '"断桥',
    "an open Chinese quote": "“断桥",
    "a percent sign": "50%",
    "signs of an address": "a#b&c=d+e",
    "an emoji of many": "🏃🏽‍♀️",
    "a family": "👨‍👩‍👧‍👦",
    "right to left": "مرحبا",
    "an override of direction": "\u202e断桥\u202c",
    "control characters": "\u0007断桥\u001b\0",
    "a byte order mark": "\ufeff断桥\ufeff",
    "white space of all kinds": "\u3000\t断桥\u2028\u00a0",
    "full width": "５０％",
}
"""What a case here holds."""
ANSWERED: Final = {
    "half a character": "\ud83c",
    "the other half": "\udfc3断桥",
    "halves the wrong way round": "\udfc3\ud83c",
    "an expression": "(.*)+$^[a-z]{9}\\d|?",
    "an escape": "\\u003cscript\\u003e",
    "an entity": "&lt;b&gt;&amp;",
    "a name every object has": "__proto__",
    "another": "constructor toString hasOwnProperty",
    "ten thousand characters": "断桥" * 5000,
    "ten thousand of one": "桥" * 10_000,
    "ten thousand letters": "z" * 10_000,
    "thousands of words": " ".join(f"第{n}" for n in range(3000)),
    "thousands of quotes": '"' * 9999,
    "many accents": "e" + "\u0301" * 500,
    "private and unassigned": "\ue000\uf8ff\uffff\ufffe\U000f0000\U0010ffff",
    "a template": "{{7*7}} ${7*7} <%= 7*7 %>",
    "a separator of ours": "||断|桥||",
    "a script's address": "javascript:alert(3)",
}
"""What is no more than answered."""
MARKS: Final = ["，。！？", "...", '""', "“”", "\u200b", "\0", "—— ！", "#", "%", "&"]
STATE: Final = [
    *("#q=%E4%", "#q=%", "#q=%00", "?q=%E4%", "?q=%", "#q", "#q=&q=断桥", "#%", "#=&=&&"),
    *("#sort=figure:%&q=桥", "#sort=no&region=no&topic=no&year=x", "#region=__proto__&region=%E4"),
]
AT_HOME: Final = [
    *("#h=%E4%&a=%", "#h=", "#h=%00", "#h=桥&a=<b>", "#h=(&a=)", "#h=%ED%A0%80桥", "#h=" + "桥" * 9999),
]
LIVE: Final = """Array.from(
    document.querySelectorAll("main :is(img, script, i, b, style, iframe, svg, object, [onerror])"),
    each => each.outerHTML,
)"""
"""What of a page is no text though it should be."""


@pytest.fixture(name="root", scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Build the site, and return its address as a folder's."""
    showcase = Showcase(tmp_path_factory.mktemp("odd")).lay(SITE)
    assert showcase.build()["code"] == 0
    return (showcase.root / "public").as_uri() + "/"


@pytest.fixture(name="page")
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(10_000)
    faults: list[str] = []

    def said(dialog: Dialog) -> None:
        faults.append("a dialog: " + dialog.message)
        dialog.dismiss()

    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("dialog", said)
    yield page
    page.close()
    assert faults == []


def answered(page: Page) -> str:
    """Wait until something is said of the query, and return it; nothing shown has become markup."""
    expect(page.locator(".results-count")).to_have_text(re.compile(r"\S"))
    assert page.evaluate(LIVE) == []
    return page.locator(".results-count").inner_text()


def goes_on(page: Page) -> None:
    """Ask something plain, and find it."""
    ask(page, "山里的断桥")
    expect(page.locator(".results-count")).to_have_text("共 1 条")
    expect(page.locator("#results li .result-title")).to_have_text(["山里的断桥"])


@pytest.mark.parametrize("query", FOUND.values(), ids=FOUND)
def test_what_a_case_holds_is_found_and_marked_there_as_text(page: Page, root: str, query: str) -> None:
    page.goto(root + "search.html")
    ask(page, query)
    assert answered(page) in {"共 1 条", "共 2 条"}
    assert page.locator("#results li mark").all_inner_texts()
    address = page.url
    page.locator("#results li a").first.click()
    expect(page.locator("#text mark").first).to_be_attached()
    assert page.evaluate(LIVE) == []
    # The address holds all of it.
    page.goto(address)
    page.reload()
    assert answered(page) in {"共 1 条", "共 2 条"}
    # White space at its ends is no part of it.
    assert page.locator("#q").input_value() == query.strip("\ufeff\u3000\t\u2028\u00a0")
    goes_on(page)


@pytest.mark.parametrize("query", ANSWERED.values(), ids=ANSWERED)
def test_what_no_case_holds_is_answered_too(page: Page, root: str, query: str) -> None:
    page.goto(root + "search.html")
    ask(page, query)
    answered(page)
    goes_on(page)


@pytest.mark.parametrize("query", MARKS, ids=ascii)
def test_of_marks_alone_it_is_said_that_they_are_not_searched_for(page: Page, root: str, query: str) -> None:
    page.goto(root + "search.html")
    ask(page, query)
    assert "标点不参与搜索" in answered(page)
    goes_on(page)


@pytest.mark.parametrize("state", STATE)
def test_a_broken_address_of_the_search_does_no_harm(page: Page, root: str, state: str) -> None:
    page.goto(root + "search.html" + state)
    if "region=" in state:
        # What is chosen stays chosen, also what no case has, until it is taken back.
        ask(page, "山里的断桥")
        expect(page.locator(".results-count")).to_contain_text("所选的范围里没有找到")
    else:
        goes_on(page)
    assert page.evaluate(LIVE) == []


def test_a_broken_address_of_a_case_does_no_harm(page: Page, root: str) -> None:
    for state in AT_HOME:
        page.goto("about:blank")
        page.goto(root + "cases/road.html" + state)
        page.evaluate("casesite.search('桥')")
        assert page.evaluate(LIVE) == []


def test_a_query_by_script_may_be_no_text_at_all(page: Page, root: str) -> None:
    page.goto(root + "index.html")
    for query in ["null", "undefined", "123", "{}", "[]", "'\\ud800'", "'\\u0000'"]:
        answer = page.evaluate(f"casesite.search({query})")
        assert isinstance(answer["total"], int)

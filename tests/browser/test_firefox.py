"""Searching in Firefox: over http in a subfolder and from `file://`, by mouse, by keyboard, by address."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.firefox import Firefox, missing, running
from tests.browser.spoilt import serving
from tests.conftest import Showcase

pytestmark = pytest.mark.browser

FILLER = "\n\n".join(f"第{n}段，说的是别的事。" for n in range(60))
SITE = f"""\
-- content/site.yaml --
title: 案例库
url: https://cases.example.org
id: cases
-- content/cases/bridge.md --
---
title: 山里的桥
date: 2024-08-20
topics: [跨村联建]
---

## 路不通

{FILLER}

## 架桥

{{重庆|chóng qìng}}来的技术员说，断桥能修。后来断桥修好了，整合资金3346余万元，人人叫好。
-- content/cases/road.md --
---
title: 看 <i>路</i> & 桥
date: 2024-09-01
---

山路通了，那座断桥也不再拦人。
"""
COUNT = "document.querySelector('.results-count')?.textContent"
FOCUS = "document.activeElement.id || document.activeElement.textContent"


@pytest.fixture(name="public", scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    showcase = Showcase(tmp_path_factory.mktemp("firefox")).lay(SITE)
    assert showcase.build()["code"] == 0
    return showcase.root / "public"


@pytest.fixture(name="browser", scope="module")
def started() -> Iterator[Firefox]:
    if reason := missing():
        pytest.skip(reason)
    with running() as browser:
        yield browser


@pytest.fixture(name="root", params=["file", "http"], scope="module")
def address(
    request: pytest.FixtureRequest, public: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    if request.param == "file":
        yield public.as_uri() + "/"
        return
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(public, host / "a" / "sub")
    with serving(host) as top:
        yield top + "a/sub/"


@pytest.fixture(name="firefox")
def watched(browser: Firefox, root: str) -> Iterator[Firefox]:
    """Open a tab whose complaints, and whose requests outside the site, fail the test."""
    browser.fresh()
    yield browser
    seen = browser.seen()
    assert seen.faults == []
    assert [one for one in seen.requests if not one.startswith((root, "data:"))] == []


def test_what_is_typed_is_found_marked_and_opened_at_its_place(firefox: Firefox, root: str) -> None:
    firefox.open(root + "search.html")
    firefox.click("#q")
    firefox.type("桥修")
    firefox.shows(COUNT, "共 1 条")
    firefox.texts("#results li .result-title", ["山里的桥"])
    firefox.texts("#results li mark", ["桥修"])
    firefox.shows("location.href", root + "search.html#q=" + quote("桥修"))
    firefox.click("#results li a")
    firefox.texts("#text mark", ["桥修"])
    assert firefox.evaluate("location.href").startswith(root + "cases/bridge.html#h=" + quote("桥修"))
    # Far down a long page, and on the screen.
    firefox.shows("scrollY > innerHeight", True)
    place = "(box => box.top > 0 && box.bottom < innerHeight)"
    firefox.shows(place + "(document.querySelector('#text mark').getBoundingClientRect())", True)


def test_keys_lead_from_the_page_to_a_hit_and_on(firefox: Firefox, root: str) -> None:
    firefox.open(root + "search.html")
    firefox.press("/")
    firefox.shows(FOCUS, "q")
    firefox.type("断桥")
    firefox.shows(COUNT, "共 2 条")
    titles = ["看 <i>路</i> & 桥", "山里的桥"]
    order = "Array.from(document.querySelectorAll('#results li a'), e => e.textContent)"
    firefox.shows(f"{order}.sort().join()", ",".join(sorted(titles)))
    first, second = firefox.evaluate(order)
    for key, focus in [("ArrowDown", first), ("ArrowDown", second), ("ArrowUp", first), ("ArrowUp", "q")]:
        firefox.press(key)
        firefox.shows(FOCUS, focus)
    firefox.press("Escape")
    firefox.shows("document.activeElement === document.body", True)
    firefox.press("/", "ArrowDown", "Enter")
    firefox.shows("[...document.querySelectorAll('#text mark')].map(e => e.textContent)[0]", "断桥")


def test_an_address_carries_its_query_and_a_reload_keeps_it(firefox: Firefox, root: str) -> None:
    firefox.open(root + "search.html#q=" + quote("断桥"))
    firefox.shows(COUNT, "共 2 条")
    firefox.shows("document.querySelector('#q').value", "断桥")
    firefox.click("#q")
    firefox.press("Backspace", "Backspace")
    firefox.type("万元")
    firefox.shows(COUNT, "共 1 条")
    firefox.reload()
    firefox.shows(COUNT, "共 1 条")
    firefox.shows("document.querySelector('#q').value", "万元")


def test_a_word_is_found_by_its_pinyin(firefox: Firefox, root: str) -> None:
    firefox.open(root + "search.html")
    firefox.click("#q")
    firefox.type("kuacun")
    firefox.texts("#results li .result-title", ["山里的桥"])


def test_nothing_found_is_said(firefox: Firefox, root: str) -> None:
    firefox.open(root + "search.html#q=" + quote("无影无踪"))
    firefox.shows(f"{COUNT}?.includes('没有找到')", True)


def test_nothing_of_the_index_loads_before_it_is_asked_for(firefox: Firefox, root: str) -> None:
    firefox.open(root + "search.html")
    assert [one for one in firefox.seen().requests if "/search/" in one] == []
    firefox.click("#q")
    firefox.type("断桥")
    firefox.shows(COUNT, "共 2 条")
    assert [one for one in firefox.seen().requests if "/search/directory.js" in one]


def test_any_page_can_search_by_script(firefox: Firefox, root: str) -> None:
    firefox.open(root + "cases/road.html")
    answer = firefox.evaluate("casesite.search('断桥', {limit: 2})")
    assert (answer["total"], answer["exact"]) == (2, True)
    assert sorted(hit["url"] for hit in answer["hits"]) == ["cases/bridge.html", "cases/road.html"]

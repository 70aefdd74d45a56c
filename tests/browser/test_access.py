"""Pages are for everybody: sound markup, keys that go everywhere and show where, nothing that overflows."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from tests.browser.built import CASE, HOME, ISSUE, KINDS, LIST, SEARCH, Built
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

HERE: Final = Path(__file__).parent
MODULES: Final = HERE / "node_modules"
STOP: Final = """() => {
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const style = getComputedStyle(here), box = here.getBoundingClientRect();
    return {
        what: (here.outerHTML.match(/^<[^>]*>/) || [""])[0],
        inside: Boolean(here.closest("main")),
        mark: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.outlineColor,
        shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth,
    };
}"""
WIDER: Final = """() => [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
        && !one.closest(".unseen, .table, pre") && getComputedStyle(one).visibility !== "hidden")
    .map(one => one.outerHTML.slice(0, 120)).slice(0, 5)"""
TARGETS: Final = "button, summary, input, label, .menu a, .pager a, .contents a, .facts a"
SMALL: Final = """targets => [...document.querySelectorAll(targets)]
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && !(one.matches("input") && one.closest("label")))
    .filter(([one, box]) => box.height < 24 || box.width < 24)
    .map(([one, box]) => one.outerHTML.slice(0, 100) + ` ${box.width} × ${box.height}`)"""


def test_html_validate_finds_nothing(built: Built, tmp_path: Path) -> None:
    program = MODULES / "html-validate" / "bin" / "html-validate.mjs"
    node = shutil.which("node")
    if node is None or not program.is_file():
        pytest.skip("html-validate is not installed: tests/run does it")
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><p id=a><div id=a></div>", encoding="utf-8")

    def judge(*paths: str) -> list[str]:
        done = subprocess.run(
            [node, str(program), "--config", str(HERE / "htmlvalidate.json"), "--formatter", "json", *paths],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stdout, done.stderr
        return [
            f"{Path(file['filePath']).name}:{one['line']}: {one['ruleId']}: {one['message']}"
            for file in json.loads(done.stdout)
            for one in file["messages"]
        ]

    assert judge(str(wrong))
    assert judge(*(str(built.folder / path) for path in built.pages())) == []


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_one_stop_before_the_text_and_each_stop_is_seen(path: str, on_disk: str, page: Page) -> None:
    page.goto(on_disk + path)
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 3
    assert 'class="skip"' in stops[0]["what"]
    assert stops[1]["inside"] or not any(stop["inside"] for stop in stops)
    assert [stop["what"] for stop in stops if not stop["mark"]] == []
    assert [stop["what"] for stop in stops if not stop["shown"]] == []


def test_the_skip_link_leads_to_the_menu(on_disk: str, page: Page) -> None:
    page.goto(on_disk + CASE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#menu'))")


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_nothing_scrolls_sideways(path: str, on_disk: str, open_page: Open) -> None:
    """At 320 px, and with text of twice the size."""
    narrow = open_page(viewport={"width": 320, "height": 640})
    narrow.goto(on_disk + path)
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320, narrow.evaluate(WIDER)
    narrow.evaluate("document.documentElement.dataset.size = 'huge'")
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320, narrow.evaluate(WIDER)
    wide = open_page(viewport={"width": 1280, "height": 900})
    wide.goto(on_disk + path)
    size = "parseFloat(getComputedStyle(document.querySelector('main p, main li')).fontSize)"
    before = wide.evaluate(size)
    root = wide.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    wide.evaluate("size => { document.documentElement.style.fontSize = size + 'px'; }", 2 * root)
    assert wide.evaluate(size) == pytest.approx(2 * before)
    assert wide.evaluate("document.documentElement.scrollWidth") <= 1280, wide.evaluate(WIDER)


@pytest.mark.parametrize("path", [HOME, CASE, ISSUE, LIST, SEARCH])
@pytest.mark.parametrize("width", [360, 1280])
def test_targets_are_large_enough(path: str, width: int, on_disk: str, open_page: Open) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(on_disk + path)
    page.locator(".panel summary").click()
    assert page.evaluate(SMALL, TARGETS) == []


def test_the_panel_opens_and_closes_by_keyboard(on_disk: str, page: Page) -> None:
    page.goto(on_disk + CASE)
    summary = page.locator(".panel summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.panel input')")
    page.keyboard.press("Escape")
    assert page.locator(".panel[open]").count() == 0
    assert page.evaluate("document.activeElement.matches('.panel summary')")

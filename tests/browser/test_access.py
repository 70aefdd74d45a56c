"""Pages are for everybody: axe and html-validate find nothing, keys go everywhere, nothing overflows."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.browser.built import CASE, HOME, ISSUE, KINDS, LIST, SEARCH, Built
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

HERE: Final = Path(__file__).parent
MODULES: Final = HERE / "node_modules"
LOOKS: Final[dict[str, dict[str, Any]]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
}
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE: Final = """rules => axe.run(document, {
    runOnly: {type: "tag", values: rules},
    rules: {"target-size": {enabled: true}},
    preload: false,  // it would fetch style sheets, which a page opened from a folder may not
    resultTypes: ["violations"],
}).then(found => found.violations.map(
    one => [one.id, one.nodes.map(node => node.target.join(" ") + ": " + node.failureSummary)]
))
"""
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


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the text of axe-core."""
    path = MODULES / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("axe-core is not installed: tests/run does it")
    return path.read_text(encoding="utf-8")


def judged(page: Page, axe: str) -> list[Any]:
    page.evaluate(axe)
    found: list[Any] = page.evaluate(AXE, RULES)
    return found


def show(page: Page, look: str) -> None:
    page.emulate_media(color_scheme=LOOKS[look]["color_scheme"])
    page.set_viewport_size(LOOKS[look]["viewport"])


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, on_disk: str, page: Page, axe: str) -> None:
    page.goto(on_disk + KINDS[kind])
    for look in LOOKS:
        show(page, look)
        assert judged(page, axe) == [], look


@pytest.mark.parametrize(
    "kept",
    [
        {"pinyin": "off"},
        {"pinyin": "names", "size": "huge", "spacing": "wide"},
        {"contrast": "high"},
        {"contrast": "high", "theme": "dark"},
        {"plain": "on", "theme": "dark"},
    ],
    ids=lambda kept: "-".join(kept.values()),
)
def test_axe_finds_nothing_in_what_a_reader_may_choose(
    kept: dict[str, str], on_disk: str, page: Page, axe: str
) -> None:
    page.goto(on_disk + CASE)
    page.evaluate("kept => localStorage.setItem('casesite', JSON.stringify(kept))", kept)
    page.reload()
    page.locator(".panel summary").click()
    for look in ("light", "phone"):
        show(page, look)
        assert judged(page, axe) == [], look


def test_axe_finds_nothing_on_the_results_of_a_search(on_disk: str, page: Page, axe: str) -> None:
    page.goto(on_disk + SEARCH)
    page.locator("#finder input").fill("党员")
    page.locator("#results mark").first.wait_for()
    for look in LOOKS:
        show(page, look)
        assert judged(page, axe) == [], look


def test_axe_finds_nothing_on_an_older_page_of_a_list(
    built: Built, on_disk: str, page: Page, axe: str
) -> None:
    older = [path for path in built.pages() if path.startswith(LIST.removesuffix(".html")) and path != LIST]
    assert older, "the list has one page only"
    page.goto(on_disk + older[0])
    assert page.locator(".pager a").count()
    for look in LOOKS:
        show(page, look)
        assert judged(page, axe) == [], look


def test_axe_would_find_a_fault(on_disk: str, page: Page, axe: str) -> None:
    page.goto(on_disk + HOME)
    page.evaluate("document.querySelector('.name').style.color = '#ddd'")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert {"color-contrast", "button-name"} <= {rule for rule, _ in judged(page, axe)}


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
@pytest.mark.parametrize("look", ["light", "phone"])
def test_targets_are_large_enough(path: str, look: str, on_disk: str, page: Page) -> None:
    show(page, look)
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

"""Pages are for everybody, by axe: on every kind of page, by day, by night, on a phone, with each choice."""

from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.browser.built import CASE, HOME, KINDS, LIST, SEARCH, Built

pytestmark = pytest.mark.browser

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


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the text of axe-core."""
    path = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
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
    page.locator(".filters input[name=topic]").first.check()
    page.locator(".chips button").first.wait_for()
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

"""Reading: by day and by night, in larger type, on paper, and without a jump."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.browser.built import ALL, CASE, HOME, ISSUE, KINDS, LIST, SEARCH, Built
from tests.browser.conftest import Open
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser

PAGES_OF_PAPER: Final = 3
"""For a case of some 2,000 characters, on A4."""
PAPER: Final = "getComputedStyle(document.body).backgroundColor"
SHIFTS: Final = """
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(one => window.shifts.push([
        one.value,
        one.sources.map(({node}) => node && (node.outerHTML || node.data || "").slice(0, 80)),
    ]))).observe({type: "layout-shift", buffered: true});
"""
PALE: Final = """() => {
    // Each text that is printed, with less contrast to white than print needs; the prose itself is black.
    const light = part => part <= 10 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), pale = [];
    while (walker.nextNode()) {
        const holder = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !holder.getClientRects().length) continue;
        const [red, green, blue, alpha = 1] = getComputedStyle(holder).color.match(/[0-9.]+/g).map(Number);
        const contrast = 1.05 / (0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue) + 0.05);
        const least = holder.matches(".prose > p, .prose li, h1, h2, h3") ? 18 : 6;
        if (contrast < least || alpha < 0.9) pale.push(holder.outerHTML.slice(0, 100));
    }
    return pale;
}"""
FILLED: Final = """() => [...document.querySelectorAll("body, body *")]
    .filter(one => one.getClientRects().length)
    .map(one => [one.outerHTML.slice(0, 80), getComputedStyle(one).backgroundColor])
    .filter(([_, colour]) => !["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(colour))"""
GROW: Final = """least => {
    // Repeats paragraphs of a text until it has so many characters, and returns how many it has.
    const prose = document.querySelector("main .prose"), own = [...prose.querySelectorAll(":scope > p")];
    const count = () => {
        const text = prose.cloneNode(true);
        text.querySelectorAll("rt, rp").forEach(one => one.remove());
        return text.textContent.replace(/\\s/g, "").length;
    };
    for (let at = 0; count() < least; at++) prose.append(own[at % own.length].cloneNode(true));
    return count();
}"""
CHROME: Final = ".masthead, .foot, .skip, nav, form, button, .panel, input"


def choose(page: Page, name: str, value: str) -> None:
    if not page.locator(".panel[open]").count():
        page.locator(".panel summary").click()
    page.locator(f".panel input[name={name}][value='{value}']").check()


def test_day_and_night_follow_the_machine_until_the_reader_chooses(over: str, open_page: Open) -> None:
    page = open_page(color_scheme="light")
    page.goto(over + HOME)
    day = page.evaluate(PAPER)
    page.emulate_media(color_scheme="dark")
    night = page.evaluate(PAPER)
    assert day != night
    choose(page, "theme", "light")
    assert page.evaluate(PAPER) == day
    page.goto(over + CASE)
    assert page.evaluate(PAPER) == day
    choose(page, "theme", "dark")
    page.emulate_media(color_scheme="light")
    page.goto(over + ISSUE)
    assert page.evaluate(PAPER) == night
    choose(page, "theme", "")
    assert page.evaluate(PAPER) == day


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("size", "large", "fontSize"),
        ("size", "huge", "fontSize"),
        ("spacing", "wide", "lineHeight"),
        ("contrast", "high", "color"),
    ],
)
def test_choices_are_seen_at_once_and_kept(name: str, value: str, what: str, over: str, page: Page) -> None:
    look = f"getComputedStyle(document.querySelector('main .prose p')).{what}"
    page.goto(over + CASE)
    before = page.evaluate(look)
    choose(page, name, value)
    chosen = page.evaluate(look)
    assert chosen != before
    page.goto(over + HOME)
    page.goto(over + CASE)
    assert page.evaluate(look) == chosen
    choose(page, name, "")
    assert page.evaluate(look) == before


def test_the_plain_form_keeps_the_text_only(on_disk: str, page: Page) -> None:
    page.goto(on_disk + CASE)
    choose(page, "plain", "on")
    assert page.locator(".related").is_hidden()
    assert page.locator("main .prose").is_visible()


@pytest.mark.parametrize(
    "choice", [{}, {"theme": "dark"}, {"contrast": "high", "theme": "dark"}, {"size": "huge"}]
)
def test_paper_is_white_and_holds_no_chrome(choice: dict[str, str], on_disk: str, open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    for path in (CASE, ISSUE, HOME, LIST):
        page.goto(on_disk + path)
        page.evaluate("choice => Object.assign(document.documentElement.dataset, choice)", choice)
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate(PALE) == [], path
        assert page.evaluate(FILLED) == [], path
        assert [
            one.evaluate("one => one.outerHTML") for one in page.locator(CHROME).all() if one.is_visible()
        ] == [], path
        page.emulate_media(media="screen")


def test_paper_names_where_outside_links_lead(built: Built, on_disk: str, page: Page) -> None:
    """No address of the site itself is printed."""
    linking = [
        path
        for path in built.pages()
        if path != KINDS["missing"]
        and any(tag == "a" and "://" in to for tag, to in built.markup(path).links)
    ]
    assert linking
    for path in linking:
        page.goto(on_disk + path)
        page.emulate_media(media="print")
        links = page.locator("main a").evaluate_all(
            "all => all.map(one => [one.getAttribute('href'), getComputedStyle(one, '::after').content])"
        )
        outside = [(to, shown) for to, shown in links if "://" in to]
        assert outside
        assert all(to in shown for to, shown in outside)
        assert all(shown == "none" for to, shown in links if "://" not in to)


def test_a_case_fits_on_three_sheets(on_disk: str, page: Page, tmp_path: Path) -> None:
    """One of 2,000 characters with its picture, figures and facts; and one with pinyin on every character."""
    paper = tmp_path / "case.pdf"
    page.goto(on_disk + CASE)
    assert page.evaluate(GROW, 2000) >= 2000
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    assert 1 < _sheets(paper) <= PAGES_OF_PAPER
    page.goto(on_disk + ALL)
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    assert 1 <= _sheets(paper) <= PAGES_OF_PAPER


@pytest.mark.parametrize(
    "path", [HOME, CASE, ALL, ISSUE, SEARCH, LIST], ids=["home", "case", "all", "issue", "search", "list"]
)
@pytest.mark.parametrize(
    "kept", ["{}", '{"pinyin": "off", "size": "huge", "theme": "dark"}'], ids=["plain", "chosen"]
)
def test_nothing_jumps_while_a_page_opens(path: str, kept: str, over: str, page: Page) -> None:
    page.goto(over + HOME)
    page.evaluate("kept => localStorage.setItem('casesite', kept)", kept)
    page.add_init_script(SHIFTS)
    page.goto(over + path, wait_until="networkidle")
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(100)
    shifts: list[tuple[float, Any]] = page.evaluate("window.shifts")
    assert round(sum(value for value, _ in shifts), 3) == 0, shifts  # as fine as it is ever reported


def test_the_watch_for_jumps_sees_one(on_disk: str, page: Page) -> None:
    page.add_init_script(SHIFTS)
    page.goto(on_disk + CASE)
    page.evaluate(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {"
        " document.querySelector('main').style.marginTop = '200px'; setTimeout(done, 200); })))"
    )
    assert page.evaluate("window.shifts")


def test_pictures_keep_their_place_and_say_what_they_show(built: Built, on_disk: str, page: Page) -> None:
    seen = 0
    for path in (path for path in built.pages() if any(tag == "img" for tag, _ in built.markup(path).links)):
        page.goto(on_disk + path)
        pictures: list[dict[str, Any]] = page.locator("img").evaluate_all(
            "all => all.map(one => ({src: one.src, alt: one.getAttribute('alt'),"
            " width: one.getAttribute('width'), height: one.getAttribute('height')}))"
        )
        seen += len(pictures)
        for one in pictures:
            assert one["alt"], one
            assert int(one["width"]) > 0, one
            assert int(one["height"]) > 0, one
        page.locator("img").evaluate_all("all => all.forEach(one => one.loading = 'eager')")
        wait_until(page, "[...document.images].every(one => one.complete && one.naturalWidth)")
    assert seen > 5


def _sheets(paper: Path) -> int:
    """Count the pages of a PDF by its objects."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper.read_bytes()))

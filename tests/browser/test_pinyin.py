"""Pinyin is the reader's to switch, keeps its distance, and is never taken along."""

import json
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.browser.built import ALL, CASE, HOME, PINYIN, Built
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

SHOWN: Final = (
    "() => [...document.querySelectorAll('main rt')].filter(one => one.getClientRects().length).length"
)
INK: Final = """() => {
    // Neighbours in a line, by the ink of each syllable, without the room around it.
    const boxes = [...document.querySelectorAll("main rt")].map(one => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return [one.textContent, range.getBoundingClientRect()];
    });
    const gaps = [];
    for (let at = 1; at < boxes.length; at++) {
        const [before, left] = boxes[at - 1], [after, right] = boxes[at];
        const together = Math.abs(left.top - right.top) < 2 && right.left > left.left;
        if (together) gaps.push([right.left - left.right, before, after]);
    }
    return gaps;
}"""
SIZES: Final = (
    "() => [...document.querySelectorAll('main rt')].map(one => parseFloat(getComputedStyle(one).fontSize))"
)
ORDER: Final = """
    window.order = [];
    new MutationObserver(() => {
        const root = document.documentElement;
        if (root && root.dataset.pinyin && !window.order.length) {
            window.order.push(document.body === null, document.styleSheets.length);
        }
    }).observe(document, {attributes: true, subtree: true, childList: true});
"""


def choose(page: Page, name: str, value: str) -> None:
    if not page.locator(".panel[open]").count():
        page.locator(".panel summary").click()
    page.locator(f".panel input[name={name}][value='{value}']").check()


def test_the_switch_turns_pinyin_off_and_on_and_is_kept(over: str, page: Page) -> None:
    page.goto(over + CASE)
    shown = page.evaluate(SHOWN)
    assert shown > 20
    choose(page, "pinyin", "off")
    assert page.evaluate(SHOWN) == 0
    page.goto(over + ALL)
    assert page.evaluate(SHOWN) == 0
    assert page.locator(".panel input[name=pinyin][value=off]").is_checked()
    choose(page, "pinyin", "")
    assert page.evaluate(SHOWN) > 500
    page.goto(over + CASE)
    assert page.evaluate(SHOWN) == shown


def test_a_reader_may_keep_names_or_hard_characters_only(on_disk: str, page: Page) -> None:
    """What the author marked stays with both."""
    page.goto(on_disk + ALL)
    every, hard, names = (
        page.locator(f"main {kept} rt").count() for kept in ("ruby", "ruby:not(.a)", "ruby:not(.a, .h)")
    )
    assert 0 < names <= hard < every
    assert page.evaluate(SHOWN) == every
    for choice, count in (("hard", hard), ("names", names), ("off", 0), ("", every)):
        choose(page, "pinyin", choice)
        assert page.evaluate(SHOWN) == count, choice


def test_the_switch_moves_nothing_above_the_text(over: str, page: Page) -> None:
    page.goto(over + ALL)
    page.locator(".panel summary").click()
    switch = page.locator(".panel input[name=pinyin][value=off]")
    before, scrolled = switch.bounding_box(), page.evaluate("scrollY")
    switch.check()
    assert switch.bounding_box() == before
    assert page.evaluate("scrollY") == scrolled
    assert page.locator(".panel[open]").count() == 1


def test_a_choice_holds_before_anything_is_painted(over: str, page: Page) -> None:
    page.goto(over + CASE)
    choose(page, "pinyin", "off")
    page.add_init_script(ORDER)
    page.reload()
    assert page.evaluate("window.order") == [True, 0], "the choice came after the body or after a style sheet"


def test_a_memory_that_is_closed_or_spoilt_does_no_harm(on_disk: str, page: Page) -> None:
    page.goto(on_disk + CASE)
    for spoilt in ("{", "null", "7", '{"pinyin": {}}', '"off"'):
        page.evaluate("text => localStorage.setItem('casesite', text)", spoilt)
        page.reload()
        assert page.locator("main rt").first.is_visible(), spoilt
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed'); }});"
    )
    page.reload()
    assert page.locator("main rt").first.is_visible()
    choose(page, "pinyin", "off")
    assert page.evaluate(SHOWN) == 0


def test_nothing_copied_holds_pinyin(over: str, page: Page) -> None:
    """Neither what the selection says, nor what is pasted elsewhere."""
    page.goto(over + ALL)
    wanted = page.evaluate(
        """() => {
            const part = document.querySelector("main .prose p:has(rt)"), plain = part.cloneNode(true);
            plain.querySelectorAll("rt, rp").forEach(one => one.remove());
            getSelection().selectAllChildren(part);
            return plain.textContent;
        }"""
    )
    assert len(wanted) > 20
    assert page.evaluate("getSelection().toString().trim()") == wanted
    page.keyboard.press("Control+C")
    page.locator(".quick input").focus()
    page.keyboard.press("Control+V")
    assert page.locator(".quick input").input_value() == wanted


def test_a_line_break_between_copied_paragraphs_stays(on_disk: str, page: Page) -> None:
    page.goto(on_disk + CASE)
    page.evaluate(
        """() => {
            const all = document.querySelectorAll("main .prose > p"), range = document.createRange();
            range.setStart(all[0], 0);
            range.setEnd(all[1], all[1].childNodes.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            document.body.append(document.createElement("textarea"));
        }"""
    )
    page.keyboard.press("Control+C")
    page.locator("body > textarea").focus()
    page.keyboard.press("Control+V")
    pasted = page.locator("body > textarea").input_value()
    assert "\n" in pasted
    assert not PINYIN.search(pasted)
    assert "(" not in pasted


@pytest.mark.parametrize("width", [360, 1280])
def test_neighbouring_syllables_never_touch(width: int, on_disk: str, open_page: Open) -> None:
    """Within a word and between words, in text, headings and tables, in every size."""
    page = open_page(viewport={"width": width, "height": 900})
    for path, least in ((CASE, 40), (ALL, 500)):
        page.goto(on_disk + path)
        for size in ("", "large", "huge"):
            page.evaluate("size => document.documentElement.dataset.size = size", size)
            gaps = page.evaluate(INK)
            assert len(gaps) > least
            assert min(gaps)[0] >= 1, sorted(gaps)[:10]


@pytest.mark.parametrize("path", [CASE, ALL])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_syllable_is_never_smaller_than_ten_pixels(
    path: str, width: int, on_disk: str, open_page: Open
) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(on_disk + path)
    assert min(page.evaluate(SIZES)) >= 10


def test_pinyin_is_there_without_a_script(over: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(over + CASE)
    first = page.locator("main .prose rt").first
    assert first.is_visible()
    assert page.locator(".panel").is_hidden()


def test_characters_are_there_for_those_who_listen(on_disk: str, page: Page) -> None:
    """Nothing of a marked word is hidden from a screen reader, whatever the switch says."""
    page.goto(on_disk + CASE)
    assert page.locator("ruby[aria-hidden], ruby [aria-hidden], [aria-hidden] ruby").count() == 0
    choose(page, "pinyin", "off")
    title = page.title().partition(" · ")[0]
    assert f'heading"{title}"' in page.locator("h1").aria_snapshot().replace(" ", "")


def test_pinyin_is_not_where_it_would_be_read_as_text(built: Built) -> None:
    for path in [HOME, *built.cases(), *(one for one in built.pages() if one.startswith("issues/"))]:
        markup = built.markup(path)
        for text in (
            markup.title,
            markup.meta.get("description", ""),
            markup.meta.get("og:title", ""),
            *markup.ids,
        ):
            assert not PINYIN.search(text), (path, text)
    for name in ("feed.xml", "feed.json", "cases.json", "cases.csv", "sitemap.xml"):
        assert "<rt" not in built.text(name)
        assert "&lt;rt" not in built.text(name)
    cases: dict[str, Any] = json.loads(built.text("cases.json"))
    listed = cases["cases"] if isinstance(cases, dict) else cases
    assert len(listed) == len(built.cases())
    assert not PINYIN.search(json.dumps(listed, ensure_ascii=False))
    assert not PINYIN.search(built.text("cases.csv"))
    for part in (built.folder / "search").glob("d*.js"):
        assert "<rt" not in part.read_text(encoding="utf-8")

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


OFFERED: Final = """() => [...document.querySelectorAll(".panel input[name=pinyin]")]
    .filter(one => one.getClientRects().length).map(one => one.parentNode.textContent.trim())"""


def test_the_panel_offers_what_the_page_holds(over: str, page: Page) -> None:
    for path, kinds, offered in (
        (HOME, set(), []),
        (CASE, {"n", "m"}, ["不注", "人名地名"]),
        (ALL, {"n", "h", "a"}, ["不注", "人名地名", "难字", "全部"]),
    ):
        page.goto(over + path)
        held = page.evaluate("() => [...document.querySelectorAll('main ruby')].map(one => one.className)")
        assert set(held) <= kinds | {"m"}
        page.locator(".panel summary").click()
        assert page.evaluate(OFFERED) == offered, path
        assert page.locator(".panel input[name=pinyin]:visible:checked").count() == bool(offered)


def test_a_kept_choice_shows_as_what_it_means_on_the_page(on_disk: str, page: Page) -> None:
    page.goto(on_disk + ALL)
    choose(page, "pinyin", "hard")
    page.goto(on_disk + CASE)
    page.locator(".panel summary").click()
    assert page.locator(".panel input[name=pinyin][value='']").is_checked()
    page.goto(on_disk + ALL)
    assert page.locator(".panel input[name=pinyin][value=hard]").is_checked()


def test_the_choice_is_made_with_the_keyboard_alone(on_disk: str, page: Page) -> None:
    page.goto(on_disk + ALL)
    page.locator(".panel summary").focus()
    page.keyboard.press("Enter")
    page.locator(".panel input[name=pinyin]:checked").focus()
    assert page.get_by_role("group", name="拼音").get_by_role("radio", name="全部").is_checked()
    page.keyboard.press("ArrowUp")
    assert page.get_by_role("radio", name="难字").is_checked()
    assert page.evaluate("document.documentElement.dataset.pinyin") == "hard"


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


def test_all_of_a_page_is_copied_without_pinyin(over: str, page: Page) -> None:
    page.goto(over + ALL)
    # Letters with tone marks that stand in the text itself, beside those of ruby.
    assert page.locator("main rt").count() > 500
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.keyboard.press("Control+A")
    assert not PINYIN.search(page.evaluate("getSelection().toString()"))
    page.keyboard.press("Control+C")
    page.locator("body > textarea").focus()
    page.keyboard.press("Control+V")
    pasted = page.locator("body > textarea").input_value()
    assert page.title().partition(" · ")[0] in pasted
    assert not PINYIN.search(pasted)


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

"""How pinyin stands on the page: apart, even, large enough, and never at the cost of a line's beginning."""

from typing import Final

import pytest

from tests.browser.built import ALL, CASE
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

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
LINES: Final = """() => [...document.querySelectorAll("main .prose > p")].flatMap(one => {
    // The distance between the feet of neighbouring lines of each paragraph.
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), feet = new Set();
    for (let node; node = walk.nextNode();) {
        if (node.parentElement.closest("rt, rp, sup") || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) feet.add(Math.round(box.bottom));
    }
    const sorted = [...feet].sort((a, b) => a - b).filter((foot, at, all) => !at || foot - all[at - 1] > 8);
    return sorted.slice(1).map((foot, at) => foot - sorted[at]);
})"""
STARTS: Final = """() => {
    // What closes a phrase and stands at the start of a line.
    const found = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    let last = null;
    for (let node; node = walk.nextNode();) {
        if (node.parentElement.closest("rt, rp")) continue;
        for (let at = 0; at < node.data.length; at++) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            if (!box.width) continue;
            const block = node.parentElement.closest("p, li, td, th, dd, dt, h1, h2, h3");
            const broke = last && last.block === block && box.left < last.left && box.top > last.top + 8;
            const closes = "，。、；：？！）》”’".includes(node.data[at]);
            if (broke && closes) found.push(node.data.slice(at - 6, at + 3));
            last = {block, left: box.left, top: box.top};
        }
    }
    return found;
}"""


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


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_lines_keep_their_distance_and_begin_with_a_character(
    width: int, on_disk: str, open_page: Open
) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(on_disk + ALL)
    for choice in ("", "names", "off"):
        page.evaluate("choice => document.documentElement.dataset.pinyin = choice", choice)
        steps = page.evaluate(LINES)
        assert len(steps) > 10
        assert max(steps) - min(steps) <= 3, (choice, sorted(steps))
        assert page.evaluate(STARTS) == []

"""What a first visit weighs, compressed as servers compress it."""

import gzip
from typing import Final
from urllib.parse import urlsplit

import pytest

from tests.browser.built import ABOUT, ALL, CASE, HOME, ISSUE, Built
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

KIB: Final = 1024
SHEET, SCRIPT, FIRST, SEARCH, PAGE = 8 * KIB, 6 * KIB, KIB // 2, 8 * KIB, 4 * KIB


def weight(built: Built, name: str) -> int:
    return len(gzip.compress((built.folder / name).read_bytes(), 9, mtime=0))


@pytest.mark.parametrize(
    ("path", "most"),
    [(HOME, 20), (CASE, 20), (ISSUE, 20), (ABOUT, 20), (ALL, 35)],
    ids=["home", "case", "issue", "about", "every character"],
)
def test_a_first_visit_is_light(path: str, most: int, built: Built, served: str, open_page: Open) -> None:
    page, urls = open_page(), []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(served + path, wait_until="networkidle")
    prefix = urlsplit(served).path
    names = {urlsplit(url).path.removeprefix(prefix) for url in urls}
    parts = {name: weight(built, name) for name in names if name.endswith((".html", ".css", ".js"))}
    assert path in parts
    assert len(parts) > 2
    assert sum(parts.values()) <= most * KIB, parts
    assert not [name for name in names if name.endswith((".woff", ".woff2", ".ttf", ".otf"))]


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("site-*.css", SHEET),
        ("site-*.js", SCRIPT),
        ("search-????????.js", SEARCH),
        ("search-page-*.js", PAGE),
    ],
)
def test_style_and_scripts_keep_their_measure(pattern: str, most: int, built: Built) -> None:
    found = sorted((built.folder / "assets").glob(pattern))
    assert found
    assert sum(weight(built, f"assets/{path.name}") for path in found) <= most


def test_the_script_that_runs_before_the_paint_is_tiny(built: Built) -> None:
    (first,) = (built.folder / "assets").glob("first-*.js")
    assert first.stat().st_size <= 2 * FIRST
    assert weight(built, f"assets/{first.name}") <= FIRST


def test_pages_hold_no_inline_script_or_style(built: Built) -> None:
    for path in built.pages():
        text = built.text(path).lower()
        assert "<style" not in text, path
        assert " style=" not in text, path
        assert "<script>" not in text, path
        assert "javascript:" not in text, path
        assert " integrity=" not in text, path
        assert " crossorigin" not in text, path

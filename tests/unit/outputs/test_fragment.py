"""Placeholders become addresses, ids get a prefix, words of the text stay words."""

from xml.etree import ElementTree as ET

import pytest

from casesite.outputs.fragment import resolve

KNOWN = {
    "case/b": "../cases/b.html",
    "case/here": "#c2",
    "picture/content/a & b.jpg": 'files/a"b.jpg',
    "picture/content/x#1.jpg": "files/x-1.jpg",
}


@pytest.mark.parametrize(
    ("xml", "resolved"),
    [
        ('<a href="ref:case/b">乙</a>', '<a href="../cases/b.html">乙</a>'),
        ('<a href="ref:case/b#s">乙</a>', '<a href="../cases/b.html#s">乙</a>'),
        ('<a href="ref:case/here">本册</a>', '<a href="#c2">本册</a>'),
        ('<a href="ref:case/here#s">本册</a>', '<a href="#c2-s">本册</a>'),
        ('<a class="x" href="ref:case/none">无</a>', '<a class="x">无</a>'),
        ('<a href="ref:anchor/s">上文</a>', '<a href="#s">上文</a>'),
        ('<img src="ref:picture/content/a &amp; b.jpg"/>', '<img src="files/a&quot;b.jpg"/>'),
        ('<img src="ref:picture/content/x#1.jpg"/>', '<img src="files/x-1.jpg"/>'),
        ('<a title="x > y" href="ref:case/b">乙</a>', '<a title="x > y" href="../cases/b.html">乙</a>'),
        ('<code>a href="ref:case/b"</code>', '<code>a href="ref:case/b"</code>'),
        ('<p id="s">无</p>', '<p id="s">无</p>'),
        ("<p>无</p>", "<p>无</p>"),
    ],
)
def test_a_placeholder_becomes_an_address(xml: str, resolved: str) -> None:
    assert resolve(xml, KNOWN.get) == resolved


@pytest.mark.parametrize(
    ("xml", "resolved"),
    [
        ('<h2 id="s">节</h2>', '<h2 id="c7-s">节</h2>'),
        ('<a href="ref:anchor/s">上文</a>', '<a href="#c7-s">上文</a>'),
        ('<td headers="a b">1</td>', '<td headers="c7-a c7-b">1</td>'),
        ('<sup aria-describedby="n">1</sup>', '<sup aria-describedby="c7-n">1</sup>'),
        ('<a href="ref:case/b#s">乙</a>', '<a href="../cases/b.html#s">乙</a>'),
        ('<code>p id="s"</code>', '<code>p id="s"</code>'),
        ('<p data-id="s">无</p>', '<p data-id="s">无</p>'),
    ],
)
def test_ids_get_the_prefix_of_their_body(xml: str, resolved: str) -> None:
    assert resolve(xml, KNOWN.get, "c7-") == resolved


def test_a_place_in_a_page_that_lies_elsewhere_is_named_whole() -> None:
    xml = resolve('<a href="ref:anchor/s">上文</a>', KNOWN.get, here="https://example.org/a.html")
    assert xml == '<a href="https://example.org/a.html#s">上文</a>'


def test_what_comes_out_is_still_well_formed() -> None:
    xml = resolve('<p><img src="ref:picture/content/a &amp; b.jpg" alt="&lt;"/></p>', KNOWN.get, "x-")
    image = ET.fromstring(xml).find("img")  # noqa: S314 - our own fragment
    assert image is not None
    assert image.get("src") == 'files/a"b.jpg'

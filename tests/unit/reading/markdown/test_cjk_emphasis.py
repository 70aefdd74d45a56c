"""Bold, italics and strike-through beside Chinese punctuation."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from casesite.reading.markdown.cjk_emphasis import CjkState
from casesite.reading.markdown.lean import LeanMarkdown

# Results of npm's markdown-it-cjk-friendly 3.0.0 with markdown-it 15.0.3, strike-through on.
PUBLISHED = Path(__file__).parent / "fixtures" / "cjk_friendly.tsv"


def ours() -> MarkdownIt:
    return LeanMarkdown("commonmark", {"html": False}, state=CjkState).enable(["strikethrough"])


@pytest.mark.parametrize("line", PUBLISHED.read_text(encoding="utf-8").splitlines())
def test_agrees_with_the_published_algorithm(line: str) -> None:
    text, html = line.split("\t")
    assert ours().renderInline(text) == html


@given(st.text(st.sampled_from("ab1 *_~.,!()\"'[]`\\\n-"), max_size=40))
def test_agrees_with_commonmark_on_ascii(text: str) -> None:
    stock = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough"])
    assert ours().render(text) == stock.render(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**“\ufe01**中", "<strong>“\ufe01</strong>中"),
        ("葛\U000e0100**（城）**市", "葛\U000e0100<strong>（城）</strong>市"),
        ("**(가)**나", "<strong>(가)</strong>나"),
        ("𠮷**（野）**家", "𠮷<strong>（野）</strong>家"),
    ],
)
def test_variants_hangul_and_rare_characters_count_as_cjk(text: str, html: str) -> None:
    assert ours().renderInline(text) == html

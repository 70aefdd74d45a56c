"""The shortcuts of the parser change no result."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin

from casesite.reading.markdown.lean import LeanMarkdown

PIECES = (
    *"ab 中。*_`~[]()!<>&#:+-1.\\\t\n",
    *(
        "**",
        "](u)",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "    ",
        "```\n",
        "[a]: b\n",
        "&amp;",
        "<b>",
        "| a |\n|--|\n",
        "\n: ",
    ),
    *("===\n", "---\n", "  \n", "<https://a.b>", "![", "中文。\n\n"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize("preset", ["commonmark", "with tables, strike-through and definitions"])
@given(text=texts)
@example(text="术语\n\n: 解释\n")
@example(text="> a\nb\n\nc\n")
@example(text="- a\n\n  b\n\nc")
@example(text="**\n\n** *\n\n***a")
def test_equals_the_library(preset: str, text: str) -> None:
    lean, stock = LeanMarkdown("commonmark"), MarkdownIt("commonmark")
    if preset != "commonmark":
        for made in (lean, stock):
            made.enable(["table", "strikethrough"]).use(deflist_plugin)
    assert lean.render(text) == stock.render(text)


def test_a_rule_without_known_characters_is_tried_everywhere() -> None:
    def shout(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
        if state.src[state.pos] != "!":
            return False
        if not silent:
            state.push("text", "", 0).content = "！"
        state.pos += 1
        return True

    made = LeanMarkdown("commonmark")
    made.inline.ruler.push("shout", shout)
    assert made.render("好!") == "<p>好！</p>\n"

"""CommonMark's own examples, read from npm's `commonmark-spec`, which `tests/run` installs.

They stand under CC BY-SA 4.0, so this repository holds none of them.
"""

import json
import re
from pathlib import Path
from typing import Final

import pytest
from markdown_it.rules_inline import StateInline

from casesite.reading.markdown.cjk_emphasis import CjkState
from casesite.reading.markdown.escapes import escape
from casesite.reading.markdown.lean import LeanMarkdown

SPEC: Final = Path(__file__).parents[3] / "browser" / "node_modules" / "commonmark-spec"
EXAMPLE: Final = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def examples() -> list[tuple[str, str]]:
    """Return the Markdown and the HTML of each example."""
    if not SPEC.is_dir():
        pytest.skip("commonmark-spec is not installed: npm install --prefix tests/browser")
    assert json.loads((SPEC / "package.json").read_text(encoding="utf-8"))["version"] == "0.31.2"
    text = (SPEC / "spec.txt").read_text(encoding="utf-8").replace("→", "\t")
    return [(found[1], found[2]) for found in EXAMPLE.finditer(text)]


def failing(examples: list[tuple[str, str]], state: type[StateInline]) -> list[tuple[str, str, str]]:
    """Return the examples that our parser, configured as plain CommonMark, makes something else of."""
    ours = LeanMarkdown("commonmark", state=state)
    ours.inline.ruler.at("escape", escape)
    # The library writes an empty quote without the line break in it, which no browser shows.
    results = [
        (text, html, ours.render(text).replace("<blockquote></", "<blockquote>\n</"))
        for text, html in examples
    ]
    return [one for one in results if one[1] != one[2]]


def test_all_examples_pass_without_our_rule_for_emphasis(examples: list[tuple[str, str]]) -> None:
    assert len(examples) == 652
    assert failing(examples, StateInline) == []


def test_all_examples_pass_with_it(examples: list[tuple[str, str]]) -> None:
    assert sum(text.isascii() for text, _ in examples) > 600
    assert failing(examples, CjkState) == []

"""Bold, italics and strike-through agree with what was recorded from npm's `markdown-it-cjk-friendly`.

`tests/data/emphasis/record.mjs` makes the recording and says what it holds; the package.json beside it names
the versions.
"""

import gzip
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml

from casesite.reading.markdown.characters import CJK, IDEOGRAPHIC_VARIANT, PUNCTUATION
from casesite.reading.markdown.cjk_emphasis import CjkState
from casesite.reading.markdown.escapes import escape
from casesite.reading.markdown.lean import LeanMarkdown

DATA: Final = Path(__file__).parents[3] / "data" / "emphasis"
LITERAL: Final = frozenset("*_~\\` \t\n\u00a0\u3000")
WORD: Final = 32
SURROGATES: Final = range(0xD800, 0xE000)


@pytest.fixture(scope="module")
def recorded() -> Any:  # noqa: ANN401  what JSON holds
    return json.loads(gzip.decompress((DATA / "recorded.json.gz").read_bytes()))


@pytest.fixture(scope="module")
def ours() -> MarkdownIt:
    made = LeanMarkdown("commonmark", {"html": False}, state=CjkState).enable("strikethrough")
    made.inline.ruler.at("escape", escape)
    return made


def numbers(state: int) -> Iterator[int]:
    """Make the numbers that `record.mjs` makes."""
    while True:
        state = (state + 0x6D2B79F5) % 2**WORD
        mixed = (state ^ state >> 15) * (state | 1) % 2**WORD
        mixed ^= (mixed + (mixed ^ mixed >> 7) * (mixed | 61)) % 2**WORD
        yield mixed ^ mixed >> 14


def strings() -> list[str]:
    """Make the strings that were recorded."""
    settings = json.loads((DATA / "strings.json").read_text(encoding="utf-8"))
    pieces, longest, dice = settings["pieces"], settings["longest"], numbers(settings["seed"])
    made = []
    for _ in range(settings["count"]):
        text = ""
        for _ in range(3 + next(dice) % (longest - 2)):
            kind = pieces[next(dice) % len(pieces)]
            text += kind[next(dice) % len(kind)]
        made.append(text)
    return made


def filled(skeleton: str, text: str) -> str:
    """Return the HTML of a skeleton, with the characters of the text for its dots."""
    characters = (escapeHtml(char) for char in text if char not in LITERAL)
    parts = re.split("(<[^>]*>)", skeleton)
    for index in range(0, len(parts), 2):
        parts[index] = "".join(next(characters) if char == "." else char for char in parts[index])
    return "".join(parts)


def test_random_strings_become_what_was_recorded(recorded: Any, ours: MarkdownIt) -> None:  # noqa: ANN401  what JSON holds
    texts = strings()
    assert len(texts) == len(recorded["skeletons"]) >= 20_000
    assert hashlib.sha256("\0".join(texts).encode()).hexdigest() == recorded["strings"]
    compared = [
        (text, filled(skeleton, text), ours.renderInline(text))
        for text, skeleton in zip(texts, recorded["skeletons"], strict=True)
    ]
    differ = [one for one in compared if one[1] != one[2]]
    assert differ == []
    assert sum(re.search("<(?:strong|em|s)>", html) is not None for _, html, _ in compared) > len(texts) / 4


def test_every_character_is_judged_as_recorded(recorded: Any, ours: MarkdownIt) -> None:  # noqa: ANN401  what JSON holds
    borders = {code for code, _ in recorded["characters"]}
    every = "".join(map(chr, range(0x110000)))
    for pattern in (PUNCTUATION, CJK, IDEOGRAPHIC_VARIANT, re.compile(r"\s")):
        for run in re.finditer(f"(?:{pattern.pattern})+", every):
            borders |= {run.start(), run.end()}
    answers, recorded_at, differ = 0, dict(recorded["characters"]), 0
    stops = [*sorted(borders), len(every)]
    for start, stop in pairwise(stops):
        answers = recorded_at.get(start, answers)
        for code in {start, stop - 1} - set(SURROGATES):
            probes = (probe.replace("C", chr(code)) for probe in recorded["probes"])
            found = sum(("<strong>" in ours.renderInline(probe)) << bit for bit, probe in enumerate(probes))
            if found != answers:
                # The gaps in our ranges are closed: there is no such character yet.
                assert unicodedata.category(chr(code)) == "Cn", f"U+{code:04X}"
                differ += 1
    assert 0 < differ < 250

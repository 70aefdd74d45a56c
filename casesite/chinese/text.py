"""What kind of character something is, how much text there is, and how lines join.

The ranges are our own and frozen: neither a newer Unicode table nor a newer Python may change a page.
"""

import re
from collections.abc import Iterable
from typing import Final

from casesite.chinese.sentences import first_sentences

__all__ = ["count_han", "count_words", "first_sentences", "is_han", "is_wide", "join_lines", "joint"]

HAN_RANGES: Final = (
    "\u3007"  # 〇, a numeral that is written among Han characters
    "\u3400-\u4dbf"  # Extension A
    "\u4e00-\u9fff"  # CJK Unified Ideographs
    "\uf900-\ufaff"  # Compatibility Ideographs
    "\U00020000-\U0002fa1f"  # Extensions B–F, I, Compatibility Supplement
    "\U00030000-\U000323af"  # Extensions G, H
)
"""Han characters, as the inside of a character class of `re`."""

WIDE_RANGES: Final = (
    "\u2e80-\u2fdf"  # radicals
    "\u2ff0-\u303f"  # description characters, CJK punctuation (and the ideographic space)
    "\u3040-\u30ff"  # hiragana, katakana
    "\u3100-\u312f\u31a0-\u31bf"  # bopomofo
    "\u31c0-\u31ff"  # strokes, small katakana
    "\u3220-\u33ff"  # enclosed and squared forms
    "\ufe10-\ufe1f\ufe30-\ufe4f"  # vertical forms, compatibility forms
    "\uff01-\uff60\uffe0-\uffe6"  # full-width forms
    "\uff61-\uff9f" + HAN_RANGES  # half-width katakana and marks
)
"""Characters of Chinese and Japanese writing; Hangul, which parts its words by spaces, is not among them."""

_AMBIGUOUS: Final = "‘’“”…—·‥"
"""Marks that English and Chinese share; they count as Chinese beside a wide character."""

_ATTACHED: Final = (
    "\u0300-\u036f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
"""What changes the character before it or cannot be seen: accents, variants, skin colours, joiners."""

_GUEST: Final = (
    _AMBIGUOUS + "%‰°×÷±≈≠≤≥№"  # signs
    "\u2103\u2109\u2160-\u2188\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf"  # degrees, numerals, arrows, forms
    "\U0001f000-\U0001faff"  # emoji
)
"""Characters that stand in Chinese without a space, as in other writing with one."""

_FULL_MARKS: Final = (
    "\u3001-\u3003\u3008-\u3011\u3014-\u301f\ufe10-\ufe19\ufe30-\ufe4f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff60"
)
"""Full-width punctuation, which brings its own space."""

_HAN: Final = re.compile(f"[{HAN_RANGES}]")
_WIDE: Final = re.compile(f"[{WIDE_RANGES}]")
_FULL: Final = re.compile(f"[{_FULL_MARKS}]")
_LAST: Final = re.compile(rf"([^{_GUEST}{_ATTACHED}]?)[{_ATTACHED}]*((?:[{_GUEST}][{_ATTACHED}]*){{0,20}})\Z")
_FIRST: Final = re.compile(rf"((?:[{_GUEST}][{_ATTACHED}]*){{0,20}})([^{_GUEST}{_ATTACHED}]?)")
_NEAR: Final = 40
_IDEOGRAPHIC_SPACE: Final = "\u3000"
_WORD: Final = re.compile(rf"[{WIDE_RANGES}]|[^\s{WIDE_RANGES}{_ATTACHED}][^\s{WIDE_RANGES}]*")
_SHARED: Final = re.compile(f"(?<=[{WIDE_RANGES}])[{_AMBIGUOUS}]+|[{_AMBIGUOUS}]+(?=[{WIDE_RANGES}])")


def is_han(char: str) -> bool:
    """Whether one character is Han: all unified and compatibility ideographs to Extension I, and 〇."""
    return _HAN.match(char) is not None


def is_wide(char: str) -> bool:
    """Whether one character is Han, kana, bopomofo, a full-width form or CJK punctuation.

    Not so Hangul, nor the quotes, dashes and dots that English shares (“ ” ‘ ’ — …).
    """
    return _WIDE.match(char) is not None


def count_han(text: str) -> int:
    """Count the Han characters."""
    return len(_HAN.findall(text))


def count_words(text: str) -> int:
    """Count as Word does in its 字数.

    Each Chinese or Japanese character and each full-width mark is one; so is each run of other characters
    without a space (`AI+`, `3.5`, `2024-08`). Quotes, dashes and dots that both writings share are counted
    one by one where they stand beside a wide character, and belong to the run elsewhere (`don’t`).
    """
    shared = 0

    def take(match: re.Match[str]) -> str:
        nonlocal shared
        shared += len(match[0])
        return _IDEOGRAPHIC_SPACE

    rest = _SHARED.sub(take, text).replace(_IDEOGRAPHIC_SPACE, " ")
    return shared + len(_WORD.findall(rest))


def joint(left: str, right: str) -> str:
    """Return what stands between two lines that become one: nothing between wide characters, else a space.

    Nothing, too, beside full-width punctuation, and where one of both lines is empty or brings the space
    itself. Marks that both writings share go with what stands beyond them: `好。”` and `“走。` are Chinese.
    """
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return ""
    last, marks = _LAST.findall(left[-_NEAR:])[0]
    guests, first = _FIRST.findall(right[:_NEAR])[0]
    if (not marks and _FULL.match(last)) or (not guests and _FULL.match(first)):
        return ""
    if _WIDE.match(last) and (_WIDE.match(first) or (guests and not marks)):
        return ""
    return "" if _WIDE.match(first) and marks and not guests else " "


def join_lines(lines: Iterable[str]) -> str:
    """Join lines of one paragraph, without a space between two wide characters."""
    joined = ""
    for line in lines:
        joined += joint(joined, line) + line
    return joined

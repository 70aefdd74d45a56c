"""Which strings of a case read as what was typed, by the site's readings and by pypinyin's."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from pypinyin import Style, lazy_pinyin, pinyin

from casesite.chinese import pinyin as ours
from casesite.chinese.text import HAN_RANGES
from tests.bench.search.truth import Case

_HAN: Final = re.compile(f"[{HAN_RANGES}]")
_MOST: Final = 64
"""So many ways of cutting what was typed are tried."""

Tokens = tuple[str, ...]
"""What was typed, cut into one token a character: a whole syllable, its first letter, or zh, ch, sh."""


def plain(reading: str) -> str:
    """Return a syllable as it is typed: without its tone, v for ü.

    >>> plain("lǜ")
    'lv'
    """
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def reading(text: str) -> Tokens:
    """Return the syllables of a text as the site reads it by itself, one a character; '' if it has none."""
    return tuple(plain(syllable) for _, syllable in ours.annotate(text))


class Readable:
    """Cases whose strings are looked up by reading."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._cases = {case.url: case for case in cases}
        chars = sorted({char for case in cases for char in case.plain if _HAN.match(char)})
        self._by_syllable: dict[str, str] = {}
        for char in chars:
            for syllable in _all_readings(char):
                for key in _spellings(syllable):
                    self._by_syllable[key] = self._by_syllable.get(key, "") + char
        self._verified: dict[tuple[str, Tokens], bool] = {}

    def spelled(self, url: str, typed: str) -> bool:
        """Whether a case holds, for each part between spaces, the part itself or a string that reads so."""
        case = self._cases[url]
        return all(
            part in case.plain or any(self._stands(case, tokens) for tokens in self._cuts(part))
            for part in typed.lower().split()
        )

    def sounds(self, url: str, syllables: Tokens) -> bool:
        """Whether a case holds a string of those syllables."""
        return self._stands(self._cases[url], syllables)

    def _cuts(self, typed: str) -> list[Tokens]:
        """Return the ways to cut what was typed, those of the fewest tokens first."""
        return sorted(self._cut(typed), key=len)[:_MOST]

    def _cut(self, typed: str) -> Iterator[Tokens]:
        if not typed:
            yield ()
        for size in range(1, min(len(typed), 6) + 1):
            if typed[:size] in self._by_syllable:
                for rest in self._cut(typed[size:]):
                    yield typed[:size], *rest

    def _stands(self, case: Case, tokens: Tokens) -> bool:
        if not all(token in self._by_syllable for token in tokens):
            return False
        pattern = _window("".join(f"[{self._by_syllable[token]}]" for token in tokens))
        for field in case.fields:
            for match in pattern.finditer(field.plain):
                if self._reads(match[1], tokens) or self._reads_here(field.plain, match.start(), tokens):
                    return True
        return False

    def _reads(self, text: str, tokens: Tokens) -> bool:
        """Whether a string by itself reads as typed."""
        key = (text, tokens)
        if key not in self._verified:
            theirs = tuple(map(plain, lazy_pinyin(text, style=Style.TONE)))
            self._verified[key] = _fits(reading(text), tokens) or _fits(theirs, tokens)
        return self._verified[key]

    def _reads_here(self, text: str, start: int, tokens: Tokens) -> bool:
        """Whether it does so where it stands."""
        return _fits(_annotated(text)[start : start + len(tokens)], tokens)


def _fits(syllables: Tokens, tokens: Tokens) -> bool:
    return len(syllables) == len(tokens) and all(
        token in _spellings(syllable) for syllable, token in zip(syllables, tokens, strict=True)
    )


def _spellings(syllable: str) -> set[str]:
    """Return what may be typed for a syllable."""
    short = syllable[:2] if syllable[:2] in ("zh", "ch", "sh") else syllable[:1]
    return {syllable, syllable[:1], short}


def _all_readings(char: str) -> set[str]:
    """Return every reading that a character has anywhere."""
    found = {plain(one) for one in pinyin(char, style=Style.TONE, heteronym=True)[0]} | set(reading(char))
    return {one for one in found if one.isascii() and one.isalpha()}


@cache
def _window(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds overlapping strings too."""
    return re.compile(f"(?=({pattern}))")


@cache
def _annotated(text: str) -> Tokens:
    return tuple(plain(syllable) for _, syllable in ours.annotate(text))

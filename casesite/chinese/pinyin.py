"""Readings of running text: a syllable with its tone mark for each Han character, and the words they form.

A text is cut into its likeliest words; a word is read as the lexicon reads it, a character outside such
words by default. Traditional characters are looked up by their simplified ones. What a site or a case sets
itself goes first.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Final, Self

from msgspec import Struct

from casesite.chinese.contexts import RULES
from casesite.chinese.lexicon import lexicon
from casesite.chinese.phrases import Phrases
from casesite.chinese.segments import segments
from casesite.chinese.text import HAN_RANGES
from casesite.chinese.variants import simplified

Word = tuple[str, tuple[str, ...]]
"""A word and its syllables, one a character; none for a run of what is not Han."""

_HAN: Final = re.compile(f"[{HAN_RANGES}]+")


class Readings(Struct, frozen=True, dict=True):
    """Readings that a site or a case sets itself: (word, syllables), longest first, then in code order."""

    words: tuple[Word, ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """Make readings from pairs such as `("重庆", "chóng qìng")`; of two for one word the later wins.

        Left out is a pair whose syllables are not as many as its characters, or whose word is not all Han:
        who reads the file reports it.
        """
        known = {word: tuple(reading.split()) for word, reading in pairs}
        right = [
            (word, syllables)
            for word, syllables in known.items()
            if len(word) == len(syllables) and _HAN.fullmatch(word)
        ]
        return cls(tuple(sorted(right, key=lambda entry: (-len(entry[0]), entry[0]))))

    def joined(self, other: "Readings") -> "Readings":
        """Return both; where both read a word, `other` wins."""
        both = dict(self.words) | dict(other.words)
        return Readings.of((word, " ".join(syllables)) for word, syllables in both.items())

    @cached_property
    def table(self) -> dict[str, tuple[str, ...]]:
        """The readings by word."""
        return dict(self.words)

    @cached_property
    def phrases(self) -> Phrases:
        """The words as found in a text; single characters are found by `table`."""
        return Phrases.of(self.table)


NONE: Final = Readings()


def annotate(text: str, readings: Readings = NONE) -> list[tuple[str, str]]:
    """Return each character with its reading, which is empty for what is not Han or has no known reading.

    Citation tones: 一 不 and third tones stay as in a dictionary; a neutral tone bears no mark.
    """
    pairs: list[tuple[str, str]] = []
    for word, syllables in words(text, readings):
        if syllables:
            pairs += zip(word, syllables, strict=True)
        else:
            pairs += [(char, "") for char in word]
    return pairs


def words(text: str, readings: Readings = NONE) -> list[Word]:
    """Return the text as words with a syllable a character; a run of what is not Han has no syllables.

    Joined, the words are the text. A word's syllables are empty texts where no reading is known.
    """
    found: list[Word] = []
    place = 0
    for match in _HAN.finditer(text):
        start, end = match.span()
        if place < start:
            found.append((text[place:start], ()))
        outside = text[start - 1] if start else ""
        found += _own(match[0], outside, readings) if readings.words else _read(match[0], outside)
        place = end
    if place < len(text):
        found.append((text[place:], ()))
    return found


def _own(run: str, outside: str, readings: Readings) -> list[Word]:
    """Return the words of a run, those of `readings` first; what is between is cut for itself."""
    found: list[Word] = []
    place = 0
    for start, end in readings.phrases.spans(run):
        found += _read(run[place:start], run[place - 1] if place else outside)
        found.append((run[start:end], readings.table[run[start:end]]))
        place = end
    found += _read(run[place:], run[place - 1] if place else outside)
    return [_with_single(word, readings.table) for word in found]


def _with_single(word: Word, table: Mapping[str, tuple[str, ...]]) -> Word:
    """Return a word as `table` reads it, or with what `table` has for its single characters."""
    written, syllables = word
    if written in table:
        return written, table[written]
    if table.keys().isdisjoint(written):
        return word
    return written, tuple(
        table[char][0] if char in table else syllable
        for char, syllable in zip(written, syllables, strict=True)
    )


def _read(run: str, outside: str) -> list[Word]:
    """Return a run's words with their readings from the lexicon; `outside` is the character before it."""
    if not run:
        return []
    rules = RULES
    plain = simplified(run)
    found: list[Word] = []
    place = before = 0
    for word in segments(plain):
        size = len(word)
        written = run[place : place + size]
        rule = rules.get(word)
        ruled = rule(plain, place, before, outside) if rule else ""
        found.append((written, (ruled,) if ruled else _syllables(word, written)))
        place += size
        before = size
    return found


@lru_cache(maxsize=1 << 15)
def _syllables(word: str, written: str) -> tuple[str, ...]:
    """Return the syllables of a word of the lexicon, else of its characters."""
    known = lexicon()
    reading = known.words.get(word)
    if reading is not None:
        return tuple(reading.split(" "))
    return tuple([known.characters.get(char, "") for char in written])

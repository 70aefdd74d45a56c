"""Readings of running text: a syllable with its tone mark for each Han character, and the words they form."""

from collections.abc import Iterable
from itertools import groupby
from typing import Self

from msgspec import Struct

from casesite.chinese.lexicon import lexicon
from casesite.chinese.text import is_han


class Readings(Struct, frozen=True):
    """Readings that a site or a case sets itself: (word, syllables), longest word first, then in code order."""

    words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """Make readings from pairs such as `("重庆", "chóng qìng")`; of two for one word the later wins.

        A pair whose syllables are not as many as its characters is left out: the reader of the file reports it.
        """
        known = {word: tuple(reading.split()) for word, reading in pairs}
        right = [
            (word, syllables) for word, syllables in known.items() if word and len(word) == len(syllables)
        ]
        return cls(tuple(sorted(right, key=lambda entry: (-len(entry[0]), entry[0]))))

    def joined(self, other: "Readings") -> "Readings":
        """Return both; where both name a word, `other` wins."""
        both = {**dict(self.words), **dict(other.words)}
        return Readings.of((word, " ".join(syllables)) for word, syllables in both.items())


NONE = Readings()


def annotate(text: str, readings: Readings = NONE) -> list[tuple[str, str]]:
    """Return each character with its reading, which is empty for what is not Han.

    Citation tones: 一 不 and third tones stay as in a dictionary; a neutral tone bears no mark.
    """
    pairs: list[tuple[str, str]] = []
    for word, syllables in words(text, readings):
        pairs.extend(zip(word, syllables or ("",) * len(word), strict=True))
    return pairs


def words(text: str, readings: Readings = NONE) -> list[tuple[str, tuple[str, ...]]]:
    """Return the text as words with their syllables; runs of what is not Han have none."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for han, group in groupby(text, is_han):
        run = "".join(group)
        if han:
            found.extend(_split(run, readings))
        else:
            found.append((run, ()))
    return found


def _split(run: str, readings: Readings) -> list[tuple[str, tuple[str, ...]]]:
    """Return the words of a run of Han characters."""
    characters, known = lexicon()
    own = dict(readings.words)
    longest = max(8, len(readings.words[0][0]) if readings.words else 0)
    found: list[tuple[str, tuple[str, ...]]] = []
    place = 0
    while place < len(run):
        for size in range(min(longest, len(run) - place), 0, -1):
            word = run[place : place + size]
            syllables = own.get(word) or known.get(word)
            if syllables:
                break
        else:
            word = run[place]
            syllables = (characters.get(word, ""),)
        found.append((word, syllables))
        place += len(word)
    return found

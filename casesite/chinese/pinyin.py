"""Readings of running text: a syllable with its tone mark for each Han character, and the words they form.

A text is cut into its likeliest words; a word is read as the lexicon reads it, a character outside such
words by default. Traditional characters are looked up by their simplified ones. What a site or a case sets
itself goes first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple, Self

from msgspec import Struct

from casesite.chinese.lexicon import lexicon
from casesite.chinese.people import surname, surnames
from casesite.chinese.phrases import Phrases
from casesite.chinese.polyphones import model, polyphones
from casesite.chinese.polyphones.keys import PAD, keys, padded
from casesite.chinese.segments import neighbours, segments
from casesite.chinese.text import HAN_RANGES

Word = tuple[str, tuple[str, ...]]
"""A word and its syllables, one a character; none for a run of what is not Han."""

Stretch = tuple[int, int, tuple[str, ...]]
"""A part of a run of Han as (start, end, syllables): a word that has its own, or what is cut into words."""

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

DOUBTFUL: Final = 15
"""The margin that a reading should have: one in fifty characters of running text has less."""


class Doubt(NamedTuple):
    """A character, the word it stands in, its reading, by how much that leads, and the next likely one."""

    place: int
    word: str
    reading: str
    margin: int
    other: str


def annotate(text: str, readings: Readings = NONE) -> list[tuple[str, str]]:
    """Return each character with its reading, which is empty for what is not Han or has no known reading.

    Citation tones: 一 不 and third tones stay as in a dictionary; a neutral tone bears no mark.
    """
    flat: list[str] = []
    for word, syllables in words(text, readings):
        flat += syllables or ("",) * len(word)
    return list(zip(text, flat, strict=True))


def words(text: str, readings: Readings = NONE) -> list[Word]:
    """Return the text as words with a syllable a character; a run of what is not Han has no syllables.

    Joined, the words are the text. A word's syllables are empty texts where no reading is known.
    """
    found: list[Word] = []
    plain = padded(text)
    place = 0
    for start, end, own in _stretches(text, readings):
        if place < start:
            found.append((text[place:start], ()))
        if own:
            found.append((text[start:end], own))
        else:
            found += _read(text, plain, start, end)
        place = end
    if place < len(text):
        found.append((text[place:], ()))
    return [with_own(word, readings) for word in found] if readings.words else found


def doubts(text: str, readings: Readings = NONE, limit: int = DOUBTFUL) -> list[Doubt]:
    """Return the characters whose reading has a margin below `limit` (see `polyphones.Choice`), in order.

    What `readings` settle is not doubted.
    """
    found: list[Doubt] = []
    plain = padded(text)
    for start, end, own in _stretches(text, readings):
        parts = [] if own else segments(plain[start + PAD : end + PAD])
        place = start
        for number, word in enumerate(parts):
            if word in _asked() and not surname(parts, number):
                written = text[place : place + len(word)]
                syllables = _syllables(word, written)
                for offset, char, seen in _seen(plain, place + PAD, neighbours(parts, number), syllables):
                    choice = model(char).choose(seen)
                    if choice.margin < limit and written[offset] not in readings.table:
                        found.append(Doubt(place + offset, written, *choice))
            place += len(word)
    return found


def _stretches(text: str, readings: Readings) -> Iterator[Stretch]:
    """Yield the parts of runs of Han; only words of `readings` have syllables."""
    for match in _HAN.finditer(text):
        yield from stretches(text, *match.span(), readings)


def stretches(text: str, first: int, last: int, readings: Readings) -> Iterator[Stretch]:
    """Yield the parts of a run of Han that stands there; only words of `readings` have syllables."""
    place = first
    for start, end in readings.phrases.spans(text[first:last]) if readings.words else ():
        if place < first + start:
            yield place, first + start, ()
        place = first + end
        yield first + start, place, readings.table[text[first + start : place]]
    if place < last:
        yield place, last, ()


def with_own(word: Word, readings: Readings) -> Word:
    """Return a word with the readings that are set for its single characters, unless the whole one is set."""
    table = readings.table
    written, syllables = word
    if table.keys().isdisjoint(written) or (len(written) > 1 and written in table):
        return word
    return written, tuple(
        table[char][0] if char in table else syllable
        for char, syllable in zip(written, syllables, strict=True)
    )


def _read(text: str, plain: str, start: int, end: int) -> list[Word]:
    """Return the words of a part of a run with their readings; `plain` is the text `padded`."""
    asked = _asked()
    run = plain[start + PAD : end + PAD]
    parts = segments(run)
    written = parts if text.startswith(run, start) else in_words(text[start:end], parts)
    found = list(zip(written, map(_syllables, parts, written), strict=True))
    if asked.isdisjoint(parts):
        return found
    place = start
    for number, word in enumerate(parts):
        if word in asked:
            found[number] = (found[number][0], _settled(plain, place, parts, number, found[number][1]))
        place += len(word)
    return found


def read_one(text: str, start: int, parts: Sequence[str], number: int) -> tuple[str, ...]:
    """Return how `words` reads one of the words that a part of a text from `start` on is cut into.

    `parts` are these words, simplified.
    """
    place, word = start + len("".join(parts[:number])), parts[number]
    syllables = _syllables(word, text[place : place + len(word)])
    return _settled(_padded(text), place, parts, number, syllables) if word in _asked() else syllables


def _settled(
    plain: str, place: int, parts: Sequence[str], number: int, syllables: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the syllables of a word at `place` that does not settle them itself."""
    own = surname(parts, number) if parts[number] in _special() else ()
    return own or _chosen(plain, place + PAD, neighbours(parts, number), syllables)


_padded = lru_cache(maxsize=1)(padded)
"""For words of one text that are read one after the other."""


def in_words(text: str, parts: Sequence[str]) -> list[str]:
    """Return a text cut where its simplified form is."""
    places = list(accumulate(map(len, parts), initial=0))
    return [text[start:end] for start, end in pairwise(places)]


def _chosen(
    plain: str, place: int, around: tuple[str, str, str], syllables: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the syllables of a word whose polyphones are read by what stands around them."""
    read = list(syllables)
    for offset, char, seen in _seen(plain, place, around, syllables):
        read[offset] = model(char).best(seen)
    return tuple(read)


def _seen(
    plain: str, place: int, around: tuple[str, str, str], syllables: tuple[str, ...]
) -> Iterator[tuple[int, str, list[str]]]:
    """Yield a word's polyphones as (offset, character, keys)."""
    word = around[1]
    modelled = polyphones().lines
    for offset, char in enumerate(word):
        if char in modelled:
            own = syllables[offset] if len(word) > 1 else ""
            yield offset, char, keys(plain, place + offset, around, offset, own)


@cache
def _asked() -> frozenset[str]:
    """Return the words that do not settle how they are read."""
    return polyphones().asked | _special()


@cache
def _special() -> frozenset[str]:
    """Return the surnames of one character that have a reading of their own."""
    return frozenset(word for word, syllables in surnames().items() if syllables and len(word) == 1)


@lru_cache(maxsize=1 << 15)
def _syllables(word: str, written: str) -> tuple[str, ...]:
    """Return the syllables of a word of the lexicon, else of its characters.

    A traditional character alone has its own reading (隻), in a word that of its simplified one (鋪路).
    """
    known = lexicon()
    reading = known.words.get(word)
    if reading is not None:
        return tuple(reading.split(" "))
    return tuple([known.characters.get(char, "") for char in (written if len(word) == 1 else word)])

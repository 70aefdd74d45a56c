"""The words of a text of which only some are shown with pinyin: only these are read.

Most runs of Han hold no name, as their characters alone tell: they are not even cut into words.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import repeat
from typing import Final, NamedTuple

from casesite.chinese.named import Given, whole
from casesite.chinese.names import Names, Span, spans, trigger
from casesite.chinese.pinyin import Readings, Word, in_words, read_one, stretches, with_own, words
from casesite.chinese.segments import segments
from casesite.chinese.text import HAN_RANGES
from casesite.chinese.variants import simplified

_HAN: Final = re.compile(f"[{HAN_RANGES}]+")


class Sought(NamedTuple):
    """A text's words, of which names and hard words are read, and where its names are.

    What is not cut stands as one word, without syllables. `given` is as `named.cut` has it.
    """

    found: list[Word]
    given: Given
    names: list[Span]


class _Part(NamedTuple):
    """A part of a text from `start` on that is cut: its words, as written and simplified."""

    text: str
    start: int
    written: list[str]
    words: list[str]


def sought(text: str, names: Names, readings: Readings, easy: frozenset[str] | None = None) -> Sought:
    """Find and read the names of a text and, with `easy`, the words that have a character beyond these.

    Names are those that `names.spans` finds among the words of `named.cut`, and words are read as there.
    """
    found: list[Word] = []
    given: dict[int, list[Word]] = {}
    parts: dict[int, _Part] = {}
    begin = 0
    for start, end in (*names.phrases.spans(text), (len(text), len(text))):
        for part in _parts(text[begin:start], readings, easy, (begin > 0, end > start)):
            if isinstance(part, _Part):
                parts[len(found)] = part
                found += zip(part.written, repeat(()))
            else:
                found.append(part)
        if start < end:
            given[len(found)] = inside = words(text[start:end], readings)
            found.append(whole(inside))
        begin = end
    places = spans([word for word, _ in found], frozenset(given))
    wanted = {number for place in places for number in range(*place)}
    if easy is not None:
        wanted.update(_hard(parts, easy))
    # Given names are read already, and what is not Han has no reading.
    for first, part in parts.items() if wanted else ():
        for number in wanted.intersection(range(first, first + len(part.words))):
            found[number] = _read(part, number - first, readings)
    return Sought(found, given, places)


def _parts(
    piece: str, readings: Readings, easy: frozenset[str] | None, touches: tuple[bool, bool]
) -> Iterator[_Part | Word]:
    """Yield the parts of a text between given names: those in which something may be sought are cut.

    So is a run of Han that touches a given name, before or behind the text: that may be a part of it.
    """
    holds = trigger().search
    place = passed = 0
    for match in _HAN.finditer(piece):
        first, last = match.span()
        touched = (touches[0] and not first) or (touches[1] and last == len(piece))
        if not (touched or holds(match[0]) or (easy is not None and not easy.issuperset(match[0]))):
            passed = last
            continue
        yield from _passed(piece, place, max(place, passed), first)
        for start, end, own in stretches(piece, first, last, readings):
            yield (piece[start:end], own) if own else _cut(piece, start, end)
        place = last
    yield from _passed(piece, place, max(place, passed), len(piece))


def _passed(piece: str, start: int, middle: int, end: int) -> Iterator[Word]:
    """Yield what is not cut: what no rule looks at, and the marks that part it from what is."""
    if start < middle:
        yield piece[start:middle], ()
    if middle < end:
        yield piece[middle:end], ()


def _cut(text: str, start: int, end: int) -> _Part:
    """Return a part of a text, cut."""
    written = text[start:end]
    run = simplified(written)
    parts = segments(run)
    return _Part(text, start, parts if run == written else in_words(written, parts), parts)


def _hard(parts: Mapping[int, _Part], easy: frozenset[str]) -> Iterator[int]:
    """Yield the numbers of the words that have a character that is not easy; each part's first is given."""
    for first, part in parts.items():
        for number, word in enumerate(part.written, first):
            if not easy.issuperset(word):
                yield number


def _read(part: _Part, number: int, readings: Readings) -> Word:
    """Return the word of that number with its syllables."""
    return with_own((part.written[number], read_one(part.text, part.start, part.words, number)), readings)

"""The search terms of a document, packed once when it is read: its pairs of neighbouring characters.

A term is two UTF-16 units of normalised text, the second of which may be the separator that closes a field or
a block; or three digits in a row, since the pairs of a number tell little. As a number its bytes are: low
byte of the first unit, high byte of the first, low of the second, high of the second. So terms in order stand
by the low byte of their first unit, as good as a random number: these 256 classes are the fixed table
that cuts the index into shards.

A document is told in up to four parts, so that a reader need not load all of its text to see one passage: of
each term is known what it weighs and in which parts it stands.

Packed are where each class begins, and where the last one ends (257 numbers of 4 bytes, big-endian); the
terms, rising (4 bytes each, big-endian); their marks, a byte each: four bits for the parts, the first lowest,
above two bits for the weight.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from struct import Struct
from typing import Final, NamedTuple
from zlib import crc32

from casesite.chinese.normalise import SEPARATOR, normalise

VERSION: Final = 5
"""Raised whenever the same text would be packed otherwise; part of what a remembered reading depends on."""

CLASSES: Final = 256
DIGEST: Final = 4
"""Bytes a class in `Packed.digests`."""

TITLE: Final = 3
LEAD: Final = 2
OFTEN: Final = 1
ONCE: Final = 0
"""Weights of a term: in title or names; in a slogan, a heading or the summary; often in the text; else."""

MANY: Final = 3
"""How often is often."""

PARTS: Final = 4
"""At most so many parts has a document."""

LENGTH: Final = 500
"""About how many characters one part has, while these suffice."""

DIGITS: Final = 0x2794
"""The first of a thousand units that stand for three digits: marks, so that no normalised text has them."""

_ONE: Final = 64
_MARK: Final = _ONE - 1
"""While a document is packed, how often a term stands in its text is counted above its mark."""

_LEADING: Final = frozenset(("lead", "heading"))
_OPENING: Final = 0x7C00_0000
"""The least pair whose first unit is the separator."""


class Packed(NamedTuple):
    """The terms of one document.

    `digests` holds 4 bytes for each of the 256 classes (CRC-32 over its terms and marks, zeros for a class
    without terms): what the plan of the index must know of a document.
    """

    data: bytes
    digests: bytes


def date_forms(date: str) -> tuple[str, ...]:
    """Return a date (ISO, to the day, month or year) as people search for it.

    >>> date_forms("2024-08-20")
    ('2024-08-20', '2024-8-20', '2024年8月20日')
    """
    if not date:
        return ()
    numbers = [number.lstrip("0") for number in date.split("-")]
    written = "".join(number + unit for number, unit in zip(numbers, "年月日", strict=False))
    return tuple(dict.fromkeys((date, "-".join(numbers), written)))


def number_of_parts(words: int) -> int:
    """Return how many parts a document of that many characters has.

    >>> number_of_parts(0), number_of_parts(1000), number_of_parts(90_000)
    (1, 2, 4)
    """
    return min(max((words + LENGTH // 2) // LENGTH, 1), PARTS)


def share_out(lengths: Sequence[int], parts: int) -> list[int]:
    """Return which part each block stands in, by the lengths of all: about as much in each, in order.

    >>> share_out([100, 300, 200, 200], 2)
    [0, 0, 1, 1]
    """
    total = sum(lengths) or 1
    places = []
    before = 0
    for length in lengths:
        places.append(min((before + length // 2) * parts // total, parts - 1))
        before += length
    return places


def pack(front: Iterable[tuple[str, str]], blocks: Sequence[tuple[str, str]] = (), parts: int = 1) -> Packed:
    """Pack the terms of a document told in that many parts.

    `front` are its fields as (kind, text): `title` (the title, and names such as topics and places), `lead`
    (a summary), or another; all stand in the first part. `blocks` are those of the body, with kinds as in
    `model.case.Block`; slogans and headings (`lead`, `heading`) weigh more.
    """
    told: list[tuple[list[str], list[str]]] = [([], []) for _ in range(parts)]
    titles: list[str] = []
    for kind, text in front:
        (titles if kind == "title" else told[0][kind in _LEADING]).append(text)
    places = share_out([len(text) for _, text in blocks], parts)
    for (kind, text), place in zip(blocks, places, strict=True):
        told[place][kind in _LEADING].append(text)
    # One look at a table for each pair: below how often it stands in the text are its parts and its weight.
    marks: dict[int, int] = {}
    known = marks.get
    for place, (running, leading) in enumerate(told):
        here = 4 << place
        for term in _terms(running):
            marks[term] = (known(term, 0) | here) + _ONE
        here |= LEAD
        for term in _terms(leading):
            marks[term] = known(term, 0) | here
    here = 4 | TITLE
    for term in _terms(titles):
        marks[term] = known(term, 0) | here
    return _packed(marks)


def _packed(marks: dict[int, int]) -> Packed:
    """Return the columns of terms and their marks, above which is told how often each stands in the text."""
    terms = sorted(marks)
    # A query never begins with the separator, so no term does.
    del terms[bisect_left(terms, _OPENING) : bisect_left(terms, _OPENING + 0x10000)]
    packed = Struct(f">{len(terms)}I").pack(*terms)
    column = bytes(
        [
            mark & _MARK if mark < MANY * _ONE or mark & TITLE else mark & _MARK | OFTEN
            for mark in map(marks.__getitem__, terms)
        ]
    )
    classes = packed[::4]
    starts = [0] * CLASSES
    sums = [0] * CLASSES
    start = 0
    while start < len(classes):
        each = classes[start]
        end = classes.rindex(each, start) + 1
        # A sum of zero would read as a class without terms.
        sums[each] = crc32(column[start:end], crc32(packed[4 * start : 4 * end])) or 1
        starts[each] = end - start
        start = end
    table = _STARTS.pack(0, *accumulate(starts))
    return Packed(table + packed + column, _SUMS.pack(*sums))


def columns(data: bytes, first: int, last: int) -> tuple[bytes, bytes]:
    """Return the terms of classes `first` to below `last`, as packed, and their marks, a byte each."""
    if last - first == 1:
        start, end = _ENDS.unpack_from(data, 4 * first)
    else:
        start, end = _STARTS.unpack_from(data)[first : last + 1 : last - first]
    number = (len(data) - _STARTS.size) // 5
    marks = _STARTS.size + 4 * number
    return data[_STARTS.size + 4 * start : _STARTS.size + 4 * end], data[marks + start : marks + end]


def joined(documents: Iterable[bytes | memoryview], first: int, last: int) -> tuple[bytes, bytes, list[int]]:
    """Return what `columns` gives of many documents, joined, and how many terms each of them has."""
    packed: list[bytes | memoryview] = []
    marked: list[bytes | memoryview] = []
    counts: list[int] = []
    head = _STARTS.size
    ends = _ENDS.unpack_from
    for data in documents:
        if last - first == 1:
            start, end = ends(data, 4 * first)
        else:
            start, end = _STARTS.unpack_from(data)[first : last + 1 : last - first]
        # Four bytes of each five are terms.
        marks = head + (len(data) - head) // 5 * 4
        packed.append(data[head + 4 * start : head + 4 * end])
        marked.append(data[marks + start : marks + end])
        counts.append(end - start)
    return b"".join(packed), b"".join(marked), counts


def cut(data: bytes, first: int, last: int) -> tuple[tuple[int, ...], bytes]:
    """Return the terms of classes `first` to below `last`, rising, and their marks, a byte each."""
    packed, marks = columns(data, first, last)
    return Struct(f">{len(marks)}I").unpack(packed), marks


def units(term: int) -> tuple[int, int]:
    """Return the two UTF-16 units of a term.

    >>> [chr(unit) for unit in units(0x61_00_62_00)]
    ['a', 'b']
    """
    return term >> 24 | (term >> 16 & 0xFF) << 8, term >> 8 & 0xFF | (term & 0xFF) << 8


def _terms(texts: Sequence[str]) -> list[int]:
    """Return every pair of neighbouring units, and every three digits, as often as it stands there."""
    if not texts:
        return []
    text = normalise(SEPARATOR.join(("", *texts, "")))
    data = text.encode("utf-16-le", "surrogatepass")
    number = len(data) // 2 - 1
    even, odd = (number + 1) // 2, number // 2
    pairs = [*Struct(f">{even}I").unpack_from(data), *Struct(f">{odd}I").unpack_from(data, 2)]
    pairs += [_three(int(digits)) for digits in _DIGITS.findall(text)]
    return pairs


def _three(digits: int) -> int:
    """Return the term of three digits: as if they were one unit from `DIGITS` on, closed by a separator."""
    unit = DIGITS + digits
    return (unit & 0xFF) << 24 | (unit >> 8) << 16 | _OPENING >> 16


_DIGITS: Final = re.compile("(?=([0-9]{3}))")
_ENDS: Final = Struct(">2I")
_STARTS: Final = Struct(f">{CLASSES + 1}I")
_SUMS: Final = Struct(f">{CLASSES}I")

"""The search terms of a document, packed once when it is read: its pairs of neighbouring characters.

A term is two UTF-16 units of normalised text, the second of which may be the separator that closes a field or a
block. As a number its bytes are: low byte of the first unit, high byte of the first, low of the second, high of
the second. So terms in order stand by the low byte of their first unit, which is as good as a random number:
these 256 classes are the fixed table that cuts the index into shards.

Packed: the number of terms (4 bytes, big-endian), one byte a term with its class, 4 bytes a term, one byte a
term with its weight. Terms rise.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from struct import Struct
from typing import Final, NamedTuple
from zlib import crc32

from casesite.chinese.normalise import normalise

VERSION: Final = 1
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

_BORDER: Final = "\n|\n"
_HEAD: Final = Struct(">I")
_LEADING: Final = frozenset(("lead", "heading"))
_OPENING: Final = 0x7C00_0000
"""The least pair whose first unit is the separator."""


class Packed(NamedTuple):
    """The terms of one document.

    `digests` holds 4 bytes for each of the 256 classes (CRC-32 over its terms and weights, zeros for a class
    without terms): what the plan of the index must know of a document.
    """

    data: bytes
    digests: bytes


class Cut(NamedTuple):
    """The terms of some classes, rising, each with its weight."""

    terms: tuple[int, ...]
    weights: bytes


def pack(
    title: str, names: Iterable[str], summary: str = "", blocks: Iterable[tuple[str, str]] = ()
) -> Packed:
    """Pack the terms of a document.

    `names` are its topics, tags, organisation, places: each a field of its own, searched like the title.
    `blocks` are (kind, text) as in `model.case.Block`, one entry a block of the body; slogans and headings
    (`lead`, `heading`) weigh more.
    """
    leading = [summary] if summary else []
    running = []
    for kind, text in blocks:
        (leading if kind in _LEADING else running).append(text)
    titles, leads, body = _pairs([title, *names]), _pairs(leading), sorted(_pairs(running))
    often = (pair for pair, later in zip(body, islice(body, MANY - 1, None), strict=False) if pair == later)
    weights = dict.fromkeys(body, ONCE)
    weights.update(dict.fromkeys(often, OFTEN))
    weights.update(dict.fromkeys(leads, LEAD))
    weights.update(dict.fromkeys(titles, TITLE))
    # The body's terms rise already, so this sorts only the few others in.
    terms = sorted(weights)
    # A query never begins with the separator, so no term does.
    del terms[bisect_left(terms, _OPENING) : bisect_left(terms, _OPENING + 0x10000)]
    number = len(terms)
    packed = Struct(f">{number}I").pack(*terms)
    column = bytes(map(weights.__getitem__, terms))
    classes = packed[::4]
    data = b"".join((_HEAD.pack(number), classes, packed, column))
    return Packed(data, _digests(classes, packed, column))


def cut(data: bytes, first: int, last: int) -> Cut:
    """Return the terms whose class is at least `first` and below `last`."""
    (number,) = _HEAD.unpack_from(data)
    head = _HEAD.size
    start = bisect_left(data, first, head, head + number) - head
    end = bisect_left(data, last, head + start, head + number) - head
    if start == end:
        return _NOTHING
    terms = Struct(f">{end - start}I").unpack_from(data, head + number + 4 * start)
    column = head + 5 * number
    return Cut(terms, data[column + start : column + end])


def units(term: int) -> tuple[int, int]:
    """Return the two UTF-16 units of a term.

    >>> [chr(unit) for unit in units(0x61_00_62_00)]
    ['a', 'b']
    """
    return term >> 24 | (term >> 16 & 0xFF) << 8, term >> 8 & 0xFF | (term & 0xFF) << 8


def _pairs(texts: Sequence[str]) -> list[int]:
    """Return every pair of neighbouring units, as often as it stands there."""
    if not texts:
        return []
    text = normalise(_BORDER.join(("", *texts, "")))
    data = text.encode("utf-16-le", "surrogatepass")
    number = len(data) // 2 - 1
    even, odd = (number + 1) // 2, number // 2
    return [*Struct(f">{even}I").unpack_from(data), *Struct(f">{odd}I").unpack_from(data, 2)]


def _digests(classes: bytes, packed: bytes, column: bytes) -> bytes:
    """Return the digest of every class."""
    sums = [0] * CLASSES
    start = 0
    number = len(classes)
    while start < number:
        each = classes[start]
        end = classes.rindex(each, start) + 1
        # A sum of zero would read as a class without terms.
        sums[each] = crc32(column[start:end], crc32(packed[4 * start : 4 * end])) or 1
        start = end
    return Struct(f">{CLASSES}I").pack(*sums)


_NOTHING: Final = Cut((), b"")

"""The search terms of a document, packed once when it is read: its pairs of neighbouring characters.

A term is two UTF-16 units of normalised text, the second of which may be the separator that closes a field or
a block; or three digits in a row, since the pairs of a number tell little. As a number its bytes are: low
byte of the first unit, high byte of the first, low of the second, high of the second. So terms in order stand
by the low byte of their first unit, as good as a random number: these 256 classes are the fixed table
that cuts the index into shards.

Packed are three columns, six bytes a term: its class; the term (4 bytes, big-endian); its weight. Terms rise.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from struct import Struct
from typing import Final, NamedTuple
from zlib import crc32

from casesite.chinese.normalise import SEPARATOR, normalise

VERSION: Final = 2
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

_LEADS: Final = 254
_TITLES: Final = 255
"""Stand in place of a count."""

_WEIGHTS: Final = bytes([ONCE] * MANY + [OFTEN] * (_LEADS - MANY) + [LEAD, TITLE])
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


def date_forms(date: str) -> tuple[str, ...]:
    """Return a date (ISO, to the day, month or year) as it is searched for; the page's script knows the same.

    >>> date_forms("2024-08-20")
    ('2024-08-20', '2024年8月20日')
    """
    if not date:
        return ()
    parts = zip(date.split("-"), "年月日", strict=False)
    return date, "".join(number.lstrip("0") + unit for number, unit in parts)


def pack(
    title: str, names: Iterable[str], summary: str = "", blocks: Iterable[tuple[str, str]] = ()
) -> Packed:
    """Pack the terms of a document.

    `names` are its topics, tags, organisation, places: each a field of its own, searched like the title.
    `blocks` are (kind, text) as in `model.case.Block`, one entry a block of the body; slogans and headings
    (`lead`, `heading`) weigh more.
    """
    leading = [summary] if summary else []
    running: list[str] = []
    for kind, text in blocks:
        (leading if kind in _LEADING else running).append(text)
    counts: dict[int, int] = Counter(_terms(running))
    # Not the counter's own `update`, which would add.
    dict.update(counts, dict.fromkeys(_terms(leading), _LEADS))
    dict.update(counts, dict.fromkeys(_terms([title, *names]), _TITLES))
    terms = sorted(counts)
    # A query never begins with the separator, so no term does.
    del terms[bisect_left(terms, _OPENING) : bisect_left(terms, _OPENING + 0x10000)]
    number = len(terms)
    packed = Struct(f">{number}I").pack(*terms)
    column = _counted(map(counts.__getitem__, terms)).translate(_WEIGHTS)
    classes = packed[::4]
    data = classes + packed + column
    return Packed(data, _digests(classes, packed, column))


def cut(data: bytes, first: int, last: int) -> tuple[tuple[int, ...], bytes]:
    """Return the terms of classes `first` to below `last`, rising, and their weights, a byte each."""
    number = len(data) // 6
    if last - first == 1:
        start = data.find(first, 0, number)
        if start < 0:
            return _NOTHING
        end = data.rfind(first, start, number) + 1
    else:
        start = bisect_left(data, first, 0, number)
        end = bisect_left(data, last, start, number)
    count = end - start
    form = _SHORT[count] if count < _SHORTER else Struct(f">{count}I")
    return form.unpack_from(data, number + 4 * start), data[5 * number + start : 5 * number + end]


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
    """Return the term of three digits: as if they were one unit from U+E000 on, closed by a separator."""
    return (digits & 0xFF) << 24 | (0xE0 + (digits >> 8)) << 16 | _OPENING >> 16


def _counted(counts: Iterator[int]) -> bytes:
    """Return counts as bytes; greater ones than any that matter are cut down."""
    kept = list(counts)
    try:
        return bytes(kept)
    except ValueError:
        return bytes(count if count in (_LEADS, _TITLES) else min(count, MANY) for count in kept)


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


_DIGITS: Final = re.compile("(?=([0-9]{3}))")
_SHORTER: Final = 64
_SHORT: Final = tuple(Struct(f">{count}I") for count in range(_SHORTER))
_NOTHING: Final[tuple[tuple[int, ...], bytes]] = ((), b"")

"""What a document is about, in a hundred bytes: its telling words, weighed when it is read.

A telling word has two characters and names a thing, a place or a trade (电梯, 核桃, 调解). How much it tells
depends on how rare it is in general Chinese, by a fixed table (`data/telling.txt`), and on where and how
often it stands in the document; never on other documents, so that nothing changes when one of those does.
The text is not cut into words: a pair of characters is in the table only if it is mostly a word of its own.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import compress
from operator import neg
from struct import Struct
from typing import Final

from casesite.chinese.terms import CLASSES, LEAD, OFTEN, ONCE, TITLE, cut, units

MOST: Final = 24
"""How many words are kept."""

_FACTOR: Final = {ONCE: 1, OFTEN: 2, LEAD: 2, TITLE: 3}
_FACTORS: Final = bytes(_FACTOR[mark & 3] for mark in range(256))
"""By a term's mark, whose lowest two bits are its weight."""


def telling(packed: bytes, apart: Iterable[str] = ()) -> bytes:
    """Return the telling words of a document by its packed terms (`terms.Packed.data`).

    Words that stand in `apart` (organisation, places, topics) are left out: they are compared by name. The
    result holds a column of words as terms, the weightiest first, 4 bytes each, then their weights: 4–48.
    """
    table = _table()
    terms, marks = cut(packed, 0, CLASSES)
    # Most pairs are no words: they are gone before anything is made of the others.
    words = compress(zip(terms, marks, strict=True), map(table.__contains__, terms))
    found = sorted([(-table[term] * _FACTORS[mark], term) for term, mark in words])
    names = "|".join(apart)
    kept = [(weight, term) for weight, term in found[: 2 * MOST] if word(term) not in names][:MOST]
    return Struct(f">{len(kept)}I").pack(*(term for _, term in kept)) + bytes(-weight for weight, _ in kept)


def unpack(words: bytes) -> dict[int, int]:
    """Return what `telling` packed: weights by word, the weightiest first."""
    number = len(words) // 5
    return dict(zip(_FORMS[number].unpack_from(words), words[4 * number :], strict=True))


def heavier(words: bytes, least: int) -> tuple[int, ...]:
    """Return the words that weigh at least so much, the weightiest first."""
    number = len(words) // 5
    return _FORMS[bisect_right(words, -least, 4 * number, key=neg) - 4 * number].unpack_from(words)


def word(term: int) -> str:
    """Return the word of a term."""
    first, second = units(term)
    return chr(first) + chr(second)


@cache
def _table() -> dict[int, int]:
    """Return how much each telling word tells by itself: 4–16."""
    text = files("casesite.chinese").joinpath("data/telling.txt").read_text(encoding="utf-8")
    table: dict[int, int] = {}
    for line in text.splitlines():
        weight, _, words = line.partition(" ")
        # The layout of terms.
        pairs = Struct(f">{len(words) // 2}I").unpack(words.encode("utf-16-le"))
        table |= dict.fromkeys(pairs, int(weight))
    return table


_FORMS: Final = tuple(Struct(f">{number}I") for number in range(MOST + 1))

"""What two cases both speak of: their telling words (`chinese.telling`) and what these are worth."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from casesite.chinese.telling import heavier, unpack, word

_HEAVY: Final = 20
"""What a word must weigh in both cases to tie them: it comes often, or stands in a heading or title."""
_MOST: Final = 120
"""The most that shared words are worth together."""
_KEYS: Final = 6
"""By how many of its words a case looks for others."""
_NAMED: Final = 2
"""How many of the shared words are shown."""


class Told(NamedTuple):
    """A case's telling words with their weights, and the heavy ones among them.

    `keys` are those by which it looks for others, the weightiest first.
    """

    words: dict[int, int]
    heavy: frozenset[int]
    keys: tuple[int, ...]


def told(packed: bytes) -> Told:
    """Return telling words as they are compared."""
    if not packed:
        return _NOTHING
    heavy = heavier(packed, _HEAVY)
    return Told(unpack(packed), frozenset(heavy), heavy[:_KEYS])


def likeness(one: Told, other: Told) -> int:
    """Return what the words that both share are worth, each its lesser weight; 0 without a heavy one."""
    if one.heavy.isdisjoint(other.heavy):
        return 0
    mine, theirs = one.words, other.words
    return min(sum([min(mine[term], theirs[term]) for term in mine.keys() & theirs.keys()]), _MOST)


def named(one: Told, other: Told) -> Sequence[str]:
    """Return at most two words that tie both, the weightiest first."""
    shared = sorted((-min(one.words[term], other.words[term]), term) for term in one.heavy & other.heavy)
    return [word(term) for _, term in shared[:_NAMED]]


_NOTHING: Final = Told({}, frozenset(), ())

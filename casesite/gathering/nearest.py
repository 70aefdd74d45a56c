"""The name a writer probably meant."""

from bisect import bisect
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

_MANY: Final = 300


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the name most like `word`, or an empty text when none is like it.

    Upper and lower case alone never part two names. Of many names only those beside it in the order of their
    beginnings, and in that of their ends, are compared, so that one slip in a large site costs no seconds.
    """
    candidates = sorted(set(names) - {word})
    folded = word.lower()
    for name in candidates:
        if name.lower() == folded:
            return name
    if len(candidates) > _MANY:
        ends = sorted(name[::-1] for name in candidates)
        candidates = _beside(word, candidates) + [end[::-1] for end in _beside(word[::-1], ends)]
    return next(iter(get_close_matches(word, candidates, 1, 0.6)), "")


def _beside(word: str, ordered: list[str]) -> list[str]:
    """Return the names around the place where the word would stand."""
    place = bisect(ordered, word)
    return ordered[max(0, place - _MANY // 4) : place + _MANY // 4]

"""The name a writer probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

_MANY: Final = 300
_FAR: Final = 3


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the name most like `word`, or an empty text when none is like it.

    Upper and lower case alone never part two names. Of many names only those of about its length that share
    an end with it are compared, so that one slip in a large site costs no seconds.
    """
    candidates = sorted(set(names) - {word})
    folded = word.lower()
    for name in candidates:
        if name.lower() == folded:
            return name
    if len(candidates) > _MANY:
        candidates = [name for name in candidates if word and _alike(word, name)][:_MANY]
    return next(iter(get_close_matches(word, candidates, 1, 0.6)), "")


def _alike(word: str, name: str) -> bool:
    """Whether it is worth comparing the two."""
    if not name or abs(len(name) - len(word)) > _FAR:
        return False
    return name[:3] == word[:3] or name[-3:] == word[-3:]

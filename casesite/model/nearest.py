"""The name that a misspelt one was probably meant to be."""

from bisect import bisect
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from casesite.model.fields import Field, Table

_LATIN: Final = 0.6
_HAN: Final = 0.5  # of two characters, one may be wrong
_MANY: Final = 300


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the name most like `word` and not itself, or an empty text when none is like it.

    Upper and lower case, hyphens and spaces never part two names. Of many names only those beside it in the
    order of their beginnings, and in that of their ends, are compared, so that one slip in a large site costs
    no seconds.
    """
    plain = _plain(word)
    known = {_plain(name): name for name in sorted(set(names) - {word, ""}, reverse=True)}
    if plain in known:
        return known[plain]
    if not plain:
        return ""
    candidates = list(known)
    if len(candidates) > _MANY:
        candidates = _beside(plain, sorted(candidates))
        ends = sorted(name[::-1] for name in known)
        candidates += [end[::-1] for end in _beside(plain[::-1], ends)]
    found = get_close_matches(plain, candidates, n=1, cutoff=_LATIN if plain.isascii() else _HAN)
    return known[found[0]] if found else ""


def nearest_field(word: str, table: Table) -> Field | None:
    """Return the field that a wrong name was probably meant for."""
    plain = _plain(word)
    for field in table.fields:
        if plain in field.mistaken:
            return field
    name = nearest(word, table.names)
    return table.names[name] if name else None


def _beside(word: str, ordered: list[str]) -> list[str]:
    """Return the names around the place where the word would stand."""
    place = bisect(ordered, word)
    return ordered[max(0, place - _MANY // 4) : place + _MANY // 4]


def _plain(word: str) -> str:
    """Take out what does not tell names apart."""
    return word.strip().lower().replace("-", "_").replace(" ", "_")

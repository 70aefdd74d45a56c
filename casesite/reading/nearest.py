"""The name that a misspelt one was probably meant to be."""

import difflib
from collections.abc import Iterable
from typing import Final

from casesite.model.fields import Field, Table

_LATIN: Final = 0.6
_HAN: Final = 0.5  # of two characters, one may be wrong
_MOST: Final = 5000
"""Beyond so many candidates only those that share a first or last character are compared."""


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate most like a word, or an empty text when none is like it."""
    names = {_plain(name): name for name in reversed(list(candidates)) if name}
    plain = _plain(word)
    if plain in names:
        return names[plain]
    if not plain:
        return ""
    if len(names) > _MOST:
        names = {key: name for key, name in names.items() if key[0] == plain[0] or key[-1] == plain[-1]}
    cutoff = _LATIN if plain.isascii() else _HAN
    found = difflib.get_close_matches(plain, names, n=1, cutoff=cutoff)
    return names[found[0]] if found else ""


def nearest_field(word: str, table: Table) -> Field | None:
    """Return the field that a wrong name was probably meant for."""
    plain = _plain(word)
    for field in table.fields:
        if plain in field.mistaken:
            return field
    name = nearest(word, table.names)
    return table.names[name] if name else None


def _plain(word: str) -> str:
    """Take out what does not tell names apart."""
    return word.strip().lower().replace("-", "_").replace(" ", "_")

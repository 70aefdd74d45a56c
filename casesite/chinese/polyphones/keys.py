"""What the model sees of a polyphone: keys made of the characters and words around it.

Training and reading call the same function, so that both see the same keys. A key is one letter, which
says what it is, and text. Neighbours are taken from the padded text, which `padded` makes.
"""

import re
from functools import cache
from typing import Final

from casesite.chinese.variants import table as variants

PAD: Final = 2
"""How many characters before and behind a text stand for its edge."""

WIDTHS: Final = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 2, "h": 1, "i": 1}
"""How much text follows the letter of a key, where that is always the same."""

_FURTHER: Final = {"为": ("以把将由被", "所")}
"""What tells, further before or behind in the clause, how a polyphone is read: 以…为…, 为…所…."""
_LONG: Final = "01"
_REACH: Final = 14
_CLAUSE: Final = re.compile("[，。；：！？、]")

_EDGE: Final = "^" * PAD
_CLASSES: Final = {
    **dict.fromkeys(range(0x21), "，"),
    **dict.fromkeys(map(ord, "0123456789０１２３４５６７８９"), "0"),
    **dict.fromkeys(map(ord, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), "a"),
}


def padded(text: str) -> str:
    """Return a text as the model sees it: simplified, figures as 0, letters as a, with edges."""
    return _EDGE + text.translate(_table()) + _EDGE


@cache
def _table() -> dict[int, str]:
    return variants() | _CLASSES


def keys(plain: str, place: int, around: tuple[str, str, str], offset: int, own: str) -> list[str]:
    """Return the keys of the polyphone at `place` of a padded text.

    `around` is its word, of which it is character `offset`, between the words next to that one, which are
    empty at the run's edge; `own` is the lexicon's reading of it in the word, empty where it is the word.
    """
    before, word, behind = around
    left, right = plain[place - 2 : place], plain[place + 1 : place + 3]
    sizes = f"{len(before)}{len(behind)}{len(word)}"
    found = [
        "a" + left[1],
        "b" + right[0],
        "c" + left,
        "d" + right,
        "e" + left[1] + right[0],
        "h" + left[0],
        "i" + right[1],
        "p" + before,
        "q" + behind,
        "r" + sizes,
        "s" + before[-1:] + _LONG[len(before) > 1],
        "t" + behind[:1] + _LONG[len(behind) > 1],
    ]
    if plain[place] in _FURTHER:
        found += _further(plain, place)
    if own:
        found += [f"w{offset}{word}", "x" + own, "y" + word[:offset], "z" + word[offset + 1 :]]
    return found


def _further(plain: str, place: int) -> list[str]:
    """Return the keys of what stands further off in the clause."""
    before, behind = _FURTHER[plain[place]]
    left = _CLAUSE.split(plain[max(0, place - _REACH) : place])[-1]
    right = _CLAUSE.split(plain[place + 1 : place + 1 + _REACH])[0]
    return ["u" + char for char in before if char in left] + ["v" + char for char in behind if char in right]

"""All readings that dictionaries give a character, rare and old ones too: to judge one, not to choose."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from casesite.chinese.syllables import marks, own, toneless
from casesite.chinese.variants import simplified

_DATA: Final = "data/heteronyms.txt"
_SPOKEN: Final = {"一": ("yí", "yì", "yi"), "不": ("bú", "bu"), "啊": ("ya", "wa", "na", "nga"), "儿": ("r",)}
"""Readings that only speech gives."""
_ALONE: Final = frozenset({"r", "biang", "bong", "den", "din", "eng", "fiao"})
"""Syllables of characters that have no other."""
_ODD: Final = frozenset({"hng", "len", "nia", "tei", "ế", "ề"})
"""What dictionaries have for a single character and nobody types."""
_THIRD: Final = str.maketrans("ǎěǐǒǔǚ", "áéíóúǘ")


@lru_cache(maxsize=1 << 12)
def heteronyms(char: str) -> tuple[str, ...]:
    """Return the readings of a character with tone marks, the usual one first; none where it is unknown.

    A traditional character has those of its simplified one as well.
    """
    one, table = simplified(char), _table()
    found = [*filter(None, (own(char), own(one))), *table.get(char, ()), *table.get(one, ())]
    return tuple(dict.fromkeys(found))


def can_be_read(char: str, syllable: str) -> bool:
    """Whether a character may be read so, in a word: a tone may be lost, a third tone become a second.

    The syllable is in lower case, with ü. A character without known readings may be read as anything.
    """
    known = heteronyms(char)
    return (
        not known
        or syllable in known
        or syllable in _SPOKEN.get(char, ())
        or any(syllable in (toneless(reading), reading.translate(_THIRD)) for reading in known)
    )


def is_syllable(text: str) -> bool:
    """Whether this is a syllable of pinyin, with one tone mark at most; in lower case, with ü."""
    return toneless(text) in toneless_syllables() and marks(text) <= 1


@cache
def toneless_syllables() -> frozenset[str]:
    """Return all syllables that there are, without tone marks."""
    known = {toneless(syllable) for readings in _table().values() for syllable in readings}
    return frozenset(known | _ALONE) - _ODD


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return the readings of the characters that have several."""
    lines = files("casesite.chinese").joinpath(_DATA).read_text(encoding="utf-8").splitlines()
    return {line[0]: tuple(line[1:].split(" ")) for line in lines}

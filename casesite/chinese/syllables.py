"""Syllables of pinyin as people and programs write them: tone marks off, and which a character can have."""

import re
from collections import defaultdict
from functools import cache
from typing import Final

from casesite.chinese.lexicon import lexicon
from casesite.chinese.variants import simplified

_MARKED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_PLAIN: Final = "aaaaeeeeiiiioooouuuuüüüünnnm"
_TONELESS: Final = dict(zip(map(ord, _MARKED), _PLAIN, strict=True))

_COMBINING: Final = "\u0304\u0301\u030c\u0300"
_JOINED: Final = {
    plain + mark: marked
    for vowel, group in zip("aeiouü", ("āáǎà", "ēéěè", "īíǐì", "ōóǒò", "ūúǔù", "ǖǘǚǜ"), strict=True)
    for plain in ({vowel, "v", "u\u0308"} if vowel == "ü" else {vowel})
    for mark, marked in zip(_COMBINING, group, strict=True)
} | {"u\u0308": "ü"}
"""Letters with combining marks, each with its one character."""
_DECOMPOSED: Final = re.compile(f"[{_COMBINING}\u0308]")
_LOOKALIKES: Final = str.maketrans("ɑɡăĕĭŏŭ", "agǎěǐǒǔ")
"""Letters that some programs write for pinyin's own: a and g of phonetics, a breve for the third tone."""


def tidy(text: str) -> str:
    """Return pinyin with one character a letter, as dictionaries write it; `v` stays."""
    if text.isascii():
        return text
    if _DECOMPOSED.search(text):
        for pair, letter in sorted(_JOINED.items(), key=lambda item: (-len(item[0]), item[0])):
            text = text.replace(pair, letter)
    return text.translate(_LOOKALIKES)


def toneless(text: str) -> str:
    """Return the text without tone marks; ü stays ü. No letter is added or lost."""
    return text.translate(_TONELESS)


def marks(text: str) -> int:
    """Count the letters that bear a tone mark."""
    return sum(1 for letter in text if ord(letter) in _TONELESS)


def of_character(char: str) -> frozenset[str]:
    """Return the toneless syllables that a character can have, alone or in any word of the lexicon."""
    return _by_character().get(simplified(char), frozenset()) | _by_character().get(char, frozenset())


def own(char: str) -> str:
    """Return the reading of a character that stands alone, or nothing."""
    characters = lexicon().characters
    return characters.get(simplified(char)) or characters.get(char, "")


@cache
def _by_character() -> dict[str, frozenset[str]]:
    known = lexicon()
    found: dict[str, set[str]] = defaultdict(set)
    for char, reading in known.characters.items():
        found[char].add(toneless(reading))
    for word, readings in known.words.items():
        for char, reading in zip(word, readings.split(" "), strict=True):
            found[char].add(toneless(reading))
    found["儿"].add("r")
    return {char: frozenset(syllables) for char, syllables in found.items()}

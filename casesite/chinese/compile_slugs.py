"""Extends the frozen table of slugs: `python -m casesite.chinese.compile_slugs`.

What the table holds already is never changed, since every address depends on it: only characters and
phrases that it lacks are added, read as the lexicon reads them now. A table that is to read otherwise needs
a new version, chosen by the site.
"""

from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Final

from casesite.chinese.lexicon import lexicon
from casesite.chinese.slug import Table, read_table
from casesite.chinese.variants import table as variants

_FIRST: Final = {"长": "chang", "長": "chang", "弹": "dan", "得": "de", "蛤": "ha", "薄": "bo", "曲": "qu"}
"""Readings that addresses prefer to the lexicon's: 长 as places have it."""
_COMMON: Final = 345
"""The highest cost of a phrase that is added: rare ones are more likely to be hit by chance (在行动)."""
_LONGEST: Final = 4
_MOST_WAYS: Final = 6
_PLAIN: Final = str.maketrans(
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿếề", "aaaaeeeeiiiioooouuuuvvvvvnnnmee", "\u0300\u0304\u030c"
)
_LETTERS: Final = (
    "a àáâãäåāăą;ae æ;c çćĉċč;d ðďđ;e èéêëēĕėęě;g ĝğġģ;h ĥħ;i ìíîïĩīĭįı;j ĵ;k ķ;l ĺļľŀł;n ñńņňŉ;o òóôõöøōŏő;"
    "oe œ;r ŕŗř;s śŝşš;ss ß;t ţťŧ;th þ;u ùúûũūŭůűų;v üǖǘǚǜ;w ŵ;y ýÿŷ;z źżž"
)
"""Letters beyond ASCII behind the ones they become."""


def plain(reading: str) -> str:
    """Return a reading without tones; ü becomes v."""
    return reading.translate(_PLAIN)


def extended(old: Table) -> Table:
    """Return the table with what it lacks."""
    known = lexicon()
    characters = {
        char: _FIRST.get(char) or plain(reading) for char, reading in known.characters.items()
    } | old.characters
    phrases = {
        word: plain(reading)
        for word, reading in known.words.items()
        if len(word) <= _LONGEST and known.costs[word] <= _COMMON
    }
    # A phrase with 长 that the lexicon reads by default is special here.
    phrases |= {
        word: plain(" ".join(known.characters[char] for char in word))
        for word, cost in known.costs.items()
        if 1 < len(word) <= _LONGEST
        and cost <= _COMMON
        and word not in known.words
        and not _FIRST.keys().isdisjoint(word)
    }
    phrases |= {other: reading for word, reading in phrases.items() for other in _traditional(word)}
    phrases |= old.phrases
    needed = {
        word: reading
        for word, reading in phrases.items()
        if word in old.phrases or reading != " ".join(characters.get(char, "") for char in word)
    }
    groups = (group.split(" ") for group in _LETTERS.split(";"))
    letters = {letter: base for base, members in groups for letter in members} | old.letters
    return Table(characters, needed, letters)


def _traditional(word: str) -> list[str]:
    """Return the ways to write a word with traditional characters; none where there are too many."""
    inverse = _inverse()
    ways = ["".join(chars) for chars in product(*(char + inverse.get(char, "") for char in word))]
    return ways[1:] if len(ways) <= _MOST_WAYS else []


@cache
def _inverse() -> dict[str, str]:
    """Return simplified characters with all their traditional forms."""
    forms: defaultdict[str, str] = defaultdict(str)
    for code, simple in variants().items():
        forms[simple] += chr(code)
    return forms


def written(table: Table) -> str:
    """Return the table as the file's text."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for char, syllable in table.characters.items():
        groups[syllable].append(char)
    lines = [
        "casesite slugs 1",
        "characters",
        *(f"{syllable} {''.join(sorted(members))}" for syllable, members in sorted(groups.items())),
        "phrases",
        *(f"{word} {reading}" for word, reading in sorted(table.phrases.items())),
        "letters",
        *(f"{letter} {base}" for letter, base in sorted(table.letters.items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    target = Path(str(files("casesite.chinese").joinpath("data/slugs.txt")))
    before = read_table(target.read_text("utf-8")) if target.exists() else Table({}, {}, {})
    target.write_text(written(extended(before)), encoding="utf-8", newline="\n")

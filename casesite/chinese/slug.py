"""Addresses from Chinese: a slug of toneless syllables, by a frozen table.

`data/slugs.txt`, version 1, holds in three parts a syllable for each character, phrases that are read
otherwise, and the letters beyond ASCII. It is kept apart from the lexicon, so that better readings never
move an address; `compile_slugs` may add to it but changes nothing.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from casesite.chinese.phrases import Phrases
from casesite.chinese.text import is_han

_LIMIT: Final = 80
_RESERVED: Final = re.compile("(?:con|prn|aux|nul|conin|conout|com[0-9]|lpt[0-9])")
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DROPPED: Final = dict.fromkeys(map(ord, "'’ʼ·\u00ad\u200b\u200c\u200d\ufeff"))
_SPACER: Final = re.compile("[^a-z0-9]+")


class Table(NamedTuple):
    """Characters and phrases with their syllables (spaces between), letters with ASCII ones."""

    characters: dict[str, str]
    phrases: dict[str, str]
    letters: dict[str, str]


def read_table(text: str) -> Table:
    """Read the text of `data/slugs.txt`."""
    _, rest = text.rstrip("\n").split("\ncharacters\n")
    syllables, rest = rest.split("\nphrases\n")
    phrases, letters = rest.split("\nletters\n")
    characters: dict[str, str] = {}
    for line in syllables.split("\n"):
        syllable, _, members = line.partition(" ")
        characters |= dict.fromkeys(members, syllable)
    return Table(characters, _pairs(phrases), _pairs(letters))


def _pairs(lines: str) -> dict[str, str]:
    """Return the first word of each line with the rest."""
    return {word: rest for word, _, rest in (line.partition(" ") for line in lines.split("\n"))}


@cache
def _table() -> tuple[Table, Phrases]:
    table = read_table(files("casesite.chinese").joinpath("data/slugs.txt").read_text(encoding="utf-8"))
    return table, Phrases.of(table.phrases)


def slug(text: str) -> str:
    """Return a name for addresses: groups of `a–z 0–9` joined by hyphens, 1–80 characters, none reserved.

    Each Han character is a group by its syllable (ü is `v`: 绿 `lv`), each run of Latin letters and figures
    another, in lower case, full-width forms and accents folded. All else parts groups. Cut at a hyphen
    where too long. A text with nothing to keep becomes `x` and eight hex digits of its hash; a name that
    Windows reserves gets `-0`.
    """
    return _named(_groups(text), text)


def slugs(texts: Iterable[str]) -> dict[str, str]:
    """Return the slug of each text, where many have words in common, as places in a region do.

    What stands between spaces is spelled once.
    """
    spelled: dict[str, str] = {}
    found = {}
    for text in texts:
        groups = []
        for word in text.split(" "):
            known = spelled.get(word)
            if known is None:
                known = spelled[word] = _groups(word)
            if known:
                groups.append(known)
        found[text] = _named("-".join(groups), text)
    return found


def _groups(text: str) -> str:
    """Return the groups of a name joined by hyphens, of any length; no phrase holds a space."""
    return _SPACER.sub("-", _spelled(text)).strip("-")


def _named(groups: str, text: str) -> str:
    """Return groups as a name; `text` is what they spell."""
    name = groups
    if len(name) > _LIMIT:
        name = name[: _LIMIT + 1].rpartition("-")[0] or name[:_LIMIT]
    if not name:
        return "x" + hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return name + "-0" if _RESERVED.fullmatch(name) else name


def _spelled(text: str) -> str:
    """Return the text with syllables for Han characters, spaces around them, and ASCII letters."""
    table, phrases = _table()
    plain = text.translate(_FULL_WIDTH).translate(_DROPPED)
    parts: list[str] = []
    place = 0
    for start, end in [*phrases.spans(plain), (len(plain), len(plain))]:
        for char in plain[place:start].lower():
            syllable = table.characters.get(char)
            if syllable is not None:
                parts.append(f" {syllable} ")
            elif is_han(char):
                parts.append(f" u{ord(char):x} ")
            else:
                parts.append(table.letters.get(char, char))
        if start < end:
            parts.append(f" {table.phrases[plain[start:end]]} ")
        place = end
    return "".join(parts)

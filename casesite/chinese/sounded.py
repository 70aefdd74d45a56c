"""The words of a document that a reader may search by how they are read, packed once when it is read.

They are the words of its names and its title, what stands often in its text, and the words of its slogans;
not every word, since any that matters does stand so in some document of a site. Only names and titles are
read in full; of the text, pairs of characters that repeat are looked up.

Packed are 26 lines, one for each letter that a reading begins with. A line holds entries with spaces between:
a word, an apostrophe and its syllables without tones (ü is `v`), joined by apostrophes; `+` goes before an
entry of a name or a title. Any beginning of an entry is a word to search too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add
from struct import Struct
from typing import Final, NamedTuple
from zlib import crc32

from casesite.chinese.lexicon import lexicon
from casesite.chinese.pinyin import NONE, Readings, words
from casesite.chinese.syllables import toneless
from casesite.chinese.text import HAN_RANGES

VERSION: Final = 1
"""Raised whenever the same text would be packed otherwise; part of what a remembered reading depends on."""

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
DIGEST: Final = 4
"""Bytes a letter in `Sounded.digests`."""

_NAME: Final = 12
"""How many characters of a name are kept from each of its words on."""
_TITLE: Final = 4
"""How many characters of a title are kept from each of its words on, or a few more to the word's end."""
_TWICE: Final = 2
_OFTEN: Final = 3
"""How often a word of the lexicon, and what is none, stands in a text to be one of its words."""
_LONGEST: Final = 4
_LOOSE: Final = frozenset(
    "的一是了在不和有为与把将等由对从以到并又也都就这那个其之及于后前上中下来去我们他她它您你"
)
"""Characters at whose side a repeated pair that is no word of the lexicon tells nothing."""
_HAN: Final = re.compile(f"[{HAN_RANGES}]+")
_SYLLABLE: Final = re.compile("[a-z]+")


class Sounded(NamedTuple):
    """The words of one document.

    `digests` holds 4 bytes for each of the 26 letters (CRC-32 over its line, zeros for an empty one).
    """

    data: bytes
    digests: bytes


def pack(
    title: str,
    names: Iterable[str],
    leading: Iterable[str] = (),
    running: Iterable[str] = (),
    readings: Readings = NONE,
) -> Sounded:
    """Pack the words of a document.

    `names` are its topics, tags, organisation, places; `leading` its summary, slogans and headings, whose
    words count wherever they stand; `running` is the rest of its text. `readings` are the site's.
    """
    named = {entry: None for name in names for entry in _tails(name, readings, _NAME)}
    named |= dict.fromkeys(_tails(title, readings, _TITLE))
    found = dict.fromkeys([f"+{entry}" for entry in named])
    for word in {*_frequent("\n".join(leading), 1), *_frequent("\n".join(running), _TWICE)}:
        entry = _own(word, readings) if word in readings.table else _read(word)
        if entry and entry not in named:
            found[entry] = None
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for entry in found:
        lines[entry[entry.index("'") + 1]].append(entry)
    packed = [" ".join(sorted(lines[letter])).encode() if letter in lines else b"" for letter in LETTERS]
    # A sum of zero would read as a letter without words.
    digests = ((line and (crc32(line) or 1)) or 0 for line in packed)
    return Sounded(b"\n".join(packed), _DIGESTS.pack(*digests))


def _tails(text: str, readings: Readings, size: int) -> Iterator[str]:
    """Yield entries: what stands in a text from each of its words on, as far as `size`, of what is Han."""
    run: list[tuple[str, tuple[str, ...]]] = []
    for word, syllables in (*words(text, readings), ("", ())):
        if syllables and all(syllables):
            run.append((word, syllables))
            continue
        for first in range(len(run)):
            joined, read = run[first]
            for following, sounds in run[first + 1 :]:
                if len(joined) >= size:
                    break
                joined, read = joined + following, read + sounds
            if len(joined) > 1:
                yield _entry(joined, read)
        run = []


def _frequent(text: str, often: int) -> Iterator[str]:
    """Yield the words of the lexicon that stand so often in a text, and what else repeats in it."""
    known = lexicon()
    pairs = Counter(map(add, text, text[1:]))
    repeated = {pair: count for pair, count in pairs.items() if count >= often}
    for pair, count in repeated.items():
        if pair in known.costs or (count >= _OFTEN and _LOOSE.isdisjoint(pair) and _HAN.fullmatch(pair)):
            yield pair


def _own(word: str, readings: Readings) -> str:
    return _entry(word, readings.table[word])


@lru_cache(maxsize=1 << 16)
def _read(word: str) -> str:
    """Return the entry of a word, or nothing where its reading is not known."""
    syllables = [syllable for _, read in words(word) for syllable in read]
    return _entry(word, syllables) if len(syllables) == len(word) and all(syllables) else ""


def _entry(word: str, syllables: Iterable[str]) -> str:
    return "'".join((word, *(toneless(syllable).replace("ü", "v") for syllable in syllables)))


_DIGESTS: Final = Struct(f">{len(LETTERS)}I")

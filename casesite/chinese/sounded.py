"""The words of a document that a reader may search by how they are read, packed once when it is read.

They are the words of its names and its title, which alone are read in full; longer words that repeat in its
text or stand in its slogans; pairs of characters that the lexicon knows as words: all that stand out in the
document, of the others a share, drawn by dice that are each document's own; and a share of familiar longer
words. What stands in many documents of a site is drawn in some of them, so the more documents there are, the
smaller a share will do.

Packed are 26 lines, one for every letter that a reading begins with. A line holds entries with spaces
between: a word, an apostrophe and its syllables without tones (ü is `v`), joined by apostrophes. `+` goes
before an entry of a name or a title; any beginning of one may be searched too. `-` goes before one that the
lexicon does not know.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, compress
from struct import Struct
from typing import Final, NamedTuple
from zlib import crc32

from casesite.chinese.lexicon import lexicon
from casesite.chinese.pinyin import NONE, Readings, words
from casesite.chinese.syllables import toneless
from casesite.chinese.terms import CLASSES, OFTEN, ONCE, cut, units
from casesite.chinese.text import HAN_RANGES

VERSION: Final = 4
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
"""How often a longer word of the lexicon, and what is none, stands in a text to be one of its words."""
_LONGER: Final = (3, 4)
_BEHIND: Final = (1, 2)
"""How many characters a longer word has, and how many of them behind its first pair."""
_PAIR: Final = 2
_FAMILIAR: Final = 309
"""What the longer words cost at most that are looked for like pairs: some 8,000 of them."""
_PARTS: Final = 8
_PRIME: Final = 65521
_SHARES: Final = ((300, 8), (1500, 4), (5000, 2))
"""Up to how many documents how many parts of the pairs are drawn in each."""
_LOOSE: Final = frozenset(
    "的一是了在不和有为与把将等由对从以到并又也都就这那个其之及于后前上中下来去我们他她它您你"
)
"""Characters at whose side a repeated pair that is no word of the lexicon tells nothing."""
_WEIGHS: Final = bytes(mark & 3 != ONCE for mark in range(256))
_IS_OFTEN: Final = bytes(mark & 3 == OFTEN for mark in range(256))
"""By a term's mark, whose lowest two bits are its weight."""
_HAN: Final = re.compile(f"[{HAN_RANGES}]+")


class Sounded(NamedTuple):
    """The words of one document.

    `digests` holds 4 bytes for each line of `data` (CRC-32 over it, zeros for an empty one).
    """

    data: bytes
    digests: bytes


class Spoken(NamedTuple):
    """What a document is made of.

    `names` are its topics, tags, organisation, places; `leading` its summary, slogans and headings; `running`
    the rest of its text; `terms` its packed search terms.
    """

    title: str
    names: Sequence[str]
    leading: Sequence[str]
    running: Sequence[str]
    terms: bytes


def share_of(documents: int) -> int:
    """Return how many of 8 parts of the pairs are drawn in each of so many documents.

    A pair that stands in one of a hundred is drawn in some of them with 99.8 % or more.
    """
    return next((share for most, share in _SHARES if documents <= most), 1)


class Sounder:
    """Packs documents, with the site's own readings, and draws so many parts of eight."""

    def __init__(self, readings: Readings = NONE, share: int = 8) -> None:
        self._readings = readings
        self._share = share
        self._tails: dict[str, tuple[str, ...]] = {}

    def pack(self, document: Spoken, key: str) -> Sounded:
        """Pack the words of a document; `key` is what its dice are thrown by."""
        own = self._readings.table
        lines: list[list[str]] = [[] for _ in LETTERS]
        named = set(_tails(document.title, self._readings, _TITLE))
        for name in document.names:
            named.update(self._named(name))
        for entry in named:
            lines[_letter(entry)].append(f"+{entry}")
        terms, marks = cut(document.terms, 0, CLASSES)
        often = set(compress(terms, marks.translate(_IS_OFTEN)))
        drawn = _drawn(self._share, crc32(key.encode()) % _PARTS)
        known = _known().intersection(terms)
        among = {term for term in known if term % _PRIME % _PARTS in drawn}
        found = _pairs() & among
        found |= _pairs() & known.intersection(compress(terms, marks.translate(_WEIGHS)))
        for line, entry in map(_read_pair, found):
            lines[line].append(entry)
        longer = dict.fromkeys(_familiar_among(terms, among), "")
        longer |= _longer(document, often)
        for word, mark in longer.items():
            entry = _read(word)
            if entry:
                lines[_letter(entry)].append(mark + entry)
        if own:
            lines = _reread(lines, own)
        packed = [" ".join(sorted(line)).encode() for line in lines]
        # A sum of zero would read as a letter without words.
        digests = ((crc32(line) or 1) if line else 0 for line in packed)
        return Sounded(b"\n".join(packed), _DIGESTS.pack(*digests))

    def _named(self, name: str) -> tuple[str, ...]:
        """Return the entries of a name; many documents share it."""
        if name not in self._tails:
            self._tails[name] = tuple(_tails(name, self._readings, _NAME))
        return self._tails[name]


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


def _familiar_among(terms: Iterable[int], drawn: Iterable[int]) -> Iterator[str]:
    """Yield the familiar words of three or four characters all of whose pairs are terms, the rarest drawn."""
    familiar = _familiar()
    held = familiar.keys() & drawn
    if held:
        known = set(terms)
        for term in held:
            for rest, word in familiar[term]:
                if known.issuperset(rest):
                    yield word


def _longer(document: Spoken, often: Iterable[int]) -> Iterator[tuple[str, str]]:
    """Yield longer words of the lexicon, and what else repeats, each with its mark."""
    costs = lexicon().costs
    text = "\n".join(document.leading)
    for size in _LONGER:
        grams = {text[start : start + size] for start in range(len(text) - size + 1)}
        yield from ((part, "") for part in costs.keys() & grams)
    counts = _repeated("\n".join(document.running), often)
    yield from ((part, "") for part in costs.keys() & counts)
    strange = {part: count for part, count in counts.items() if count >= _OFTEN and part not in costs}
    # What begins a longer one, or ends it, and stands nowhere else, is none itself.
    inner = {side for part in strange for side in (part[:-1], part[1:]) if strange.get(side) == strange[part]}
    yield from ((part, "-") for part in strange if part not in inner and _is_told(part))


def _repeated(text: str, often: Iterable[int]) -> dict[str, int]:
    """Return what repeats in a text and is no word of two characters, and how often.

    `often` are the pairs that stand there often.
    """
    _, costs, reach, _, _, _ = lexicon()
    counts: dict[str, int] = {}
    parts: list[str] = []
    for pair in map(_pair, often):
        strange = pair not in costs and _is_told(pair)
        if not strange and reach.get(pair, 0) <= _PAIR:
            continue
        behind = text.split(pair)[1:]
        for size in _BEHIND:
            parts += [pair + rest[:size] for rest in behind if len(rest) >= size]
        if strange:
            counts[pair] = len(behind)
    counts |= {part: count for part, count in Counter(parts).items() if count >= _TWICE}
    return counts


def _reread(lines: list[list[str]], own: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """Return entries with the readings that a site sets for them."""
    found: list[list[str]] = [[] for _ in LETTERS]
    for entry in chain.from_iterable(lines):
        word = entry.partition("'")[0]
        read = _entry(word, own[word]) if word in own else entry
        found[_letter(read)].append(read)
    return found


def _is_told(part: str) -> bool:
    """Whether a part of a text that is no word of the lexicon looks like one."""
    return part[0] not in _LOOSE and part[-1] not in _LOOSE and _HAN.fullmatch(part) is not None


@lru_cache(maxsize=1 << 16)
def _read_pair(term: int) -> tuple[int, str]:
    """Return the line and the entry of a word of two characters."""
    entry = _read(_pair(term))
    return _letter(entry), entry


@lru_cache(maxsize=1 << 15)
def _read(word: str) -> str:
    """Return the entry of a word, or nothing where its reading is not known."""
    syllables = [syllable for _, read in words(word) for syllable in read]
    return _entry(word, syllables) if len(syllables) == len(word) and all(syllables) else ""


def _pair(term: int) -> str:
    first, second = units(term)
    return chr(first) + chr(second)


def _letter(entry: str) -> int:
    return ord(entry[entry.index("'") + 1]) - ord("a")


def _entry(word: str, syllables: Iterable[str]) -> str:
    return "'".join([word, *map(_typed, syllables)])


@lru_cache(maxsize=1 << 11)
def _typed(syllable: str) -> str:
    """Return a syllable as it is typed."""
    return toneless(syllable).replace("ü", "v")


def _drawn(share: int, first: int) -> set[int]:
    """Return which parts are drawn: so many from a first one on, in a circle."""
    return {(first + number) % _PARTS for number in range(share)}


@cache
def _known() -> frozenset[int]:
    """Return all terms that may be drawn: one look at a document's terms finds both kinds."""
    return _pairs().union(_familiar())


@cache
def _familiar() -> dict[int, list[tuple[tuple[int, ...], str]]]:
    """Return the familiar longer words by their rarest pair, with their other pairs."""
    found: dict[int, list[tuple[tuple[int, ...], str]]] = {}
    costs, never = lexicon().costs, lexicon().dearest
    for word, cost in costs.items():
        if cost <= _FAMILIAR and len(word) in _LONGER and max(word) < "\ud800":
            pairs = [word[at : at + _PAIR] for at in range(len(word) - 1)]
            pairs.sort(key=lambda pair: -costs.get(pair, never))
            term, *rest = Struct(f">{len(pairs)}I").unpack("".join(pairs).encode("utf-16-le"))
            found.setdefault(term, []).append((tuple(rest), word))
    return found


@cache
def _pairs() -> frozenset[int]:
    """Return the words of two characters as terms."""
    joined = "".join(word for word in lexicon().costs if len(word) == _PAIR and max(word) < "\ud800")
    return frozenset(Struct(f">{len(joined) // 2}I").unpack(joined.encode("utf-16-le")))


_DIGESTS: Final = Struct(f">{len(LETTERS)}I")

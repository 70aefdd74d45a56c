"""Ruby: pinyin above the words of a text, as well-formed XML.

Levels: `off` and `marked` add none (what authors mark is set elsewhere, by `authored`); `names` marks names;
`hard` names and words with a character that not everybody reads; `all` every Han word.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from casesite.chinese.levels import common
from casesite.chinese.named import cut, kind_of, parted, whole
from casesite.chinese.names import Names, Span, spans
from casesite.chinese.pinyin import Readings, Word, words
from casesite.chinese.proper import NamedSpan, name, plain
from casesite.chinese.sandhi import spoken
from casesite.chinese.sought import Sought, sought
from casesite.chinese.spelling import Piece

__all__ = ["Names", "Seen", "Style", "authored", "escape", "mark", "ruby"]

Level = Literal["off", "marked", "names", "hard", "all"]
Parts = str | tuple[str, ...]
"""A word as what stands below each syllable: its characters, or what is spelled together."""
Seen = set[tuple[Parts, tuple[str, ...]]]
"""The words, each with its reading, that a document has marked so far; marking adds to it."""

_LONGEST_PLACE: Final = 6
"""A name of more characters is marked word by word, so that a line can break in it anywhere."""
_SILENT: Final = ("off", "marked")


class Style(Struct, frozen=True):
    """How a text is marked.

    `easy` are the characters that everybody reads; empty stands for level 1 of the standard list. `first`
    marks a word where it first occurs only. `by` word sets one spelling above a whole word, as GB/T 16159
    has it, instead of a syllable above each character.
    """

    level: Level = "names"
    easy: frozenset[str] = frozenset()
    first: bool = False
    by: Literal["character", "word"] = "character"
    tones: Literal["citation", "spoken"] = "citation"


def escape(text: str) -> str:
    """Escape text for XML, so that it may stand in an element or in a quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@lru_cache(maxsize=1 << 12)
def ruby(word: Parts, syllables: tuple[str, ...], kind: str = "m") -> str:
    """Return the element of one word: its characters with a syllable each, or its parts with their spelling.

    `kind` becomes its class: m (marked by the author), n (name), h (hard) or a (other). ValueError where the
    syllables are not as many as the parts.
    """
    pairs = "".join(
        f'{escape(part)}<rp>(</rp><rt lang="zh-Latn-pinyin">{escape(syllable)}</rt><rp>)</rp>'
        for part, syllable in zip(word, syllables, strict=True)
    )
    return f'<ruby class="{kind}">{pairs}</ruby>'


def mark(text: str, style: Style, names: Names, readings: Readings, seen: Seen | None = None) -> str:
    """Return the text escaped for XML, with ruby on the words that the style asks for.

    Without the elements `rt` and `rp` and the tags it is the text. `seen` is the document's, for a style that
    marks a word once.
    """
    if style.level in _SILENT:
        return escape(text)
    found, given, places = _read(text, style, names, readings)
    if style.by == "word":
        found, named = parted(found, given, names)
        units = _spelled(spoken(found) if style.tones == "spoken" else found, named, style)
    else:
        units = _by_character(spoken(found) if style.tones == "spoken" else found, places, style)
    known = seen if style.first else None
    return "".join([_shown(word, syllables, kind, known) for word, syllables, kind in units])


def _read(text: str, style: Style, names: Names, readings: Readings) -> Sought:
    """Return a text's words and names; with citation tones only what the level shows need be read."""
    if style.tones == "citation" and style.level == "names":
        return sought(text, names, readings)
    if style.tones == "citation" and style.level == "hard" and style.by == "character":
        return sought(text, names, readings, style.easy or common())
    found, given = cut(text, names, readings)
    return Sought(found, given, spans([word for word, _ in found], frozenset(given)))


def authored(  # noqa: PLR0913  a word, what is written above it, and what marking depends on
    word: str,
    syllables: tuple[str, ...],
    style: Style,
    names: Names,
    readings: Readings,
    *,
    seen: Seen | None = None,
) -> str:
    """Return a word that the author marked; without syllables it is read as we read it."""
    if style.level == "off":
        return escape(word)
    read_as = words(word, readings)
    if syllables:
        places = iter(syllables)
        read_as = [(part, tuple(next(places) for _ in part)) for part, _ in read_as]
    elif style.tones == "spoken":
        read_as = spoken(read_as)
    parts: Parts = word
    pinyin = tuple(syllable for _, read in read_as for syllable in read)
    if style.by == "word":
        is_name = word in names.terms or spans([part for part, _ in read_as]) == [(0, len(read_as))]
        parts, pinyin = _joined(name(read_as, kind_of(word, names)) if is_name else plain(read_as))
    if not all(pinyin) or len(pinyin) != len(parts):
        return escape(word)
    if seen is not None:
        seen.add((parts, pinyin))
    return ruby(parts, pinyin)


_Unit = tuple[Parts, tuple[str, ...], str]
"""A word's parts, what stands above each, and its class; an empty class is no ruby."""


def _by_character(found: list[Word], places: list[Span], style: Style) -> Iterator[_Unit]:
    """Yield the text's words with a syllable a character."""
    easy, every, only_names = style.easy or common(), style.level == "all", style.level == "names"
    place = 0
    for start, end in (*places, (len(found), len(found))):
        if only_names:
            yield "".join([word for word, _ in found[place:start]]), (), ""
        else:
            for word, syllables in found[place:start]:
                kind = "a" if easy.issuperset(word) else "h"
                yield word, syllables, kind if every or kind == "h" else ""
        parts = found[start:end]
        short = len(parts) > 1 and sum(len(word) for word, _ in parts) <= _LONGEST_PLACE
        for word, syllables in [whole(parts)] if short else parts:
            yield word, syllables, "n"
        place = end


def _spelled(found: list[Word], named: list[NamedSpan], style: Style) -> Iterator[_Unit]:
    """Yield the text's words with one spelling each."""
    easy, least = style.easy or common(), {"names": "", "hard": "h", "all": "ha"}[style.level]
    place = 0
    for start, end, kind in (*named, (len(found), len(found), None)):
        if not least:
            yield "".join([word for word, _ in found[place:start]]), (), ""
        for text, pinyin in plain(found[place:start]) if least else ():
            level = "a" if easy.issuperset(text) else "h"
            yield (text,), (pinyin,), level if level in least else ""
        place = end
        if kind is None:
            return
        pieces = name(found[start:end], kind)
        short = sum(len(word) for word, _ in pieces) <= _LONGEST_PLACE
        for group in [pieces] if short else [[piece] for piece in pieces]:
            yield (*_joined(group), "n")


def _joined(pieces: list[Piece]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return pieces as parts and what stands above each."""
    return tuple(text for text, _ in pieces), tuple(pinyin for _, pinyin in pieces)


def _shown(word: Parts, syllables: tuple[str, ...], kind: str, seen: Seen | None) -> str:
    """Return one word, as ruby where it has a kind, its reading is known, and it was not seen before."""
    if not kind or not syllables or not all(syllables):
        return escape(word if isinstance(word, str) else "".join(word))
    if seen is not None:
        if (word, syllables) in seen:
            return escape("".join(word))
        seen.add((word, syllables))
    return ruby(word, syllables, kind)

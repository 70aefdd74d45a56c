"""Lines of running text with their pinyin: by character or by words, for a person who asks how it is read."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from casesite.chinese.named import cut, parted
from casesite.chinese.names import Names
from casesite.chinese.pinyin import Doubt, Readings, Word, doubts
from casesite.chinese.proper import NamedSpan, running, spelled
from casesite.chinese.sandhi import spoken
from casesite.chinese.spelling import Piece

By = Literal["char", "word"]
Tones = Literal["citation", "spoken"]


class Way(NamedTuple):
    """How a text is read and written; names and readings are the project's, where there is one."""

    by: By = "char"
    tones: Tones = "citation"
    names: Names = Names()
    readings: Readings = Readings()


class PinyinLine(NamedTuple):
    """A line as pieces, each with what stands above it (empty for marks), and its pinyin alone."""

    text: str
    pieces: tuple[Piece, ...]
    pinyin: str


def read_line(text: str, way: Way) -> PinyinLine:
    """Return a line, which holds no line end, with its pinyin."""
    found, given = cut(text, way.names, way.readings)
    named: list[NamedSpan] = []
    if way.by == "word":
        found, named = parted(found, given, way.names)
    if way.tones == "spoken":
        found = spoken(found)
    if way.by == "word":
        pieces = spelled(found, named)
        return PinyinLine(text, tuple(pieces), running(pieces))
    each = tuple(_characters(found))
    return PinyinLine(text, each, _joined(each))


def line_doubts(text: str, way: Way) -> Iterator[Doubt]:
    """Yield the readings of a line that are not sure, in order."""
    for start, end in way.names.parts(text):
        for doubt in doubts(text[start:end], way.readings):
            yield doubt._replace(place=start + doubt.place)


def _characters(found: Sequence[Word]) -> Iterator[Piece]:
    for word, syllables in found:
        if syllables:
            yield from zip(word, syllables, strict=True)
        else:
            yield word, ""


def _joined(pieces: Sequence[Piece]) -> str:
    """Return syllables with spaces between them, and what is no pinyin as it stands."""
    written, spaced = "", False
    for text, syllable in pieces:
        shown = syllable or text
        letters = bool(syllable) or shown[0].isalnum()
        if written and letters and (spaced or (syllable and written[-1].isalnum())):
            written += " "
        written += shown
        spaced = bool(syllable)
    return written

"""Lines of running text with their pinyin: by character or by words, for a person who asks how it is read."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from casesite.chinese import people
from casesite.chinese.names import KINDS, Names, spans
from casesite.chinese.pinyin import Doubt, Readings, Word, doubts, words
from casesite.chinese.proper import Kind, running, spelled
from casesite.chinese.sandhi import spoken
from casesite.chinese.spelling import Piece

By = Literal["char", "word"]
Tones = Literal["citation", "spoken"]


_Named = tuple[int, int, Kind]


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
    found, named = _cut(text, way)
    if way.tones == "spoken":
        found = spoken(found)
    if way.by == "word":
        pieces = spelled(found, named)
        return PinyinLine(text, tuple(pieces), running(pieces))
    each = tuple(_characters(found))
    return PinyinLine(text, each, _joined(each))


def line_doubts(text: str, way: Way) -> Iterator[Doubt]:
    """Yield the readings of a line that are not sure, in order."""
    place = 0
    for start, end in (*way.names.phrases.spans(text), (len(text), len(text))):
        for first, last in ((place, start), (start, end)):
            for doubt in doubts(text[first:last], way.readings):
                yield doubt._replace(place=first + doubt.place)
        place = end


def _cut(text: str, way: Way) -> tuple[list[Word], list[_Named]]:
    """Return the words of a text, and which of them are names of which kind."""
    found: list[Word] = []
    given: dict[int, list[Word]] = {}
    place = 0
    for start, end in way.names.phrases.spans(text):
        found += words(text[place:start], way.readings)
        given[len(found)] = words(text[start:end], way.readings)
        found.append((text[start:end], ()))
        place = end
    found += words(text[place:], way.readings)
    written = [word for word, _ in found]
    persons = frozenset(people.spans(written))
    parted: list[Word] = []
    starts: list[int] = []
    for number, word in enumerate(found):
        starts.append(len(parted))
        parted += given.get(number, [word])
    starts.append(len(parted))
    named: list[_Named] = []
    for first, last in spans(written, frozenset(given)):
        whole = "".join(written[first:last])
        kind: Kind = "person" if (first, last) in persons or whole in way.names.people else "organisation"
        if kind != "person" and whole[-1] in KINDS:
            kind = "place"
        named.append((starts[first], starts[last], kind))
    return parted, named


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

"""A file to the lines that a person wants read in pinyin: all of a text, of a `.md` its title and body."""

import re
from typing import Final, NamedTuple

from msgspec.structs import replace

from casesite.chinese.pinyin import Readings
from casesite.chinese.ruby import mark
from casesite.chinese.text import HAN_RANGES
from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.reading.context import Context
from casesite.reading.decode import decode
from casesite.reading.document import Opened, open_document
from casesite.reading.keys import OF_CASE
from casesite.reading.markdown import read_markdown
from casesite.reading.pinyin import read_pinyin
from casesite.reading.pinyin_lines import Way, line_doubts
from casesite.reading.unsure import Heard, of_title

_AUTHORED: Final = re.compile(rf"\{{([{HAN_RANGES}]+)\\?\|([^{{}}\n]+)\}}")


class Doubtful(NamedTuple):
    """A reading that is not sure, and where it stands in the text or the file; both count from 1."""

    line: int
    column: int
    character: str
    word: str
    reading: str
    other: str
    margin: int


class PinyinText(NamedTuple):
    """The lines to be read, the readings that hold in them, and what was noticed on the way."""

    lines: tuple[str, ...]
    readings: Readings
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubtful, ...] | None = None
    """Those of a `.md`, at their places in it; None where the lines are the file's own."""


def read_text(source: Source, context: Context) -> PinyinText | Problem:
    """Return what is to be read of a text file; a `.md` that has no fields is a body."""
    text = decode(source)
    if isinstance(text, Problem):
        return text
    if source.path.lower().endswith(".md"):
        opened = open_document(source, context.table, OF_CASE)
        if isinstance(opened, Opened):
            return _document(opened, context, text.problems)
    return PinyinText(tuple(text.text.removesuffix("\n").split("\n")), context.readings, text.problems)


def doubts_of(text: PinyinText, way: Way) -> list[Doubtful]:
    """Return the readings of a text that are not sure, in order."""
    if text.doubts is not None:
        return list(text.doubts)
    return [
        Doubtful(number, one.place + 1, line[one.place], one.word, one.reading, one.other, one.margin)
        for number, line in enumerate(text.lines, 1)
        for one in line_doubts(line, way)
    ]


def _document(opened: Opened, context: Context, problems: tuple[Problem, ...]) -> PinyinText:
    """Return a case's, an issue's or a page's title and body, with the readings that it gives."""
    form, parts = opened
    pinyin = read_pinyin(form, replace(context.style, first=False), context.readings, unsure=True)
    pinyin = pinyin._replace(style=replace(pinyin.style, level="all", first=False))
    title = form.text("title")
    xml = mark(title, pinyin.style, context.names, pinyin.readings)
    markdown = read_markdown(
        parts.body, path=form.lines.path, first_line=parts.body_line, names=context.names, pinyin=pinyin
    )
    found = (*of_title(form, title, xml, context.names, pinyin), *markdown.unsure)
    authored = Readings.of((word, read.replace("|", " ")) for word, read in _AUTHORED.findall(parts.body))
    lines = [title, *(block.text for block in markdown.body.blocks)]
    return PinyinText(
        tuple(line for text in lines for line in text.split("\n") if line.strip()),
        pinyin.readings.joined(authored),
        problems,
        tuple(map(_doubtful, sorted(found, key=lambda one: (one.place.line, one.place.column)))),
    )


def _doubtful(one: Heard) -> Doubtful:
    found = one.unsure
    return Doubtful(
        *(one.place.line, one.place.column, found.character, found.settled.word),
        *(found.syllable, found.other, found.margin),
    )

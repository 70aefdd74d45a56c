"""`casesite pinyin`: reads a text as the site would, and says which readings are not sure."""

import json
import shutil
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final
from unicodedata import combining, east_asian_width

from casesite.commands.parser import Parser, UsageError, Values
from casesite.commands.place import context_at, project_of
from casesite.commands.report import as_text
from casesite.messages import find
from casesite.messages.files import FILE_TOO_LARGE
from casesite.messages.interface import say
from casesite.model.problem import Finding, Place, Problem
from casesite.model.source import Source
from casesite.model.vocabulary import Vocabularies
from casesite.project.drafts import read_file
from casesite.project.files import find_project
from casesite.reading.context import Context
from casesite.reading.pinyin_lines import By, PinyinLine, Tones, Way, read_line
from casesite.reading.pinyin_text import PinyinText, doubts_of, read_text
from casesite.reading.settings import read_settings

_LIMIT: Final = 16 << 20
_LEAST_WIDTH: Final = 20


class PinyinValues(Values):
    """The values of this command's options."""

    text: list[str]
    file: str | None
    by: By
    tones: Tones
    doubts: bool
    plain: bool
    format: str


def configure(parser: Parser) -> None:
    """Declare the command's options."""
    parser.project_argument(positional=False)
    parser.add_argument("text", nargs="*", metavar="TEXT", help=say("text", parser.language))
    parser.option("--file", "file", metavar="FILE")
    parser.option("--by", "by", choices=("char", "word"), default="char")
    parser.option("--tones", "tones", choices=("citation", "spoken"), default="citation")
    parser.switch("--doubts", "doubts-alone")
    parser.switch("--plain", "plain")
    parser.option("--format", "format", choices=("text", "json"), default="text")


def run(values: PinyinValues) -> int:
    """Read the text; 1 when there is none that can be read."""
    context = _context(values)
    text = _text(values, context)
    if isinstance(text, Problem):
        _tell(values, text)
        return 1
    _tell(values, *text.problems)
    way = Way(values.by, values.tones, context.names, text.readings)
    if values.format == "json":
        print(_as_json(values, text, way))
    elif values.doubts:
        found = doubts_of(text, way)
        for one in found:
            print(say("doubt", values.lang, **one._asdict()))
        if not found:
            print(say("doubts-none", values.lang))
    else:
        width = max(shutil.get_terminal_size().columns, _LEAST_WIDTH)
        for line in text.lines:
            read = read_line(line, way)
            rows = (read.pinyin,) if values.plain else aligned(read, width)
            print("\n".join(rows))
    return 0


def aligned(line: PinyinLine, width: int) -> Iterator[str]:
    """Yield rows of pinyin, each above its row of text, at most `width` cells wide where pieces allow it."""
    above = below = ""
    reached = 0
    for text, pinyin in line.pieces:
        parts = [(text, pinyin)] if pinyin else [(char, "") for char in text]
        for part, syllable in parts:
            cells = max(cells_of(part), cells_of(syllable))
            gap = 1 if syllable else 0
            if reached and reached + cells > width:
                yield from (above.rstrip(), below.rstrip())
                above = below = ""
                reached = 0
            above += syllable + " " * (cells + gap - cells_of(syllable))
            below += part + " " * (cells + gap - cells_of(part))
            reached += cells + gap
    if any(pinyin for _, pinyin in line.pieces) or not below:
        yield above.rstrip()
    yield from (below.rstrip(),) if below else ()


def cells_of(text: str) -> int:
    """Return how many cells of a terminal a text takes: two for a wide character, none for an accent."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _context(values: PinyinValues) -> Context:
    """Return what the project knows; that of an empty one where there is no project."""
    if values.project is None and find_project(Path.cwd()) is None:
        return Context.of(read_settings(None)[0], Vocabularies())
    return context_at(project_of(values))


def _text(values: PinyinValues, context: Context) -> PinyinText | Problem:
    """Return the text that the caller gives. Raises `UsageError` for none, and for two at once."""
    if values.text and values.file is not None:
        raise UsageError(say("text-twice", values.lang))
    if values.text:
        lines = " ".join(values.text).splitlines()
        return PinyinText(tuple(lines), context.readings)
    if values.file is not None:
        source = read_file(Path(values.file), Path(values.file).name)
        return source if isinstance(source, Problem) else read_text(source, context)
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(say("text-missing", values.lang))
    name = say("standard-input", values.lang)
    data = sys.stdin.buffer.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        return Place(name).problem(FILE_TOO_LARGE, file=name, size=f">{_LIMIT}", limit=str(_LIMIT))
    return read_text(Source(name, data, blake2b(data, digest_size=16).hexdigest()), context)


def _tell(values: PinyinValues, *problems: Problem) -> None:
    """Say what was wrong, beside the output proper."""
    if problems:
        findings = [Finding(problem, find(problem.code).severity, public=True) for problem in problems]
        print(as_text(findings, values.lang), file=sys.stderr)


def _as_json(values: PinyinValues, text: PinyinText, way: Way) -> str:
    lines = [read_line(line, way) for line in text.lines]
    record: dict[str, object] = {
        "lines": [{"text": one.text, "pinyin": one.pinyin, "pieces": one.pieces} for one in lines]
    }
    if values.doubts:
        record["doubts"] = [one._asdict() for one in doubts_of(text, way)]
    return json.dumps(record, ensure_ascii=False, indent=1)

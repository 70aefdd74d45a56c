"""Bytes of a text file to text: byte order mark, then UTF-8, then GB18030."""

from typing import Final, NamedTuple

from casesite.messages import files
from casesite.model.problem import Place, Problem
from casesite.model.source import Source
from casesite.reading.lines import Lines
from casesite.reading.pasted import without_pasted

YAML_LIMIT: Final = 1024 * 1024
"""The most bytes of YAML that are read, of a data file or a front matter."""

_SHOWN: Final = 4


class Text(NamedTuple):
    """A file's text: no byte order mark, each line end a newline. `problems` are hints and warnings only."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()


def decode(source: Source, limit: int = 0) -> Text | Problem:
    """Decode a source.

    Gives the one error that keeps it from being read: `file-empty`, `file-too-large` (above `limit` bytes,
    where one is given), `file-nul`, `file-undecodable`. What is not UTF-8 is read all the same, with the hint
    `file-not-utf8`. Invisible characters are taken out, with the warning `characters-pasted`.
    """
    path, data = source.path, source.data
    whole = Place(path)
    if limit and len(data) > limit:
        return whole.problem(files.FILE_TOO_LARGE, file=path, size=str(len(data)), limit=str(limit))
    found = _text(path, data)
    if isinstance(found, Problem):
        return found
    text, encoding = found
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        return whole.problem(files.FILE_EMPTY, file=path)
    if "\0" in text:
        return _nul(path, text, data)
    hint = (whole.problem(files.FILE_NOT_UTF8, file=path, encoding=encoding),) if encoding != "UTF-8" else ()
    text, pasted = without_pasted(path, text)
    return Text(path, text, (*hint, *pasted))


def _text(path: str, data: bytes) -> tuple[str, str] | Problem:
    """Return the text and the name of its encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError as error:
            return _undecodable(path, data, error.start, "")
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError as error:
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
    before = data[:start].decode("utf-8-sig")
    if b"\0" in data:
        return _nul(path, before, data)
    if not _mostly_utf8(data):
        try:
            return data.decode("gb18030"), "GB18030"
        except UnicodeDecodeError as error:
            start = error.start
            before = data[:start].decode("gb18030")
    return _undecodable(path, data, start, before)


def _mostly_utf8(data: bytes) -> bool:
    """Whether this is UTF-8 with a few broken bytes; GB18030 would make other characters of it, silently."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(1 for char in text if char > "\x7f") - broken > broken


def _undecodable(path: str, data: bytes, start: int, before: str) -> Problem:
    """Report the byte at `start`; `before` is the text that precedes it."""
    shown = data[start : start + _SHOWN].hex(" ").upper()
    return _at(path, before).problem(files.FILE_UNDECODABLE, file=path, offset=str(start), bytes=shown)


def _nul(path: str, text: str, data: bytes) -> Problem:
    """Report the first NUL, whose place is found in as much text as could be read."""
    place = _at(path, text.partition("\0")[0]) if "\0" in text else Place(path)
    return place.problem(files.FILE_NUL, file=path, offset=str(max(data.find(b"\0"), 0)))


def _at(path: str, before: str) -> Place:
    """Return the place right after `before`, whose last line is the excerpt."""
    lines = Lines.of(path, before.replace("\r\n", "\n").replace("\r", "\n"))
    return lines.place(len(lines.lines), len(lines.lines[-1]) + 1)

"""What an editor did where YAML's parser gave up: its error to a sentence that names the slip.

PyYAML's two parsers agree on where, and in a few words on what; the line itself tells the rest.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from casesite.messages import yaml as codes
from casesite.model.problem import Problem
from casesite.reading.lines import Lines
from casesite.reading.nodes import DEPTH


class Slip(NamedTuple):
    """A parser's error; lines and columns count from 0 in the parsed text; the start is its context's."""

    problem: str
    context: str
    line: int
    column: int
    start_line: int
    start_column: int


class Found(NamedTuple):
    """A slip by name, with its line and column from 0 in the parsed text."""

    code: str
    line: int
    column: int
    values: dict[str, str] = {}  # noqa: RUF012  never changed


_KEY: Final = re.compile(r"[^\s\-#'\"\[{?:：,&*!|>%@`][^:：]{0,39}")
_PAIR: Final = re.compile(r"(\s*(?:- +)*)((?:\"[^\"]*\"|'[^']*'|[^\"'\s#][^:]*?)):(?=\s|$)\s*")
_TIGHT: Final = re.compile(r"(\s*(?:- +)*)(\S[^:：]{0,39}?)([:：])(\s*)(\S.*|)")
_DASH: Final = re.compile(r"(\s*)-([^\s-].*)")
_CLOSING: Final = {"[": "]", "{": "}"}


def quoted(row: str, column: int) -> str:
    """Return a row with all from `column` (from 0) in quotes."""
    value = row[column:].strip()
    if '"' not in value and "\\" not in value:
        return f'{row[:column]}"{value}"'.strip()
    doubled = value.replace("'", "''")
    return f"{row[:column]}'{doubled}'".strip()


def quoted_value(row: str, column: int) -> str:
    """Return a row with its value in quotes, if the value is what begins at `column`; else an empty text."""
    return quoted(row, column) if _value(row) == column else ""


def no_mapping(first: int, last: int, lines: Lines) -> Problem | None:
    """Return the slip of the first of some lines that YAML took for one text, if it looks like a pair."""
    for number in range(first, last + 1):
        if found := tight_pair(lines.line(number), number):
            return lines.place(number, found.column + 1).problem(found.code, **found.values)
    return None


def diagnose(slip: Slip, rows: tuple[str, ...], lines: Lines, first: int) -> Problem:
    """Return the problem to show for an error in rows of which the first is line `first` of the file."""
    found = next((named for rule in _RULES if (named := rule(slip, rows)) is not None), None)
    if found is None:
        found = Found(codes.YAML_UNCLEAR, min(slip.line, max(len(rows) - 1, 0)), slip.column)
    place = lines.place(first + found.line, found.column + 1)
    return place.problem(found.code, **found.values)


def tight_pair(row: str, line: int) -> Found | None:
    """Return the slip of a row whose colon is full-width or lacks its space."""
    match = _TIGHT.fullmatch(row)
    if match is None or not _KEY.fullmatch(match[2].strip()):
        return None
    key = match[2].strip()
    fixed = f"{match[1]}{key}: {match[5]}".strip()
    values = {"key": key, "fixed": fixed}
    if match[3] == "：":
        return Found(codes.YAML_COLON_FULLWIDTH, line, match.start(3), values)
    if match[4] or not match[5]:
        return None
    return Found(codes.YAML_COLON_SPACE, line, match.start(3), values)


def _row(rows: tuple[str, ...], line: int) -> str:
    return rows[line] if 0 <= line < len(rows) else ""


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" \t"))


def _value(row: str) -> int:
    """Return the column where a row's value begins, or -1."""
    if match := _PAIR.match(row):
        return match.end()
    match = re.match(r"\s*(?:- +)+", row)
    return match.end() if match else -1


def _deep(slip: Slip, _rows: tuple[str, ...]) -> Found | None:
    """Find brackets deeper than libyaml takes: from 0.2.6 on it has a limit of its own, and scans ahead."""
    if "nesting depth" not in slip.problem:
        return None
    return Found(codes.YAML_DEPTH, slip.line, slip.column, {"limit": str(DEPTH)})


def _tab(slip: Slip, rows: tuple[str, ...]) -> Found | None:
    row = _row(rows, slip.line)
    space = row[: _indent(row)]
    if "\t" not in space or slip.column > len(space):
        return None
    fixed = space.replace("\t", "  ") + row[len(space) :]
    return Found(codes.YAML_TAB, slip.line, space.index("\t"), {"fixed": fixed})


def _quote(slip: Slip, rows: tuple[str, ...]) -> Found | None:
    """Find what is wrong inside a quoted text: an escape, or no end."""
    if "quoted" not in slip.context:
        return None
    line, column = slip.start_line, slip.start_column
    if "escape" in slip.problem or "hexadecimal" in slip.problem or "hexdecimal" in slip.problem:
        row = _row(rows, slip.line)
        at = row.rfind("\\", 0, slip.column + 1)
        start = column if line == slip.line else -1
        closing = row.rfind('"')
        fixed = quoted(row[: start + 1] + row[start + 1 : closing], start) if 0 <= start < closing else ""
        if fixed:
            inside = row[start + 1 : closing].replace("'", "''")
            fixed = f"{row[:start]}'{inside}'{row[closing + 1 :]}".strip()
        return Found(
            codes.YAML_ESCAPE, slip.line, max(at, 0), {"escape": row[at : at + 2] or "\\", "fixed": fixed}
        )
    return _unclosed_quote(rows, line, column)


def _unclosed_quote(rows: tuple[str, ...], line: int, column: int) -> Found:
    row = _row(rows, line)
    char = row[column : column + 1]
    return Found(codes.YAML_QUOTE_UNCLOSED, line, column, {"char": char, "fixed": f"{row.strip()}{char}"})


def _start(slip: Slip, rows: tuple[str, ...]) -> Found | None:
    """Find a value that starts with a character that YAML keeps for itself."""
    line, column = slip.line, slip.column
    if any(word in slip.context for word in ("alias", "anchor", "a tag", "block scalar", "directive")):
        line, column = slip.start_line, slip.start_column
    elif not any(
        word in slip.problem
        for word in ("start any token", "keys are not allowed", "entries are not allowed")
    ):
        node = "node content" in slip.problem and _value(_row(rows, line)) == column
        if not node:
            return None
    row = _row(rows, line)
    return Found(
        codes.YAML_SPECIAL_START,
        line,
        column,
        {"char": row[column : column + 1], "fixed": quoted_value(row, column)},
    )


def _colon(slip: Slip, rows: tuple[str, ...]) -> Found | None:
    """Find a colon where none may be: in a value, or below a line that is no pair."""
    if "mapping values are not allowed" not in slip.problem:
        return None
    row = _row(rows, slip.line)
    match = _PAIR.match(row)
    if match and match.end(2) < slip.column:
        key = match[2].strip().strip("'\"")
        column = match.end()
        return Found(codes.YAML_COLON_IN_VALUE, slip.line, column, {"key": key, "fixed": quoted(row, column)})
    for line in range(slip.line - 1, -1, -1):
        above = rows[line]
        if not above.strip() or above.lstrip().startswith("#"):
            continue
        if found := tight_pair(above, line):
            return found
        if _PAIR.match(above) or above.lstrip().startswith("-"):
            break
        return Found(codes.YAML_NO_COLON, line, _indent(above))
    return Found(codes.YAML_INDENT, slip.line, _indent(row))


def _no_colon(slip: Slip, rows: tuple[str, ...]) -> Found | None:
    """Find a line that is neither a pair nor an item."""
    if "simple key" not in slip.context:
        return None
    line, row = slip.start_line, _row(rows, slip.start_line)
    if match := _DASH.fullmatch(row):
        return Found(codes.YAML_DASH_SPACE, line, len(match[1]), {"fixed": f"{match[1]}- {match[2]}".strip()})
    if row[slip.start_column : slip.start_column + 1] in ('"', "'") and _odd(row):
        return _unclosed_quote(rows, line, slip.start_column)
    return tight_pair(row, line) or Found(codes.YAML_NO_COLON, line, slip.start_column)


def _odd(row: str) -> bool:
    return row.count('"') % 2 == 1 or row.count("'") % 2 == 1


def _bracket(slip: Slip, rows: tuple[str, ...]) -> Found | None:
    """Find what is wrong inside brackets: no end, or something that does not belong there."""
    if "flow" not in slip.context and "unexpected ':'" not in slip.problem:
        return None
    line, column = slip.start_line, slip.start_column
    if _row(rows, line)[column : column + 1] not in _CLOSING:
        opened = _opened(rows, slip.line, slip.column)
        if opened is None:
            return None
        line, column = opened
    row = _row(rows, line)
    char = row[column]
    closing = _CLOSING[char]
    rest = row[column + 1 :]
    if slip.line == line and closing in row[slip.column :]:
        return Found(codes.YAML_BRACKET_CONTENT, line, slip.column, {"char": char})
    if rest.count(closing) > rest.count(char):
        return Found(codes.YAML_BRACKET_CONTENT, line, column, {"char": char})
    fixed = f"{row.strip().rstrip(',')}{closing}" if rest.strip() else ""
    return Found(
        codes.YAML_BRACKET_UNCLOSED, line, column, {"char": char, "closing": closing, "fixed": fixed}
    )


def _opened(rows: tuple[str, ...], line: int, column: int) -> tuple[int, int] | None:
    """Return where the innermost bracket was opened that is still open at a place."""
    closed = 0
    for number in range(min(line, len(rows) - 1), -1, -1):
        row = rows[number][:column] if number == line else rows[number]
        for at in range(len(row) - 1, -1, -1):
            if row[at] in "]}":
                closed += 1
            elif row[at] in _CLOSING:
                if not closed:
                    return number, at
                closed -= 1
    return None


def _leftover(slip: Slip, rows: tuple[str, ...]) -> Found | None:
    """Find text behind a value that was already complete, or a line that stands at a wrong depth."""
    if not any(word in slip.problem for word in ("expected key", "block end", "'-' indicator")):
        return None
    row = _row(rows, slip.line)
    column = _value(row)
    for line in range(slip.line - 1, -1, -1) if _odd(row[: slip.column]) else ():
        start = _value(rows[line])
        if start >= 0 and rows[line][start : start + 1] in ('"', "'") and _odd(rows[line]):
            return _unclosed_quote(rows, line, start)
    if 0 <= column < slip.column:
        char = row[column : column + 1]
        values = {"char": char, "fixed": quoted(row, column)}
        if char in ('"', "'"):
            return Found(codes.YAML_TEXT_AFTER_QUOTE, slip.line, column, values)
        return Found(codes.YAML_SPECIAL_START, slip.line, column, values)
    if row.startswith(":"):
        return Found(codes.YAML_UNCLEAR, slip.line, slip.column)
    return tight_pair(row, slip.line) or Found(codes.YAML_INDENT, slip.line, _indent(row))


def _beside(slip: Slip, rows: tuple[str, ...]) -> Found | None:
    """Find more text after the whole was complete: the first line is indented, or is a directive."""
    if "document start" not in slip.problem:
        return None
    for line, row in enumerate(rows):
        if row.startswith("%"):
            return Found(codes.YAML_SPECIAL_START, line, 0, {"char": "%", "fixed": ""})
        if row.strip() and not row.lstrip().startswith("#"):
            if _indent(row):
                return Found(codes.YAML_INDENT, line, 0)
            break
    return None


_RULES: Final[tuple[Callable[[Slip, tuple[str, ...]], Found | None], ...]] = (
    _deep,
    _tab,
    _quote,
    _start,
    _colon,
    _no_colon,
    _bracket,
    _leftover,
    _beside,
)

"""A Markdown file's two parts: the fields between two `---` lines, and the body below."""

import re
from typing import Final, NamedTuple

from casesite.messages import files
from casesite.model.problem import Problem
from casesite.reading.decode import Text
from casesite.reading.lines import Lines

_FENCE: Final = re.compile(r"---[ \t]*")
_SLIP: Final = re.compile(r"\s*[-—–―－─‐‑−]{1,12}\s*")
"""What an editor's keyboard or a word processor makes of three hyphens."""


class Parts(NamedTuple):
    """YAML and body as text, each with the line of the file on which it begins, counted from 1."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split(text: Text, lines: Lines) -> Parts | Problem:
    """Part a file. Blank lines before the first `---` are passed over.

    Gives `front-matter-missing`, `front-matter-unclosed` or `front-matter-dashes`, each at its line.
    """
    rows = lines.lines
    first = next(number for number, row in enumerate(rows) if row.strip())
    if not _FENCE.fullmatch(rows[first]):
        if _SLIP.fullmatch(rows[first]):
            return _dashes(lines, first)
        return lines.place(first + 1, 1).problem(files.FRONT_MATTER_MISSING, file=text.path)
    for number in range(first + 1, len(rows)):
        if rows[number].startswith("---") and _FENCE.fullmatch(rows[number]):
            return Parts(
                "\n".join(rows[first + 1 : number]),
                first + 2,
                "\n".join(rows[number + 1 :]),
                number + 2,
            )
    for number in range(first + 1, len(rows)):
        if _SLIP.fullmatch(rows[number]):
            return _dashes(lines, number)
    return lines.place(first + 1, 1).problem(
        files.FRONT_MATTER_UNCLOSED, file=text.path, first=str(first + 1)
    )


def _dashes(lines: Lines, number: int) -> Problem:
    """Report a line of dashes that are not three hyphens."""
    row = lines.lines[number]
    column = len(row) - len(row.lstrip()) + 1
    return lines.place(number + 1, column).problem(files.FRONT_MATTER_DASHES, text=row.strip())

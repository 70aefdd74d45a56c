"""Slips that YAML takes without a word: text lost behind ` #`, a list that became text."""

import re
from typing import Final

from casesite.messages import yaml as codes
from casesite.model.problem import Problem
from casesite.reading import yaml_slips
from casesite.reading.lines import Lines

_COMMENT: Final = re.compile(r"[ \t]+(#[^\s#!].*)")
_ITEM: Final = re.compile(r"\s*-(\s|$)")
_TIGHT: Final = re.compile(r"(\s*)-(?![\s\d-])(.*)")


def after(lines: Lines, start: tuple[int, int], end: tuple[int, int]) -> Problem | None:
    """Return what is suspicious about a plain scalar that runs from one (line, column) to another.

    Lines and columns count from 1; the end's column is the first one after the scalar.
    """
    line = lines.line(end[0])
    if match := _COMMENT.match(line, end[1] - 1):
        fixed = yaml_slips.quoted(line, start[1] - 1) if start[0] == end[0] else ""
        return lines.place(end[0], match.start(1) + 1).problem(
            codes.YAML_COMMENT, text=match[1].rstrip(), fixed=fixed
        )
    for number in range(start[0], end[0] + 1):
        line = lines.line(number)
        if number > start[0] and _ITEM.match(line):
            return lines.place(number, line.index("-") + 1).problem(codes.YAML_INDENT)
        tight = _TIGHT.fullmatch(line)
        if tight and (number > start[0] or start[1] == len(tight[1]) + 1):
            place = lines.place(number, len(tight[1]) + 1)
            return place.problem(codes.YAML_DASH_SPACE, fixed=f"{tight[1]}- {tight[2]}".strip())
    return None

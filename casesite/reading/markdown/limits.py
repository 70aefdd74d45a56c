"""What no body may hold: invisible control characters and texts without end."""

import re
from typing import Final

from casesite.messages import markdown as codes
from casesite.model.problem import Place, Problem

LONGEST: Final = 100_000
"""Characters in a line."""

MOST_LINES: Final = 50_000

MOST_CHARACTERS: Final = 1_000_000
"""Characters in a body: some seconds of reading at the worst."""

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What XML does not allow, and what breaks lines or turns their direction around."""

_SHOWN: Final = "\ufffd"
_EXCERPT: Final = 200


def admit(text: str, path: str, first_line: int) -> tuple[list[str], list[Problem]]:
    """Return the lines of a text without what is not allowed, and the problems. What is too long is cut."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    problems: list[Problem] = []
    if len(lines) > MOST_LINES:
        place = Place(path, first_line + MOST_LINES, 1, lines[MOST_LINES][:_EXCERPT])
        problems.append(place.problem(codes.BODY_LONG, lines=str(len(lines)), limit=str(MOST_LINES)))
        del lines[MOST_LINES:]
    if FORBIDDEN.search(text):
        for index, line in enumerate(lines):
            if found := FORBIDDEN.search(line):
                place = Place(
                    path, first_line + index, found.start() + 1, FORBIDDEN.sub(_SHOWN, line)[:_EXCERPT]
                )
                problems.append(place.problem(codes.CONTROL_CHARACTER, character=f"U+{ord(found[0]):04X}"))
                lines[index] = FORBIDDEN.sub("", line)
    if len(text) > LONGEST:
        for index, line in enumerate(lines):
            if len(line) > LONGEST:
                place = Place(path, first_line + index, LONGEST + 1, line[:_EXCERPT])
                problems.append(place.problem(codes.LINE_LONG, length=str(len(line)), limit=str(LONGEST)))
                lines[index] = line[:LONGEST]
    if len(text) > MOST_CHARACTERS:
        problems += _shortened(lines, len(text), path, first_line)
    return lines, problems


def _shortened(lines: list[str], length: int, path: str, first_line: int) -> list[Problem]:
    """Leave out the lines beyond the most characters that a body may have, and report the first of them."""
    total = 0
    for index, line in enumerate(lines):
        total += len(line) + 1
        if total > MOST_CHARACTERS:
            place = Place(path, first_line + index, 1, line[:_EXCERPT])
            values = {"characters": str(length), "limit": str(MOST_CHARACTERS)}
            del lines[index:]
            return [place.problem(codes.BODY_LARGE, **values)]
    return []

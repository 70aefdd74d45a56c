"""Lines without invisible characters, indents and spaces at their ends; wrapped paragraphs joined."""

import re
from collections.abc import Sequence
from typing import Final

from casesite.chinese.text import is_wide, join_lines
from casesite.intake.draft import Change, Line

_INVISIBLE: Final = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000b-\u001f\u007f]"
)
_BLANKS: Final = " \t\u00a0\u3000\u2002\u2003"
_SPACES: Final = re.compile("[\t\u00a0\u2002\u2003]")
_MOST_COLUMNS: Final = 90
_SLACK: Final = 8
"""How many columns a wrapped line may be shorter than the longest."""
_FEWEST: Final = 3
_SHOWN: Final = 12


def tidy(text: str) -> tuple[list[Line], list[Change]]:
    """Cut a text into its lines that hold something; blanks between them part paragraphs anyway."""
    lines: list[Line] = []
    changes: list[Change] = []
    for number, raw in enumerate(text.split("\n"), 1):
        visible = _INVISIBLE.sub("", raw)
        clean = _SPACES.sub(" ", visible).strip(_BLANKS)
        if visible != raw:
            changes.append(Change("invisible", number, _named(raw), clean[:_SHOWN]))
        if clean:
            lines.append(Line(number, clean, visible[0] in _BLANKS))
        else:
            lines.append(Line(number, ""))
    joined, more = _unwrap(lines)
    return [line for line in joined if line.text], [*changes, *more]


def _named(raw: str) -> str:
    """Return the first invisible character's number with what stands around it."""
    found = _INVISIBLE.search(raw)
    if found is None:
        return raw[:_SHOWN]
    start = max(0, found.start() - _SHOWN // 2)
    after = raw[found.end() : found.end() + _SHOWN // 2]
    return f"{raw[start : found.start()]}[U+{ord(found[0]):04X}]{_INVISIBLE.sub('', after)}"


def _unwrap(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Join the lines of paragraphs that a mail program broke at a fixed width.

    Sure only where nearly all lines that go on are of one width and end within a sentence.
    """
    widths = [_columns(line.text) for line in lines]
    widest = max(widths, default=0)
    pairs = [place for place in range(len(lines) - 1) if lines[place].text and lines[place + 1].text]
    full = [place for place in pairs if widths[place] >= widest - _SLACK and not lines[place + 1].indented]
    within = [place for place in full if lines[place].text[-1] not in "。！？!?…"]
    if widest > _MOST_COLUMNS or len(within) < _FEWEST or len(full) * 10 < len(pairs) * 6:
        return list(lines), []
    if len(within) * 2 < len(full):
        return list(lines), []
    going_on = set(full)
    joined: list[Line] = []
    changes: list[Change] = []
    for place, line in enumerate(lines):
        if place - 1 in going_on:
            last = joined.pop()
            text = join_lines((last.text, line.text))
            before = f"{last.text[-_SHOWN:]}⏎{line.text[:_SHOWN]}"
            changes.append(Change("unwrap", line.number, before, before.replace("⏎", "")))
            joined.append(Line(last.number, text, last.indented))
        else:
            joined.append(line)
    return joined, changes


def _columns(text: str) -> int:
    return sum(2 if is_wide(char) else 1 for char in text)

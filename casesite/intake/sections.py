"""What gives a text its parts: the editor's note (按), headings, slogans that open a paragraph."""

import re
from collections.abc import Sequence
from typing import Final

from casesite.chinese.text import HAN_RANGES
from casesite.intake.draft import Change, Line, Proposal

_NOTE: Final = re.compile(
    r"(?:[【\[〔](编者按|按语|按)[】\]〕]\s*[:：]?|(编者按|按语)\s*[:：]?|(按)\s*[:：])\s*"
)
_NUMBERS: Final = "〇零一二三四五六七八九十百"
_HEADINGS: Final = (
    re.compile(f"(?:第[{_NUMBERS}]+[部章节]分?|[{_NUMBERS}]{{1,3}}、)"),
    re.compile(f"[(（][{_NUMBERS}]{{1,3}}[)）]、?"),
    re.compile(r"[0-9]{1,2}[.、．](?![0-9])"),
)
"""Numbers of headings, from the highest level down."""
_NAMED: Final = re.compile(
    r"(?:案例|工作|项目|主要|经验|具体|取得|基本|实施)?"
    r"(?:背景|概况|概述|简介|情况|做法|举措|措施|成效|效果|成果|启示|经验|体会|思考|探讨|亮点)"
    r"(?:(?:与|和|及)?(?:做法|成效|启示|经验|思考|体会))?[:：]?"
)
_LONGEST: Final = 36
_ENDS: Final = "。！？；，：,;:!?…"
_INNER: Final = f"[{HAN_RANGES}“”‘’《》、·+＋]{{4,14}}"
_SLOGAN: Final = re.compile(f"({_INNER})，({_INNER})。")
_NOT_SLOGAN: Final = re.compile(
    "近|今年|去年|明年|当前|目前|如今|现在|下一?步|接下来|未来|截[至止]|同时|此外|另外|其中|为此|因此|随后|之后"
    "|据|自|从|在|经|通过|按照|根据|至今|多年|日前|这|那|该|全[省市县区镇村]|我们?|他们?|她们?|一是|二是|三是|四是|五是"
)
_MOST_APART: Final = 3
_FEWEST: Final = 2
_REST: Final = 10
"""How many characters must follow a slogan in its paragraph."""
_SHOWN: Final = 12


def take_note(lines: Sequence[Line]) -> tuple[Line | None, str, list[Line], list[Change]]:
    """Return the note or None, the word that announced it, the other lines, and the change."""
    for place, line in enumerate(lines):
        found = _NOTE.match(line.text)
        if found is None:
            continue
        rest = line.text[found.end() :]
        after = place + 1
        note = Line(line.number, rest)
        if not rest and after < len(lines):
            note = lines[after]
            after += 1
        if not note.text:
            continue
        word = "按" if "按" in (found[1], found[3]) else "编者按"
        change = Change("note", line.number, line.text[:_SHOWN], f"::: {word}")
        return note, word, [*lines[:place], *lines[after:]], [change]
    return None, "", list(lines), []


def heading_levels(lines: Sequence[Line]) -> dict[int, int]:
    """Return the level (2–4) of each line that is a heading, by its place.

    A heading is short, ends without a mark, and is followed by text or by a heading of a lower level. The
    highest kind of number that a text uses is level 2.
    """
    kinds: dict[int, int] = {}
    for place, line in enumerate(lines):
        kind = _kind(line.text)
        if kind is not None and place + 1 < len(lines):
            kinds[place] = kind
    kinds = {place: kind for place, kind in kinds.items() if _leads(place, kinds)}
    ranks = {kind: rank for rank, kind in enumerate(sorted(set(kinds.values())))}
    return {place: min(2 + ranks[kind], 4) for place, kind in kinds.items()}


def _kind(text: str) -> int | None:
    if len(text) > _LONGEST:
        return None
    if _NAMED.fullmatch(text):
        return 0
    if text[-1] in _ENDS:
        return None
    return next((kind for kind, pattern in enumerate(_HEADINGS) if pattern.match(text)), None)


def _leads(place: int, kinds: dict[int, int]) -> bool:
    """Whether something stands below a heading: items of a list, one after another, are none."""
    before, following = kinds.get(place - 1), kinds.get(place + 1)
    return before != kinds[place] and (following is None or following > kinds[place])


def slogans(lines: Sequence[Line]) -> tuple[dict[int, int], list[Proposal]]:
    """Return where the slogan ends that opens a line, by the line's place.

    A text has several of them, or none: one alone is only proposed.
    """
    found: dict[int, int] = {}
    for place, line in enumerate(lines):
        match = _SLOGAN.match(line.text)
        if match is None or _NOT_SLOGAN.match(line.text) or len(line.text) < match.end() + _REST:
            continue
        if abs(len(match[1]) - len(match[2])) <= _MOST_APART:
            found[place] = match.end()
    if len(found) >= _FEWEST:
        return found, []
    proposals = [
        Proposal("slogan", lines[place].number, f"**{lines[place].text[:end]}**")
        for place, end in found.items()
    ]
    return {}, proposals

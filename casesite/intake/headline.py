"""The headline: an article's first line, which pages print several times, also with a site's name."""

import re
from collections.abc import Sequence
from typing import Final

from casesite.chinese.brackets import find_notes, without
from casesite.chinese.text import HAN_RANGES
from casesite.intake.draft import Change, Line

_LABEL: Final = re.compile(r"(?:标题|题目|案例名称|案例标题)\s*[:：]\s*")
_LONGEST: Final = 70
_SHORTEST: Final = 4
_BODY: Final = re.compile(
    r"[。；;]|^(?:编者)?按\s*[:：]|^[一二三四五六七八九十]+、|^[(（][一二三四五六七八九十]+[)）]"
)
_LETTERS: Final = re.compile(f"[^{HAN_RANGES}A-Za-z0-9]+")
_SITE: Final = re.compile(r"\s*[-_|—–·]+\s*[^-_|—–·]{2,20}$")


def take_headline(lines: Sequence[Line]) -> tuple[Line | None, list[Line], list[Change]]:
    """Return the headline or None, the lines without it and its copies, and the changes."""
    if not lines or not _can_be(lines[0].text):
        return None, list(lines), []
    first = lines[0]
    label = _LABEL.match(first.text)
    headline = Line(first.number, first.text[label.end() :] if label else first.text)
    copies = {_letters(headline.text)}
    shorter = _SITE.sub("", headline.text)
    if shorter != headline.text and any(_letters(line.text) == _letters(shorter) for line in lines[1:]):
        headline = Line(first.number, shorter)
        copies.add(_letters(shorter))
    changes: list[Change] = [Change("headline", first.number, first.text, f"title: {headline.text}")]
    kept: list[Line] = []
    for line in lines[1:]:
        if _letters(line.text) in copies or _letters(_SITE.sub("", line.text)) in copies:
            changes.append(Change("headline-again", line.number, line.text, ""))
        else:
            kept.append(line)
    return headline, kept, changes


def _can_be(text: str) -> bool:
    """Whether a line may be a headline: not too long, no sentence, no note, no numbered part."""
    return len(_letters(text)) >= _SHORTEST and len(text) <= _LONGEST and _BODY.search(text) is None


def _letters(text: str) -> str:
    """Return what makes two lines the same headline: letters and digits, without readings in brackets."""
    return _LETTERS.sub("", without(text, find_notes([text]).noise))

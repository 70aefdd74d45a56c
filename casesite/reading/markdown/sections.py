"""The sections of a body: the levels of its headings, and slogans that open a section or are one.

The genre's first sentence is a slogan of two clauses in bold:
`**筑牢战斗堡垒，组织联建促共赢。**牢固树立…`. Right after a heading, and the only one there, it is that
heading's lead. Elsewhere it is a section of its own.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from markdown_it.token import Token

from casesite.reading.markdown.phrases import plain_text

_SLOGAN: Final = re.compile("[^，。！？；：\n]{2,30}，[^，。！？；：\n]{2,30}([。！]?)")
_STOP: Final = "。！"
_BOLD: Final = ("**", "__")
_TOP, _DEEPEST = 2, 6


class Slogan(NamedTuple):
    """A paragraph's slogan; `level` is that of its section, 0 when it is the lead of the heading before."""

    text: str
    level: int


class Plan(NamedTuple):
    """By the index of the opening token: levels of headings, slogans of paragraphs, leads of headings."""

    levels: dict[int, int]
    slogans: dict[int, Slogan]
    leads: dict[int, str]


def plan(tokens: Sequence[Token]) -> Plan:
    """Settle levels, slogans and leads of a whole body."""
    levels = _levels(tokens)
    made = Plan(levels, {}, {})
    heading = -1
    found: list[tuple[int, str]] = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            _settle(made, heading, found)
            heading, found = index, []
        elif token.type == "paragraph_open" and token.level == 0 and (text := _slogan(tokens[index + 1])):
            found.append((index, text))
    _settle(made, heading, found)
    return made


def _settle(made: Plan, heading: int, found: list[tuple[int, str]]) -> None:
    """Settle the slogans between one heading (-1 before the first) and the next."""
    if heading >= 0 and len(found) == 1 and found[0][0] == heading + 3:
        made.leads[heading] = found[0][1]
        made.slogans[found[0][0]] = Slogan(found[0][1], 0)
        return
    level = min(made.levels[heading] + 1, _DEEPEST) if heading >= 0 else _TOP
    for index, text in found:
        made.slogans[index] = Slogan(text, level)


def _levels(tokens: Sequence[Token]) -> dict[int, int]:
    """Return the levels of headings: the shallowest is 2, none is over one deeper than the one before."""
    headings = [
        (index, int(token.tag[1])) for index, token in enumerate(tokens) if token.type == "heading_open"
    ]
    if not headings:
        return {}
    shift = _TOP - min(level for _, level in headings)
    levels, before = {}, _TOP - 1
    for index, level in headings:
        if not tokens[index + 1].content:
            levels[index] = 0
            continue
        levels[index] = before = min(level + shift, before + 1, _DEEPEST)
    return levels


def _slogan(inline: Token) -> str:
    """Return the slogan that a paragraph opens with, its stop included, or nothing."""
    children = inline.children or []
    if not inline.content.startswith(_BOLD):
        return ""
    start = next((index for index, token in enumerate(children) if token.type != "text" or token.content), 0)
    if start >= len(children) or children[start].type != "strong_open":
        return ""
    end = next((index for index, token in enumerate(children) if token.type == "strong_close"), start)
    text = plain_text(children[start:end])
    found = _SLOGAN.fullmatch(text)
    if found is None:
        return ""
    if found[1]:
        return text
    after = plain_text(children[end : end + 3])[:1]
    return text + after if after and after in _STOP else ""

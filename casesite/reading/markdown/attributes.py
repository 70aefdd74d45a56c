"""Attributes in braces: `{#id .class lang=en width=300}`.

They stand on a line of their own before a block, at the end of a heading's line, or right after a link,
a picture or inline code. Kept are id, class, lang, width and height; others are reported and dropped.
"""

import re
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

ALLOWED: Final = {
    "id": re.compile(r"[^\s\x00-\x20\"'<>&#%`{}|\\^]{1,80}"),
    "class": re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}(?: [A-Za-z][A-Za-z0-9_-]{0,39}){0,9}"),
    "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}"),
    "width": re.compile(r"[1-9][0-9]{0,3}"),
    "height": re.compile(r"[1-9][0-9]{0,3}"),
}
"""The attributes that may be set, and what each may hold."""

REFUSED: Final = "refused"
"""The key in a token's meta that lists, as text, attributes that were dropped."""

_NAME: Final = r"[^\s{}#.=\"|,，。]+"
_VALUE: Final = r"\"[^\"\n{}]*\"|[A-Za-z0-9_%.:/-]+"
_ITEM: Final = rf"[ \t]*[#.]{_NAME}|[ \t]*(?<=[ \t{{])[A-Za-z][A-Za-z0-9_:-]*=(?:{_VALUE})"
_BRACES: Final = re.compile(rf"\{{((?:{_ITEM})+)[ \t]*\}}")
_PARTS: Final = re.compile(rf"([#.])({_NAME})|([A-Za-z][A-Za-z0-9_:-]*)=({_VALUE})")
_AFTER: Final = {"image": "image", "code_inline": "code_inline", "link_close": "link_open"}


def block_attributes(state: StateBlock, line: int, _end: int, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Take a line that holds attributes only; they belong to the next block."""
    begin = state.bMarks[line] + state.tShift[line]
    if state.src[begin : begin + 1] != "{" or state.is_code_block(line):
        return False
    found = _BRACES.match(state.src, begin, state.eMarks[line])
    if found is None or state.src[found.end() : state.eMarks[line]].strip():
        return False
    if not silent:
        token = state.push("block_attributes", "", 0)
        _set(token, found[1])
        token.map = [line, line + 1]
        state.line = line + 1
    return True


def inline_attributes(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Take attributes right after a link, a picture or inline code."""
    if silent or state.pending or not state.tokens or state.tokens[-1].type not in _AFTER:
        return False
    found = _BRACES.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    wanted, depth = _AFTER[state.tokens[-1].type], 0
    for token in reversed(state.tokens):
        depth += token.nesting
        if token.type == wanted and depth == 0:
            _set(token, found[1])
            break
    state.pos = found.end()
    return True


def place_attributes(state: StateCore) -> None:
    """Give attributes on a line of their own to the next block, those at a heading's end to the heading."""
    kept: list[Token] = []
    waiting: Token | None = None
    for token in state.tokens:
        if token.type == "block_attributes":
            if waiting is not None:
                _merge(waiting, token)
            waiting = token
            continue
        if waiting is not None and token.nesting >= 0:
            _merge(waiting, token)
            waiting = None
        if (
            token.type == "inline"
            and kept
            and kept[-1].type == "heading_open"
            and token.content.endswith("}")
        ):
            begin = token.content.rfind("{")
            if begin >= 0 and (found := _BRACES.fullmatch(token.content, begin)):
                _set(kept[-1], found[1])
                token.content = token.content[:begin].rstrip()
        kept.append(token)
    state.tokens = kept


def _set(token: Token, text: str) -> None:
    """Read attributes into a token: classes add up, the last of other names counts."""
    classes = [str(token.attrs["class"])] if "class" in token.attrs else []
    for sign, name, key, value in _PARTS.findall(text):
        attribute = {"#": "id", ".": "class"}.get(sign) or key.lower()
        content = name if sign else value.strip('"')
        if attribute not in ALLOWED or not ALLOWED[attribute].fullmatch(content):
            token.meta.setdefault(REFUSED, []).append(f"{sign}{name}" if sign else key)
        elif attribute == "class":
            classes.append(content)
        else:
            token.attrs[attribute] = content
    if classes:
        token.attrs["class"] = " ".join(classes)


def _merge(source: Token, target: Token) -> None:
    """Move attributes to a later token, whose own go first."""
    classes = [str(token.attrs["class"]) for token in (source, target) if "class" in token.attrs]
    target.attrs = {**source.attrs, **target.attrs}
    if classes:
        target.attrs["class"] = " ".join(classes)
    if REFUSED in source.meta:
        target.meta.setdefault(REFUSED, []).extend(source.meta[REFUSED])

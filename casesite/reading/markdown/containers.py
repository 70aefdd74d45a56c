"""Boxes of a body: `::: 按`, `::: 经验`, `::: 数据` with their text until `:::`, and `::: 图表 ID`.

`::: 注音 LEVEL` is no box that a reader sees: it says how its text is marked with pinyin.

Boxes nest, with as many colons or more; full-width colons count as colons. A chart has no text, its
`:::` may be left out. What is wrong travels in the opening token's `info`: a code of `messages.markdown`.
"""

import re
from typing import Final

from markdown_it.rules_block import StateBlock

from casesite.messages import markdown as codes

KINDS: Final = {
    "按": "note",
    "编者按": "note",
    "note": "note",
    "经验": "lesson",
    "lesson": "lesson",
    "数据": "data",
    "data": "data",
    "注音": "pinyin",
    "拼音": "pinyin",
    "pinyin": "pinyin",
    "图表": "chart",
    "chart": "chart",
}
"""The names of boxes, as an author writes them, and the kinds they stand for."""

_LINE: Final = re.compile(r"([:：]{3,})[ \t]*([^\s:：]*)[ \t]*(.*)")
_FENCE: Final = re.compile(r"(`{3,}|~{3,})(.*)")


def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Make a box of the lines from `start`: tokens `container_open` and `container_close`, or `chart`.

    Those of pinyin are `pinyin_open` and `pinyin_close`, and nest nothing: headings within are the body's.
    """
    found = _marker(state, start)
    if found is None:
        return False
    if silent:
        return True
    colons, name, rest = found
    kind = KINDS.get(name.lower(), "")
    if not name or kind == "chart":
        token = state.push("chart" if name else "container_stray", "", 0)
        token.meta = {"id": rest}
        token.map = [start, start + 1]
        state.line = _after_chart(state, start + 1, end, colons) if name else start + 1
        return True
    close = _closing(state, start, end, colons)
    token = state.push("pinyin_open", "", 0) if kind == "pinyin" else state.push("container_open", "div", 1)
    token.meta = {"kind": kind, "name": name, "title": rest}
    token.info = "" if close is not None else str(codes.CONTAINER_OPEN)
    stop = end if close is None else close
    token.map = [start, stop]
    parent, state.parentType = state.parentType, "container"
    line_max, state.lineMax = state.lineMax, stop
    state.md.block.tokenize(state, start + 1, stop)
    state.parentType, state.lineMax = parent, line_max
    if kind == "pinyin":
        state.push("pinyin_close", "", 0)
    else:
        state.push("container_close", "div", -1).meta = token.meta
    state.line = stop if close is None else stop + 1
    return True


def _marker(state: StateBlock, line: int) -> tuple[int, str, str] | None:
    """Return the colons, the name and the rest of a line that opens or closes a box."""
    begin = state.bMarks[line] + state.tShift[line]
    if state.src[begin : begin + 1] not in (":", "：") or state.is_code_block(line):
        return None
    found = _LINE.fullmatch(state.src, begin, state.eMarks[line])
    return (len(found[1]), found[2], found[3].strip()) if found else None


def _closing(state: StateBlock, start: int, end: int, colons: int) -> int | None:
    """Return the line that closes the box opened at `start`: not those of boxes and code within."""
    inner: list[int] = []
    fence, line = "", start
    while (line := line + 1) < end:
        begin, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if begin < stop and state.sCount[line] < state.blkIndent:
            return None
        if found := _FENCE.fullmatch(state.src, begin, stop):
            fence = _fence(fence, found[1], found[2])
        if fence or (marker := _marker(state, line)) is None:
            continue
        count, name, _ = marker
        if KINDS.get(name.lower()) == "chart":
            line = _after_chart(state, line + 1, end, count) - 1
        elif name:
            inner.append(count)
        elif count == colons and count not in inner:
            return line
        else:
            while inner and inner.pop() != count and count in inner:
                pass
    return None


def _fence(fence: str, marks: str, rest: str) -> str:
    """Return the fence of the code that goes on after a line of such marks, or nothing when it ends."""
    if not fence:
        return marks
    return "" if marks.startswith(fence) and not rest.strip() else fence


def _after_chart(state: StateBlock, line: int, end: int, colons: int) -> int:
    """Return the line after a chart: its `:::` is taken with it when nothing else stands between."""
    following = line
    while following < end and state.isEmpty(following):
        following += 1
    if following < end and (marker := _marker(state, following)) is not None:
        return following + 1 if marker[0] == colons and not marker[1] and following == line else line
    return line

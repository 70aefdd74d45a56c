"""Bare addresses in the text: `https://…` of ASCII characters, up to Chinese punctuation."""

import re
from typing import Final

from markdown_it.rules_inline import StateInline

_ADDRESS: Final = re.compile(r"://[A-Za-z0-9](?:[A-Za-z0-9._~:/?#@!$&'()+,;=-]|%[0-9A-Fa-f]{2})*")
_SCHEMES: Final = ("https", "http")
_AMPERSAND: Final = "&amp;"
"""What a copy of a page's source has for `&`."""
_TRAILING: Final = ".,;:!?'\"_~"


def bare_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Make a link of an address whose `://` stands here; its scheme waits in the text before."""
    if silent or state.linkLevel > 0 or not state.src.startswith("://", state.pos):
        return False
    before = state.src[max(state.pos - 6, 0) : state.pos]
    scheme = next((name for name in _SCHEMES if before.lower().endswith(name)), "")
    if not scheme or re.fullmatch("[A-Za-z0-9]", before[: -len(scheme)][-1:]):
        return False
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    start = state.pos - len(scheme)
    if found is None or state.pending[-len(scheme) :] != state.src[start : state.pos]:
        return False
    end = _trim(state.src, start, found.end())
    address = state.src[start:end].replace(_AMPERSAND, "&")
    state.pending = state.pending[: -len(scheme)]
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": address}
    opening.info = "auto"
    opening.meta = {"at": start}
    state.push("text", "", 0).content = address
    state.push("link_close", "a", -1).info = "auto"
    state.pos = end
    return True


def _trim(source: str, start: int, end: int) -> int:
    """Leave out what ends the sentence rather than the address: marks, brackets that open outside of it."""
    surplus = source.count(")", start, end) - source.count("(", start, end)
    while source[end - 1] in _TRAILING or (source[end - 1] == ")" and surplus > 0):
        surplus -= source[end - 1] == ")"
        end -= 1
    return end

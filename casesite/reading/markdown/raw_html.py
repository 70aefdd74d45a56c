"""HTML in the text: shown as it is written, and named in a hint."""

from typing import Final

from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_inline import StateInline

_LONGEST: Final = 1000


def raw_html(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Make a token `raw_html` of one tag or comment; its content is text."""
    following = state.src[state.pos + 1 : state.pos + 2]
    if not (following.isascii() and following.isalpha()) and following not in ("/", "!", "?"):
        return False
    end = state.src.find(">", state.pos, min(state.pos + _LONGEST, state.posMax))
    if end < 0:
        return False
    found = HTML_TAG_RE.match(state.src[state.pos : min(state.pos + _LONGEST, state.posMax)])
    if found is None:
        return False
    if not silent:
        token = state.push("raw_html", "", 0)
        token.content = found[0]
        token.meta = {"at": state.pos}
    state.pos += len(found[0])
    return True

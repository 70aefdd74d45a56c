"""A backslash before a mark; before a space it is text, so that two spaces after it still break the line."""

from typing import Final

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.escape import escape as library_escape

_BEFORE_SPACE: Final = "\\ "


def escape(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Take a backslash and what it escapes; the library takes a space, too, which it must not."""
    return not state.src.startswith(_BEFORE_SPACE, state.pos) and library_escape(state, silent)

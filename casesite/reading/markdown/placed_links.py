"""Links, pictures and addresses in angle brackets, as the library reads them, each with its place."""

from collections.abc import Callable
from typing import Final

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import autolink as _autolink
from markdown_it.rules_inline import image as _image
from markdown_it.rules_inline import link as _link

Rule = Callable[[StateInline, bool], bool]


def _placed(rule: Rule) -> Rule:
    """Wrap a rule so that the first token it makes holds where it begins in its text as `meta["at"]`.

    The last one holds where it ends, as `meta["end"]`.
    """

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
        if silent:
            return rule(state, True)
        start, count = state.pos, len(state.tokens) + bool(state.pending)
        if not rule(state, False):
            return False
        state.tokens[count].meta["at"] = start
        state.tokens[-1].meta["end"] = state.pos
        return True

    return placed


link: Final = _placed(_link)
image: Final = _placed(_image)
autolink: Final = _placed(_autolink)

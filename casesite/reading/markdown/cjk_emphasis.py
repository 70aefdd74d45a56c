"""Whether `*`, `_` and `~~` may open or close emphasis, so that bold works beside Chinese punctuation.

CommonMark wants a space outside where punctuation stands inside, which Chinese does not write:
`**《意见》**指出` would keep its asterisks. Here a neighbour of Chinese, Japanese or Korean writing counts as
that space does, as in the amendment published with npm's `markdown-it-cjk-friendly` 3. Without such a
neighbour the answer is CommonMark's.
"""

from typing import Final

from markdown_it.common.utils import isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned

from casesite.reading.markdown.characters import CJK, IDEOGRAPHIC_VARIANT, PUNCTUATION

_WIDE_QUOTE: Final = "\ufe01"
_QUOTES: Final = "‘’“”"


class CjkState(StateInline):
    """The state of one inline text, with our rule for runs of markers."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803  the library's name
        """Say whether the run at `start` can open and close, and how long it is."""
        source, end = self.src, start
        while end < self.posMax and source[end] == source[start]:
            end += 1
        before = source[start - 1] if start else " "
        after = source[end] if end < self.posMax else " "
        base = before
        if "\ufe00" <= before <= "\ufe0e" and start > 1:
            base = _selected(source[start - 2], before)
        space_before, space_after = isWhiteSpace(ord(base)), isWhiteSpace(ord(after))
        if space_before or space_after:
            return Scanned(not space_after, not space_before, end - start)
        mark_before = PUNCTUATION.match(base) is not None
        mark_after = PUNCTUATION.match(after) is not None
        can_open, can_close = mark_before, mark_after
        if canSplitWord:
            beside = CJK.match(after) is not None or _is_cjk(source[max(start - 2, 0) : start])
            can_open = can_open or beside or not mark_after
            can_close = can_close or beside or not mark_before
        return Scanned(can_open, can_close, end - start)


def _selected(char: str, selector: str) -> str:
    """Return what counts as the character before a run: after a space a selector stands for itself."""
    return selector if isWhiteSpace(ord(char)) and char >= " " else char


def _is_cjk(before: str) -> bool:
    """Whether the character before a run is CJK, where `before` is that character and the one before it.

    A variation selector belongs to the character that it follows.
    """
    if len(before) > 1 and "\ufe00" <= before[1] <= "\ufe0e":
        return CJK.match(before) is not None or (before[1] == _WIDE_QUOTE and before[0] in _QUOTES)
    last = len(before) - 1
    return CJK.match(before, last) is not None or IDEOGRAPHIC_VARIANT.match(before, last) is not None

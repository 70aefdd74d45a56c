"""From the text of a block back to its Markdown: tokens hold no places, so they are followed in order."""

from typing import Final

from markdown_it.token import Token

_LITERAL: Final = frozenset({"text", "code_inline", "raw_html", "footnote_unknown"})


class Track:
    """How far the Markdown of one block has been written.

    `text` are (offset in the text that is being gathered, offset in the Markdown) of its pieces.
    """

    def __init__(self, content: str) -> None:
        self.content = content
        self.text: list[tuple[int, int]] = []
        self._reached = 0

    def take(self, token: Token, gathered: int, skip: int = 0) -> None:
        """Follow a token; `gathered` characters of text stand before it since the last tag."""
        if not gathered:
            self.text.clear()
        if token.type == "text_special":
            self._note(gathered, token.markup)
        elif token.type == "text":
            self._note(gathered, token.content[skip:])
        elif token.type in _LITERAL:
            self._find(token.content)
        elif token.type == "author_ruby":
            self._reached = self.content.find("}", token.meta["at"]) + 1
        elif token.type == "footnote_ref":
            self._find(f"[^{token.meta['label']}]")
        elif "end" in token.meta:
            self._reached = token.meta["end"]

    def at(self, offset: int) -> int:
        """Return the offset in the Markdown of an offset in the gathered text."""
        start, written = next((piece for piece in reversed(self.text) if piece[0] <= offset), (0, 0))
        return written + offset - start

    def _note(self, gathered: int, written: str) -> None:
        start = self._find(written)
        self.text.append((gathered, start))

    def _find(self, written: str) -> int:
        """Return where a piece of the Markdown stands, and go on behind it."""
        start = self.content.find(written, self._reached)
        if start < 0:
            return self._reached
        self._reached = start + len(written)
        return start

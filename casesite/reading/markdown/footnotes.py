"""Footnotes: references in the text, their definitions, and the list at the end of the body."""

import re
from collections.abc import Callable, Sequence
from itertools import count
from typing import Final, NamedTuple

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from casesite.messages import markdown as codes
from casesite.reading.markdown.draft import Draft

_REFERENCE: Final = re.compile(r"\[\^([^\]\s^]{1,100})\]")


def footnote_unknown(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Make a token of a reference that the library left, since nothing defines it."""
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("footnote_unknown", "", 0)
        token.content = found[0]
        token.meta = {"at": state.pos, "label": found[1]}
    state.pos = found.end()
    return True


class _Definition(NamedTuple):
    """A footnote's text: its tokens lie between `start` and `stop`, the indices of its first and last."""

    line: int
    start: int
    stop: int


class Notes:
    """The definitions of a body, written at its end in the order in which the text refers to them."""

    def __init__(self, draft: Draft, tokens: Sequence[Token]) -> None:
        self._draft = draft
        self._known: dict[str, _Definition] = {}
        self._stops: dict[int, int] = {}
        opened: list[int] = []
        for index, token in enumerate(tokens):
            if token.type == "footnote_reference_open":
                opened.append(index)
            elif token.type == "footnote_reference_close":
                self._define(tokens[opened[-1]], opened.pop(), index)

    def _define(self, opening: Token, start: int, stop: int) -> None:
        label, line = str(opening.meta["label"]), opening.map[0] if opening.map else 0
        self._stops[start] = stop
        known = self._known.get(label)
        if known is None:
            self._known[label] = _Definition(line, start, stop)
            return
        self._draft.report(self._draft.at_line(max(line, known.line)), codes.FOOTNOTE_TWICE, label=label)
        if line < known.line:  # a definition that holds another closes after it
            self._known[label] = _Definition(line, start, stop)

    def skip(self, index: int) -> int:
        """Return the index after the definition that opens at `index`."""
        return self._stops[index] + 1

    def write(self, run: Callable[[int, int], None]) -> None:
        """Write the list; `run` writes the tokens from one index to before another."""
        draft = self._draft
        texts: list[list[str]] = []
        outer, section = draft.out, draft.section
        while len(texts) < len(draft.labels):  # a note may refer to further notes
            known = self._known.get(draft.labels[len(texts)])
            draft.out, draft.section = [], draft.anchor(f"fn-{len(texts) + 1}")
            if known is not None:
                run(known.start + 1, known.stop)
            texts.append(draft.out)
        draft.out, draft.section = outer, section
        for label, known in self._known.items():
            if label not in draft.notes:
                draft.report(draft.at_line(known.line), codes.FOOTNOTE_UNUSED, label=label)
        if texts:
            items = zip(count(1), texts, draft.notes.values(), strict=False)
            written = (
                f'<li id="fn-{number}">{_with_links("".join(xml), number, times)}</li>\n'
                for number, xml, times in items
            )
            draft.out.append(
                '<section class="footnotes" role="doc-endnotes" aria-label="脚注">\n<ol>\n'
                f"{''.join(written)}</ol>\n</section>\n"
            )


def _with_links(xml: str, number: int, times: int) -> str:
    """Add the links back to the text, inside the last paragraph if the note ends with one."""
    links = "".join(
        f' <a href="ref:anchor/fnref-{number}{f"-{time}" if time > 1 else ""}" class="footnote-back" '
        f'role="doc-backlink" aria-label="回到脚注 {number}{f" 第 {time} 处" if time > 1 else ""}">↩</a>'
        for time in range(1, times + 1)
    )
    end = "</p>\n"
    return f"{xml.removesuffix(end)}{links}</p>" if xml.endswith(end) else xml + links

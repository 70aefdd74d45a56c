"""Footnotes: references in the text, their definitions, and the list at the end of the body."""

import re
from collections.abc import Mapping
from typing import Any, Final

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from casesite.messages import markdown as codes
from casesite.model.case import Block
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


class Notes:
    """Sets footnotes aside while a draft is written, and writes those that are referred to at its end."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._texts: dict[str, tuple[int, list[str], list[Block]]] = {}
        self._outer: list[tuple[str, int, list[str], list[Block], str]] = []

    def open(self, token: Token, index: int) -> int:
        """Begin a definition: what follows is set aside."""
        draft = self._draft
        line = token.map[0] if token.map else 0
        self._outer.append((str(token.meta["label"]), line, draft.out, draft.blocks, draft.section))
        draft.out, draft.blocks = [], []
        return index + 1

    def close(self, index: int) -> int:
        """End a definition."""
        draft = self._draft
        label, line, out, blocks, section = self._outer.pop()
        if label in self._texts:
            draft.report(draft.at_line(line), codes.FOOTNOTE_TWICE, label=label)
        else:
            self._texts[label] = (line, draft.out, draft.blocks)
        draft.out, draft.blocks, draft.section = out, blocks, section
        return index + 1

    def write(self, used: Mapping[int, Mapping[str, Any]]) -> None:
        """Write the list; `used` is the library's: by number from 0, label and count of references."""
        draft = self._draft
        labels = {str(note["label"]) for note in used.values()}
        for label, (line, _, _) in self._texts.items():
            if label not in labels:
                draft.report(draft.at_line(line), codes.FOOTNOTE_UNUSED, label=label)
        if not used:
            return
        draft.out.append('<section class="footnotes" role="doc-endnotes" aria-label="脚注">\n<ol>\n')
        for number, note in sorted(used.items()):
            _, xml, blocks = self._texts.get(str(note["label"]), (0, [], []))
            name = draft.anchor(f"fn-{number + 1}")
            draft.blocks.extend(Block(block.kind, name, block.text) for block in blocks)
            draft.out.append(
                f'<li id="{name}">{_with_links("".join(xml), number + 1, int(note["count"]))}</li>\n'
            )
        draft.out.append("</ol>\n</section>\n")


def _with_links(xml: str, number: int, count: int) -> str:
    """Add the links back to the text, inside the last paragraph if the note ends with one."""
    links = "".join(
        f' <a href="ref:anchor/fnref-{number}{f"-{time}" if time > 1 else ""}" class="footnote-back" '
        f'role="doc-backlink" aria-label="回到脚注 {number}{f" 第 {time} 处" if time > 1 else ""}">↩</a>'
        for time in range(1, count + 1)
    )
    end = "</p>\n"
    return f"{xml.removesuffix(end)}{links}</p>" if xml.endswith(end) else xml + links

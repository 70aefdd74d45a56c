"""Tables: alignment by classes, heads with scope, a frame that scrolls and takes the keyboard."""

import re
from typing import Final

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from casesite.chinese.text import HAN_RANGES
from casesite.messages import markdown as codes
from casesite.messages import ruby
from casesite.reading.markdown.draft import FROM, Draft
from casesite.reading.markdown.phrases import phrase

MOST_ROWS: Final = 2000
_CLASSES: Final = {"left": "a-l", "center": "a-c", "right": "a-r"}
_SPLIT_RUBY: Final = re.compile(rf"\{{[{HAN_RANGES}]{{1,20}}(?<!\\)\|[^{{}}\n]{{0,80}}\}}")


def table(draft: Draft, tokens: list[Token], start: int) -> int:
    """Write the table that opens at `start`; return the index after its closing token."""
    draft.tables += 1
    attributes = draft.attributes(tokens[start])
    out = draft.out
    out.append(
        f'<div class="table" tabindex="0" role="group" aria-label="表格 {draft.tables}"><table{attributes}>\n'
    )
    rows, columns, words, index = -1, 0, [], start + 1
    column = 0
    while (token := tokens[index]).type != "table_close":
        if token.type in ("th_open", "td_open"):
            columns += token.type == "th_open"
            column = _set_column(draft, tokens[index + 1], column)
            words.append(_cell(draft, token, tokens[index + 1]))
            index += 3
            continue
        if token.type == "tr_open":
            rows += 1
            words, column = [], 0
            out.append("<tr>")
            _check_row(draft, token, columns)
        elif token.type == "tr_close":
            draft.block("table", " ".join(word for word in words if word))
            out.append("</tr>\n")
        else:
            out.append(f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>")
        index += 1
    if rows > MOST_ROWS:
        line = tokens[start].map or [0]
        draft.report(draft.at_line(line[0]), codes.TABLE_LONG, rows=str(rows), limit=str(MOST_ROWS))
    out.append("</table></div>\n")
    return index + 1


def _set_column(draft: Draft, inline: Token, column: int) -> int:
    """Note where in its row a cell begins, and return where it ends: other cells may hold the same."""
    if not inline.content or not inline.map or inline.map[0] >= len(draft.lines):
        return column
    written = inline.content.replace("|", "\\|")
    inline.meta[FROM] = max(draft.lines[inline.map[0]].find(written, column), column)
    return int(inline.meta[FROM]) + len(written)


def _cell(draft: Draft, token: Token, inline: Token) -> str:
    """Write a cell; return its plain text. A head without words is no head."""
    xml, plain = phrase(draft, inline)
    tag = token.tag if plain or xml else "td"
    scope = ' scope="col"' if tag == "th" else ""
    align = _CLASSES.get(str(token.attrs.get("style", "")).rpartition(":")[2], "")
    aligned = f' class="{align}"' if align else ""
    draft.out.append(f"<{tag}{scope}{aligned}>{xml}</{tag}>")
    return plain


def _check_row(draft: Draft, token: Token, columns: int) -> None:
    """Report a row that an unescaped bar of a ruby splits, and one with more cells than the head."""
    line = token.map[0] if token.map else 0
    source = draft.lines[line] if line < len(draft.lines) else ""
    if "{" in source and (found := _SPLIT_RUBY.search(source)):
        draft.report(
            draft.at_line(line, found.start() + 1),
            ruby.IN_TABLE,
            text=found[0],
            cure=re.sub(r"(?<!\\)\|", r"\\|", found[0]),
        )
        return
    inner = source.strip(" \t>").removeprefix("|").removesuffix("|")
    if columns and inner.count("|") >= columns and (cells := len(escapedSplit(inner))) > columns:
        draft.report(draft.at_line(line), codes.TABLE_CELLS, cells=str(cells), columns=str(columns))

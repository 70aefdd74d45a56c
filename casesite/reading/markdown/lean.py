"""The library's two parsers with shortcuts for what prose mostly is: one-line paragraphs of plain text.

The result is the same. A paragraph of one line makes its tokens without trying the block rules when its first
character belongs to none of them; inline text without special characters becomes one token; inline rules are
looked up by their characters. A rule that names no characters is tried everywhere, as in the library.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, PresetType

TOO_DEEP: Final = "too_deep"
"""The token type, and the key in the environment, that tell of nesting beyond the limit."""

_INLINE: Final[Mapping[str, str]] = {
    "text": "",
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
    "bare_link": ":",
    "raw_html": "<",
    "footnote_ref": "[",
    "footnote_unknown": "[",
    "attributes": "{",
    "author_ruby": "{",
}
"""The characters that each inline rule starts at."""

_BLOCK: Final = frozenset(
    (
        *("table", "code", "fence", "blockquote", "hr", "list", "reference", "html_block", "heading"),
        *("lheading", "paragraph", "container", "attributes", "footnote_def", "deflist"),
    )
)
"""The block rules whose first characters stand in `_MARKS`, or that need a second line or an indent."""

_MARKS: Final = frozenset("#>-+*_=|[`~:：{<0123456789")
_BOLD: Final = "**"


class LeanInline(ParserInline):
    """The inline parser; `state` is the class that holds one text's state."""

    def __init__(self, state: type[StateInline] = StateInline) -> None:
        super().__init__()
        self._state = state

    @cached_property
    def _rules(self) -> tuple[dict[str, tuple[RuleFuncInlineType, ...]], tuple[RuleFuncInlineType, ...]]:
        """The rules by character, and those for any other special character."""
        rules = list(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        characters = {char for name, _ in rules for char in _INLINE.get(name, "")}
        by_character = {
            char: tuple(rule for name, rule in rules if char in _INLINE.get(name, char))
            for char in characters
        }
        return by_character, tuple(rule for name, rule in rules if name not in _INLINE)

    def skipToken(self, state: StateInline) -> None:  # noqa: N802  the library's name
        """Move past one token without making it."""
        pos = state.pos
        if (known := state.cache.get(pos)) is not None:
            state.pos = known
            return
        found = self.terminator_re.search(state.src, pos)
        stop = found.start() if found else state.posMax
        if state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax
            state.env[TOO_DEEP] = True
        elif stop > pos:
            state.pos = stop
        else:
            state.level += 1
            by_character, others = self._rules
            if not any(rule(state, True) for rule in by_character.get(state.src[pos], others)):
                state.pos += 1
            state.level -= 1
        state.cache[pos] = state.pos

    def tokenize(self, state: StateInline) -> None:
        """Make the tokens of the text from `pos` to `posMax`."""
        by_character, others = self._rules
        source, end, search = state.src, state.posMax, self.terminator_re.search
        if state.level >= state.md.options["maxNesting"]:
            state.env[TOO_DEEP] = True
            state.append_pending(source[state.pos : end])
            state.pos = end
        while state.pos < end:
            pos = state.pos
            found = search(source, pos, end)
            stop = found.start() if found else end
            if stop > pos:
                state.append_pending(source[pos:stop])
                state.pos = stop
                continue
            for rule in by_character.get(source[pos], others):
                if rule(state, False):
                    break
            else:
                state.append_pending(source[pos])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Append the tokens of a whole text to `tokens`."""
        if self.terminator_re.search(src) is None:
            if src:
                tokens.append(Token("text", "", 0, content=src))
            return tokens
        state = self._state(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        if env.pop(TOO_DEEP, False):
            state.push(TOO_DEEP, "", 0)
        return state.tokens


class LeanBlock(ParserBlock):
    """The block parser."""

    @cached_property
    def _may_shorten(self) -> bool:
        """Whether every rule is one whose beginnings we know."""
        return _BLOCK.issuperset(self.ruler.get_active_rules())

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803  the library's names
        """Make the tokens of the lines from `startLine` to before `endLine`."""
        rules = self.ruler.getRules("")
        line, deepest, empty_lines = startLine, state.md.options["maxNesting"], False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= deepest:
                state.push(TOO_DEEP, "", 0).map = [line, line + 1]
                state.line = endLine
                break
            if self._may_shorten and _is_short(state, line, endLine):
                _push_paragraph(state, line)
            elif not any(
                rule(state, line, endLine, False) for rule in rules
            ):  # pragma: no cover  a paragraph fits
                state.line += 1
            state.tight = not empty_lines
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                empty_lines = True
            if line < endLine and state.isEmpty(line):
                empty_lines = True
                line += 1
                state.line = line


def _is_short(state: StateBlock, line: int, end: int) -> bool:
    """Whether the line is a paragraph by itself, whatever the rules say."""
    following = line + 1
    if following < state.lineMax and not state.isEmpty(following):
        return False
    if state.sCount[line] - state.blkIndent > 3:  # noqa: PLR2004  four columns make a code block
        return False
    source, start = state.src, state.bMarks[line] + state.tShift[line]
    if source[start] in _MARKS and not (
        source.startswith(_BOLD, start) and source[start + 2 : start + 3] not in ("", "*", " ", "\t", "\n")
    ):
        return False
    after = line + 2  # a definition may follow its term after an empty line
    return not (after < end and source[state.bMarks[after] + state.tShift[after]] in ":~")


def _push_paragraph(state: StateBlock, line: int) -> None:
    """Push the tokens of a paragraph of one line."""
    state.line = line + 1
    state.push("paragraph_open", "p", 1).map = [line, line + 1]
    text = state.push("inline", "", 0)
    text.content = state.md.utils.mdTrim(
        state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    )
    text.map = [line, line + 1]
    text.children = []
    state.push("paragraph_close", "p", -1)


class LeanMarkdown(MarkdownIt):
    """The library's parser with our two; `state` is the class that holds an inline text's state."""

    def __init__(
        self,
        config: str | PresetType = "commonmark",
        options: Mapping[str, Any] | None = None,
        *,
        state: type[StateInline] = StateInline,
    ) -> None:
        super().__init__(config, options)
        self.inline = LeanInline(state)
        self.block = LeanBlock()
        self.configure(config, options)

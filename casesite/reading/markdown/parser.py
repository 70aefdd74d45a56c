"""The parser of case bodies: CommonMark with our own rules, made once a process and never changed."""

from functools import cache, partial
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from casesite.reading.markdown import placed_links
from casesite.reading.markdown.attributes import block_attributes, inline_attributes, place_attributes
from casesite.reading.markdown.author_ruby import author_ruby
from casesite.reading.markdown.bare_links import bare_link
from casesite.reading.markdown.cjk_emphasis import CjkState
from casesite.reading.markdown.containers import container
from casesite.reading.markdown.draft import DEEPEST
from casesite.reading.markdown.escapes import escape
from casesite.reading.markdown.footnotes import footnote_unknown
from casesite.reading.markdown.lean import LeanMarkdown
from casesite.reading.markdown.raw_html import raw_html

_INTERRUPTS: Final[RuleOptionsType] = {"alt": ["paragraph", "reference", "blockquote", "list"]}


class _Parser(LeanMarkdown):
    """Addresses stay as written here; `targets` judges them."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  the library's name
        """Let every address through."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802  the library's name
        """Keep the address."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  the library's name
        """Keep the text of an address."""
        return link


@cache
def parser() -> MarkdownIt:
    """Return the parser; it holds nothing of a text."""
    made = _Parser("commonmark", {"html": False, "maxNesting": DEEPEST}, state=CjkState)
    made.enable(["table", "strikethrough"])
    made.disable(["text_join", "html_block", "html_inline"])
    made.use(deflist_plugin)
    made.use(partial(footnote_plugin, inline=False, move_to_end=False))
    block, inline = made.block.ruler, made.inline.ruler
    block.before("fence", "container", container, _INTERRUPTS)
    block.before("fence", "attributes", block_attributes)
    made.core.ruler.after("block", "attributes", place_attributes)
    for name in ("link", "image", "autolink"):
        inline.at(name, getattr(placed_links, name))
    inline.at("escape", escape)
    inline.after("footnote_ref", "footnote_unknown", footnote_unknown)
    inline.after("autolink", "raw_html", raw_html)
    inline.push("bare_link", bare_link)
    inline.push("attributes", inline_attributes)
    inline.push("author_ruby", author_ruby)
    made.inline.add_terminator_char("{")
    return made

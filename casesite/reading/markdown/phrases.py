"""The text of one block: XML with ruby, and the same as plain text."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from markdown_it.token import Token

from casesite.chinese.ruby import escape
from casesite.chinese.text import joint
from casesite.messages import markdown as codes
from casesite.model.problem import Place
from casesite.reading.markdown.author_ruby import in_line
from casesite.reading.markdown.draft import Draft, quote
from casesite.reading.markdown.lean import TOO_DEEP
from casesite.reading.markdown.limits import FORBIDDEN
from casesite.reading.markdown.pictures import picture
from casesite.reading.markdown.targets import link_target
from casesite.reading.markdown.track import Track
from casesite.reading.markdown.unread import report_unread, suspicious

if TYPE_CHECKING:
    from casesite.reading.unsure import Unsure

TEXT: Final = frozenset({"text", "text_special"})
_WORDS: Final = TEXT | {"author_ruby", "code_inline", "raw_html", "footnote_unknown"}
_PLAIN_TAGS: Final = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "s_open": "<s>",
    "s_close": "</s>",
    "hardbreak": "<br/>",
}
LEAD: Final = '<strong class="lead">'


class Phrase(NamedTuple):
    """The text of one block, as XML and as plain text."""

    xml: str
    plain: str


def plain_text(tokens: list[Token]) -> str:
    """Return the plain text of inline tokens; alternative texts, ids and addresses are made of it."""
    return "".join(
        token.content if token.type in _WORDS else " " if token.type in ("softbreak", "hardbreak") else ""
        for token in tokens
    )


def phrase(draft: Draft, inline: Token, *, lead: bool = False, skip: int = 0) -> Phrase:
    """Write an inline token; `lead` marks the bold that opens it, `skip` leaves out its first characters."""
    tokens = inline.children or []
    if len(tokens) == 1 and tokens[0].type in TEXT:
        text = tokens[0].content[skip:]
        if suspicious(text):
            report_unread(draft, inline, (text,))
        xml = draft.ruby.over(text)
        for one in draft.ruby.unsure(text, xml):
            draft.hear(one, inline, max(inline.content.find(text), 0) + one.at, text, one.at)
        return Phrase(xml, text)
    written = _Writer(draft, inline).write(tokens, lead=lead, skip=skip)
    # A number such as &#x202E; may stand for what no text may hold; the XML is cleaned as a whole.
    return Phrase(written.xml, FORBIDDEN.sub("", written.plain)) if "&" in inline.content else written


class _Writer:
    """Writes one inline token; text is kept together over line breaks, so that ruby sees whole words."""

    def __init__(self, draft: Draft, inline: Token) -> None:
        self.draft, self.inline = draft, inline
        self.text: list[str] = []
        self.texts: list[str] = []
        self.xml: list[str] = []
        self.plain: list[str] = []
        self.closing: list[str] = []
        self.track = Track(inline.content)
        self.unsure: list[tuple[Unsure, int, int]] = []

    def write(self, tokens: list[Token], *, lead: bool, skip: int) -> Phrase:
        """Write all tokens."""
        for index, token in enumerate(tokens):
            kind = token.type
            self._follow(token, skip)
            if kind in TEXT:
                self.text.append(token.content[skip:])
                skip = max(skip - len(token.content), 0)
            elif kind == "softbreak":
                self.text.append(self._gap(tokens, index))
            else:
                self._flush()
                if lead and kind == "strong_open":
                    self.xml.append(LEAD)
                    lead = False
                elif kind in _PLAIN_TAGS:
                    self.xml.append(_PLAIN_TAGS[kind])
                    if kind == "hardbreak":
                        self.plain.append("\n")
                elif kind in self._RULES:
                    self._RULES[kind](self, token)
        self._flush()
        if any(map(suspicious, self.texts)) or "！[" in self.inline.content:
            report_unread(self.draft, self.inline, self.texts)
        plain = "".join(self.plain)
        for one, written, at in self.unsure:
            self.draft.hear(one, self.inline, written, plain, at)
        return Phrase("".join(self.xml), " ".join(plain.split("\n")) if "\n" in plain else plain)

    def _flush(self) -> None:
        if self.text:
            text = "".join(self.text)
            self.text.clear()
            self.texts.append(text)
            xml = self.draft.ruby.over(text)
            self._listen(text, xml)
            self._show(text, xml)

    def _follow(self, token: Token, skip: int) -> None:
        """Keep pace with the Markdown, where somebody listens for unsure readings."""
        if self.draft.ruby.heard is not None:
            self.track.take(token, sum(map(len, self.text)), skip)

    def _listen(self, text: str, xml: str) -> None:
        """Note the readings of a text that are not sure, each with its offset in the Markdown."""
        if found := self.draft.ruby.unsure(text, xml):
            shown = sum(map(len, self.plain))
            self.unsure += [(one, self.track.at(one.at), shown + one.at) for one in found]

    def _gap(self, tokens: list[Token], index: int) -> str:
        """Return what a line break in the source leaves: nothing between wide characters."""
        before = next((piece for parts in (self.text, self.plain) for piece in reversed(parts) if piece), "")
        index += 1
        while (
            index < len(tokens)
            and not tokens[index].content
            and (tokens[index].nesting != 0 or tokens[index].type in TEXT)
        ):
            index += 1
        after = tokens[index].content if index < len(tokens) else ""
        return "\n" if not before or not after or joint(before, after) else ""

    def _show(self, plain: str, xml: str) -> None:
        self.plain.append(plain)
        self.xml.append(xml)

    def _code(self, token: Token) -> None:
        attributes = self.draft.attributes(token, self._line())
        self._show(token.content, f"<code{attributes}>{escape(token.content)}</code>")

    def _raw(self, token: Token) -> None:
        self.draft.report(self._place(token), codes.RAW_HTML, tag=token.content.split("\n")[0])
        self._show(token.content, escape(token.content))

    def _ruby(self, token: Token) -> None:
        word, meta = token.content, token.meta
        if meta["code"]:
            place, values = self._place(token), meta["values"]
            if "fixed" in values:
                values = {**values, "fixed": in_line(values["fixed"], place.excerpt)}
            self.draft.report(place, meta["code"], **values)
        if not meta["shown"]:
            self._show(word, escape(word))
            return
        xml = self.draft.ruby.authored(word, meta["syllables"])
        if not meta["syllables"] and self.draft.ruby.style.level not in ("off", "marked"):
            self.track.text[:] = [(0, meta["at"] + 1)]
            self._listen(word, xml)
        self._show(word, xml)

    def _open_link(self, token: Token) -> None:
        target = link_target(str(token.attrs.get("href", "")), self.draft.path)
        place = self._place(token)
        if target.refused:
            self.draft.report(place, target.refused, **dict(target.values))
            self.closing.append("")
            return
        if target.reference:
            self.draft.link(target.reference, place)
        title = f' title="{quote(str(token.attrs["title"]))}"' if token.attrs.get("title") else ""
        attributes = self.draft.attributes(token, self._line())
        self.xml.append(f'<a href="{quote(target.address)}"{title}{attributes}>')
        self.closing.append("</a>")

    def _close_link(self, _token: Token) -> None:
        self.xml.append(self.closing.pop())

    def _image(self, token: Token) -> None:
        self.xml.append(picture(self.draft, token, self._place(token), plain_text(token.children or [])))

    def _footnote(self, token: Token) -> None:
        number, time = self.draft.refer(str(token.meta["label"]))
        name = f"fnref-{number}" + (f"-{time}" if time > 1 else "")
        self.draft.anchors[name] = None
        self.xml.append(
            f'<sup class="footnote-ref"><a href="ref:anchor/fn-{number}" id="{name}" role="doc-noteref" '
            f'aria-label="脚注 {number}">{number}</a></sup>'
        )

    def _unknown_footnote(self, token: Token) -> None:
        self.draft.report(self._place(token), codes.FOOTNOTE_UNDEFINED, label=token.meta["label"])
        self._show(token.content, escape(token.content))

    def _too_deep(self, _token: Token) -> None:
        self.draft.too_deep(self.draft.place(self.inline))

    def _place(self, token: Token) -> Place:
        return self.draft.place(self.inline, token.meta.get("at", 0))

    def _line(self) -> int:
        return self.inline.map[0] if self.inline.map else 0

    _RULES: ClassVar[dict[str, Callable[["_Writer", Token], None]]] = {
        "code_inline": _code,
        "raw_html": _raw,
        "author_ruby": _ruby,
        "link_open": _open_link,
        "link_close": _close_link,
        "image": _image,
        "footnote_ref": _footnote,
        "footnote_unknown": _unknown_footnote,
        TOO_DEEP: _too_deep,
    }

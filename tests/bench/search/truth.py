"""What each case says, read from the built pages by a parser of our own, and which of them hold a query.

Nothing here comes from `casesite.outputs.search`; only the written rule of what counts as the same text,
`casesite.chinese.normalise`, is shared.
"""

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, NamedTuple

from casesite.chinese.normalise import normalise

_VOID: Final = frozenset(("br", "img", "input", "link", "meta", "hr", "wbr", "source", "col"))
_BLOCKS: Final = frozenset(
    (
        *("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption", "pre"),
        *("blockquote", "div", "section", "article", "header", "ul", "ol", "dl", "table", "tr", "caption"),
    )
)
_FACTS: Final = {"单位": "organisation", "地区": "region", "主题": "topics", "标签": "tags", "期": "issue"}
_REMARKS: Final = ("篇幅", "编号")
"""Rows of the facts that say nothing of what the case tells."""


class Field(NamedTuple):
    """One field or block: what it is, the text as shown, and the same normalised."""

    kind: str
    text: str
    plain: str


class Case(NamedTuple):
    """One case: its page's address below the site, its fields, and all of them normalised, a line each."""

    url: str
    fields: tuple[Field, ...]
    plain: str

    def holds(self, terms: Sequence[str]) -> bool:
        """Whether each of the normalised terms stands in some field."""
        return all(term in self.plain for term in terms)

    def kinds(self, term: str) -> set[str]:
        """Return in which kinds of field a normalised term stands."""
        return {field.kind for field in self.fields if term in field.plain}


def read_cases(public: Path) -> list[Case]:
    """Read every case of a built site, by file name."""
    return [
        _read(f"cases/{path.name}", path.read_text(encoding="utf-8"))
        for path in sorted((public / "cases").glob("*.html"))
    ]


def _read(url: str, page: str) -> Case:
    parser = _Page()
    parser.feed(page)
    parser.close()
    fields = tuple(Field(kind, text, normalise(text)) for kind, text in parser.fields)
    return Case(url, fields, "\n".join(field.plain for field in fields))


class _Page(HTMLParser):
    """Collects (kind, text) of what a page of a case says; readings above characters are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.fields: list[tuple[str, str]] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self._reading = False
        self._text = ""
        self._label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; an `rt` or `rp` ends the one before it."""
        if tag in ("rt", "rp"):
            self._reading = True
        elif tag in _VOID:
            self._text += "\n"
        else:
            given = dict(attrs)
            if self._parts(tag):
                self._flush()
            self._open.append((tag, frozenset((given.get("class") or "").split())))
            if tag == "time" and self._kind() == "date":
                self.fields.append(("date", given.get("datetime") or ""))

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what is open in it."""
        if tag in ("rt", "rp", "ruby"):
            self._reading = False
        if any(each == tag for each, _ in self._open):
            if self._parts(tag):
                self._flush()
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Add to the block at hand."""
        if not self._reading:
            self._text += data

    def _parts(self, tag: str) -> bool:
        """Whether an element is a field of its own; each link of the facts is."""
        return tag in _BLOCKS or tag == "time" or (tag == "a" and not self._within("prose"))

    def _within(self, style: str) -> bool:
        return any(style in styles for _, styles in self._open)

    def _flush(self) -> None:
        text, self._text = self._text.strip(), ""
        if not text:
            return
        if self._within("facts") and self._open[-1][0] == "dt":
            self._label = text
        elif kind := self._kind():
            self.fields.append((kind, text))

    def _kind(self) -> str:
        """Return what kind of field is open, or nothing for what is not the case's own."""
        tags = [tag for tag, _ in self._open]
        if self._within("prose"):
            return "text"
        if self._within("case-head"):
            if "h1" in tags or self._within("title-en"):
                return "title"
            return "date" if "time" in tags else ""
        if self._within("panel-figures"):
            return "figures"
        if self._within("facts") and "dd" in tags and self._label not in _REMARKS:
            return _FACTS.get(self._label, "facts")
        return ""

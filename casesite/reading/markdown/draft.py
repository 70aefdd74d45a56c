"""What one pass over the tokens of a body collects, and how a place in the file is found."""

from typing import Final, NamedTuple

from markdown_it.token import Token
from msgspec.structs import replace

from casesite.chinese.pinyin import Readings
from casesite.chinese.ruby import Names, Seen, Style, authored, escape, mark
from casesite.messages import markdown as codes
from casesite.model.case import Block, BlockKind, Heading, Link
from casesite.model.problem import Place, Problem
from casesite.model.settings import PinyinLevel
from casesite.reading.markdown.attributes import REFUSED
from casesite.reading.unsure import Heard, Unsure, heard, unsure

DEEPEST: Final = 40
"""How many levels of lists, quotes and brackets may stand in each other (a list counts twice)."""
_SNIPPET: Final = 12
_BAR: Final = "\\|"
FROM: Final = "from"
"""The key in an inline token's meta of the column, from 0, where its content may begin at the earliest."""


def quote(text: str) -> str:
    """Escape text for an attribute in double quotes."""
    return escape(text).replace('"', "&quot;")


class Ruby(NamedTuple):
    """What pinyin over a text depends on; `seen` grows with the words that have been marked.

    `heard` grows with the readings that are not sure; it is None where nobody listens for them.
    """

    style: Style
    names: Names
    readings: Readings
    seen: Seen
    heard: list[Heard] | None = None

    def over(self, text: str) -> str:
        """Return a text as XML with ruby."""
        return mark(text, self.style, self.names, self.readings, self.seen)

    def unsure(self, text: str, xml: str) -> tuple[Unsure, ...]:
        """Return the readings of a text, shown as `xml`, that are not sure; none where nobody listens."""
        return () if self.heard is None else tuple(unsure(text, xml, self.names, self.readings))

    def authored(self, word: str, syllables: tuple[str, ...]) -> str:
        """Return a word that the author marked, as XML."""
        return authored(word, syllables, self.style, self.names, self.readings, seen=self.seen)

    def at(self, level: PinyinLevel) -> "Ruby":
        """Return the same with another level."""
        return self._replace(style=replace(self.style, level=level))


class Draft:
    """A body in the making; it lives as long as one call of `read_markdown`.

    `lines` are the body's, the first of them is line `first_line` of the file `path`. `out` takes the XML of
    what is being written; `ruby` is the pinyin that holds there; `section` is the anchor that blocks stand
    under, `boxes` are those open around it.
    """

    def __init__(self, lines: list[str], *, path: str, first_line: int, ruby: Ruby) -> None:
        self.lines, self.path, self.first_line = lines, path, first_line
        self.ruby = ruby
        self.out: list[str] = []
        self.section = ""
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.anchors: dict[str, None] = {}
        self.problems: list[Problem] = []
        self.tables = 0
        self.boxes = 0
        self.notes: dict[str, int] = {}
        self.labels: list[str] = []
        self._numbers: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._line: tuple[Token | None, int, int, int] = (None, 0, 0, 0)

    def place(self, token: Token, at: int = 0) -> Place:
        """Return where in the file the character `at` of an inline token's content stands.

        Exact where the line holds that content as it stands, or with the bars of a cell escaped, from
        `token.meta["from"]` on; else the first place that looks like it.
        """
        content, line = token.content, token.map[0] if token.map else 0
        begin = content.rfind("\n", 0, at) + 1
        if self._line[0] is not token or self._line[1] != begin:
            line += content.count("\n", 0, at)
            end = content.find("\n", at)
            source = self.lines[line] if line < len(self.lines) else ""
            first = token.meta.get(FROM, 0)
            found = source.find(content[begin : end if end >= 0 else None], first)
            if found < 0 and (cell := source.find(content.replace("|", _BAR), first)) >= 0:
                return self.at_line(line, cell + at + content.count("|", 0, at) + 1)
            if found < 0:
                found = max(source.find(content[at : at + _SNIPPET].partition("\n")[0]), 0) + begin - at
            self._line = (token, begin, line, found)
        line, found = self._line[2:]
        return self.at_line(line, found + at - begin + 1)

    def at_line(self, line: int, column: int = 1) -> Place:
        """Return a place by its line in the body, which counts from 0."""
        excerpt = self.lines[line] if line < len(self.lines) else ""
        return Place(self.path, self.first_line + line, column, excerpt)

    def hear(self, found: Unsure, token: Token, written: int, text: str, at: int) -> None:
        """Note an unsure reading: at `written` of an inline token's content, at `at` of its plain text."""
        if self.ruby.heard is not None:
            self.ruby.heard.append(heard(found, self.place(token, written), text, at))

    def report(self, place: Place, code: str, **values: str) -> None:
        """Note a problem."""
        self.problems.append(place.problem(code, **values))

    def too_deep(self, place: Place) -> None:
        """Note, once a line, that something nests too deep."""
        problem = place.problem(codes.NESTING_DEEP, limit=str(DEEPEST))
        if problem not in self.problems[-1:]:
            self.problems.append(problem)

    def link(self, reference: str, place: Place) -> None:
        """Note the use of a placeholder."""
        self.links.append(Link(reference, place.line, place.column, place.excerpt))

    def refer(self, label: str) -> tuple[int, int]:
        """Count a reference to a footnote; return the note's number and the count, both from 1."""
        self.notes[label] = self.notes.get(label, 0) + 1
        if label not in self._numbers:
            self.labels.append(label)
            self._numbers[label] = len(self.labels)
        return self._numbers[label], self.notes[label]

    def block(self, kind: BlockKind, text: str, anchor: str = "") -> None:
        """Note the plain text of a block, unless it is empty."""
        if text := text.strip():
            self.blocks.append(Block(kind, anchor or self.section, text, self.boxes > 0))

    def anchor(self, wanted: str) -> str:
        """Take an id that the body does not have yet: `wanted`, or `wanted-2` and so on."""
        name, count = wanted, self._counts.get(wanted, 1)
        while name in self.anchors:
            count += 1
            name = f"{wanted}-{count}"
        self._counts[wanted] = count
        self.anchors[name] = None
        return name

    def attributes(
        self, token: Token, line: int = 0, *, keep: tuple[str, ...] = ("id", "class", "lang")
    ) -> str:
        """Return the attributes set on a token, as they stand in a tag; `line` as in `at_line`."""
        if not token.attrs and not token.meta:
            return ""
        if token.map:
            line = token.map[0]
        for name in token.meta.get(REFUSED, ()):
            self.report(self.at_line(line), codes.ATTRIBUTE_UNKNOWN, attribute=str(name))
        written = ""
        for name in keep:
            if (value := str(token.attrs.get(name, ""))) and name == "id":
                instead = self.anchor(value)
                if instead != value:
                    self.report(self.at_line(line), codes.ID_TWICE, id=value, instead=instead)
                value = instead
            if value:
                written += f' {name}="{quote(value)}"'
        return written

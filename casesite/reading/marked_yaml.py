"""YAML to nodes that know their line and column; the one home of PyYAML.

Every scalar stays the text that was written: `12:30`, `NO`, `010` and `1_000` mean what their field makes of
them. Anchors, aliases, tags and merge keys are refused, so that no small file can swell into a large one.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from casesite.chinese.text import joint
from casesite.messages import yaml as codes
from casesite.model.problem import Problem
from casesite.reading import yaml_slips, yaml_traps
from casesite.reading.decode import YAML_LIMIT
from casesite.reading.lines import Lines
from casesite.reading.nodes import DEPTH, Mapping, Node, Scalar, Sequence

_MOST: Final = 100
"""The most problems that are collected of one text."""

_BAD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_SEPARATOR: Final = re.compile("[\u2028\u2029]")
"""What neither YAML nor XML takes."""

_BREAKS: Final = {0x85: " ", 0x2028: " ", 0x2029: " "}
"""Line ends to YAML but to no editor: read as spaces, so that lines count as the editor shows them."""

_INNER_TAB: Final = re.compile(r"(?<=\S)[ \t]*\t[ \t]*")


class Tree(NamedTuple):
    """What a text holds: `root` is None when it holds nothing, or when it is `broken`."""

    root: Node | None
    problems: tuple[Problem, ...] = ()
    broken: bool = False


def parse(text: str, lines: Lines, first: int = 1) -> Tree:
    """Parse YAML that begins on line `first` of the file with these `lines`; marks count as the file does.

    A broken tree has every refusal found up to the first place that cannot be read. Duplicate keys
    (`yaml-duplicate-key`) are problems of a tree that is there nevertheless.
    """
    if len(text) * 4 > YAML_LIMIT and (size := len(text.encode())) > YAML_LIMIT:
        problem = lines.place(first, 1).problem(codes.YAML_SIZE, size=str(size), limit=str(YAML_LIMIT))
        return Tree(None, (problem,), broken=True)
    if match := _BAD.search(text):
        return Tree(None, (_control(match, text, lines, first),), broken=True)
    rows = lines.lines[first - 1 : first + text.count("\n")]
    reader = _Reader(lines, rows, first)
    text = _INNER_TAB.sub(lambda found: " " * len(found[0]), text.translate(_BREAKS))
    root: Node | None = None
    try:
        root = reader.document(text)
    except _RefusedError as refusal:
        reader.refuse(refusal.problem)
    except yaml.MarkedYAMLError as error:
        reader.refuse(yaml_slips.diagnose(_slip(error), rows, lines, first))
    except (yaml.YAMLError, ValueError):  # the Python scanner lets `chr` fail on \U00110000
        reader.refuse(lines.place(first, 1).problem(codes.YAML_UNCLEAR))
    return Tree(None if reader.broken else root, tuple(reader.problems), reader.broken)


def parse_mapping(text: str, lines: Lines, first: int = 1) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Parse YAML that should be a mapping, as in `parse`; nothing is an empty one, None a broken one."""
    tree = parse(text, lines, first)
    if tree.broken:
        return None, tree.problems
    if tree.root is None:
        return Mapping((), first, 1), tree.problems
    if isinstance(tree.root, Mapping):
        return tree.root, tree.problems
    problem = lines.place(tree.root.line, tree.root.column).problem(codes.YAML_NOT_MAPPING)
    if isinstance(tree.root, Scalar):
        problem = yaml_slips.no_mapping(tree.root.line, tree.root.last, lines) or problem
    return None, (*tree.problems, problem)


class _RefusedError(Exception):
    """Ends reading where it makes no sense to go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _control(match: re.Match[str], text: str, lines: Lines, first: int) -> Problem:
    """Report a control character."""
    line = first + text.count("\n", 0, match.start())
    column = match.start() - text.rfind("\n", 0, match.start())
    return lines.place(line, column).problem(codes.YAML_CONTROL, char=f"U+{ord(match[0]):04X}")


def _slip(error: yaml.MarkedYAMLError) -> yaml_slips.Slip:
    """Take what is known from an error of either parser; lines and columns count from 0."""
    mark, context = error.problem_mark, error.context_mark
    where = mark or context
    start = context or mark
    return yaml_slips.Slip(
        str(error.problem or ""),
        str(error.context or ""),
        where.line if where else 0,
        where.column if where else 0,
        start.line if start else 0,
        start.column if start else 0,
    )


_Parser: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def _events(text: str) -> Iterator[Event]:
    """Yield the events of a text."""
    parser = _Parser(text)
    while parser.check_event():
        event = parser.get_event()
        if event is not None:
            yield event


def _start(event: Event) -> tuple[int, int]:
    """Return line and column, from 0, where an event's text begins."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _end(event: Event) -> tuple[int, int]:
    """Return line and column, from 0, right after an event's text."""
    mark = event.end_mark
    return (mark.line, mark.column) if mark else (0, 0)


class _Reader:
    """Builds nodes out of events and collects what is refused."""

    def __init__(self, lines: Lines, rows: tuple[str, ...], first: int) -> None:
        self.lines = lines
        self.rows = rows
        self.first = first
        self.problems: list[Problem] = []
        self.broken = False
        self._events: Iterator[Event] = iter(())
        self._aliases: set[str] = set()

    def refuse(self, problem: Problem) -> None:
        """Note what ended the reading; what was found behind its place only followed from it."""
        self.broken = True
        here = (problem.line, problem.column)
        self.problems = [one for one in self.problems if (one.line, one.column) <= here]
        self.problems.append(problem)

    def document(self, text: str) -> Node | None:
        """Return the one document's node, None for an empty one."""
        self._events = _events(text)
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _RefusedError(self._problem(codes.YAML_DOCUMENTS, event))
            elif isinstance(event, NodeEvent):
                root = self._node(event, 1)
            elif isinstance(event, DocumentEndEvent) and isinstance(root, Scalar) and not root.text:
                root = None if root.plain else root
        return root

    def _node(self, event: Event, depth: int) -> Node:
        """Return the node that begins with this event."""
        row, offset = _start(event)
        line, column = row + self.first, offset + 1
        if isinstance(event, ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self._refuse_extras(event)
            return self._scalar(event, line, column)
        self._refuse_extras(event)
        if depth > DEPTH:
            raise _RefusedError(self._problem(codes.YAML_DEPTH, event, limit=str(DEPTH)))
        if isinstance(event, SequenceStartEvent):
            items = []
            for inner in self._events:
                if isinstance(inner, SequenceEndEvent):
                    break
                items.append(self._node(inner, depth + 1))
            return Sequence(tuple(items), line, column)
        if isinstance(event, MappingStartEvent):
            return self._mapping(line, column, depth)
        return Scalar("", line, column)

    def _mapping(self, line: int, column: int, depth: int) -> Mapping:
        """Return the mapping whose start has just been read."""
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if isinstance(value, Scalar) and value.plain and not value.text:
                value = Scalar("", key.line, key.column, plain=True, last=key.line)
            place = self.lines.place(key.line, key.column)
            if not isinstance(key, Scalar):
                self._break(place.problem(codes.YAML_KEY))
            elif key.text == "<<" and key.plain:
                self._break(place.problem(codes.YAML_MERGE))
            elif key.text in pairs:
                earlier = str(pairs[key.text][0].line)
                self._add(place.problem(codes.YAML_DUPLICATE_KEY, key=key.text, first=earlier))
            else:
                pairs[key.text] = (key, value)
        return Mapping(tuple(pairs.values()), line, column)

    def _scalar(self, event: ScalarEvent, line: int, column: int) -> Scalar:
        """Return a scalar; lines that YAML folded by a space meet without one between wide characters."""
        (start, offset), (end, after) = _start(event), _end(event)
        text: str = event.value
        plain = not event.style
        if event.style == '"' and (match := _BAD.search(text) or _SEPARATOR.search(text)):
            self._break(self._problem(codes.YAML_CONTROL, event, char=f"U+{ord(match[0]):04X}"))
        if end > start and event.style != "|":
            text = self._folded(text, start, end, offset + (0 if plain else 1))
        last = end + self.first
        if plain and text and (end > start or text[0] == "-" or "#" in self.rows[end]):
            trap = yaml_traps.after(self.lines, (line, column), (last, after + 1))
            if trap is not None:
                self.broken = self.broken or trap.code != codes.YAML_COMMENT
                self._add(trap)
        return Scalar(text, line, column, plain, last)

    def _folded(self, text: str, start: int, end: int, column: int) -> str:
        """Take out the spaces that stand for a line's end between two wide characters."""
        done = 0
        for number in range(start, min(end, len(self.rows) - 1)):
            left = self.rows[number][column if number == start else 0 :].strip()[-4:]
            right = self.rows[number + 1].strip()[:1]
            if not left or not right or joint(left, right):
                continue
            at = text.find(f"{left} {right}", done)
            if at >= 0:
                done = at + len(left)
                text = text[:done] + text[done + 1 :]
        return text

    def _refuse_extras(self, event: Event) -> None:
        """Refuse anchors, aliases and tags, and go on."""
        tag = getattr(event, "tag", None)
        if isinstance(event, AliasEvent):
            if event.anchor in self._aliases:  # said once
                return
            self._aliases.add(str(event.anchor))
            code, sign, name = codes.YAML_ALIAS, "*", str(event.anchor)
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            code, sign, name = codes.YAML_ANCHOR, "&", str(event.anchor)
        elif tag is not None:
            code, sign, name = codes.YAML_TAG, "", _shown_tag(str(tag))
        else:
            return
        line, column = _start(event)
        fixed = yaml_slips.quoted_value(self.rows[line], column) if line < len(self.rows) and sign else ""
        self._break(self._problem(code, event, name=name, fixed=fixed))

    def _break(self, problem: Problem) -> None:
        self.broken = True
        self._add(problem)

    def _add(self, problem: Problem) -> None:
        """Collect a problem; a file with very many is not read to its end."""
        if len(self.problems) == _MOST:
            raise _RefusedError(problem)
        self.problems.append(problem)

    def _problem(self, code: str, event: Event, **values: str) -> Problem:
        line, column = _start(event)
        return self.lines.place(line + self.first, column + 1).problem(code, **values)


def _shown_tag(tag: str) -> str:
    """Return a tag as the editor wrote it."""
    standard = "tag:yaml.org,2002:"
    return "!!" + tag[len(standard) :] if tag.startswith(standard) else tag

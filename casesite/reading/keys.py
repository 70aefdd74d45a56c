"""The keys of a mapping, sorted by a table of fields; unknown, doubled and missing ones are reported."""

from typing import NamedTuple

from casesite.messages import fields as names
from casesite.messages import values as codes
from casesite.messages.code import Code
from casesite.model.fields import Table
from casesite.model.nearest import nearest_field
from casesite.model.problem import Place, Problem
from casesite.reading.lines import Lines
from casesite.reading.nodes import Mapping, Node, Scalar, last_line
from casesite.reading.yaml_slips import tight_pair

_NOTHING = ("", "~", "null")
_SHOWN = 60
_BEGINNING = 20


class Wording(NamedTuple):
    """The codes for a field that is unknown and for one that is missing, which differ by what is read."""

    unknown: Code
    missing: Code


OF_CASE = Wording(names.FIELD_UNKNOWN, names.FIELD_MISSING)
OF_DOCUMENT = Wording(names.FIELD_UNKNOWN_HERE, names.FIELD_MISSING)
OF_SETTINGS = Wording(names.SETTING_UNKNOWN, names.ENTRY_MISSING)
OF_LETTER = Wording(names.FIELD_UNKNOWN_HERE, names.ENTRY_MISSING)
OF_PART = Wording(names.PART_UNKNOWN, names.PART_MISSING)


class Keys:
    """The fields that one mapping holds.

    What is wrong is added to `problems`, which all groups of one file share. `owner` names the group in
    messages, empty for a front matter; `head` is the place to report a missing field at.
    """

    def __init__(  # noqa: PLR0913  one value each for what, by which table, where, and how to report
        self,
        mapping: Mapping,
        table: Table,
        lines: Lines,
        problems: list[Problem],
        *,
        owner: str = "",
        head: Place | None = None,
        wording: Wording = OF_CASE,
    ) -> None:
        """Sort the mapping's keys by the table: reports unknown fields and those given by two names."""
        self.table = table
        self.lines = lines
        self.problems = problems
        self.owner = owner
        self.head = head or lines.place(mapping.line, mapping.column)
        self._wording = wording
        self._found: dict[str, tuple[Scalar, Node]] = {}
        self._meant: set[str] = set()  # written by a wrong name or colon: reported as that, not as missing
        for key, node in mapping.pairs:
            field = table.names.get(key.text)
            if field is None:
                self.problems.append(self._stranger(key, node))
            elif field.key in self._found:
                other = self._found[field.key][0]
                self.problems.append(
                    self.at(key).problem(
                        names.FIELD_TWICE, field=key.text, other=other.text, first=str(other.line)
                    )
                )
            else:
                self._found[field.key] = (key, node)

    def at(self, node: Node) -> Place:
        """Return a node's place."""
        return self.lines.place(node.line, node.column)

    def place(self, key: str) -> Place:
        """Return the place of a field's value; of the form, when it is absent."""
        return self.at(self._found[key][1]) if key in self._found else self.head

    def within(self, key: str, text: str, at: int) -> Place:
        """Return the place of the character `at` of a field's text, which may be broken into lines."""
        place = self.place(key)
        start = place.excerpt.find(text, place.column - 1)
        if start >= 0:
            return self.lines.place(place.line, start + at + 1)
        beside = [text[at : at + size] for size in (4, 3, 2, 1)]
        rows = range(place.line, last_line(self._found[key][1]) + 1) if key in self._found else ()
        for part in beside:
            for row in rows:
                begin = place.column - 1 if row == place.line else 0
                if (column := self.lines.line(row).find(part, begin)) >= 0:
                    return self.lines.place(row, column + 1)
        return place

    def name(self, key: str) -> str:
        """Return a field's name as the editor wrote it, with its group's."""
        written = self._found[key][0].text if key in self._found else key
        return f"{self.owner}.{written}" if self.owner else written

    def report(self, code: str, place: Place, **values: str) -> None:
        """Collect a problem."""
        self.problems.append(place.problem(code, **values))

    def collected(self, *more: Problem) -> tuple[Problem, ...]:
        """Return all problems, each once, by line; no excerpt repeats what stands under `private`."""
        found = tuple(sorted({*self.problems, *more}))
        key, node = self._found.get("private", (None, None))
        if key is None or node is None:
            return found
        lines = range(key.line, last_line(node) + 1)
        return tuple(_bare(problem) if problem.line in lines else problem for problem in found)

    def node(self, key: str) -> Node | None:
        """Return a field's value as it stands, None for an empty one; a required one is reported then."""
        found = self._found.get(key)
        field = self.table.names[key]
        if found is not None:
            node = found[1]
            nothing = _NOTHING if isinstance(node, Scalar) and node.plain else ("",)
            if not isinstance(node, Scalar) or node.text.strip() not in nothing:
                return node
        if field.required and key not in self._meant:
            line = f"{field.key}: {field.example}" if field.example else ""
            if found is not None:
                self.report(names.FIELD_EMPTY, self.at(found[0]), field=self.name(key), line=line)
            else:
                self.report(self._wording.missing, self.head, **self._who(), field=key, line=line)
        return None

    def wrong(self, code: str, key: str, node: Node, **values: str) -> None:
        """Report a value of the field `key` that is not what the field takes."""
        self.report(
            code,
            self.at(node),
            field=self.name(key),
            found=self._shown(node),
            **self._extra(code, key),
            **values,
        )

    def _extra(self, code: str, key: str) -> dict[str, str]:
        """Return what a cure of a group's shape names: its first field."""
        parts = self.table.names[key].parts
        if code not in (codes.FIELD_NOT_GROUP, codes.FIELD_NOT_GROUPS) or parts is None:
            return {}
        first = next((field for field in parts.fields if field.example), parts.fields[0])
        return {"line": f"{first.key}: {first.example or '…'}"}

    def _shown(self, node: Node) -> str:
        """Return a value as the editor wrote it, shortened."""
        text = node.text if isinstance(node, Scalar) else self.lines.line(node.line)[node.column - 1 :]
        first = text.strip().partition("\n")[0]
        return first if len(first) <= _SHOWN else first[:_SHOWN] + "…"

    def _stranger(self, key: Scalar, node: Node) -> Problem:
        """Return the problem of a key that the table does not hold."""
        empty = isinstance(node, Scalar) and not node.text
        slip = tight_pair(key.text, 0) if key.plain and empty else None
        if slip and slip.values["key"] in self.table.names:
            self._meant.add(self.table.names[slip.values["key"]].key)
            place = self.lines.place(key.line, key.column + slip.column)
            return place.problem(slip.code, **slip.values)
        meant = nearest_field(key.text, self.table)
        if meant:
            self._meant.add(meant.key)
        choices = ", ".join(field.key for field in self.table.fields)
        return self.at(key).problem(
            self._wording.unknown,
            **({"owner": self.owner} if self._wording is OF_PART else {}),
            field=key.text,
            nearest=meant.key if meant else "",
            label=meant.label if meant else "",
            line=self._line(meant.key, node) if meant else "",
            **({"choices": choices} if self._wording in (OF_PART, OF_DOCUMENT, OF_LETTER) else {}),
        )

    def _line(self, key: str, node: Node) -> str:
        """Return the line to type for a key that was misspelt, its value shortened."""
        value = self._shown(node) if isinstance(node, Scalar) or node.line == last_line(node) else ""
        return f"{key}: {value if len(value) <= _BEGINNING else value[:_BEGINNING] + '…'}".rstrip()

    def _who(self) -> dict[str, str]:
        """Return what a message names beside the field: the group, or the file."""
        if self._wording is OF_PART:
            return {"owner": self.owner}
        return {"file": self.lines.path} if self._wording.missing == names.ENTRY_MISSING else {}


def _bare(problem: Problem) -> Problem:
    """Return a problem without the source line."""
    return Problem(problem.path, problem.line, problem.column, problem.code, problem.values)

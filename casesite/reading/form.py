"""A mapping read as a table of fields: each field asked for by its type, every problem collected."""

from collections.abc import Callable
from typing import NamedTuple

from casesite.chinese.text import join_lines
from casesite.messages import values as codes
from casesite.messages.code import Code
from casesite.model.fields import Choice
from casesite.model.nearest import nearest
from casesite.model.problem import Place
from casesite.reading import dates, numbers
from casesite.reading.keys import OF_PART, Keys
from casesite.reading.nodes import Mapping, Node, Scalar, Sequence
from casesite.reading.yaml_slips import tight_pair


class Item(NamedTuple):
    """A text with its place."""

    text: str
    place: Place


class Form(Keys):
    """The typed values of one mapping; a field that is absent or wrong gives its empty value."""

    def text(self, key: str) -> str:
        """Return one line of text; lines that it was broken into are joined."""
        node = self.node(key)
        return self.line(node, key) if node is not None else ""

    def prose(self, key: str) -> str:
        """Return text with its line breaks, without blank lines around it."""
        node = self.node(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.wrong(codes.FIELD_NOT_TEXT, key, node)
            return ""
        return "\n".join(line.rstrip() for line in node.text.strip().split("\n"))

    def line(self, node: Node, key: str) -> str:
        """Return a node of the field `key` as one line of text."""
        if not isinstance(node, Scalar):
            self.wrong(codes.FIELD_NOT_TEXT, key, node)
            return ""
        if node.plain and node.last > node.line:
            for number in range(node.line + 1, node.last + 1):
                self._swallowed(number)
        if "\n" in node.text:
            return join_lines(line.strip() for line in node.text.split("\n") if line.strip())
        return node.text.strip()

    def checked(self, key: str, check: Callable[[str], str]) -> str:
        """Return a text as `check` gives it; a code that it gives is reported, with an empty text."""
        node = self.node(key)
        if node is None:
            return ""
        text = self.line(node, key)
        value = check(text) if text else ""
        if isinstance(value, Code):
            self.wrong(value, key, node)
            return ""
        return value

    def date(self, key: str) -> str:
        """Return a date in ISO form."""
        return self.checked(key, dates.date)

    def moment(self, key: str, timezone: str) -> str:
        """Return a moment in UTC."""
        return self.checked(key, lambda text: dates.moment(text, timezone))

    def decimal(self, key: str) -> str:
        """Return a decimal number as text."""
        node = self.node(key)
        text = self.line(node, key) if node is not None else ""
        if node is None or not text:
            return ""
        number = numbers.decimal(text)
        if number is None:
            self.wrong(codes.FIELD_NOT_NUMBER, key, node, number=numbers.leading(text))
        return number or ""

    def whole(self, key: str, least: int, most: int) -> int | None:
        """Return a whole number of that range."""
        node = self.node(key)
        text = self.line(node, key) if node is not None else ""
        if node is None or not text:
            return None
        number = numbers.whole(text)
        if number is None or not least <= number <= most:
            self.wrong(codes.FIELD_NOT_WHOLE, key, node, least=str(least), most=str(most))
            return None
        return number

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false (是, 否)."""
        node = self.node(key)
        if node is None:
            return default
        text = node.text.strip().lower() if isinstance(node, Scalar) else ""
        if text not in ("true", "是", "false", "否"):
            self.wrong(codes.FIELD_NOT_FLAG, key, node)
            return default
        return text in ("true", "是")

    def choice(self, key: str) -> str:
        """Return one of the field's choices, given by its value or its Chinese name; empty when absent."""
        node = self.node(key)
        return self.chosen(node, key) if node is not None else ""

    def chosen(self, node: Node, key: str) -> str:
        """Return a node of the field `key` as one of its choices."""
        text = self.line(node, key)
        choices = self.table.names[key].choices
        for choice in choices:
            if text in (choice.value, choice.label):
                return choice.value
        if text:
            known = [name for choice in choices for name in (choice.value, choice.label)]
            self.wrong(
                codes.FIELD_CHOICE,
                key,
                node,
                choices=", ".join(map(_both, choices)),
                nearest=nearest(text, known),
            )
        return ""

    def texts(self, key: str) -> tuple[Item, ...]:
        """Return a list of texts with their places; a single text is a list of one."""
        node = self.node(key)
        if node is None:
            return ()
        if isinstance(node, Mapping):
            self.wrong(codes.FIELD_NOT_TEXTS, key, node)
            return ()
        if isinstance(node, Scalar):
            return (Item(self.line(node, key), self.at(node)),)
        items = []
        for inner in node.items:
            if not isinstance(inner, Scalar):
                self.wrong(codes.FIELD_NOT_TEXTS, key, inner)
            elif text := self.line(inner, key):
                items.append(Item(text, self.at(inner)))
        return tuple(items)

    def group(self, key: str, short: str = "") -> "Form | None":
        """Return a group's own form. A text alone stands for its field `short`."""
        node = self.node(key)
        return self._form(node, key, short, codes.FIELD_NOT_GROUP) if node is not None else None

    def groups(self, key: str) -> tuple["Form", ...]:
        """Return the forms of a list of groups; a single group is a list of one."""
        node = self.node(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        forms = (self._form(item, key, "", codes.FIELD_NOT_GROUPS) for item in items)
        return tuple(form for form in forms if form is not None)

    def part(self, key: Scalar, node: Node, field: str, short: str) -> "Form | None":
        """Return the form of what stands beside one of the editor's own names; None for nothing."""
        if isinstance(node, Scalar) and not node.text:
            return None
        return self._form(node, field, short, codes.FIELD_NOT_GROUP, owner=f"{self.name(field)}.{key.text}")

    def words(self, key: str) -> tuple[tuple[Scalar, Node], ...]:
        """Return the editor's own names with what stands beside each."""
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node, Mapping):
            self.wrong(codes.FIELD_NOT_WORDS, key, node)
            return ()
        return node.pairs

    def _form(self, node: Node, key: str, short: str, code: Code, owner: str = "") -> "Form | None":
        """Return the form of a node of the field `key`."""
        parts = self.table.names[key].parts
        if parts is None or isinstance(node, Sequence):
            self.wrong(code, key, node)
            return None
        if isinstance(node, Scalar):
            slip = tight_pair(node.text, 0) if node.plain else None
            if slip and slip.values["key"] in parts.names:
                self.report(slip.code, self.at(node), **slip.values)
                return None
            if not short:
                self.wrong(code, key, node)
                return None
            node = Mapping(((Scalar(short, node.line, node.column), node),), node.line, node.column)
        return Form(
            node,
            parts,
            self.lines,
            self.problems,
            owner=owner or self.name(key),
            head=self.at(node),
            wording=OF_PART,
        )

    def _swallowed(self, number: int) -> None:
        """Report a line of a text that looks like another field, its colon wrong."""
        slip = tight_pair(self.lines.line(number), number)
        if slip and slip.values["key"] in self.table.names:
            self.report(slip.code, self.lines.place(number, slip.column + 1), **slip.values)


def _both(choice: Choice) -> str:
    """Return a choice with its Chinese name, where that is another."""
    return choice.value if choice.label == choice.value else f"{choice.value}（{choice.label}）"

"""What is known of a field: its names, what it takes, what it is for."""

from collections.abc import Iterable
from typing import Literal, Self

from msgspec import Struct

Kind = Literal[
    "text",  # one line
    "prose",  # paragraphs
    "texts",  # a list of texts; a single one may stand without the list
    "flag",
    "date",
    "moment",  # date and time, in the site's time zone unless it names its own
    "number",  # a decimal number, kept as text
    "whole",  # a whole number
    "choice",
    "group",  # fields below it
    "groups",  # a list of groups
    "words",  # names of the editor's own with a text each
    "any",
]


class Choice(Struct, frozen=True, array_like=True):
    """A value that a field may have, and its Chinese name, which may be written as well."""

    value: str
    label: str


class Field(Struct, frozen=True, kw_only=True):
    """A field: `key` and `label` (its Chinese name) are both accepted, and so are `others`.

    `default` is what holds when it is absent, as an editor would write it. `zh` and `en` say what it is for.
    `example` is a value as it would be written. `mistaken` are words that people use for it by mistake, to
    find what they meant. `parts` are the fields of a group.
    """

    key: str
    label: str
    kind: Kind = "text"
    zh: str = ""
    en: str = ""
    required: bool = False
    default: str = ""
    example: str = ""
    choices: tuple[Choice, ...] = ()
    others: tuple[str, ...] = ()
    mistaken: tuple[str, ...] = ()
    parts: "Table | None" = None


class Table(Struct, frozen=True):
    """Fields in the order in which an editor meets them; `names` finds one by any of its names."""

    fields: tuple[Field, ...]
    names: dict[str, Field]

    @classmethod
    def of(cls, fields: Iterable[Field]) -> Self:
        """Make a table."""
        rows = tuple(fields)
        return cls(rows, {name: field for field in rows for name in (field.key, field.label, *field.others)})

"""The words a site agrees on: regions, organisations, topics, indicators, readings.

A vocabulary is closed when its file is there (an unknown term is an error) and open when it is not.
"""

from msgspec import Struct


class Term(Struct, frozen=True, array_like=True):
    """A topic or an organisation. `slug` is empty when the site leaves it to us, and so is `reading`.

    `reading` is that of the name alone, as in `Person`.
    """

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    slug: str = ""
    reading: str = ""


class Region(Struct, frozen=True, array_like=True):
    """A place in the tree, named by its whole `path` from the root, e.g. `("山东省", "济宁市")`.

    `reading` is that of the last name of the path, as in `Person`, or empty.
    """

    path: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    code: str = ""
    reading: str = ""


class Indicator(Struct, frozen=True, array_like=True):
    """A figure that can be compared between cases; `aggregate` is `sum` or `none`."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    unit: str = ""
    aggregate: str = "none"


class Person(Struct, frozen=True, array_like=True):
    """A person's name with its reading, syllables parted by spaces, e.g. `shàn xióng xìn`, or empty."""

    name: str
    reading: str = ""


class Vocabularies(Struct, frozen=True, kw_only=True):
    """All vocabularies of a site; `None` is one whose file is absent, so that its field is open."""

    regions: tuple[Region, ...] | None = None
    orgs: tuple[Term, ...] | None = None
    topics: tuple[Term, ...] | None = None
    indicators: tuple[Indicator, ...] | None = None
    people: tuple[Person, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    """(word, syllables parted by spaces), e.g. `("重庆", "chóng qìng")`."""

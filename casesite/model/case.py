"""A case: its card, what only its own page shows, what it refers to, and its body.

Placeholders. Body fragments hold no addresses, only `ref:` placeholders in `href` and `src`, so that
one body serves a page, a booklet, an EPUB and a feed:

    ref:case/ID            a case            ref:issue/ID      an issue (期)
    ref:page/NAME          a page            ref:source/PATH   whatever is made from that Markdown file
    ref:picture/PATH       a picture         ref:file/PATH     another file beside the case
    ref:anchor/ID          a place in the same body

PATH is relative to the project. All but pictures and files may end in `#ANCHOR`. Ids in a fragment are
without a prefix; an output that joins several bodies adds one.
"""

from typing import Literal

from msgspec import Struct

from casesite.model.problem import Problem
from casesite.model.settings import PinyinLevel

Status = Literal["inbox", "draft", "review", "selected", "published", "withdrawn"]
BlockKind = Literal["heading", "lead", "text", "table", "code", "caption"]


class Figure(Struct, frozen=True, array_like=True):
    """An indicator's value: `value` is a decimal number as text, `about` is `余`, `超`, `近` or empty."""

    id: str
    label: str
    value: str
    unit: str = ""
    about: str = ""
    note: str = ""
    sentence: str = ""


class Picture(Struct, frozen=True, array_like=True):
    """A picture by its path in the project, with the words that stand for it."""

    path: str
    alt: str = ""


class Origin(Struct, frozen=True, array_like=True):
    """Where a case was first published; `date` is ISO or empty."""

    name: str = ""
    url: str = ""
    date: str = ""


class Correction(Struct, frozen=True, array_like=True):
    """A correction (更正) made after publication."""

    date: str
    text: str


class Heading(Struct, frozen=True, array_like=True):
    """An entry of the table of contents.

    `level` is 2–6 as in the fragment. `lead` is the slogan that opens the section, or empty. A section
    whose paragraph opens with a slogan and has no heading has that slogan as `text` and `lead`.
    """

    level: int
    anchor: str
    text: str
    lead: str = ""


class Block(Struct, frozen=True, array_like=True):
    """The plain text of one block, without pinyin; `anchor` is that of the section it stands in, or empty.

    `boxed` are those inside a box such as the editor's note.
    """

    kind: BlockKind
    anchor: str
    text: str
    boxed: bool = False


class Link(Struct, frozen=True, array_like=True):
    """One use of a placeholder: `target` is what follows `ref:`."""

    target: str
    line: int
    column: int
    excerpt: str


class Body(Struct, frozen=True, array_like=True):
    """A body: `xml` is a well-formed XML fragment (one or more elements, no named entities but XML's own).

    `words` counts as Word does (字数): each Han character and each run of Latin letters or digits is one.
    """

    xml: str
    blocks: tuple[Block, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[str, ...] = ()
    words: int = 0


class Card(Struct, frozen=True, kw_only=True):
    """What lists, neighbours, related cases and data may see of a case; never its body.

    `path` is the source's. `region` is the whole path of names; `org` and `topics` are the vocabularies'
    own names. `date` is ISO. `publish_at` and `expire_at` are `YYYY-MM-DDTHH:MM:SSZ` in UTC, or empty.
    `fields` are the site's own, as (key, values). `issue` is what the case wrote, an id or number, or empty.
    """

    id: str
    path: str
    title: str
    date: str
    status: Status = "published"
    issue: str = ""
    org: str = ""
    region: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""
    figures: tuple[Figure, ...] = ()
    cover: Picture | None = None
    featured: bool = False
    publish_at: str = ""
    expire_at: str = ""
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: int = 0
    search: bool = True
    updated: str = ""
    """The newest of `date` and the corrections' dates."""

    @property
    def address(self) -> str:
        """The page's path in the output."""
        return f"cases/{self.id}.html"


class Details(Struct, frozen=True, kw_only=True):
    """What only the case's own page and data show beside its card.

    `title_xml` is the title with ruby, escaped.
    """

    title_xml: str = ""
    title_en: str = ""
    summary_en: str = ""
    period: str = ""
    attachments: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    source: Origin = Origin()
    aliases: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    related: tuple[str, ...] = ()
    pinyin: PinyinLevel = "names"
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    """Every placeholder of the body, and the front matter's cover, attachments, issue and related cases
    (as `picture/…`, `file/…`, `issue/…`, `case/…`), so that gathering can check them at their places."""
    extra: tuple[tuple[str, str], ...] = ()
    """`extra:` as (key, JSON text)."""
    checks_off: tuple[tuple[str, str], ...] = ()
    places: tuple[Link, ...] = ()
    """Where the id (`id`) and each former address (`alias/ADDRESS`) is written, for messages."""


class Case(Struct, frozen=True, kw_only=True):
    """A case as read. A field that could not be read has its default, and `problems` says so.

    `unsure` are the readings that are not sure, where they were listened for.
    """

    card: Card
    details: Details
    body: Body
    problems: tuple[Problem, ...] = ()
    unsure: tuple[Problem, ...] = ()


class Rejected(Struct, frozen=True, kw_only=True):
    """A file not read as far as a case, an issue or a page; `status` is known for the inbox only."""

    path: str
    status: Literal["inbox", "unknown"]
    problems: tuple[Problem, ...]

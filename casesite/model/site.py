"""The gathered site: all cards in order, the shelves they stand on, every address known."""

from typing import Literal

from msgspec import Struct

from casesite.model.case import Card, Details
from casesite.model.document import Issue, Letter, Page
from casesite.model.settings import Settings
from casesite.model.shown import Shown
from casesite.model.source import Asset
from casesite.model.vocabulary import Indicator

ShelfKind = Literal["region", "topic", "org", "tag", "year"]


class Shelf(Struct, frozen=True, kw_only=True):
    """Cases that share a region, a topic, an organisation, a tag or a year.

    `key` is unique within its kind (`山东省/济宁市`, `跨村联建`, `2024`). `members` are case ids, newest
    first; a region's hold those of its parts too. `address` is the newest page (`topics/kua-cun.html`);
    older ones add `-N`, counted from the oldest: `topics/kua-cun-1.html`.
    """

    kind: ShelfKind
    key: str
    label: str
    address: str
    members: tuple[str, ...]
    parent: str = ""
    children: tuple[str, ...] = ()
    description: str = ""
    aliases: tuple[str, ...] = ()


class IssueShelf(Struct, frozen=True, kw_only=True):
    """An issue (期) with its member cases in reading order."""

    issue: Issue
    members: tuple[str, ...]


class Related(Struct, frozen=True, array_like=True):
    """A related case, and why; `label` names what both share: for `text`, words that both speak of."""

    id: str
    reason: Literal["pinned", "topic", "region", "org", "text"]
    label: str = ""


class Hub(Struct, frozen=True, array_like=True):
    """The plain address of terms whose slugs clash: a page that links each of them, as (label, address)."""

    address: str
    title: str
    targets: tuple[tuple[str, str], ...]


class Alias(Struct, frozen=True, array_like=True):
    """An old address that leads to `target`; `source` is the file that asks for it."""

    address: str
    target: str
    source: str


class Total(Struct, frozen=True, array_like=True):
    """The sum of an indicator over `count` figures: `value` is decimal text, `about` a mark such as `余`."""

    id: str
    label: str
    value: str
    unit: str = ""
    about: str = ""
    count: int = 0


class Ranking(Struct, frozen=True, array_like=True):
    """The cases that have an indicator's figure in a unit that compares with `unit`.

    `members` are case ids, the greatest value first, of equal ones the newest.
    """

    id: str
    label: str
    unit: str
    members: tuple[str, ...]


class Entry(Struct, frozen=True, kw_only=True):
    """A case in the site: all but its body, which stays in the store. `body` is the body's digest.

    `previous` and `next` are the neighbours in its issue's reading order, or empty.
    """

    card: Card
    details: Details
    body: str
    shown: Shown
    issue: str = ""
    """The id of the issue it belongs to, or empty."""
    previous: str = ""
    next: str = ""
    related: tuple[Related, ...] = ()
    letters: tuple[Letter, ...] = ()
    terms: bytes = b""
    """The digests of its search terms, as `chinese.terms.Packed` has them, or empty."""
    words: bytes = b""
    """The digests of its words found by sound, as `chinese.sounded.Sounded` has them, or empty."""


class Site(Struct, frozen=True, kw_only=True):
    """Everything outputs may use. Only what is to be published is in it (with `preview`, drafts too).

    `entries` run newest first (date, then id, both falling). `issues` run newest first; the first is the
    current one. `addresses` maps each placeholder target (`case/ID`, `issue/ID`, `page/NAME`, `source/PATH`,
    `file/PATH`, `picture/PATH`) to its path in the output; `assets` maps the project path of each published
    picture and attachment to what is known of it; `static` are the files below `content/static`.
    """

    settings: Settings
    entries: tuple[Entry, ...] = ()
    withdrawn: tuple[Card, ...] = ()
    issues: tuple[IssueShelf, ...] = ()
    pages: tuple[Page, ...] = ()
    shelves: tuple[Shelf, ...] = ()
    hubs: tuple[Hub, ...] = ()
    aliases: tuple[Alias, ...] = ()
    addresses: dict[str, str] = {}
    assets: dict[str, Asset] = {}
    static: tuple[Asset, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    totals: tuple[Total, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    preview: bool = False

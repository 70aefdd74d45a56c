"""All a page depends on, one frozen value for each kind of page."""

from msgspec import Struct

from casesite.model.case import Card, Details, Heading
from casesite.model.site import Total
from casesite.outputs.html.frame import Branch, Count, Frame, Image, IssueMark, Link, Teaser


class Address(Struct, frozen=True, array_like=True):
    """What stands for a placeholder of a body: its target without an anchor, the path in the output."""

    target: str
    address: str
    width: int = 0
    height: int = 0


class Attachment(Struct, frozen=True, array_like=True):
    """A file to download; `size` counts bytes, `kind` is its ending in capitals."""

    label: str
    address: str
    kind: str
    size: int


class Kin(Struct, frozen=True, array_like=True):
    """A related case and why it is: `reason` as in `model.site.Related`, `label` what both share."""

    case: Teaser
    reason: str
    label: str


class Post(Struct, frozen=True, array_like=True):
    """A reader's letter as shown."""

    date: str
    name: str
    text: str
    reply: str


class HomePage(Struct, frozen=True, kw_only=True):
    """The front page: `lead` opens the current issue, `contents` are its other cases in order."""

    frame: Frame
    note: str
    lead: Teaser | None
    picture: Image | None
    contents: tuple[Teaser, ...]
    featured: tuple[Teaser, ...]
    latest: tuple[Teaser, ...]
    cases: int
    issues: int
    totals: tuple[Total, ...]
    topics: tuple[Count, ...]
    regions: tuple[Count, ...]
    years: tuple[Count, ...]


class CasePage(Struct, frozen=True, kw_only=True):
    """A case. `body` is the body's digest; the body itself comes from the store."""

    frame: Frame
    card: Card
    details: Details
    body: str
    issue: IssueMark | None
    org: Link | None
    region: tuple[Link, ...]
    topics: tuple[Link, ...]
    tags: tuple[Link, ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    addresses: tuple[Address, ...]
    cover: Image | None
    attachments: tuple[Attachment, ...]
    related: tuple[Kin, ...]
    letters: tuple[Post, ...]
    previous: Link | None
    following: Link | None


class IssuePage(Struct, frozen=True, kw_only=True):
    """An issue (期): the editor's note and its cases in reading order."""

    frame: Frame
    issue: IssueMark
    summary: str
    xml: str
    addresses: tuple[Address, ...]
    cover: Image | None
    cases: tuple[Teaser, ...]
    previous: Link | None
    following: Link | None


class IssueLine(Struct, frozen=True, array_like=True):
    """An issue in the list of issues."""

    issue: IssueMark
    summary: str
    count: int


class Pager(Struct, frozen=True, array_like=True):
    """Where a page of a long list stands. Pages count from the oldest, so that older ones never change.

    `earlier` are all older pages, named on the newest page only, the newest first.
    """

    number: int = 1
    newer: str = ""
    older: str = ""
    newest: str = ""
    earlier: tuple[Link, ...] = ()


class IssuesPage(Struct, frozen=True, kw_only=True):
    """A page of the list of issues, newest first."""

    frame: Frame
    issues: tuple[IssueLine, ...]
    pager: Pager


class ShelfPage(Struct, frozen=True, kw_only=True):
    """A page of the cases on a shelf. `count` and `parts` are on the newest page only."""

    frame: Frame
    kind: str
    label: str
    description: str
    trail: tuple[Link, ...]
    parts: tuple[Count, ...]
    count: int
    cases: tuple[Teaser, ...]
    pager: Pager
    feed: bool


class TermsPage(Struct, frozen=True, kw_only=True):
    """All topics, organisations, tags or years."""

    frame: Frame
    kind: str
    terms: tuple[Count, ...]


class RegionsPage(Struct, frozen=True, kw_only=True):
    """The region tree."""

    frame: Frame
    branches: tuple[Branch, ...]


class Group(Struct, frozen=True, array_like=True):
    """Cases under one heading of the full index; in a large site the pages of its list instead."""

    label: str
    address: str
    cases: tuple[Link, ...]


class SearchPage(Struct, frozen=True, kw_only=True):
    """The search form over the full index: every case, or in a large site every page that lists cases."""

    frame: Frame
    groups: tuple[Group, ...]


class DocumentPage(Struct, frozen=True, kw_only=True):
    """A page such as 关于, or a chapter of the manual beside its chapters."""

    frame: Frame
    name: str
    title: str
    summary: str
    xml: str
    headings: tuple[Heading, ...]
    addresses: tuple[Address, ...]
    chapters: tuple[Link, ...]
    previous: Link | None
    following: Link | None


class CallPage(Struct, frozen=True, kw_only=True):
    """The call for cases as the settings alone make it."""

    frame: Frame
    mail: str
    subject: str


class NoticePage(Struct, frozen=True, kw_only=True):
    """The page for addresses that are not there."""

    frame: Frame


class WithdrawnPage(Struct, frozen=True, kw_only=True):
    """What stays of a withdrawn case: its id."""

    frame: Frame
    id: str


class StubPage(Struct, frozen=True, kw_only=True):
    """An old address, leading to `target`."""

    frame: Frame
    target: str


class HubPage(Struct, frozen=True, kw_only=True):
    """An address that several terms share, leading to each."""

    frame: Frame
    title: str
    targets: tuple[Link, ...]


class SiteSheet(Struct, frozen=True, kw_only=True):
    """What the settings change in the theme's look."""

    css: str


Inputs = (
    HomePage
    | CasePage
    | IssuePage
    | IssuesPage
    | ShelfPage
    | TermsPage
    | RegionsPage
    | SearchPage
    | DocumentPage
    | CallPage
    | NoticePage
    | WithdrawnPage
    | StubPage
    | HubPage
)

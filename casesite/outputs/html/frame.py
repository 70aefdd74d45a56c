"""What every page shows around its text, and the small values that pages are made of."""

from msgspec import Struct

from casesite.model.case import Figure, Status
from casesite.model.settings import Footer


class Link(Struct, frozen=True, array_like=True):
    """A label with an address: a path in the output, or one outside with its scheme."""

    label: str
    address: str


class Count(Struct, frozen=True, array_like=True):
    """A shelf as lists name it, with the number of its cases."""

    label: str
    address: str
    count: int


class Branch(Struct, frozen=True, array_like=True):
    """A place of the region tree with its parts."""

    label: str
    address: str
    count: int
    parts: tuple["Branch", ...] = ()


class IssueMark(Struct, frozen=True, array_like=True):
    """An issue (期) as it is named elsewhere; `date` is ISO or empty."""

    number: str
    title: str
    date: str
    address: str


class Image(Struct, frozen=True, array_like=True):
    """A picture at its address in the output; sizes in pixels, 0 when unknown."""

    address: str
    alt: str = ""
    width: int = 0
    height: int = 0


class Teaser(Struct, frozen=True, array_like=True):
    """A case as a list shows it: `region` is the smallest place, `figure` the first of its figures."""

    id: str
    title: str
    address: str
    date: str
    summary: str
    region: str
    org: str
    issue: str
    figure: Figure | None
    status: Status


class Frame(Struct, frozen=True, kw_only=True):
    """The same on every page of a site: head, masthead, menu, footer. Addresses are paths in the output.

    `style`, `site_style`, `icon`, `first`, `script`, `search_page` are files, empty when there is none;
    `search_scripts` run in their order.
    """

    title: str
    description: str
    language: str
    url: str
    publisher: str
    noindex: bool
    preview: bool
    menu: tuple[Link, ...]
    footer: Footer
    mail: str
    issue: IssueMark | None
    logo: Image | None
    style: str
    site_style: str
    icon: str
    first: str
    script: str
    search_scripts: tuple[str, ...]
    search_page: str
    search: bool
    feed: bool

"""What is read beside the cases: issues (期), pages, letters."""

from typing import Literal

from msgspec import Struct

from casesite.model.case import Body, Link, Picture
from casesite.model.problem import Problem


class Issue(Struct, frozen=True, kw_only=True):
    """An issue (期) as read; `body` is the editor's note. `path` is empty for one that only cases name.

    `order` lists case ids as the editor arranged them; the cases' own `issue:` decides membership.
    `links` are the front matter's (cover, listed cases) and the body's, each with its place.
    """

    id: str
    number: str
    title: str
    date: str = ""
    path: str = ""
    cover: Picture | None = None
    order: tuple[str, ...] = ()
    summary: str = ""
    aliases: tuple[str, ...] = ()
    body: Body = Body("")
    links: tuple[Link, ...] = ()
    places: tuple[Link, ...] = ()
    """Where each former address (`alias/ADDRESS`) is written, for messages."""
    problems: tuple[Problem, ...] = ()
    unsure: tuple[Problem, ...] = ()
    """The readings that are not sure, where they were listened for."""

    @property
    def address(self) -> str:
        """The page's path in the output."""
        return f"issues/{self.id}.html"


class Page(Struct, frozen=True, kw_only=True):
    """A page such as 关于 or the manual.

    `name` is its path below `content/pages` without `.md`, `/index` dropped.
    """

    name: str
    title: str
    path: str
    summary: str = ""
    order: int = 0
    menu: bool = False
    aliases: tuple[str, ...] = ()
    address: str = ""
    """`about.html`, `manual/fields.html`, `manual/index.html`."""
    search: bool = True
    body: Body = Body("")
    links: tuple[Link, ...] = ()
    places: tuple[Link, ...] = ()
    """Where each former address (`alias/ADDRESS`) is written, for messages."""
    problems: tuple[Problem, ...] = ()
    unsure: tuple[Problem, ...] = ()
    """As in `Issue`."""


class Letter(Struct, frozen=True, kw_only=True):
    """A reader's letter about a case; only `shown` ones are published."""

    path: str
    case: str
    date: str
    name: str
    text: str
    status: Literal["waiting", "shown", "refused"] = "waiting"
    reply: str = ""
    problems: tuple[Problem, ...] = ()

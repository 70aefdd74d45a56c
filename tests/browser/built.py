"""The sample site as files: which pages stand for which kind, and what a page links to."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

HOME: Final = "index.html"
CASE: Final = "cases/2024-08-003.html"
"""The real case, with readings on names."""
ALL: Final = "cases/2024-08-004.html"
"""The case with a reading on every character."""
ISSUE: Final = "issues/2024-08.html"
LIST: Final = "topics/ji-ceng-zhi-li.html"
TREE: Final = "regions/index.html"
SEARCH: Final = "search.html"
ABOUT: Final = "about.html"
MANUAL: Final = "manual/cases.html"
KINDS: Final = {
    "home": HOME,
    "case": CASE,
    "every character": ALL,
    "issue": ISSUE,
    "issues": "issues/index.html",
    "list": LIST,
    "tree": TREE,
    "terms": "topics/index.html",
    "search": SEARCH,
    "about": ABOUT,
    "call": "call.html",
    "manual": MANUAL,
    "pinyin manual": "manual/pinyin.html",
    "missing": "404.html",
}
"""A page of each kind that a reader meets."""

PINYIN: Final = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]")
_SCHEMES: Final = {"http", "https", "mailto"}
_TAKES: Final = {"href", "src", "action", "poster", "data"}


class Link(NamedTuple):
    """A reference as it stands in a page."""

    tag: str
    value: str


class Markup(HTMLParser):
    """What a page says of itself: its references, the ids that can be linked to, its head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.ids: list[str] = []
        self.meta: dict[str, str] = {}
        self.title = ""
        self._in_title = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element refers to and how it is called."""
        given = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title"
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "meta":
            self.meta[given.get("name") or given.get("property") or given.get("http-equiv") or ""] = (
                given.get("content", "")
            )
        if tag == "link" and given.get("rel") == "canonical":
            return  # names the published address; nothing is loaded from it
        self.links.extend(Link(tag, given[name]) for name in sorted(_TAKES & given.keys()))

    def handle_data(self, data: str) -> None:
        """Gather the title."""
        if self._in_title:
            self.title += data


class Built(NamedTuple):
    """A built site in a folder."""

    folder: Path

    def pages(self) -> list[str]:
        """Return the path of every HTML file, sorted."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def cases(self) -> list[str]:
        """Return the path of every case that is published."""
        found = [path for path in self.pages() if path.startswith("cases/")]
        return [path for path in found if "noindex" not in self.markup(path).meta.get("robots", "")]

    def text(self, path: str) -> str:
        """Return a file as text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def markup(self, path: str) -> Markup:
        """Return a page, parsed once."""
        return _parsed(self.folder / path)

    def target(self, page: str, value: str) -> tuple[str, str] | None:
        """Return the path and the anchor that a reference leads to; None where it leaves the site.

        A reference that cannot work on `file://` raises a ValueError.
        """
        parts = urlsplit(value)
        if parts.scheme or parts.netloc:
            if parts.scheme not in _SCHEMES:
                message = f"{page}: {value} has a strange scheme"
                raise ValueError(message)
            return None
        if parts.path.startswith("/"):
            message = f"{page}: {value} starts at the root"
            raise ValueError(message)
        if not parts.path:
            return page, unquote(parts.fragment)
        to = (self.folder / page).parent.joinpath(unquote(parts.path))
        inside = Path(_normal(to)).relative_to(self.folder).as_posix()
        return inside, unquote(parts.fragment)


def _normal(path: Path) -> str:
    """Resolve `..` by name, as a browser does, not by what lies on the disk."""
    out: list[str] = []
    for part in path.as_posix().split("/"):
        if part == "..":
            out.pop()
        else:
            out.append(part)
    return "/".join(out)


@cache
def _parsed(path: Path) -> Markup:
    return Markup(path.read_text(encoding="utf-8"))

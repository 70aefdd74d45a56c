"""What search engines read: sitemap.xml (sitemaps.org), urls.txt and robots.txt."""

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from msgspec import Struct

from casesite.model.artifact import Artifact, Store
from casesite.model.problem import Problem
from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs import digest, xml

_MOST: Final = 50_000
"""How many addresses one sitemap may hold."""

_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>'
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LISTS: Final = (
    ("region", "regions/index.html"),
    ("topic", "topics/index.html"),
    ("org", "orgs/index.html"),
    ("tag", "tags/index.html"),
    ("year", "years/index.html"),
)
"""The page that lists the shelves of a kind."""


class Addresses(Struct, frozen=True, array_like=True):
    """Absolute addresses, each with the date of its last change or an empty text."""

    rows: tuple[tuple[str, str], ...]


class Robots(Struct, frozen=True, array_like=True):
    """Whether the site is closed to search engines, and its sitemap's address or an empty text."""

    closed: bool
    sitemap: str


def plan(site: Site, theme: Theme) -> Iterator[Artifact]:
    """Name the files; a site without an address of its own, or closed to search engines, has robots.txt only.

    A robots.txt that the site brings itself takes the place of ours.
    """
    del theme
    settings = site.settings
    listed = bool(settings.url) and not settings.noindex
    if not any(asset.path == "content/static/robots.txt" for asset in site.static):
        robots = Robots(settings.noindex, f"{settings.url}/sitemap.xml" if listed else "")
        yield digest.artifact("robots.txt", "sitemap/robots", robots, theme=None)
    if not listed:
        return
    rows = tuple((f"{settings.url}/{quote(path)}", date) for path, date in _pages(site))
    yield digest.artifact("urls.txt", "sitemap/urls", Addresses(rows), theme=None)
    if len(rows) <= _MOST:
        yield digest.artifact("sitemap.xml", "sitemap/xml", Addresses(rows), theme=None)
        return
    parts = [rows[start : start + _MOST] for start in range(0, len(rows), _MOST)]
    names = []
    for number, part in enumerate(parts, 1):
        names.append((f"{settings.url}/sitemap-{number}.xml", max(date for _, date in part)))
        yield digest.artifact(f"sitemap-{number}.xml", "sitemap/xml", Addresses(part), theme=None)
    yield digest.artifact("sitemap.xml", "sitemap/index", Addresses(tuple(names)), theme=None)


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
    """Write one of the files."""
    del theme, store
    if artifact.kind == "sitemap/robots":
        return _robots(artifact.inputs)
    rows = artifact.inputs.rows
    if artifact.kind == "sitemap/urls":
        return "".join(f"{address}\n" for address, _ in rows).encode()
    outer, inner = ("urlset", "url") if artifact.kind == "sitemap/xml" else ("sitemapindex", "sitemap")
    return _list(outer, inner, rows)


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    """Return the path of each public page but old addresses and withdrawn cases; home is the folder."""
    dates = {entry.card.id: max(entry.card.updated, entry.card.date) for entry in site.entries}
    yield "", max(dates.values(), default="")
    for entry in site.entries:
        yield entry.card.address, dates[entry.card.id]
    if site.issues:
        yield "issues/index.html", ""
    kinds = {shelf.kind for shelf in site.shelves}
    yield from ((address, "") for kind, address in _LISTS if kind in kinds)
    for issue in site.issues:
        yield issue.issue.address, max((dates[case] for case in issue.members), default="")
    for page in site.pages:
        yield page.address, ""
    for shelf in site.shelves:
        yield shelf.address, max((dates[case] for case in shelf.members), default="")


def _robots(robots: Robots) -> bytes:
    """Write robots.txt (RFC 9309)."""
    rule = "Disallow: /" if robots.closed else "Disallow:"
    sitemap = f"\nSitemap: {robots.sitemap}\n" if robots.sitemap else ""
    return f"User-agent: *\n{rule}\n{sitemap}".encode()


def _list(outer: str, inner: str, rows: Sequence[tuple[str, str]]) -> bytes:
    """Write a sitemap, or an index of sitemaps."""
    lines = [_HEAD, f'<{outer} xmlns="{_SPACE}">']
    for address, date in rows:
        changed = xml.element("lastmod", date) if date else ""
        lines.append(f"<{inner}>{xml.element('loc', address)}{changed}</{inner}>")
    lines.append(f"</{outer}>\n")
    return "\n".join(lines).encode()

"""Feeds: Atom (RFC 4287) for the site, each issue and each topic, and JSON Feed 1.1 for the site."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec import Struct

from casesite.messages.interface import say
from casesite.model.artifact import Artifact, Store
from casesite.model.case import Correction
from casesite.model.problem import Problem
from casesite.model.settings import Settings
from casesite.model.site import Entry, Site
from casesite.model.theme import Theme
from casesite.outputs import digest, fragment, xml

_NEWEST: Final = 20
_NEVER: Final = "1970-01-01"
_RUBY: Final = re.compile(r"<r([pt])\b[^>]*>[^<]*</r\1>|</?(?:ruby|rb)\b[^>]*>")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class Item(Struct, frozen=True, array_like=True):
    """A case in a feed. `body` is the digest of its body; `links` are its placeholders' addresses."""

    case: str
    title: str
    address: str
    date: str
    updated: str
    summary: str
    topics: tuple[str, ...]
    authors: tuple[str, ...]
    corrections: tuple[Correction, ...]
    body: str
    links: tuple[tuple[str, str], ...]


class Feed(Struct, frozen=True, array_like=True):
    """A feed as a whole.

    `name` makes its id with `owner`, the site's own; `path` is its address, `page` that of the page it
    belongs to, both below `base`, the site's.
    """

    owner: str
    base: str
    name: str
    title: str
    path: str
    page: str
    description: str
    publisher: str
    language: str
    zone: str
    items: tuple[Item, ...]


def plan(site: Site, theme: Theme) -> Iterator[Artifact]:
    """Name the feeds; a site that does not know its own address has none."""
    del theme
    settings = site.settings
    if not settings.url:
        return
    newest = [_item(entry, site) for entry in site.entries[:_NEWEST]]
    items = {item.case: item for item in newest}
    entries = {entry.card.id: entry for entry in site.entries}

    def of(cases: Iterable[str]) -> tuple[Item, ...]:
        for case in cases:
            if case not in items:
                items[case] = _item(entries[case], site)
        return tuple(items[case] for case in cases)

    main = _feed(settings, "site", settings.title, "feed.xml", "index.html", tuple(newest))
    yield _artifact("feed/atom", main, "feed.xml")
    feed = _feed(settings, "site", settings.title, "feed.json", "index.html", tuple(newest))
    yield _artifact("feed/json", feed, "feed.json")
    for shelf in site.issues:
        members = sorted(shelf.members, key=lambda case: (entries[case].card.date, case), reverse=True)
        page = shelf.issue.address
        title = f"{settings.title} · {shelf.issue.title or shelf.issue.number}"
        path = f"{page.removesuffix('.html')}.xml"
        feed = _feed(settings, f"issue/{shelf.issue.id}", title, path, page, of(members))
        yield _artifact("feed/atom", feed, path, shelf.issue.path)
    for topic in site.shelves:
        if topic.kind == "topic":
            title = f"{settings.title} · {topic.label}"
            path = f"{topic.address.removesuffix('.html')}.xml"
            feed = _feed(
                settings, f"topic/{topic.key}", title, path, topic.address, of(topic.members[:_NEWEST])
            )
            yield _artifact("feed/atom", feed, path)


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
    """Write one feed, with the whole text of each case and absolute links."""
    del theme
    feed: Feed = artifact.inputs
    return _atom(feed, store) if artifact.kind == "feed/atom" else _json(feed, store)


def _artifact(kind: str, feed: Feed, path: str, source: str = "") -> Artifact:
    """Return the artifact of a feed."""
    needs = tuple(item.case for item in feed.items)
    return digest.artifact(path, kind, feed, theme=None, needs=needs, source=source)


def _feed(  # noqa: PLR0913, PLR0917 - what tells one feed of a site from another
    settings: Settings, name: str, title: str, path: str, page: str, items: tuple[Item, ...]
) -> Feed:
    """Return a feed of the site; `name` makes its id."""
    return Feed(
        owner=settings.id or settings.url,
        base=settings.url,
        name=name,
        title=title,
        path=path,
        page=page,
        description=settings.description,
        publisher=settings.publisher or settings.title,
        language=settings.language,
        zone=settings.timezone,
        items=items,
    )


def _item(entry: Entry, site: Site) -> Item:
    """Return a case as a feed shows it."""
    card, details = entry.card, entry.details
    targets = {link.target.partition("#")[0] for link in details.links} | {
        link.target for link in details.links if link.target.startswith(("picture/", "file/"))
    }
    addresses = site.addresses
    links = sorted((target, addresses[target]) for target in targets if target in addresses)
    return Item(
        case=card.id,
        title=card.title,
        address=card.address,
        date=card.date,
        updated=max(card.updated, card.date),
        summary=card.summary,
        topics=card.topics,
        authors=details.authors or ((card.org,) if card.org else ()),
        corrections=details.corrections,
        body=entry.body,
        links=tuple(links),
    )


def _urn(feed: Feed, name: str) -> str:
    """Return a lasting id: of the site's own id and a name; of its address only without one."""
    own = feed.owner
    space = UUID(own) if _UUID.fullmatch(own) else uuid5(NAMESPACE_URL, own)
    return f"urn:uuid:{uuid5(space, name)}"


def _absolute(feed: Feed, path: str) -> str:
    """Return the absolute address of a path in the output; the home page is the folder's."""
    return f"{feed.base}/{'' if path == 'index.html' else quote(path)}"


def _moment(date: str, zone: str) -> str:
    """Return a date as the moment its day begins in the site's time zone (RFC 3339)."""
    return f"{date or _NEVER}T00:00:00{zone}"


def _content(item: Item, feed: Feed, store: Store) -> str:
    """Return a case's text as HTML: corrections first, links absolute, pinyin left out."""
    links = {target: _absolute(feed, address) for target, address in item.links}
    body = fragment.resolve(store.body(item.case).xml, links.get, here=_absolute(feed, item.address))
    if "<ruby" in body:
        body = _RUBY.sub("", body)
    word = say("correction", "zh" if feed.language.startswith("zh") else "en")
    notes = "".join(
        f"<p><strong>{xml.text(word)} {xml.text(one.date)}</strong> {xml.text(one.text)}</p>"
        for one in item.corrections
    )
    return notes + body


def _atom(feed: Feed, store: Store) -> bytes:
    """Write Atom."""
    updated = max((item.updated for item in feed.items), default="")
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml.value(feed.language)}">',
        xml.element("id", _urn(feed, f"feed/{feed.name}")),
        xml.element("title", feed.title),
        *([xml.element("subtitle", feed.description)] if feed.description else []),
        xml.element("updated", _moment(updated, feed.zone)),
        f"<author>{xml.element('name', feed.publisher)}</author>",
        f'<link rel="self" type="application/atom+xml" href="{xml.value(_absolute(feed, feed.path))}"/>',
        f'<link rel="alternate" type="text/html" href="{xml.value(_absolute(feed, feed.page))}"/>',
    ]
    for item in feed.items:
        rows += [
            "<entry>",
            xml.element("id", _urn(feed, item.case)),
            xml.element("title", item.title),
            f'<link rel="alternate" type="text/html" href="{xml.value(_absolute(feed, item.address))}"/>',
            xml.element("published", _moment(item.date, feed.zone)),
            xml.element("updated", _moment(item.updated, feed.zone)),
            *(f"<author>{xml.element('name', author)}</author>" for author in item.authors),
            *(f'<category term="{xml.value(topic)}"/>' for topic in item.topics),
            *([xml.element("summary", item.summary)] if item.summary else []),
            f'<content type="html">{xml.text(_content(item, feed, store))}</content>',
            "</entry>",
        ]
    rows.append("</feed>\n")
    return "\n".join(rows).encode()


def _json(feed: Feed, store: Store) -> bytes:
    """Write JSON Feed."""
    items: list[dict[str, Any]] = [
        {
            "id": _urn(feed, item.case),
            "url": _absolute(feed, item.address),
            "title": item.title,
            "content_html": _content(item, feed, store),
            "summary": item.summary,
            "date_published": _moment(item.date, feed.zone),
            "date_modified": _moment(item.updated, feed.zone),
            "authors": [{"name": author} for author in item.authors],
            "tags": list(item.topics),
        }
        for item in feed.items
    ]
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": _absolute(feed, feed.page),
        "feed_url": _absolute(feed, feed.path),
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.publisher}],
        "items": items,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"

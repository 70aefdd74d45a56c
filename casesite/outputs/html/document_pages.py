"""Pages of the site's own text, the call for cases, the full index, old addresses, the missing page."""

from collections.abc import Iterator
from typing import Final

from casesite.model.artifact import Artifact
from casesite.model.document import Page
from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.html.bodies import addresses
from casesite.outputs.html.frame import Frame, Link
from casesite.outputs.html.framing import CALL, SEARCH, has_call
from casesite.outputs.html.inputs import CallPage, DocumentPage, Group, NoticePage, SearchPage, StubPage
from casesite.outputs.html.lookup import Lookup
from casesite.outputs.html.paging import page_address

_WHOLE: Final = 2_000
"""Up to how many cases the index names each; beyond, it names the pages that list them."""


def plan_documents(look: Lookup, frame: Frame, theme: Theme) -> Iterator[Artifact]:
    """Name these pages."""
    site = look.site
    for page in site.pages:
        yield _document(page, site, frame, theme)
    if has_call(site):
        submit = site.settings.submit
        call = CallPage(frame=frame, mail=submit.mail, subject=submit.subject)
        yield digest.artifact(CALL, "html/call", call, theme=theme)
    yield digest.artifact(SEARCH, "html/search", SearchPage(frame=frame, groups=_index(look)), theme=theme)
    yield digest.artifact("404.html", "html/notice", NoticePage(frame=frame), theme=theme)
    for alias in site.aliases:
        stub = StubPage(frame=frame, target=alias.target)
        yield digest.artifact(alias.address, "html/stub", stub, theme=theme, source=alias.source)


def _document(page: Page, site: Site, frame: Frame, theme: Theme) -> Artifact:
    """Return a page's artifact; pages in one folder are chapters of one text, and name one another."""
    folder = page.address.partition("/")[0] if "/" in page.address else ""
    chapters = [one for one in _in_order(site) if folder and one.address.startswith(f"{folder}/")]
    links = [Link(one.title, one.address) for one in chapters]
    place = next((number for number, one in enumerate(chapters) if one.address == page.address), -1)
    inputs = DocumentPage(
        frame=frame,
        name=page.name,
        title=page.title,
        summary=page.summary,
        xml=page.body.xml,
        headings=page.body.headings,
        addresses=addresses(site, (*page.body.links, *page.links)),
        chapters=tuple(links) if len(links) > 1 else (),
        previous=links[place - 1] if place > 0 else None,
        following=links[place + 1] if 0 <= place < len(links) - 1 else None,
    )
    return digest.artifact(page.address, "html/page", inputs, theme=theme, source=page.path)


def _in_order(site: Site) -> list[Page]:
    """Return the pages as chapters run: a folder's own page first, then by order, then by name."""
    return sorted(
        site.pages, key=lambda page: (not page.address.endswith("/index.html"), page.order, page.name)
    )


def _index(look: Lookup) -> tuple[Group, ...]:
    """Return every case under its topics, the rest under no label; in a large site by year, in pages."""
    entries = look.site.entries
    if len(entries) > _WHOLE:
        size = look.site.settings.page_size
        return tuple(
            Group(year.label, year.address, _pages(year.address, -(-len(year.members) // size)))
            for year in look.of_kind("year")
        )
    placed: set[str] = set()
    groups = []
    for topic in look.of_kind("topic"):
        placed.update(topic.members)
        groups.append(Group(topic.label, topic.address, _links(look, topic.members)))
    rest = tuple(entry.card.id for entry in entries if entry.card.id not in placed)
    if rest:
        groups.append(Group("", "", _links(look, rest)))
    return tuple(groups)


def _links(look: Lookup, ids: tuple[str, ...]) -> tuple[Link, ...]:
    """Return the links to cases."""
    return tuple(Link(one.title, one.address) for one in look.cases(ids))


def _pages(address: str, count: int) -> tuple[Link, ...]:
    """Return the links to the pages of a list, the newest first."""
    return tuple(Link(str(one), page_address(address, one, count)) for one in range(count, 0, -1))

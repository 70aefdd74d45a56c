"""The lists of cases by region, topic, organisation, tag and year, and the lists of these."""

from collections.abc import Iterator
from typing import Final

from casesite.model.artifact import Artifact, Later
from casesite.model.site import Shelf, ShelfKind
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.html.frame import Branch, Count, Frame, Link
from casesite.outputs.html.framing import ORGS, REGIONS, TAGS, TOPICS, YEARS
from casesite.outputs.html.inputs import HubPage, Pager, RegionsPage, ShelfPage, TermsPage
from casesite.outputs.html.lookup import Lookup, count
from casesite.outputs.html.paging import paged

_TERMS: Final[tuple[tuple[ShelfKind, str], ...]] = (
    ("topic", TOPICS),
    ("org", ORGS),
    ("tag", TAGS),
    ("year", YEARS),
)


def plan_shelves(look: Lookup, frame: Frame, theme: Theme) -> Iterator[Artifact]:
    """Name every page of every shelf, the lists of shelves, and the hubs of clashing names."""
    common = digest.of(frame)
    for shelf in look.site.shelves:
        yield from _plan_shelf(shelf, look, (frame, common), theme)
    for kind, address in _TERMS:
        if terms := look.counts(kind):
            page = TermsPage(frame=frame, kind=kind, terms=terms)
            yield digest.artifact(address, "html/terms", page, theme=theme)
    regions = look.of_kind("region")
    if regions:
        tree = [(shelf.key, shelf.address, len(shelf.members)) for shelf in regions]
        yield digest.artifact(
            REGIONS, "html/regions", Later(_regions, (look, frame)), theme=theme, shared=(common, tree)
        )
    for hub in look.site.hubs:
        targets = tuple(Link(label, address) for label, address in hub.targets)
        shared = HubPage(frame=frame, title=hub.title, targets=targets)
        yield digest.artifact(hub.address, "html/hub", shared, theme=theme)


def _plan_shelf(shelf: Shelf, look: Lookup, frame: tuple[Frame, str], theme: Theme) -> Iterator[Artifact]:
    """Name the pages of one shelf; `frame` comes with its digest."""
    for path, members, pager in paged(shelf.members, look.site.settings.page_size, shelf.address):
        newest = not pager.newest
        state = (
            frame[1],
            shelf.kind,
            shelf.label,
            shelf.description,
            look.trail(shelf.parent),
            _parts(shelf, look) if newest else (),
            len(shelf.members) if newest else 0,
            look.states_of(members),
            pager,
        )
        page = Later(_page, (shelf, look, frame[0], members, pager))
        yield digest.artifact(path, "html/shelf", page, theme=theme, shared=state)


def _page(shelf: Shelf, look: Lookup, frame: Frame, members: tuple[str, ...], pager: Pager) -> ShelfPage:
    """Return all that a page of a shelf depends on. What counts all its cases is on the newest page only."""
    newest = not pager.newest
    return ShelfPage(
        frame=frame,
        kind=shelf.kind,
        label=shelf.label,
        description=shelf.description,
        trail=look.trail(shelf.parent),
        parts=_parts(shelf, look) if newest else (),
        count=len(shelf.members) if newest else 0,
        cases=look.cases(members),
        pager=pager,
        feed=frame.feed and shelf.kind == "topic",
    )


def _parts(shelf: Shelf, look: Lookup) -> tuple[Count, ...]:
    """Return the places in a place."""
    if not shelf.children:
        return ()
    found = (look.shelves.get((shelf.kind, key)) for key in shelf.children)
    return tuple(count(part) for part in found if part)


def _regions(look: Lookup, frame: Frame) -> RegionsPage:
    """Return the page of the region tree."""
    return RegionsPage(frame=frame, branches=_branches(look, ""))


def _branches(look: Lookup, parent: str) -> tuple[Branch, ...]:
    """Return the region tree below a place."""
    if parent:
        above = look.shelves[("region", parent)]
        found = [look.shelves.get(("region", key)) for key in above.children]
    else:
        found = [shelf for shelf in look.of_kind("region") if not shelf.parent]
    return tuple(
        Branch(shelf.label, shelf.address, len(shelf.members), _branches(look, shelf.key))
        for shelf in found
        if shelf
    )

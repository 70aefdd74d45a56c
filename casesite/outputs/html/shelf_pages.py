"""The lists of cases by region, topic, organisation, tag and year, and the lists of these."""

from collections.abc import Iterator
from typing import Final

from casesite.model.artifact import Artifact
from casesite.model.site import Shelf, ShelfKind
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.html.frame import Branch, Frame, Link
from casesite.outputs.html.framing import ORGS, REGIONS, TAGS, TOPICS, YEARS
from casesite.outputs.html.inputs import HubPage, RegionsPage, ShelfPage, TermsPage
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
    for shelf in look.site.shelves:
        yield from _plan_shelf(shelf, look, frame, theme)
    for kind, address in _TERMS:
        if terms := look.counts(kind):
            page = TermsPage(frame=frame, kind=kind, terms=terms)
            yield digest.artifact(address, "html/terms", page, theme=theme)
    if branches := _branches(look, ""):
        tree = RegionsPage(frame=frame, branches=branches)
        yield digest.artifact(REGIONS, "html/regions", tree, theme=theme)
    for hub in look.site.hubs:
        targets = tuple(Link(label, address) for label, address in hub.targets)
        shared = HubPage(frame=frame, title=hub.title, targets=targets)
        yield digest.artifact(hub.address, "html/hub", shared, theme=theme)


def _plan_shelf(shelf: Shelf, look: Lookup, frame: Frame, theme: Theme) -> Iterator[Artifact]:
    """Name the pages of one shelf. What counts all its cases stands on the newest page only."""
    parts = (look.shelves.get((shelf.kind, key)) for key in shelf.children)
    counts = tuple(count(part) for part in parts if part)
    trail = look.trail(tuple(shelf.parent.split("/"))) if shelf.parent else ()
    for path, members, pager in paged(shelf.members, look.site.settings.page_size, shelf.address):
        newest = not pager.newest
        page = ShelfPage(
            frame=frame,
            kind=shelf.kind,
            label=shelf.label,
            description=shelf.description,
            trail=trail,
            parts=counts if newest else (),
            count=len(shelf.members) if newest else 0,
            cases=look.cases(tuple(members)),
            pager=pager,
            feed=frame.feed and shelf.kind == "topic",
        )
        yield digest.artifact(path, "html/shelf", page, theme=theme)


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

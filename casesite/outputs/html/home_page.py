"""The front page: the current issue, what the cases achieved, what is new."""

from collections.abc import Iterator
from typing import Final

from casesite.model.artifact import Artifact
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.html.frame import Count, Frame, Teaser
from casesite.outputs.html.framing import HOME
from casesite.outputs.html.inputs import HomePage
from casesite.outputs.html.lookup import Lookup, count

_CONTENTS: Final = 9
_FEATURED: Final = 3
_LATEST: Final = 8
_TERMS: Final = 24
_TOTALS: Final = 4


def plan_home(look: Lookup, frame: Frame, theme: Theme) -> Iterator[Artifact]:
    """Name the front page."""
    site = look.site
    current = site.issues[0] if site.issues else None
    contents = look.cases(current.members) if current else ()
    lead = contents[0] if contents else None
    shown = {one.id for one in contents}
    featured = [
        look.teaser(entry.card.id)
        for entry in site.entries
        if entry.card.featured and entry.card.id not in shown
    ][:_FEATURED]
    shown.update(one.id for one in featured)
    page = HomePage(
        frame=frame,
        note=current.issue.summary if current else "",
        lead=lead,
        picture=look.image(look.entries[lead.id].card.cover) if lead else None,
        contents=contents[1 : _CONTENTS + 1],
        featured=tuple(featured),
        latest=_latest(look, shown),
        cases=len(site.entries),
        issues=len(site.issues),
        totals=site.totals[:_TOTALS],
        topics=look.counts("topic")[:_TERMS],
        regions=_regions(look),
        years=look.counts("year")[:_TERMS],
    )
    yield digest.artifact(HOME, "html/home", page, theme=theme)


def _latest(look: Lookup, shown: set[str]) -> tuple[Teaser, ...]:
    """Return the newest cases that the page does not show already."""
    ids = (entry.card.id for entry in look.site.entries if entry.card.id not in shown)
    return look.cases(tuple(one for one, _ in zip(ids, range(_LATEST), strict=False)))


def _regions(look: Lookup) -> tuple[Count, ...]:
    """Return the outermost places; where there is but one, the places in it."""
    found = [shelf for shelf in look.of_kind("region") if not shelf.parent]
    while len(found) == 1 and found[0].children:
        found = [look.shelves[("region", key)] for key in found[0].children]
    return tuple(count(shelf) for shelf in found[:_TERMS])

"""How to cite a case, after GB/T 7714 (electronic resource, online: `[EB/OL]`)."""

from typing import Final
from urllib.parse import quote

from msgspec import Struct

from casesite.outputs.html.inputs import CasePage

_NAMED: Final = 3
"""How many authors are named before 等 stands for the rest."""


class Citation(Struct, frozen=True, array_like=True):
    """A citation around the date of access, which only the reader's own clock knows."""

    before: str
    after: str


def cite(page: CasePage) -> Citation:
    """Return the citation of a case: authors or organisation, title, site, date, its address if known."""
    card, frame = page.card, page.frame
    authors = page.details.authors
    names = ", ".join(authors[:_NAMED]) + (", 等" if len(authors) > _NAMED else "")
    who = names or card.org or frame.publisher
    head = f"{who}. {card.title}[EB/OL]. " if who else f"{card.title}[EB/OL]. "
    before = f"{head}{frame.title}, ({card.date})"
    return Citation(before, f". {frame.url}/{quote(card.address)}." if frame.url else ".")

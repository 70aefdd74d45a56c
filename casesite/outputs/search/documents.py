"""What the reader is shown of a document, and what a query is checked against: up to four files each."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from msgspec import Struct

from casesite import __version__
from casesite.chinese import terms
from casesite.model.artifact import Artifact, Later, Store
from casesite.model.case import Block
from casesite.model.document import Page
from casesite.model.site import Entry
from casesite.outputs import digest
from casesite.outputs.search import fields
from casesite.outputs.search.script import path, wide_part

_KIND: Final = "search/document"
_FOLDER: Final = 256
"""Documents a folder."""


class Document(Struct, frozen=True, array_like=True):
    """A document: a case, whose blocks the store has under `id` and `body`, or a page with its `blocks`.

    `address` is a page's; a case's follows from its id. `issue` is id and label. `front` are the
    fields beside title and summary.
    """

    number: int
    id: str
    title: str
    parts: int
    address: str = ""
    date: str = ""
    issue: tuple[str, str] = ("", "")
    org: str = ""
    region: tuple[str, ...] = ()
    summary: str = ""
    front: tuple[str, ...] = ()
    body: str = ""
    blocks: tuple[Block, ...] = ()


class Part(Struct, frozen=True, array_like=True):
    """Part `place` of a document."""

    document: Document
    place: int


def of_case(number: int, entry: Entry, issue: str) -> Iterator[Artifact]:
    """Yield the artifacts of a case; `issue` is the label of the one it belongs to, or empty."""
    card = entry.card
    state = (number, entry.shown.record, entry.body, entry.issue, issue, entry.letters)
    parts = terms.number_of_parts(card.words)
    for place, told in enumerate(_digests(state, parts)):
        inputs = Later(_part, (number, entry, issue, place))
        yield Artifact(_path(number, place), _KIND, told, inputs, (card.id,), card.path)


def _part(number: int, entry: Entry, issue: str, place: int) -> Part:
    """Return what a part of a case depends on; only the first holds the front."""
    card = entry.card
    front = () if place else _front(entry, issue)
    document = Document(
        number=number,
        id=card.id,
        title=card.title,
        parts=terms.number_of_parts(card.words),
        date=card.date,
        issue=(entry.issue, issue),
        org=card.org,
        region=card.region,
        summary=card.summary,
        front=front,
        body=entry.body,
    )
    return Part(document, place)


def _front(entry: Entry, issue: str) -> tuple[str, ...]:
    """Return the texts of the fields beside title and summary."""
    found = (*fields.of_case(entry.card, entry.details)[2:], *fields.beside(issue, entry.letters))
    return tuple(field.text for field in found)


def of_page(number: int, page: Page) -> Iterator[Artifact]:
    """Yield the artifacts of a page; its id is `page/NAME`."""
    document = Document(
        number=number,
        id=f"page/{page.name}",
        address=page.address,
        title=page.title,
        parts=terms.number_of_parts(page.body.words),
        summary=page.summary,
        blocks=page.body.blocks,
    )
    for place, told in enumerate(_digests(document, document.parts)):
        yield Artifact(_path(number, place), _KIND, told, Part(document, place), (), page.path)


def _digests(state: object, parts: int) -> Iterator[str]:
    """Yield the digests of a document's parts, which all depend on the same."""
    whole = digest.of((__version__, _KIND, state, parts))
    return (f"{whole}-{place}" for place in range(parts))


def _path(number: int, place: int) -> str:
    return path(_name(number, place))


def _name(number: int, place: int) -> str:
    return f"t/{number // _FOLDER}/{number}-{place}"


def render(artifact: Artifact, store: Store) -> bytes:
    """Write a part: id, address, title, date, issue (id, label), org, region, sections.

    The first part has summary and the other fields beside. A section is an anchor (or empty) followed by the
    texts of its blocks, in order.
    """
    part: Part = artifact.inputs
    document = part.document
    blocks = _case_parts(store, document.id, document.body, document.parts) if artifact.needs else None
    inside = (blocks or _parts(document.blocks, document.parts))[part.place]
    head = (
        document.id,
        document.address,
        document.title,
        document.date,
        document.issue,
        document.org,
        document.region,
        list(_sections(inside)),
    )
    first = () if part.place else (document.summary, document.front)
    return wide_part(_name(document.number, part.place), (*head, *first))


@lru_cache(maxsize=1)  # the parts of a case follow each other
def _case_parts(store: Store, case_id: str, body: str, parts: int) -> list[list[Block]]:
    """Return the blocks of a case's body by the part they stand in; `body` is its digest."""
    del body
    return _parts(store.body(case_id).blocks, parts)


def _parts(blocks: Sequence[Block], parts: int) -> list[list[Block]]:
    """Return blocks by the part they stand in."""
    inside: list[list[Block]] = [[] for _ in range(parts)]
    places = terms.share_out([len(block.text) for block in blocks], parts)
    for block, place in zip(blocks, places, strict=True):
        inside[place].append(block)
    return inside


def _sections(blocks: Sequence[Block]) -> Iterator[list[str]]:
    """Yield the sections of a body."""
    for anchor, inside in groupby(blocks, key=lambda block: block.anchor):
        yield [anchor, *(block.text for block in inside)]

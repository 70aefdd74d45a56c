"""What the reader is shown of a document, and what a query is checked against: one file a document."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from casesite.model.artifact import Artifact, Store
from casesite.model.case import Block
from casesite.model.document import Page
from casesite.model.site import Entry
from casesite.outputs import digest
from casesite.outputs.search.script import part, path


class Text(Struct, frozen=True, array_like=True):
    """A document: a case, whose blocks the store has under `id` and `body`, or a page with its `blocks`."""

    number: int
    id: str
    address: str
    title: str
    date: str = ""
    issue: str = ""
    org: str = ""
    region: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    blocks: tuple[Block, ...] = ()


def of_case(number: int, entry: Entry, issue: str) -> Artifact:
    """Return the artifact of a case; `issue` is the label of the one it belongs to, or empty."""
    card = entry.card
    text = Text(
        number=number,
        id=card.id,
        address=card.address,
        title=card.title,
        date=card.date,
        issue=issue,
        org=card.org,
        region=card.region,
        topics=card.topics,
        tags=card.tags,
        summary=card.summary,
        body=entry.body,
    )
    return _artifact(text, (card.id,), card.path)


def of_page(number: int, page: Page) -> Artifact:
    """Return the artifact of a page; its id is `page/NAME`."""
    text = Text(
        number=number,
        id=f"page/{page.name}",
        address=page.address,
        title=page.title,
        summary=page.summary,
        blocks=page.body.blocks,
    )
    return _artifact(text, (), page.path)


def _artifact(text: Text, needs: tuple[str, ...], source: str) -> Artifact:
    made = digest.artifact("", "search/document", text, theme=None, needs=needs, source=source)
    return Artifact(
        path=path(name(text.number, short(made))),
        kind=made.kind,
        inputs=text,
        digest=made.digest,
        needs=needs,
        source=source,
    )


def short(artifact: Artifact) -> str:
    """Return what of a document's digest its name holds."""
    return artifact.digest[:6]


def name(number: int, digits: str) -> str:
    """Return the name of a document's part."""
    return f"d{number}-{digits}"


def render(artifact: Artifact, store: Store) -> bytes:
    """Write a document: id, address, title, date, issue, org, region, topics, tags, summary, sections.

    A section is an anchor (or empty) followed by the texts of its blocks, in order.
    """
    text: Text = artifact.inputs
    blocks = store.body(text.id).blocks if artifact.needs else text.blocks
    head = [
        text.id,
        text.address,
        text.title,
        text.date,
        text.issue,
        text.org,
        text.region,
        text.topics,
        text.tags,
        text.summary,
    ]
    return part(name(text.number, short(artifact)), [*head, list(_sections(blocks))])


def _sections(blocks: tuple[Block, ...]) -> Iterator[list[str]]:
    """Yield the sections of a body."""
    for anchor, inside in groupby(blocks, key=lambda block: block.anchor):
        yield [anchor, *(block.text for block in inside)]

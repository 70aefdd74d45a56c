"""What can be linked to, as one kind of value: cases, issues and pages."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from casesite.model.case import Link

State = Literal["public", "hidden", "withdrawn"]


class Document(NamedTuple):
    """A case, an issue or a page with its links.

    `target` is what a placeholder calls it (`case/ID`), `also` another such name or empty. `status` is what
    keeps a hidden one from the site: a case's status, or its moment. `folder` holds its files in the
    output, below `files/`. `issue` is what a case wrote there; that link never breaks, for the issue is
    made by it.
    """

    path: str
    target: str
    address: str
    state: State
    status: str
    folder: str
    links: tuple[Link, ...]
    anchors: tuple[str, ...]
    aliases: tuple[str, ...]
    shown: bool
    """Whether it is in this site: public, or any with a preview."""
    issue: str = ""
    also: str = ""


class Catalogue(NamedTuple):
    """All documents, by each name a placeholder may use.

    `rejected` are the files outside the inbox that could not be read.
    """

    documents: tuple[Document, ...]
    by_target: Mapping[str, Document]
    rejected: frozenset[str]


def catalogue(documents: Iterable[Document], rejected: Iterable[str]) -> Catalogue:
    """Index documents by target, by the other name and by source."""
    every = tuple(documents)
    by_target: dict[str, Document] = {}
    for document in every:
        by_target[document.target] = document
        if document.path:
            by_target[f"source/{document.path}"] = document
    for document in every:
        if document.also:
            by_target.setdefault(document.also, document)
    return Catalogue(every, by_target, frozenset(rejected))


def addresses(known: Catalogue) -> dict[str, str]:
    """Return the address of every document that has a page in this site, by target."""
    return {
        target: document.address
        for target, document in known.by_target.items()
        if document.shown or document.state == "withdrawn"
    }

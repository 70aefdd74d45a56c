"""What can be linked to, as one kind of value: cases, issues and pages."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from casesite.model.case import Link
from casesite.model.problem import Place

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
    places: tuple[Link, ...] = ()
    """Where the id and the former addresses are written."""

    def place(self, what: str) -> Place:
        """Return where the `id` or an `alias/ADDRESS` is written; else the whole file."""
        return place_of(what, self.path, self.places)


class Catalogue(NamedTuple):
    """All documents, by each name a placeholder may use.

    `rejected` are the files outside the inbox that could not be read, `doubled` those left out because their
    id is taken.
    """

    documents: tuple[Document, ...]
    by_target: Mapping[str, Document]
    rejected: frozenset[str]
    doubled: frozenset[str] = frozenset()


def place_of(what: str, path: str, places: Iterable[Link]) -> Place:
    """Return the place of that target among places, or the file as a whole."""
    found = next((one for one in places if one.target == what), None)
    return Place(path, found.line, found.column, found.excerpt) if found else Place(path)


def catalogue(
    documents: Iterable[Document], rejected: Iterable[str], doubled: Iterable[str] = ()
) -> Catalogue:
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
    return Catalogue(every, by_target, frozenset(rejected), frozenset(doubled))


def addresses(known: Catalogue) -> dict[str, str]:
    """Return the address of every document that has a page in this site, by target."""
    return {
        target: document.address
        for target, document in known.by_target.items()
        if document.shown or document.state == "withdrawn"
    }

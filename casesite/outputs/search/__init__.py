"""Search data: a directory, an inverted index in shards, and each document's text, all loaded on demand.

`search/directory.js` alone has a fixed name; it tells the digests that complete the other names:

    sN-DIGEST.js   shard N of the index                      (shards)
    gN-DIGEST.js   which digests 256 documents' names hold   (here)
    dN-DIGEST.js   document N: fields and text               (documents)

Documents are numbered by (date, id), rising, so that a new case goes last and moves no other; pages, which
have no date, come first.
"""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from casesite.chinese import terms
from casesite.model.artifact import Artifact, Store
from casesite.model.document import Page
from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.search import documents, shards
from casesite.outputs.search.script import part, path
from casesite.outputs.wording import Wording

__all__ = ["pack_page", "plan", "render"]

GROUP: Final = 256
_EMPTY: Final = "0" * 8


class Group(Struct, frozen=True, array_like=True):
    """Which digest the name of each document of a group has, joined."""

    number: int
    digests: str


class Directory(Struct, frozen=True, array_like=True):
    """What is where: the digests of all shards and groups, joined, 8 digits each (zeros: an empty shard).

    The first `pages` of the documents are pages, which weigh less than cases.
    """

    documents: int
    pages: int
    shards: str
    groups: str


def pack_page(page: Page) -> terms.Packed:
    """Pack the search terms of a page."""
    blocks = [(block.kind, block.text) for block in page.body.blocks]
    return terms.pack(page.title, (), page.summary, blocks)


def plan(site: Site, theme: Theme) -> Iterator[Artifact]:
    """Name every file of the search: documents, groups, shards, the directory."""
    if not site.settings.search:
        return
    pages = sorted((page for page in site.pages if page.search), key=lambda page: page.name)
    entries = [entry for entry in reversed(site.entries) if entry.card.search]
    wording = Wording(theme.strings)
    labels = {shelf.issue.id: wording.issue(shelf.issue.number) for shelf in site.issues}
    texts = [
        *(documents.of_page(number, page) for number, page in enumerate(pages)),
        *(
            documents.of_case(number, entry, labels.get(entry.issue, ""))
            for number, entry in enumerate(entries, len(pages))
        ),
    ]
    yield from texts
    groups = [_group(number, texts[start : start + GROUP]) for number, start in _groups(len(texts))]
    yield from groups
    cut = list(
        shards.plan(
            [pack_page(page) for page in pages],
            [entry.terms for entry in entries],
            tuple(entry.card.id for entry in entries),
        )
    )
    yield from (artifact for _, artifact in cut if artifact)
    directory = Directory(
        documents=len(texts),
        pages=len(pages),
        shards="".join(short or _EMPTY for short, _ in cut),
        groups="".join(group.digest[:8] for group in groups),
    )
    yield digest.artifact(path("directory"), "search/directory", directory, theme=None)


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes:
    """Make one of the files."""
    del theme
    match artifact.kind:
        case "search/document":
            return documents.render(artifact, store)
        case "search/shard":
            return shards.render(artifact, store)
        case "search/group":
            group: Group = artifact.inputs
            return part(_group_name(artifact), group.digests)
        case _:
            return _directory(artifact)


def _groups(number: int) -> Iterator[tuple[int, int]]:
    """Yield the number of each group and its first document."""
    return ((start // GROUP, start) for start in range(0, number, GROUP))


def _group(number: int, texts: list[Artifact]) -> Artifact:
    group = Group(number, "".join(map(documents.short, texts)))
    made = digest.artifact("", "search/group", group, theme=None)
    return Artifact(path=path(_group_name(made)), kind=made.kind, inputs=group, digest=made.digest)


def _group_name(group: Artifact) -> str:
    return f"g{group.inputs.number}-{group.digest[:8]}"


def _directory(artifact: Artifact) -> bytes:
    """Write the directory; `build` tells it from that of another build."""
    directory: Directory = artifact.inputs
    return part(
        "directory",
        {
            "build": artifact.digest[:8],
            "documents": directory.documents,
            "pages": directory.pages,
            "group": GROUP,
            "shards": directory.shards,
            "groups": directory.groups,
        },
    )

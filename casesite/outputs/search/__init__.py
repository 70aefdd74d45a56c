"""Search data: a directory, an inverted index in shards, and each document's text, all loaded on demand.

`search/directory.js` has a fixed name; it tells the digests that complete other names:

    sN-DIGEST.js           shard N of the index                   (shards)
    facets-DIGEST.js       what each case is filed under          (facets)
    figure-N-DIGEST.js     what it is sorted by                   (figures)
    words/X-DIGEST.js      words whose reading begins with X      (words)
    sound-DIGEST.js, variants-DIGEST.js    for what was not found (sounds)
    t/G/N-P.js             part P of document N, asked for with the build's digest; G is N over 256
                                                                  (documents)

Documents are numbered by (date, id), rising, so that a new case goes last and moves no other; pages, which
have no date, come first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from casesite.chinese.terms import Packed, number_of_parts, pack
from casesite.model.artifact import Artifact, Store
from casesite.model.case import Case
from casesite.model.document import Letter, Page
from casesite.model.site import Entry, Site
from casesite.model.theme import Theme
from casesite.outputs import assets, digest
from casesite.outputs.search import documents, facets, fields, figures, shards, sounds, words
from casesite.outputs.search.script import NO_DIGEST, part, path, short
from casesite.outputs.wording import Wording

__all__ = ["Packed", "pack_case", "pack_page", "plan", "render"]

_SCRIPTS: Final = {"facets": "search-facets.js", "words": "search-words.js"}


class Directory(Struct, frozen=True, array_like=True):
    """What is where: the digests of all shards, joined, five digits each (zeros: an empty shard).

    The first `pages` of the documents are pages, which weigh less than cases. `scripts` are what the page's
    script may load beside itself, by what each is for. `facets` is a digest, or empty; `words` are those of
    the words' files by what each is for. `texts` stands for the documents' parts.
    """

    documents: int
    pages: int
    shards: str
    facets: str
    words: dict[str, str]
    scripts: dict[str, str]
    texts: str


def pack_page(page: Page) -> Packed:
    """Pack the search terms of a page."""
    blocks = [(block.kind, block.text) for block in page.body.blocks]
    return pack(fields.of_page(page), blocks, number_of_parts(page.body.words))


def pack_case(case: Case) -> Packed:
    """Pack the search terms of a case as its own file has them."""
    blocks = [(block.kind, block.text) for block in case.body.blocks]
    parts = number_of_parts(case.card.words)
    return pack(fields.of_case(case.card, case.details), blocks, parts)


def plan(site: Site, theme: Theme) -> Iterator[Artifact]:
    """Name every file of the search: documents, groups, shards, the directory."""
    if not site.settings.search:
        return
    pages = sorted((page for page in site.pages if page.search), key=lambda page: page.name)
    entries = [entry for entry in reversed(site.entries) if entry.card.search]
    wording = Wording(theme.strings)
    labels = {shelf.issue.id: wording.issue(shelf.issue.number) for shelf in site.issues}
    texts = [
        *(part for number, page in enumerate(pages) for part in documents.of_page(number, page)),
        *(
            part
            for number, entry in enumerate(entries, len(pages))
            for part in documents.of_case(number, entry, labels.get(entry.issue, ""))
        ),
    ]
    yield from texts
    cut = list(
        shards.plan(
            [pack_page(page) for page in pages],
            [entry.terms for entry in entries],
            _beside(entries, labels),
            tuple(entry.card.id for entry in entries),
        )
    )
    yield from (artifact for _, artifact in cut if artifact)
    columns = facets.plan(site, wording, entries)
    yield from columns
    sounded = [*words.plan(entries), *(sounds.plan() if texts else ())]
    yield from (artifact for _, artifact in sounded)
    names = assets.asset_names(theme)
    directory = Directory(
        documents=len(pages) + len(entries),
        pages=len(pages),
        shards="".join(digits or NO_DIGEST for digits, _ in cut),
        facets=short(columns[0].digest) if columns else "",
        words={use: short(artifact.digest) for use, artifact in sounded},
        scripts={use: names[name] for use, name in _SCRIPTS.items() if name in names},
        texts=digest.of([text.digest for text in texts]),
    )
    yield digest.artifact(path("directory"), "search/directory", directory, theme=None)


def _beside(entries: Sequence[Entry], labels: Mapping[str, str]) -> list[Packed | None]:
    """Return the terms that each case has from other files, or None; the same for the same words."""
    known: dict[tuple[str, tuple[Letter, ...]], Packed | None] = {}
    found = []
    for entry in entries:
        key = (labels.get(entry.issue, ""), entry.letters)
        if key not in known:
            words = fields.beside(*key)
            known[key] = pack(words) if words else None
        found.append(known[key])
    return found


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes:
    """Make one of the files."""
    del theme
    if artifact.kind in _READ:
        return _READ[artifact.kind](artifact, store)
    return _MADE.get(artifact.kind, _directory)(artifact)


def akin(one: Artifact, other: Artifact) -> bool:
    """Say whether two artifacts of a kind share work: parts of a document, shards of a class, all words."""
    match one.kind:
        case "search/document":
            return one.source == other.source
        case "search/shard":
            return bool(one.inputs.terms == other.inputs.terms)
    return one.kind == "search/words"


def _directory(artifact: Artifact) -> bytes:
    """Write the directory; `build` tells it from that of another build."""
    directory: Directory = artifact.inputs
    return part(
        "directory",
        {
            "build": short(artifact.digest),
            "documents": directory.documents,
            "pages": directory.pages,
            "shards": directory.shards,
            "facets": directory.facets,
            "words": directory.words,
            "scripts": directory.scripts,
        },
    )


_READ: Final[dict[str, Callable[[Artifact, Store], bytes]]] = {
    "search/document": documents.render,
    "search/shard": shards.render,
    "search/words": words.render,
}
"""What is made with the help of the store."""

_MADE: Final[dict[str, Callable[[Artifact], bytes]]] = {
    "search/facets": facets.render,
    "search/figure": figures.render,
    "search/sounds": sounds.render,
}

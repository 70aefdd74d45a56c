"""Pictures and attachments: only what a document names is published, and only kinds that are safe to open."""

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from posixpath import basename, dirname, splitext
from typing import Final, NamedTuple

from casesite.chinese.slug import slug
from casesite.gathering.documents import Catalogue, Document
from casesite.gathering.links import by_name
from casesite.gathering.read import Read
from casesite.messages import layout
from casesite.messages import links as codes
from casesite.model.case import Link
from casesite.model.nearest import nearest
from casesite.model.problem import Place, Problem
from casesite.model.source import Asset

_STATIC: Final = "content/static/"
_BESIDE: Final = ("content/cases/", "content/issues/", "content/pages/")
_MISNAMED: Final = re.compile(r"\.(?:(?:md|markdown)\.te?xt|markdown|mdown|mkd)$", re.IGNORECASE)
"""How a manuscript ends whose name got a wrong extension."""
_SUBMITTED: Final = frozenset({"txt", "text", "doc", "docx", "wps", "rtf"})
_PAGE: Final = frozenset({"html", "htm", ""})
_ZIP: Final = frozenset({"zip"})
_OLE: Final = frozenset({"ole"})
_EITHER: Final = frozenset({"ole", "zip"})
_TEXT: Final = frozenset({"text"})
_JPEG: Final = frozenset({"jpeg"})

ATTACHMENTS: Final[dict[str, frozenset[str]]] = {
    "pdf": frozenset({"pdf"}),
    "doc": _OLE,
    "docx": _ZIP,
    "xls": _OLE,
    "xlsx": _ZIP,
    "ppt": _OLE,
    "pptx": _ZIP,
    "wps": _EITHER,
    "et": _EITHER,
    "dps": _EITHER,
    "csv": _TEXT,
    "txt": _TEXT,
    "zip": _ZIP,
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": frozenset({"png"}),
    "gif": frozenset({"gif"}),
    "webp": frozenset({"webp"}),
    "mp3": frozenset({"mp3"}),
    "mp4": frozenset({"mp4"}),
}
"""Extensions that may be published, with what the bytes must be (`Asset.kind`)."""

PICTURES: Final[dict[str, str]] = {"jpeg": ".jpg", "png": ".png", "gif": ".gif", "webp": ".webp"}
"""Kinds that pages show, with the extension they get: a WebP called `.jpg` becomes `.webp`."""


class Files(NamedTuple):
    """Addresses of the published files by placeholder target, and what is known of each by its path."""

    addresses: dict[str, str]
    assets: dict[str, Asset]


def place_files(known: Catalogue, read: Read) -> tuple[Files, list[Problem]]:
    """Give each named file its address, `files/FOLDER/NAME`, and name what is missing, wrong or never used.

    FOLDER is that of the document whose own folder holds the file, else of the first that names it.
    """
    static = {asset.path: asset for asset in read.static}
    problems: list[Problem] = []
    owners: dict[str, Document] = {}
    kinds: dict[str, set[str]] = {}
    named = _named_by_doubles(known, read)
    for document in known.documents:
        for link in document.links:
            kind, _, path = link.target.partition("/")
            if kind not in {"picture", "file"}:
                continue
            named.add(path)
            asset = read.assets.get(path) or static.get(path)
            if document.state != "withdrawn" and path not in read.refused:
                problems.extend(_wrong(link, asset, document, read.assets, known))
            if document.shown and asset and (path in static or _allowed(kind, asset)):
                kinds.setdefault(path, set()).add(kind)
                if path not in static:
                    owners[path] = _owner(path, owners.get(path), document)
    places = _places(owners, read.assets)
    places |= {path: path.removeprefix(_STATIC) for path in kinds if path in static}
    targets = {f"{kind}/{path}": places[path] for path, some in kinds.items() for kind in sorted(some)}
    problems.extend(_unnamed(known, read, named))
    return Files(targets, {path: read.assets[path] for path in sorted(owners)}), problems


def _named_by_doubles(known: Catalogue, read: Read) -> set[str]:
    """Return the files that documents name which are left out because their id is taken."""
    documents = [(case.card.path, case.details.links) for case in read.cases]
    documents += [(issue.path, issue.links) for issue in read.issues]
    documents += [(page.path, page.links) for page in read.pages]
    links = (link for path, links in documents if path in known.doubled for link in links)
    return {link.target.partition("/")[2] for link in links}


def _wrong(
    link: Link, asset: Asset | None, document: Document, assets: Mapping[str, Asset], known: Catalogue
) -> Iterator[Problem]:
    """Name a file that is missing or not of a kind that may be published."""
    kind, _, path = link.target.partition("/")
    place = Place(document.path, link.line, link.column, link.excerpt)
    folder = f"{dirname(document.path)}/"
    file = path.removeprefix(folder)
    meant = by_name(path, known) if asset is None and kind == "file" and _extension(path) in _PAGE else ""
    if meant:
        yield place.problem(codes.LINK_BROKEN, target=file, nearest=meant)
    elif asset is None:
        beside = (name.removeprefix(folder) for name in assets if name.startswith(folder))
        code = codes.PICTURE_MISSING if kind == "picture" else codes.ATTACHMENT_MISSING
        yield place.problem(code, file=file, nearest=nearest(file, beside))
    elif path.startswith(_STATIC) or _allowed(kind, asset):
        return
    elif kind == "picture":
        yield place.problem(codes.PICTURE_TYPE, file=file)
    else:
        allowed = "" if _extension(path) in ATTACHMENTS else " ".join(ATTACHMENTS)
        yield place.problem(codes.ATTACHMENT_TYPE, file=file, allowed=allowed)


def _allowed(kind: str, asset: Asset) -> bool:
    """Whether a file may be published as what it is named for."""
    if kind == "picture":
        return asset.kind in PICTURES
    return asset.kind in ATTACHMENTS.get(_extension(asset.path), ())


def _extension(path: str) -> str:
    """Return a path's extension, lower case and without the dot."""
    return splitext(path)[1][1:].lower()


def _owner(path: str, owner: Document | None, other: Document) -> Document:
    """Return which of two documents a file counts as: the one deeper in the file's folders."""
    return other if owner is None else min(owner, other, key=lambda one: (-_depth(path, one), one.target))


def _depth(path: str, document: Document) -> int:
    """Return how deep the document's folder is, or 0 when the file does not lie in it."""
    folder = f"{dirname(document.path)}/"
    return folder.count("/") if path.startswith(folder) else 0


def _places(owners: Mapping[str, Document], assets: Mapping[str, Asset]) -> dict[str, str]:
    """Return the output path of each file; those that would share one all get a hash of their path."""
    wanted: dict[str, list[str]] = {}
    slugs: dict[str, str] = {}
    for path, document in sorted(owners.items()):
        stem, extension = splitext(path.rpartition("/")[2])
        extension = PICTURES.get(assets[path].kind, extension.lower())
        name = slugs.get(stem) or slugs.setdefault(stem, slug(stem))
        wanted.setdefault(f"files/{document.folder}/{name}{extension}", []).append(path)
    places: dict[str, str] = {}
    for address, paths in wanted.items():
        stem, extension = splitext(address)
        for path in paths:
            mark = f"-{blake2b(path.encode(), digest_size=4).hexdigest()}" if len(paths) > 1 else ""
            places[path] = f"{stem}{mark}{extension}"
    return places


def _unnamed(known: Catalogue, read: Read, named: set[str]) -> Iterator[Problem]:
    """Name each file that no document names; beside one that could not be read, nothing is known."""
    folders: dict[str, list[str]] = {}
    for document in known.documents:
        folder = dirname(document.path)
        if f"{folder}/" not in _BESIDE:  # what lies there side by side belongs to nobody's case
            folders.setdefault(folder, []).append(document.path)
    silent = {dirname(path) for path in known.rejected}
    for path in sorted(read.assets):
        if path in named or path in read.refused or not path.startswith(_BESIDE):
            continue
        above = [path[:place] for place, char in enumerate(path) if char == "/"]
        if _MISNAMED.search(path):
            name = _MISNAMED.sub(".md", basename(path))
            yield Place(path).problem(layout.MANUSCRIPT_NAME, name=name)
        elif silent.isdisjoint(above):
            beside = next((folders[folder] for folder in reversed(above) if folder in folders), [])
            where = beside[0] if len(beside) == 1 else ""
            if _extension(path) in _SUBMITTED:
                yield Place(path).problem(layout.SUBMISSION_UNUSED, file=basename(path))
            else:
                yield Place(path).problem(codes.NOT_PUBLISHED, path=where)

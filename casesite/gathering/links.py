"""Every link between documents leads somewhere that readers can go."""

from collections.abc import Iterable, Iterator
from posixpath import basename, dirname, relpath, splitext
from typing import Final

from casesite.gathering.documents import Catalogue, Document
from casesite.messages import links as codes
from casesite.model.case import Link
from casesite.model.nearest import nearest
from casesite.model.problem import Place, Problem
from casesite.model.settings import MenuItem

_FILES: Final = ("picture/", "file/")
_FOLDERS: Final = {"case": "content/cases/", "issue": "content/issues/", "page": "content/pages/"}


def check_links(known: Catalogue) -> Iterator[Problem]:
    """Name each link to a document or an anchor that is not there, is not published or is withdrawn.

    A withdrawn case shows nothing of its text, so its own links are not looked at. Links to a file that
    could not be read are left alone: it has been named already. So are ids of a kind of which a file could
    not be read.
    """
    unread = _unread(known)
    for document in known.documents:
        if document.state == "withdrawn":
            continue
        for link in document.links:
            if not link.target.startswith(_FILES):
                yield from _check(link, document, known, unread)


def check_menu(menu: Iterable[MenuItem], path: str, known: Catalogue) -> Iterator[Problem]:
    """Name each entry of the main menu, in the settings file `path`, whose `ref:` leads nowhere."""
    settings = Document(
        path=path,
        target="",
        address="",
        state="public",
        status="",
        folder="",
        links=(),
        anchors=(),
        aliases=(),
        shown=True,
    )
    unread = _unread(known)
    for item in menu:
        if item.target.startswith("ref:"):
            link = Link(item.target.removeprefix("ref:"), 0, 0, "")
            yield from _check(link, settings, known, unread)


def _unread(known: Catalogue) -> frozenset[str]:
    """Return the kinds of documents of which some could not be read, so that their ids are not known."""
    return frozenset(
        kind for kind, folder in _FOLDERS.items() if any(path.startswith(folder) for path in known.rejected)
    )


def _check(link: Link, document: Document, known: Catalogue, unread: frozenset[str]) -> Iterator[Problem]:
    """Name what is wrong with one link."""
    place = Place(document.path, link.line, link.column, link.excerpt)
    wanted, _, anchor = link.target.partition("#")
    kind, _, name = wanted.partition("/")
    if kind == "anchor":
        other: Document | None = document
        anchor = name
    else:
        other = known.by_target.get(wanted)
    if other is None:
        if not _excused(kind, name, document, known, unread):
            yield place.problem(
                codes.LINK_BROKEN, target=name, nearest=_meant(link, kind, name, document, known)
            )
    elif other.state == "withdrawn":
        yield place.problem(codes.LINK_WITHDRAWN, target=name)
    elif other.state == "hidden" and document.state == "public" and other is not document:
        if kind != "issue" or name != document.issue:
            yield place.problem(
                codes.LINK_UNPUBLISHED, target=name, status=other.status, path=other.path or name
            )
    elif anchor and anchor not in other.anchors:
        yield place.problem(
            codes.ANCHOR_BROKEN, anchor=anchor, path=other.path, nearest=nearest(anchor, other.anchors)
        )


def _excused(kind: str, name: str, document: Document, known: Catalogue, unread: frozenset[str]) -> bool:
    """Whether a target that is not known must not be called broken."""
    if kind == "source":
        return name in known.rejected or name in known.doubled
    return kind in unread or (kind == "issue" and name == document.issue)


def by_name(path: str, known: Catalogue) -> str:
    """Return how to link to the case, issue or page that goes by a file's name (`case:ID`), or nothing."""
    name = splitext(basename(path))[0]
    return next((f"{kind}:{name}" for kind in _FOLDERS if name and f"{kind}/{name}" in known.by_target), "")


def _meant(link: Link, kind: str, name: str, document: Document, known: Catalogue) -> str:
    """Return what to write in place of a broken link, as it is written where the link stands."""
    named = by_name(name, known) if kind == "source" else ""
    if named and named.replace(":", "/", 1) != document.target:
        return named
    head = f"{kind}/"
    own = {document.target, document.also, f"source/{document.path}"}
    names = (one.removeprefix(head) for one in known.by_target if one.startswith(head) and one not in own)
    if kind == "source":
        folder = dirname(document.path)
        ways = {splitext(way)[0]: way for way in (relpath(one, folder) for one in names)}
        way = ways.get(nearest(splitext(relpath(name, folder))[0], ways), "")
        return f"<{way}>" if " " in way else way
    found = nearest(name, names)
    if found and not document.target:
        return f"ref:{kind}/{found}"
    # A link of the body stands at its bracket, a field's at the bare name.
    in_body = link.column and link.excerpt[link.column - 1 :].startswith(("[", "<"))
    return f"{kind}:{found}" if found and in_body else found

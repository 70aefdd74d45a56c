"""Every link between documents leads somewhere that readers can go."""

from collections.abc import Iterable, Iterator
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
            yield place.problem(codes.LINK_BROKEN, target=name, nearest=_nearest(kind, name, known))
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


def _nearest(kind: str, name: str, known: Catalogue) -> str:
    """Return the name of that kind that was probably meant."""
    head = f"{kind}/"
    return nearest(name, (target.removeprefix(head) for target in known.by_target if target.startswith(head)))

"""Which documents there are, and which of them this site shows."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from casesite.chinese.slug import slug
from casesite.gathering import ids, issues
from casesite.gathering.documents import Catalogue, Document, State, catalogue
from casesite.gathering.issues import Volume
from casesite.gathering.read import Read, ReadCase
from casesite.gathering.schedule import is_public
from casesite.model.case import Card
from casesite.model.document import Page
from casesite.model.problem import Problem

_CASES: Final = "content/cases/"
_ISSUES: Final = "content/issues/"


class Stock(NamedTuple):
    """All documents with an id of their own.

    `cards` hold every case by id, newest first (date, then id, both falling); `cases` only those that the
    site shows. `public` are the ids that a build publishes; with a preview more are shown. `unread` is set
    when a case could not be read, so that an id we do not know may be its. `doubled` are ids that several
    cases claim: which of them a link means is not known.
    """

    cards: Mapping[str, Card]
    cases: tuple[ReadCase, ...]
    withdrawn: tuple[ReadCase, ...]
    public: frozenset[str]
    volumes: tuple[Volume, ...]
    pages: tuple[Page, ...]
    known: Catalogue
    unread: bool
    doubled: frozenset[str]
    issues_unread: bool = False
    """Whether the file of an issue could not be read, so that one we do not know may be its."""


def take_stock(read: Read, *, now: str, preview: bool) -> tuple[Stock, list[Problem]]:
    """Sort out ids, moments, membership in issues; everything later looks things up here."""
    cases, wrong_cases = ids.unique_cases(read.cases)
    issue_files, wrong_issues = ids.unique_issues(read.issues)
    pages, wrong_pages = ids.unique_pages(read.pages)
    cases.sort(key=lambda case: (case[0].date, case[0].id), reverse=True)
    pages.sort(key=lambda page: (page.order, page.name))

    cards = {card.id: card for card, *_ in cases}
    public = frozenset(card.id for card in cards.values() if is_public(card, now))
    withdrawn = tuple(case for case in cases if case[0].status == "withdrawn")
    shown = frozenset(cards).difference(case[0].id for case in withdrawn) if preview else public
    volumes = tuple(issues.volumes(issue_files, tuple(cards.values()), shown))
    # What is rejected in the inbox keeps nothing from being published, so it excuses nothing.
    rejected = [one.path for one in read.rejected if one.status != "inbox"]
    wrong = wrong_cases + wrong_issues + wrong_pages
    every = (
        *(
            _of_case(case, now, shown=case[0].id in shown)
            for case in sorted(cases, key=lambda one: one[0].path)
        ),
        *(_of_issue(volume, public, preview=preview) for volume in volumes),
        *map(_of_page, pages),
    )
    stock = Stock(
        cards=cards,
        cases=tuple(case for case in cases if case[0].id in shown),
        withdrawn=withdrawn,
        public=public,
        volumes=volumes,
        pages=tuple(pages),
        known=catalogue(every, rejected, (one.path for one in wrong)),
        unread=any(path.startswith(_CASES) for path in rejected),
        issues_unread=any(path.startswith(_ISSUES) for path in rejected),
        doubled=frozenset(dict(one.values)["first"] for one in wrong_cases),
    )
    return stock, wrong


def _of_case(case: ReadCase, now: str, *, shown: bool) -> Document:
    """Return a case as what can be linked to."""
    card, details = case.card, case.details
    status: str = card.status
    if status == "published" and card.publish_at > now:
        status = f"publish_at: {card.publish_at}"
    elif status == "published" and card.expire_at:
        status = f"expire_at: {card.expire_at}"
    return Document(
        path=card.path,
        target=f"case/{card.id}",
        address=card.address,
        state=_state(card, now),
        status=status,
        folder=card.id,
        links=details.links,
        anchors=details.anchors,
        aliases=details.aliases,
        shown=shown,
        issue=card.issue,
        places=details.places,
    )


def _state(card: Card, now: str) -> State:
    """Return whether a case can be linked to."""
    if card.status == "withdrawn":
        return "withdrawn"
    return "public" if is_public(card, now) else "hidden"


def _of_issue(volume: Volume, public: frozenset[str], *, preview: bool) -> Document:
    """Return an issue as what can be linked to; its list of cases is looked at elsewhere."""
    issue = volume.issue
    listed = {id(link) for link in issues.listed(issue).values()}
    return Document(
        path=issue.path,
        target=f"issue/{issue.id}",
        address=issue.address,
        state="hidden" if public.isdisjoint(volume.every) else "public",
        status="draft",
        folder=f"issue-{issue.id}",
        links=tuple(link for link in issue.links if id(link) not in listed),
        anchors=issue.body.anchors,
        aliases=issue.aliases,
        shown=issues.is_shown(volume, preview=preview),
        also=f"issue/{issue.number}" if issue.number else "",
        places=issue.places,
    )


def _of_page(page: Page) -> Document:
    """Return a page as what can be linked to; pages are always public."""
    return Document(
        path=page.path,
        target=f"page/{page.name}",
        address=page.address,
        state="public",
        status="",
        folder=f"page-{slug(page.name)}",
        links=page.links,
        anchors=page.body.anchors,
        aliases=page.aliases,
        shown=True,
        places=page.places,
    )

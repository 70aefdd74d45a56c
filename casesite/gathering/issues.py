"""Issues (期): which cases belong to each, and in what order."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

from casesite.chinese.slug import slug
from casesite.gathering.documents import Document
from casesite.messages import site as codes
from casesite.model.case import Card, Link
from casesite.model.document import Issue
from casesite.model.nearest import nearest
from casesite.model.problem import Place, Problem
from casesite.model.site import IssueShelf

_NUMBER: Final = re.compile(r"\s*第?\s*([0-9]{1,9})\s*期?\s*")
_DIGITS: Final = {ord("０") + digit: str(digit) for digit in range(10)}


class Volume(NamedTuple):
    """An issue with all cases that name it, of whatever status, and those in the site, both in order."""

    issue: Issue
    every: tuple[str, ...]
    shown: tuple[str, ...]


def volumes(issues: Sequence[Issue], cards: Sequence[Card], shown: frozenset[str]) -> list[Volume]:
    """Return all issues, newest first (date, then number, then id).

    A case's `issue:` decides, an id before a number, however it is written; what names no file makes a
    plain issue. Members stand
    as the issue lists them, the others follow by date, then id.
    """
    by_name = {fold(issue.number): issue for issue in issues if issue.number}
    by_name.update({issue.number: issue for issue in issues if issue.number})
    by_name.update({issue.id: issue for issue in issues})
    written: dict[str, list[Card]] = {}
    for card in cards:
        written.setdefault(card.issue, []).append(card)
    members: dict[str, list[Card]] = {}
    plain: dict[str, list[Card]] = {}
    for name, named in written.items():
        issue = by_name.get(name) or by_name.get(fold(name))
        if issue is not None:
            members.setdefault(issue.id, []).extend(named)
        elif name:
            plain.setdefault(fold(name), []).extend(named)
    taken = {issue.id.lower() for issue in issues}
    found = [_volume(issue, members.get(issue.id, []), shown) for issue in issues]
    for number, named in sorted(plain.items()):
        date = max((card.date for card in named if card.id in shown), default="")
        issue = Issue(id=_plain_id(number, taken), number=number, title=number, date=date)
        found.append(_volume(issue, named, shown))
    dates = {card.id: card.date for card in cards}
    found.sort(key=lambda one: (_date(one, dates), one.issue.number, one.issue.id), reverse=True)
    return found


def fold(text: str) -> str:
    """Return an issue's number without what does not tell numbers apart: `第 1 期` and `１期` are `1`."""
    found = _NUMBER.fullmatch(text.translate(_DIGITS))
    return str(int(found[1])) if found else text


def check_named(found: Sequence[Volume], documents: Iterable[Document]) -> Iterator[Problem]:
    """Name each case whose issue has no file, where others have one: most often the name is wrong."""
    filed = [volume.issue for volume in found if volume.issue.path]
    if not filed:
        return
    by_name = {name: issue for issue in reversed(filed) for name in (issue.number, issue.id)}
    plain = {f"case/{case}": volume for volume in found if not volume.issue.path for case in volume.every}
    for document in documents:
        if document.target not in plain or document.state == "withdrawn":
            continue
        link = next((one for one in document.links if one.target == f"issue/{document.issue}"), None)
        place = Place(document.path, link.line, link.column, link.excerpt) if link else Place(document.path)
        meant = by_name.get(nearest(document.issue, by_name))
        yield place.problem(
            codes.ISSUE_UNKNOWN,
            issue=document.issue,
            nearest=meant.id if meant else "",
            number=meant.number or meant.id if meant else "",
        )


def shelf(volume: Volume) -> IssueShelf:
    """Return the issue as the site shows it."""
    return IssueShelf(issue=volume.issue, members=volume.shown)


def is_shown(volume: Volume, *, preview: bool) -> bool:
    """Whether an issue has a page: when it has a case to show, and always in a preview."""
    return bool(volume.shown) or (preview and bool(volume.issue.path))


def neighbours(found: Sequence[Volume]) -> dict[str, tuple[str, str, str]]:
    """Return issue, previous and next of each case that belongs to one."""
    beside: dict[str, tuple[str, str, str]] = {}
    for volume in found:
        row = ("", *volume.shown, "")
        for before, case, after in zip(row, row[1:], row[2:], strict=False):
            beside[case] = (volume.issue.id, before, after)
    return beside


def listed(issue: Issue) -> dict[str, Link | None]:
    """Return where the issue lists each case: the first link to it, since the body comes last."""
    links = {link.target: link for link in reversed(issue.links)}
    return {case: links.get(f"case/{case}") for case in issue.order}


def check_lists(
    found: Sequence[Volume],
    cards: Mapping[str, Card],
    public: frozenset[str],
    *,
    unread: bool,
    doubled: frozenset[str] = frozenset(),
) -> list[Problem]:
    """Say which listed cases an issue leaves out, and which issues have nothing to show.

    `unread` is set when cases could not be read: a listed id may be one of theirs, so unknown ids are not
    named then. Nothing is said of `doubled` ids, which several cases claim.
    """
    problems: list[Problem] = []
    for volume in found:
        path = volume.issue.path
        if not path:
            continue
        for case, link in listed(volume.issue).items():
            place = Place(path, link.line, link.column, link.excerpt) if link else Place(path)
            card = cards.get(case)
            if card is None:
                if not unread:
                    problems.append(place.problem(codes.ISSUE_LISTS_UNKNOWN, id=case))
            elif case in doubled:
                continue
            elif case not in volume.every:
                problems.append(
                    place.problem(codes.ISSUE_LISTS_FOREIGN, id=case, path=card.path, issue=card.issue)
                )
            elif case not in public:
                status = "publish_at / expire_at" if card.status == "published" else card.status
                problems.append(
                    place.problem(codes.ISSUE_LISTS_UNPUBLISHED, id=case, path=card.path, status=status)
                )
        if not public.intersection(volume.every) and not unread:
            problems.append(
                Place(path).problem(codes.ISSUE_EMPTY, issue=volume.issue.number or volume.issue.id)
            )
    return problems


def _volume(issue: Issue, members: Sequence[Card], shown: frozenset[str]) -> Volume:
    """Put the members of an issue in order."""
    place = {case: number for number, case in reversed(list(enumerate(issue.order)))}
    last = len(place)
    ordered = sorted(members, key=lambda card: (place.get(card.id, last), card.date, card.id))
    every = tuple(card.id for card in ordered)
    return Volume(issue, every, tuple(case for case in every if case in shown))


def _date(volume: Volume, dates: Mapping[str, str]) -> str:
    """Return the date an issue is ordered by: its own, else its newest case's."""
    return volume.issue.date or max((dates[case] for case in volume.shown), default="")


def _plain_id(written: str, taken: set[str]) -> str:
    """Return an id for an issue without a file; where that is taken, it gets a hash."""
    name = slug(written)
    if name in taken:
        name = f"{name}-{blake2b(written.encode(), digest_size=2).hexdigest()}"
    taken.add(name)
    return name

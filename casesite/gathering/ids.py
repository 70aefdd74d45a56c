"""One id, one document: what claims an id, a number or a name a second time is named and left out."""

import re
from collections.abc import Callable, Iterable
from posixpath import basename, split, splitext
from typing import Final, TypeVar

from casesite.gathering.documents import place_of
from casesite.gathering.read import ReadCase
from casesite.messages import site as codes
from casesite.messages.code import Code
from casesite.model.document import Issue, Page
from casesite.model.problem import Place, Problem

T = TypeVar("T")
_COPY: Final = re.compile(
    r"(?:副本|\bcopy|[(（][0-9]+[)）])\s*(?:[0-9]+|[(（][0-9]+[)）])?$|^副本|^copy of ", re.IGNORECASE
)


def unique_cases(cases: Iterable[ReadCase]) -> tuple[list[ReadCase], list[Problem]]:
    """Keep the first case of each id, originals before copies, published ones before others.

    Then the path decides; the rest are errors. Kept ones come in any order.

    Ids that differ only in upper and lower case are the same: so are their addresses on many disks.
    """
    every = list(cases)
    if len({case.card.id.lower() for case in every}) == len(every):
        return every, []
    first = sorted(
        every,
        key=lambda case: (
            is_copy(case[0].path),
            case[0].status not in {"published", "withdrawn"},
            case[0].path,
        ),
    )
    kept, problems = _unique(first, lambda case: (case[0].id, case[0].path), codes.ID_DUPLICATE)
    places = {case.card.path: place_of("id", case.card.path, case.details.places) for case in first}
    return kept, [
        places[one.path].problem(
            codes.ID_COPIED if is_copy(one.path) else codes.ID_DUPLICATE, **dict(one.values)
        )
        for one in problems
    ]


def is_copy(path: str) -> bool:
    """Whether a file, or the folder of an `index.md`, has the name that a file manager gives to a copy."""
    folder, name = split(path)
    stem = splitext(name)[0]
    return _COPY.search(basename(folder) if stem.lower() == "index" else stem) is not None


def unique_issues(issues: Iterable[Issue]) -> tuple[list[Issue], list[Problem]]:
    """Keep the first issue of each id and of each number."""
    by_path = sorted(issues, key=lambda issue: issue.path)
    kept, problems = _unique(by_path, lambda issue: (issue.id, issue.path), codes.ISSUE_DUPLICATE)
    numbered, more = _unique(
        kept, lambda issue: (issue.number or issue.id, issue.path), codes.ISSUE_DUPLICATE
    )
    return numbered, problems + more


def unique_pages(pages: Iterable[Page]) -> tuple[list[Page], list[Problem]]:
    """Keep the first page of each name (`a.md` and `a/index.md` share one)."""
    by_path = sorted(pages, key=lambda page: page.path)
    return _unique(by_path, lambda page: (page.name, page.path), codes.PAGE_DUPLICATE)


def _unique(
    values: Iterable[T], name_of: Callable[[T], tuple[str, str]], code: Code
) -> tuple[list[T], list[Problem]]:
    """Keep the first value of each name without regard to case; `name_of` gives name and path."""
    taken: dict[str, tuple[str, str]] = {}
    kept: list[T] = []
    problems: list[Problem] = []
    for value in values:
        name, path = name_of(value)
        first = taken.setdefault(name.lower(), (name, path))
        if first[1] == path:
            kept.append(value)
        else:
            problems.append(Place(path).problem(code, id=name, first=first[0], other=first[1]))
    return kept, problems

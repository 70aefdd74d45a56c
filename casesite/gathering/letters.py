"""Readers' letters, under the cases they are about."""

from collections.abc import Collection, Iterable

from casesite.messages import site as codes
from casesite.model.document import Letter
from casesite.model.nearest import nearest
from casesite.model.problem import Place, Problem


def sort_letters(
    letters: Iterable[Letter], cases: Collection[str], *, unread: bool
) -> tuple[dict[str, tuple[Letter, ...]], list[Problem]]:
    """Return the letters to show for each case, oldest first, and name those about a case that is not there.

    `unread` is set when cases could not be read: the letter may be about one of them.
    """
    found: dict[str, list[Letter]] = {}
    problems: list[Problem] = []
    for letter in letters:
        if letter.case not in cases:
            if letter.case and not unread:
                problems.append(
                    Place(letter.path).problem(
                        codes.LETTER_CASE_UNKNOWN, id=letter.case, nearest=nearest(letter.case, cases)
                    )
                )
        elif letter.status == "shown":
            found.setdefault(letter.case, []).append(letter)
    ordered = {
        case: tuple(sorted(some, key=lambda one: (one.date, one.path, one.name, one.text)))
        for case, some in found.items()
    }
    return ordered, problems

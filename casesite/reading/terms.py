"""Terms of a vocabulary, found by name or alias."""

from collections.abc import Iterable
from typing import NamedTuple

from casesite.model.nearest import nearest
from casesite.model.vocabulary import Indicator, Term


class Terms(NamedTuple):
    """A vocabulary's own names by all that may be written for them, folded."""

    names: dict[str, str]
    known: tuple[str, ...]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, tuple[str, ...]]]) -> "Terms":
        """Make terms from (name, aliases); where two clash the first stays, and a name beats an alias."""
        entries = tuple(entries)
        names = {fold(name): name for name, _ in reversed(entries)}
        for name, aliases in entries:
            for alias in aliases:
                names.setdefault(fold(alias), name)
        return cls(names, tuple(known for name, aliases in entries for known in (name, *aliases)))

    def find(self, text: str) -> str:
        """Return the name that a text stands for, or an empty text."""
        return self.names.get(fold(text), "")

    def nearest(self, text: str) -> str:
        """Return the name or alias most like a text, or an empty text."""
        return nearest(text, self.known)


def of_terms(terms: tuple[Term, ...] | None) -> Terms | None:
    """Return the terms of a vocabulary, None for an open one."""
    return None if terms is None else Terms.of((term.name, term.aliases) for term in terms)


def of_indicators(indicators: tuple[Indicator, ...] | None) -> Terms | None:
    """Return indicators by id, label and alias; their name is the id."""
    if indicators is None:
        return None
    return Terms.of((entry.id, (entry.label, *entry.aliases)) for entry in indicators)


def fold(text: str) -> str:
    """Return a text without what does not tell terms apart: case, and how wide its spaces are."""
    return " ".join(text.lower().split())

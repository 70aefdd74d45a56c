"""Finds given phrases in a text: from the left, the longest first."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Self

from msgspec import Struct


class Phrases(Struct, frozen=True):
    """Phrases of two or more characters by their first two, the longest first."""

    by_pair: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Self:
        """Make phrases in any order; those of fewer than two characters are left out."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
            if len(phrase) > 1:
                groups[phrase[:2]].append(phrase)
        return cls({pair: tuple(members) for pair, members in groups.items()})

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where phrases stand, as (start, end); they do not overlap."""
        found: list[tuple[int, int]] = []
        if not self.by_pair:
            return found
        candidates = self.by_pair.get
        done = 0
        for place in range(len(text) - 1):
            if place < done:
                continue
            for phrase in candidates(text[place : place + 2], ()):
                if text.startswith(phrase, place):
                    done = place + len(phrase)
                    found.append((place, done))
                    break
        return found

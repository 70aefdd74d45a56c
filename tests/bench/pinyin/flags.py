"""Whether the readings that we doubt are those that are wrong."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

FLAGGED: Final = 0.02
"""The share of the characters that an editor may be asked about."""


class Caught(NamedTuple):
    """How many of the errors lie among the doubted characters, and how many of those there are."""

    errors: int
    caught: int
    flagged: int
    characters: int


def caught(
    texts: Sequence[str],
    doubts: Iterable[Sequence[tuple[int, float]]],
    wrong: AbstractSet[tuple[str, int]],
    share: float = FLAGGED,
) -> Caught:
    """Flag the least sure characters of texts, at most a share of all Han ones, and count what that catches.

    `doubts` has a list of (place, margin) for each text, all of them different; a place without a margin is
    never flagged. `wrong` has the errors as (text, place). Of equal margins the earlier goes first.
    """
    characters = sum("\u3400" <= char <= "\u9fff" for text in texts for char in text)
    margins = sorted((margin, number, place) for number, some in enumerate(doubts) for place, margin in some)
    flagged = {(texts[number], place) for _, number, place in margins[: int(share * characters)]}
    return Caught(len(wrong), len(wrong & flagged), len(flagged), characters)

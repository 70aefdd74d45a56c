"""Cuts a run of Han characters into its likeliest words."""

from collections.abc import Sequence

from casesite.chinese.lexicon import lexicon


def segments(run: str) -> list[str]:
    """Return the words whose costs add up to least; of equal ways, the one with the shorter first word.

    `run` should be in simplified characters: others are words of one character each.
    """
    _, costs, reach, _, _, dearest = lexicon()
    size = len(run)
    if size == 1:
        return [run]
    best = [0] * (size + 1)
    steps = [1] * size
    price, longest_from = costs.get, reach.get
    for start in range(size - 1, -1, -1):
        cheapest = price(run[start], dearest) + best[start + 1]
        longest = longest_from(run[start : start + 2])
        if longest:
            for end in range(start + 2, min(start + longest, size) + 1):
                cost = price(run[start:end])
                if cost is not None and cost + best[end] < cheapest:
                    cheapest = cost + best[end]
                    steps[start] = end - start
        best[start] = cheapest
    words: list[str] = []
    start = 0
    while start < size:
        end = start + steps[start]
        words.append(run[start:end])
        start = end
    return words


def neighbours(words: Sequence[str], number: int) -> tuple[str, str, str]:
    """Return a word between the ones next to it, which are empty at the run's edge."""
    before = words[number - 1] if number else ""
    behind = words[number + 1] if number + 1 < len(words) else ""
    return before, words[number], behind

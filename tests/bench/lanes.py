"""Rounds in turn: every program does a step once before any does it again, each second round backwards.

So what else the machine does meets all of them, and a ratio is that of neighbours in time.
"""

import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tests.bench.measure import Measured, median

Lane = Callable[[int], Mapping[str, Measured]]
"""Does a step once, of that round's number; returns what each program took for it."""


class Timed(NamedTuple):
    """One program in one step: its rounds, and whether its output equals a clean build's, if compared."""

    step: str
    program: str
    runs: tuple[Measured, ...]
    same: bool | None = None

    @property
    def middle(self) -> Measured:
        """The medians."""
        return median(self.runs)


def in_turn(step: str, lanes: Sequence[Lane], rounds: int) -> list[Timed]:
    """Let all lanes do a step, round by round."""
    taken: dict[str, list[Measured]] = {}
    for number in range(rounds):
        tell(f"{step}: round {number + 1} of {rounds}")
        for lane in lanes if number % 2 == 0 else reversed(lanes):
            for program, run in lane(number).items():
                taken.setdefault(program, []).append(run)
    return [Timed(step, program, tuple(runs)) for program, runs in taken.items()]


def ratio(ours: Timed, theirs: Timed) -> float:
    """Return the median of the rounds' ratios of cost."""
    pairs = zip(ours.runs, theirs.runs, strict=False)
    return statistics.median(one.cost / other.cost for one, other in pairs)


def tell(line: str) -> None:
    """Tell how far it is, at once and apart from the results."""
    sys.stderr.write(f"  {line}\n")
    sys.stderr.flush()

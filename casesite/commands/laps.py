"""Where a build's time went: a line for each of its stages, from `--profile`."""

import os
import time
from typing import NamedTuple

from casesite.messages.code import Language
from casesite.messages.interface import say


class Lap(NamedTuple):
    """A stage with the seconds it took: on the clock, and of the processor, without other processes."""

    stage: str
    wall: float
    cpu: float


class Laps:
    """A clock that is told whenever a stage is over (`pipeline.Lap`)."""

    def __init__(self, started: int) -> None:
        """Begin at a moment (nanoseconds); the processor's time counts from the program's own start."""
        self._laps: list[Lap] = []
        self._last = (time.perf_counter() - (time.time_ns() - started) / 1e9, 0.0)

    def __call__(self, stage: str) -> None:
        """Note that a stage is over; what is told twice running is one."""
        now = (time.perf_counter(), time.process_time())
        wall, cpu = (one - other for one, other in zip(now, self._last, strict=True))
        if self._laps and self._laps[-1].stage == stage:
            last = self._laps.pop()
            wall, cpu = wall + last.wall, cpu + last.cpu
        self._laps.append(Lap(stage, wall, cpu))
        self._last = now

    def told(self, language: Language) -> str:
        """Return a table, the slowest stage marked, with what worker processes used, and the sum."""
        workers = Lap("lap-workers", 0.0, sum(os.times()[2:4]))
        laps = [*self._laps, *([workers] if workers.cpu else ())]
        slowest = max(self._laps, key=lambda lap: lap.wall, default=workers)
        total = Lap("lap-total", sum(lap.wall for lap in laps), sum(lap.cpu for lap in laps))
        lines = [f"{say('lap-wall', language):>8} {say('lap-cpu', language):>8}"]
        for lap in (*laps, total):
            mark = "  ←" if lap is slowest else ""
            lines.append(f"{lap.wall:8.3f} {lap.cpu:8.3f}  {say(lap.stage, language)}{mark}")
        return "\n".join(lines) + "\n"

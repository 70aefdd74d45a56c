"""What the search costs to build: the same project with `search: true` and `search: false`, in turn.

What is measured is the difference of whole processes, so a cost that a build has either way (the pairs of
neighbouring characters, which related cases need too) is in neither figure.
"""

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.corpus import write_project
from tests.bench.measure import Measured, build


class Step(NamedTuple):
    """A kind of build, with the search and without: medians of CPU seconds and of the peak in MB."""

    name: str
    cpu: float
    cpu_without: float
    peak: float
    peak_without: float

    @property
    def own_cpu(self) -> float:
        """What the search alone takes."""
        return self.cpu - self.cpu_without

    @property
    def own_peak(self) -> float:
        """By how much the search raises the peak."""
        return self.peak - self.peak_without


class Projects:
    """The project with the search and the one without."""

    def __init__(self, folder: Path, cases: int) -> None:
        self._cases = cases
        self.roots = [folder / "with", folder / "without"]
        for root, given in zip(self.roots, ("true", "false"), strict=True):
            write_project(root, cases)
            with (root / "content/site.yaml").open("a", encoding="utf-8", newline="\n") as settings:
                settings.write(f"search: {given}\n")

    @property
    def public(self) -> Path:
        """Where the site with the search lies."""
        return self.roots[0] / "public"

    def build(self) -> None:
        """Build the one with the search."""
        build(self.roots[0])

    def cold(self, rounds: int) -> Step:
        """Measure builds from nothing."""
        return self._step("from nothing", rounds, self._forget)

    def edits(self, rounds: int) -> list[Step]:
        """Measure builds after edits; the first is after none."""
        build(self.roots[1])
        return [
            self._step("nothing changed", rounds, lambda _root, _number: None),
            self._step("an edited sentence", rounds, self._edit),
            self._step("a newest case", rounds, partial(_add, "new", 2025)),
            self._step("a back-dated case", rounds, partial(_add, "old", 2016)),
        ]

    def _step(self, name: str, rounds: int, change: Callable[[Path, int], None]) -> Step:
        runs: list[list[Measured]] = [[], []]
        for number in range(rounds):
            for root, some in zip(self.roots, runs, strict=True):
                change(root, number)
                some.append(build(root))
        on, off = runs
        return Step(name, _cpu(on), _cpu(off), _peak(on), _peak(off))

    def _forget(self, root: Path, number: int) -> None:
        del number
        for name in ("public", ".casesite"):
            shutil.rmtree(root / name, ignore_errors=True)

    def _edit(self, root: Path, number: int) -> None:
        """Add a sentence to a case in the middle."""
        path = root / f"content/cases/c{self._cases // 2 + 1:05d}.md"
        text = path.read_text(encoding="utf-8")
        path.write_bytes(f"{text}\n第 {number + 1} 次补记：村民都来了。\n".encode())


def _add(name: str, year: int, root: Path, number: int) -> None:
    """Add a case."""
    identity = f"{name}-{number}"
    front = f"---\nid: {identity}\ntitle: 新的案例{identity}\ndate: {year}-06-{number + 1:02d}\n---\n"
    text = f"{front}\n村里修了一座桥，通了三条路。\n"
    (root / f"content/cases/{identity}.md").write_bytes(text.encode())


def _cpu(runs: Sequence[Measured]) -> float:
    """Return the median; the clock's seconds where the system tells no others."""
    return median(run.seconds if run.cpu is None else run.cpu for run in runs)


def _peak(runs: Sequence[Measured]) -> float:
    return median(run.peak or 0 for run in runs)

"""How cost grows with the site: builds from nothing at several sizes, and how far from a straight line."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.lanes import tell
from tests.bench.measure import Measured, median
from tests.bench.project import Project, Size


class Grown(NamedTuple):
    """A site of that many cases: its builds from nothing, and what it weighs."""

    cases: int
    runs: tuple[Measured, ...]
    size: Size

    def each(self, kind: str) -> float:
        """Return what one case costs of a kind: `cpu` in ms, `memory` and `output` in kB, or `files`."""
        middle = median(self.runs)
        whole = {
            "cpu": middle.cost * 1e3,
            "memory": (middle.driver or middle.peak or 0) * 1e3,
            "output": self.size.bytes / 1e3,
            "files": float(self.size.files),
        }
        return whole[kind] / self.cases


def measure_growth(
    folder: Path, sizes: Sequence[int], rounds: int, options: Sequence[str] = ()
) -> list[Grown]:
    """Build projects of these sizes from nothing, in turn."""
    projects = {cases: Project(folder / str(cases), cases, options=options) for cases in sorted(set(sizes))}
    runs: dict[int, list[Measured]] = {cases: [] for cases in projects}
    for number in range(rounds):
        for cases, project in projects.items():
            tell(f"growth: {cases} cases, round {number + 1} of {rounds}")
            project.forget()
            runs[cases].append(project.build())
    grown = [Grown(cases, tuple(runs[cases]), project.size()) for cases, project in projects.items()]
    shutil.rmtree(folder)
    return grown


def beyond(grown: Sequence[Grown], kind: str) -> float | None:
    """Return by how much a case of the largest site costs more than one of the smallest; 0.15 is 15 %.

    `None` where there are not two sizes, or the system tells nothing.
    """
    if len(grown) < 2:
        return None
    first, last = grown[0].each(kind), grown[-1].each(kind)
    return last / first - 1 if first else None

"""What one run of the benchmarks found, as a value and as JSON."""

import json
import os
import platform
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.growth import Grown
from tests.bench.lanes import Timed, ratio
from tests.bench.measure import Measured
from tests.bench.project import Size


class Record(NamedTuple):
    """One run. `missing` says why a program could not be had; `jobs` is 0 where none was asked for."""

    cases: int
    rounds: int
    made: str
    machine: str
    versions: Mapping[str, str]
    missing: Mapping[str, str]
    steps: Sequence[Timed]
    sizes: Mapping[str, Size]
    growth: Sequence[Grown]
    jobs: int = 0

    def find(self, step: str, program: str = "casesite") -> Timed | None:
        """Return what a program took for a step, if it was measured."""
        return next((one for one in self.steps if (one.step, one.program) == (step, program)), None)

    def ratio(self, step: str, program: str, other: str) -> float | None:
        """Return a program's cost as a multiple of another's in the same rounds, if both were measured."""
        ours, theirs = self.find(step, program), self.find(step, other)
        return None if ours is None or theirs is None else ratio(ours, theirs)


def machine() -> str:
    """Describe this machine: its processor, cores, and system."""
    name = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    # As many as this process may use, which a container can narrow.
    return f"{models[0] if models else name}, {cores()} cores, {platform.system()}"


def cores() -> int:
    """Return how many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def today() -> str:
    """Return the date."""
    return time.strftime("%Y-%m-%d")


def write(record: Record, path: Path, goals: Sequence[Mapping[str, Any]]) -> None:
    """Write the record, with medians and the goals' verdicts for whoever reads it without this program."""
    data = {
        **{name: getattr(record, name) for name in ("cases", "rounds", "jobs", "made", "machine")},
        "versions": dict(record.versions),
        "missing": dict(record.missing),
        "steps": [_step(record, one) for one in record.steps],
        "sizes": {program: size._asdict() for program, size in record.sizes.items()},
        "growth": [
            {
                "cases": one.cases,
                "runs": [run._asdict() for run in one.runs],
                "size": one.size._asdict(),
            }
            for one in record.growth
        ],
        "goals": list(goals),
    }
    path.write_bytes(f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode())


def _step(record: Record, one: Timed) -> dict[str, Any]:
    return {
        "step": one.step,
        "program": one.program,
        "median": one.middle._asdict(),
        "ratio": record.ratio(one.step, "casesite", one.program),
        "same": one.same,
        "runs": [run._asdict() for run in one.runs],
    }


def read(path: Path) -> Record:
    """Read a record back."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Record(
        data["cases"],
        data["rounds"],
        data["made"],
        data["machine"],
        data["versions"],
        data["missing"],
        tuple(Timed(one["step"], one["program"], _runs(one), one["same"]) for one in data["steps"]),
        {program: Size(**size) for program, size in data["sizes"].items()},
        tuple(Grown(one["cases"], _runs(one), Size(**one["size"])) for one in data["growth"]),
        data["jobs"],
    )


def _runs(data: Mapping[str, Any]) -> tuple[Measured, ...]:
    return tuple(Measured(**run) for run in data["runs"])

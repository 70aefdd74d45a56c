"""How long builds take: `python -m tests.bench [--cases 1000] [--rounds 5] [--json FILE]`.

Each figure is the median of whole processes, Python's start included. What an edit leaves is compared, byte
for byte, with a build of the same content in another folder, from nothing.
"""

import argparse
import json
import platform
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench import hugo
from tests.bench.corpus import write_project
from tests.bench.measure import Measured, build, tree

_BODY: Final = re.compile(r"\Z")
_TITLE: Final = re.compile(r"(?m)^title: .*$")


class Row(NamedTuple):
    """One line of the table: medians, and whether the output equals that of a clean build, if compared."""

    program: str
    step: str
    middle: Measured
    same: bool | None = None


class Bench:
    """A generated project that is built again and again."""

    def __init__(self, folder: Path, cases: int, rounds: int) -> None:
        self._root = folder / "project"
        self._clean = folder / "clean"
        self._cases = cases
        self._rounds = rounds
        write_project(self._root, cases)

    def rows(self) -> Iterator[Row]:
        """Measure each kind of build in turn."""
        yield Row("casesite", "cold build", self._timed(self._forget))
        yield Row("casesite", "nothing changed", self._timed(lambda _: None))
        for step, change in (
            ("one body edited", self._edit_body),
            ("one title edited", self._edit_title),
            ("a new case", self._add),
        ):
            middle = self._timed(change)
            yield Row("casesite", step, middle, self._same())

    def _timed(self, change: Callable[[int], object]) -> Measured:
        runs = []
        for number in range(self._rounds):
            change(number)
            runs.append(build(self._root))
        return median(runs)

    def _forget(self, _: int) -> None:
        for name in ("public", ".casesite"):
            shutil.rmtree(self._root / name, ignore_errors=True)

    def _edit_body(self, number: int) -> None:
        self._edit(_BODY, f"\n第 {number + 1} 次补记：村民都来了。\n")

    def _edit_title(self, number: int) -> None:
        self._edit(_TITLE, f"title: 第 {number + 1} 次改过的标题")

    def _edit(self, pattern: re.Pattern[str], new: str) -> None:
        """Edit a case in the middle, which other cases are related to."""
        path = self._root / f"content/cases/c{self._cases // 2 + 1:05d}.md"
        text = pattern.sub(new, path.read_text(encoding="utf-8"), count=1)
        path.write_bytes(text.encode())

    def _add(self, number: int) -> None:
        front = f"---\nid: new-{number}\ntitle: 新的案例\ndate: 2025-06-{number + 1:02d}\n---\n"
        text = f"{front}\n村里修了一座桥。\n"
        (self._root / f"content/cases/new-{number}.md").write_bytes(text.encode())

    def _same(self) -> bool:
        """Whether the output equals that of a build from nothing."""
        shutil.rmtree(self._clean, ignore_errors=True)
        shutil.copytree(self._root / "content", self._clean / "content")
        build(self._clean)
        return tree(self._root / "public") == tree(self._clean / "public")


def median(runs: Sequence[Measured]) -> Measured:
    """Return the median of each column by itself."""
    cpu = [run.cpu for run in runs if run.cpu is not None]
    peak = [run.peak for run in runs if run.peak is not None]
    return Measured(
        statistics.median(run.seconds for run in runs),
        statistics.median(cpu) if cpu else None,
        statistics.median(peak) if peak else None,
    )


def _peers(folder: Path, cases: int, rounds: int) -> Iterator[Row]:
    """Measure Hugo where it is installed."""
    program = hugo.find()
    if program is None:
        return
    site = hugo.lay(folder / "hugo", cases)
    colds = []
    for _ in range(rounds):
        shutil.rmtree(site / "public", ignore_errors=True)
        colds.append(hugo.build(program, site))
    yield Row("hugo", "cold build", median(colds))
    yield Row("hugo", "nothing changed", median([hugo.build(program, site) for _ in range(rounds)]))


def _line(row: Row) -> str:
    cpu = "-" if row.middle.cpu is None else f"{row.middle.cpu:.2f}"
    peak = "-" if row.middle.peak is None else f"{row.middle.peak:.0f}"
    same = {None: "", True: "yes", False: "NO"}[row.same]
    return f"{row.program:10} {row.step:18} {row.middle.seconds:9.2f} {cpu:>9} {peak:>9}  {same}".rstrip()


def _say(line: str) -> None:
    """Show a line at once, also where the output is a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Measure, print the table, and write it as JSON when asked; 1 when an edit left another output."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    _say(f"{options.cases} cases, median of {options.rounds}, Python {platform.python_version()}\n")
    _say(f"{'program':10} {'build':18} {'seconds':>9} {'CPU s':>9} {'peak MB':>9}  same as a clean build")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.cases, options.rounds)
        for row in chain(bench.rows(), _peers(Path(folder), options.cases, options.rounds)):
            _say(_line(row))
            rows.append(row)
    if hugo.find() is None:
        _say(f"{'hugo':10} not measured: not installed")
    if options.json:
        records = [
            {"program": row.program, "build": row.step, **row.middle._asdict(), "same": row.same}
            for row in rows
        ]
        text = json.dumps({"cases": options.cases, "rounds": options.rounds, "builds": records}, indent=1)
        options.json.write_bytes(f"{text}\n".encode())
    return 1 if any(row.same is False for row in rows) else 0


if __name__ == "__main__":
    raise SystemExit(main())

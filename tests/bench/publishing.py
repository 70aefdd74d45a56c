"""Putting a site in place of which thirty files differ, by the publisher alone: nothing is read or rendered.

`commit` is the step itself, which is to cost the same whatever the site's size; `whole` is all that a build
asks of the publisher, from taking the lock on, with a look at each file that stands.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from casesite.model.problem import Problem
from casesite.project.publish import Output, open_output
from tests.bench.lanes import Timed
from tests.bench.measure import Measured

CHANGED: Final = 30
_EACH: Final = 1_000
"""Files of one folder."""


def measure_publishing(root: Path, files: int, rounds: int) -> Iterator[Timed]:
    """Publish a site of that many small files, then again and again with thirty others."""
    paths = [f"d{number // _EACH}/f{number}.html" for number in range(files)]
    changed = paths[:: max(len(paths) // CHANGED, 1)][:CHANGED]
    root.mkdir(parents=True)
    stamps = dict.fromkeys(paths, "first")
    commits, wholes = [], []
    # The first site has none before it, and the second makes the other tree: neither is as all later ones.
    for number in range(rounds + 2):
        stamps |= dict.fromkeys(changed, f"round {number}")
        commit, whole = _publish(root, stamps)
        if number > 1:
            commits.append(commit)
            wholes.append(whole)
    yield Timed("publish: commit", "casesite", tuple(commits))
    yield Timed("publish: whole", "casesite", tuple(wholes))


def _publish(root: Path, stamps: dict[str, str]) -> tuple[Measured, Measured]:
    begun = _now()
    opened = open_output(Path("public"), Path(".casesite"), root, owner="bench")
    with _right(opened) as output:
        for path, stamp in stamps.items():
            if output.stands(path, stamp):
                output.keep(path)
            else:
                output.write(path, stamp, f"<!doctype html><title>{stamp}</title>{path}\n".encode() * 20)
        staged = _now()
        done = output.commit()
        placed = _now()
    if isinstance(done, Problem):
        raise RuntimeError(str(done))  # noqa: TRY004 - it says why it is not in place
    return _between(staged, placed), _between(begun, _now())


def _right(opened: Output | Problem) -> Output:
    if isinstance(opened, Problem):
        raise RuntimeError(str(opened))  # noqa: TRY004 - it says why nothing can be published here
    return opened


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _between(begun: tuple[float, float], ended: tuple[float, float]) -> Measured:
    return Measured(ended[0] - begun[0], ended[1] - begun[1])

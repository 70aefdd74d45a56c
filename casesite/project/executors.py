"""Who does the work of a build: this process alone, or several where that pays."""

import contextlib
import gc
import os
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from casesite.model.executor import Executor, Inline

if TYPE_CHECKING:
    from casesite.project.pool import Pool

START: Final = "CASESITE_START"
"""The environment's variable that says how processes are started: `fork`, `forkserver` or `spawn`."""
_WORTH: Final = 2.0
"""Seconds of work below which more processes cost more than they bring."""
_MOST: Final = 60
"""So many processes at most; Windows waits for no more."""
_INTERVAL: Final = 20_000
"""So many new objects are worth a look for circles; with Python's own number it takes a tenth of the time."""
_QUOTA: Final = "/sys/fs/cgroup/cpu.max"


class Hands:
    """The executors of one build, used in a `with`: of `jobs` processes.

    0 stands for as many as there are processors where there is much work, and one where there is little.
    Leaving by an exception ends the processes at once.
    """

    def __init__(self, jobs: int = 0) -> None:
        self._jobs = jobs
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.close(kill=kind is not None)

    def fit(self, work: float) -> Executor:
        """Return who is to do work that takes one process about so many seconds."""
        jobs = self._jobs or (processors() if work >= _WORTH else 1)
        if jobs == 1 or work <= 0:
            return Inline()
        if self._pool is None:
            with contextlib.suppress(
                ImportError, NotImplementedError, OSError
            ):  # a system without semaphores
                from casesite.project.pool import Pool  # noqa: PLC0415 - it takes time, and most builds need none

                self._pool = Pool(min(jobs, _MOST), start_method())
        return self._pool or Inline()


def collect_circles() -> None:
    """Let what refers to itself be collected from now on, at long intervals; what is there already stays.

    Templates leave such circles, many megabytes of them in a large site. Nothing is changed where they are
    collected as usual, as in a program that builds again and again.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_INTERVAL, 10, 10)
        gc.enable()


def processors() -> int:
    """Return how many processors this process may use."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with contextlib.suppress(OSError, ValueError), open(_QUOTA, encoding="ascii") as file:
        quota, period = map(int, file.read().split())
        count = min(count, -(-quota // period))
    return max(count, 1)


def start_method() -> str:
    """Return how processes are started: forked where that is safe, on Linux in a process without threads."""
    asked = os.environ.get(START, "")
    if asked:
        return asked
    if sys.platform == "linux":
        return "fork" if threading.active_count() == 1 else "forkserver"
    return "spawn"

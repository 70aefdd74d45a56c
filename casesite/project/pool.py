"""Several processes that do the work, begun anew when one of them dies."""

import contextlib
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import Any, Final, Generic

from casesite.model.executor import Result, WorkersDiedError
from casesite.project.executors import collect_circles

_MOST: Final = 3
"""So many times in a row the processes may die before any of them has finished a job."""
_PAUSE: Final = 1.0
"""Seconds after which a silent pool is looked at."""


class Pool:
    """An executor of so many processes, started by `method` of `multiprocessing`. Raises `OSError`."""

    def __init__(self, jobs: int, method: str) -> None:
        self.ahead = 2 * jobs
        self._jobs = jobs
        self._context = multiprocessing.get_context(method)
        self._open: dict[_Task[Any], None] = {}
        self._deaths = 0
        self._engine = self._started()

    def submit(self, function: Callable[..., Result], /, *arguments: Any) -> "_Task[Result]":  # noqa: ANN401 - whatever the function takes
        """Hand a call over to a process that is free."""
        task = _Task(self, function, arguments)
        self._open[task] = None
        try:
            task.future = self._handed_over(task)
        except (BrokenExecutor, OSError):
            self.mend()
        return task

    def close(self, *, kill: bool) -> None:
        """End the processes: at once, or when they have done what was handed over."""
        if kill:
            self._kill()
        self._engine.shutdown(wait=True, cancel_futures=kill)

    def finished(self, task: "_Task[Any]") -> None:
        """Forget a task; processes that bring something to its end may die again."""
        del self._open[task]
        self._deaths = 0

    def mend(self) -> None:
        """Start new processes for what is not done. Raises `WorkersDiedError` when that does not help."""
        while True:
            self._deaths += 1
            if self._deaths > _MOST:
                raise WorkersDiedError
            self._kill()
            self._engine.shutdown(wait=True, cancel_futures=True)
            self._engine = self._started()
            with contextlib.suppress(BrokenExecutor, OSError):
                for task in self._open:
                    if task.is_lost():
                        task.future = self._handed_over(task)
                return

    def unstick(self) -> None:
        """End all processes if one has ended: it may have died while it held what the others wait for."""
        if wait([process.sentinel for process in self._processes()], 0):
            self._kill()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, self._context, _begin)

    def _handed_over(self, task: "_Task[Result]") -> "Future[Result]":
        with _uninterrupted():  # a process that begins would be interrupted as well
            return self._engine.submit(task.function, *task.arguments)

    def _kill(self) -> None:
        for process in self._processes():
            process.kill()

    def _processes(self) -> list[Any]:
        return list((self._engine._processes or {}).values())  # noqa: SLF001 - `kill_workers` is of Python 3.14


class _Task(Generic[Result]):
    """A call that was handed over, and is handed over again when a process dies before it is done."""

    def __init__(self, pool: Pool, function: Callable[..., Result], arguments: tuple[Any, ...]) -> None:
        self.function = function
        self.arguments = arguments
        self.future: Future[Result] | None = None
        self._pool = pool

    def result(self) -> Result:
        """Wait for the result."""
        while True:
            try:
                made = self.future.result(_PAUSE) if self.future else None
            except BrokenExecutor:
                self._pool.mend()
            except TimeoutError:
                self._pool.unstick()
            except Exception:
                self._pool.finished(self)
                raise
            else:
                self._pool.finished(self)
                return made  # type: ignore[return-value]

    def is_lost(self) -> bool:
        """Say whether no process will bring the result; asked when they all have ended."""
        future = self.future
        return future is None or future.cancelled() or isinstance(future.exception(), BrokenExecutor)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back Ctrl-C for a moment, and let what is started in it never be interrupted."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Begin a process: it ends when its parent says so, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()
    collect_circles()
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End this process with its parent, however that ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)

"""Who does the work: functions are handed over with their arguments, and their results fetched later.

The shape is that of `concurrent.futures`. A function that is handed over is a plain one of a module, pure but
for the files it is told to read or stage; it may run in another process, and again if that process dies.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")
Made_co = TypeVar("Made_co", covariant=True)


class WorkersDiedError(Exception):
    """The processes that did the work died again and again."""


class Job(Protocol[Made_co]):
    """Work that was handed over."""

    def result(self) -> Made_co:
        """Wait for the work and return its result, or raise what it raised; or `WorkersDiedError`."""
        ...


class Executor(Protocol):
    """Does what is handed over, at its own time."""

    @property
    def ahead(self) -> int:
        """How many jobs keep it busy while another is waited for."""
        ...

    def submit(self, function: Callable[..., Result], /, *arguments: Any) -> Job[Result]:  # noqa: ANN401 - whatever the function takes
        """Hand a call over."""
        ...


class Crew(Protocol):
    """The executors of one build."""

    def fit(self, work: float) -> Executor:
        """Return who is to do work that takes one process about so many seconds."""
        ...


class Done:
    """A job that was done when it was handed over."""

    def __init__(self, made: Any) -> None:  # noqa: ANN401 - whatever the function returns
        self._made = made

    def result(self) -> Any:  # noqa: ANN401 - as above
        """Return the result."""
        return self._made


class Inline:
    """Does each job at once, in this process."""

    ahead = 0

    def submit(self, function: Callable[..., Result], /, *arguments: Any) -> Job[Result]:  # noqa: ANN401 - as in `Executor`
        """Do it. What it raises is raised here."""
        return Done(function(*arguments))


class Alone:
    """A crew of one."""

    def fit(self, work: float) -> Executor:
        """Return `Inline`."""
        del work
        return Inline()


def in_order(
    executor: Executor, function: Callable[..., Result], calls: Iterable[tuple[Any, ...]]
) -> Iterator[Result]:
    """Yield the results of the calls in their order; of the calls and results few are there at once."""
    waiting: deque[Job[Result]] = deque()
    for arguments in calls:
        waiting.append(executor.submit(function, *arguments))
        if len(waiting) > executor.ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()

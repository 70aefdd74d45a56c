"""Artifacts to staged files, in batches that can be made in any process."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

from msgspec import Struct

from casesite import outputs
from casesite.model.artifact import Artifact
from casesite.model.executor import Crew, in_order
from casesite.model.problem import Problem
from casesite.model.theme import Theme
from casesite.pipeline import Build, Lap
from casesite.pipeline.library import Library, LibraryNote
from casesite.project import noting
from casesite.project.files import Snapshot
from casesite.project.publish import Output, Summary
from casesite.project.signing import Signed
from casesite.project.stage import Bench, Berth, Staged, read_note

_BATCH: Final = 64
"""So many artifacts are handed over at once, or some more that share work."""
_MOST: Final = 256
_SECONDS: Final = 0.0005
"""What it takes to make an artifact, about."""


class Original(NamedTuple):
    """A file to be copied: where it lies, and the signature that it has in the build."""

    place: Path
    signed: Signed


class Task(NamedTuple):
    """An artifact to be made; of a copy, with its original."""

    artifact: Artifact
    original: Original | None = None


class Workshop:
    """What is needed to make artifacts. To another process it travels as the place of a note of it."""

    def __init__(self, theme: Theme, library: Library, bench: Bench) -> None:
        self.theme = theme
        self.library = library
        self.bench = bench
        self._note = ""

    def __reduce__(self) -> tuple[Any, ...]:
        return _workshop, (self._note,)

    def note(self) -> Problem | None:
        """Write the note, without which it cannot travel; problems as of `Bench.write`."""
        note = WorkshopNote(self.theme, self.library.note(), self.bench.berth)
        place = self.bench.note(noting.encode(note))
        if isinstance(place, Problem):
            return place
        self._note = place
        return None


class WorkshopNote(Struct, frozen=True, array_like=True):
    """What another process must know to have the same workshop."""

    theme: Theme
    library: LibraryNote
    berth: Berth


@lru_cache(maxsize=1)  # a process works for one build at a time
def _workshop(place: str) -> Workshop:
    """Return the workshop of a note."""
    note: WorkshopNote = noting.decode(read_note(place), WorkshopNote)
    return Workshop(note.theme, Library.beside(note.library), Bench(note.berth))


def make(build: Build, output: Output, snapshot: Snapshot, crew: Crew, lap: Lap) -> Summary | list[Problem]:
    """Make each artifact that does not stand as it was written, then put all in place.

    One slip in a template shows in every page made with it: it is told once, with the first page's name.
    """
    tasks = list(_tasks(build, output, snapshot))
    lap("lap-compare")
    problems: dict[tuple[object, ...], Problem] = {}
    for result in _results(build, output, tasks, crew):
        problem = output.take(result)
        if problem is not None:
            slip = (problem.path, problem.line, problem.code, problem.values[:1])
            problems.setdefault(slip, problem)
    lap("lap-make")
    if problems:
        return list(problems.values())
    committed = output.commit()
    lap("lap-publish")
    return [committed] if isinstance(committed, Problem) else committed


def _results(build: Build, output: Output, tasks: Sequence[Task], crew: Crew) -> Iterator[Staged | Problem]:
    """Have the tasks done and yield what came of each, in their order."""
    if build.theme is None or not tasks:
        return
    berth = output.berth()
    if isinstance(berth, Problem):
        yield berth
        return
    workshop = Workshop(build.theme, build.library, Bench(berth))
    executor = crew.fit(len(tasks) * _SECONDS)
    problem = workshop.note() if executor.ahead else None
    if problem is not None:
        yield problem
        return
    calls = ((workshop, batch) for batch in _batches(tasks))
    yield from chain.from_iterable(in_order(executor, make_batch, calls))


def make_batch(workshop: Workshop, tasks: Sequence[Task]) -> list[Staged | Problem]:
    """Make some artifacts."""
    return [_made(workshop, task) for task in tasks]


def _tasks(build: Build, output: Output, snapshot: Snapshot) -> Iterator[Task]:
    """Yield what must be made; what stands is kept."""
    for artifact in build.artifacts:
        if output.stands(artifact.path, artifact.digest):
            output.keep(artifact.path)
        elif artifact.kind == "copy":
            source = artifact.inputs.source
            yield Task(artifact, Original(snapshot.place(source), snapshot.signed[source]))
        else:
            yield Task(artifact)


def _batches(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    """Cut the tasks where no work is shared across the cut, if there is such a place."""
    batch: list[Task] = []
    for task in tasks:
        if len(batch) >= _BATCH and (
            len(batch) >= _MOST or not outputs.akin(batch[-1].artifact, task.artifact)
        ):
            yield batch
            batch = []
        batch.append(task)
    if batch:
        yield batch


def _made(workshop: Workshop, task: Task) -> Staged | Problem:
    artifact, original = task
    if original is None:
        data = outputs.render(artifact, workshop.theme, workshop.library)
        return (
            data if isinstance(data, Problem) else workshop.bench.write(artifact.path, artifact.digest, data)
        )
    place, signed = original
    picture = artifact.inputs.picture
    staged = workshop.bench.copy(artifact.path, artifact.digest, place, picture=picture)
    if isinstance(staged, Staged) and not signed.is_at(place):
        # Changed since it was signed: what was copied must not pass for what the digest names.
        return workshop.bench.copy(artifact.path, "", place, picture=picture)
    return staged

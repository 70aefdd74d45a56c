"""Artifacts to staged files, in batches that can be made in any process."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from casesite import outputs
from casesite.model.artifact import Artifact
from casesite.model.executor import Crew, in_order
from casesite.model.problem import Problem
from casesite.model.theme import Theme
from casesite.pipeline import Build
from casesite.pipeline.library import Library
from casesite.project.files import Snapshot
from casesite.project.publish import Output, Summary
from casesite.project.signing import Signed
from casesite.project.stage import Bench, Staged

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


class Workshop(NamedTuple):
    """What is needed to make artifacts."""

    theme: Theme
    library: Library
    bench: Bench


def make(build: Build, output: Output, snapshot: Snapshot, crew: Crew) -> Summary | list[Problem]:
    """Make each artifact that does not stand as it was written, then put all in place.

    One slip in a template shows in every page made with it: it is told once, with the first page's name.
    """
    tasks = list(_tasks(build, output, snapshot))
    problems: dict[tuple[object, ...], Problem] = {}
    berth = output.berth() if tasks else None
    if isinstance(berth, Problem):
        return [berth]
    if berth and build.theme:
        workshop = Workshop(build.theme, build.library, Bench(berth))
        calls = ((workshop, batch) for batch in _batches(tasks))
        for results in in_order(crew.fit(len(tasks) * _SECONDS), make_batch, calls):
            for result in results:
                if (problem := output.take(result)) is not None:
                    slip = (problem.path, problem.line, problem.code, problem.values[:1])
                    problems.setdefault(slip, problem)
    if problems:
        return list(problems.values())
    committed = output.commit()
    return [committed] if isinstance(committed, Problem) else committed


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

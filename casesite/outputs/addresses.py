"""Two files of the output on one path: an error that names both sources."""

from collections.abc import Iterable

from casesite.messages import output as codes
from casesite.model.artifact import Artifact
from casesite.model.problem import Place, Problem


def clashes(artifacts: Iterable[Artifact]) -> tuple[Problem, ...]:
    """Return an `address-clash` for each path that is taken already, also when only the case differs.

    The error stands at the later source (by its path); without a source, it is made by the site itself.
    """
    taken: dict[str, Artifact] = {}
    problems: list[Problem] = []
    for artifact in artifacts:
        key = artifact.path.lower()
        other = taken.setdefault(key, artifact)
        if other is not artifact:
            first, second = sorted((other, artifact), key=lambda one: (one.source, one.path))
            problems.append(
                Place(second.source or "content/site.yaml").problem(
                    codes.ADDRESS_CLASH, address=second.path, other=first.source or first.kind
                )
            )
    return tuple(problems)

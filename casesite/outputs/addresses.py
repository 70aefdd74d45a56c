"""Two files of the output on one path, or a file where a folder must be: an error that names both."""

from collections.abc import Iterable
from typing import Final

from casesite.messages import output as codes
from casesite.model.artifact import Artifact
from casesite.model.problem import Place, Problem

_OWN: Final = "content/site.yaml"


def clashes(artifacts: Iterable[Artifact]) -> tuple[Problem, ...]:
    """Return the problems of addresses, upper and lower case being the same.

    `address-clash` for each path that two sources want, and for each file where another needs a folder;
    `address-reserved` when that other is made by the site itself. The error stands at the later source (by
    its path).
    """
    taken: dict[str, Artifact] = {}
    folders: dict[str, Artifact] = {}
    problems: list[Problem] = []
    for artifact in artifacts:
        key = artifact.path.lower()
        other = taken.setdefault(key, artifact)
        if other is not artifact:
            problems.append(_clash(other, artifact))
        folder = key.rpartition("/")[0]
        while folder and folder not in folders:
            folders[folder] = artifact
            folder = folder.rpartition("/")[0]
    problems += [_clash(taken[path], below) for path, below in folders.items() if path in taken]
    return tuple(problems)


def _clash(one: Artifact, another: Artifact) -> Problem:
    first, second = sorted((one, another), key=lambda each: (each.source, each.path))
    place = Place(second.source or _OWN)
    if not first.source:
        return place.problem(codes.ADDRESS_RESERVED, address=second.path, other=first.path)
    return place.problem(codes.ADDRESS_CLASH, address=second.path, other=first.source)

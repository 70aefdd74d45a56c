"""Places and organisations that an article names, looked up in the vocabularies: proposals, never fields."""

from collections.abc import Iterable, Sequence
from typing import Final

from casesite.chinese.names import spans
from casesite.chinese.pinyin import words
from casesite.intake.draft import Line, Proposal
from casesite.model.vocabulary import Vocabularies

_MOST: Final = 12
_PLACE_ENDS: Final = "省市区县旗州盟镇乡村"


def find_places(lines: Sequence[Line], known: Vocabularies) -> list[Proposal]:
    """Return what is named, most often first: `region` and `org` stand in a vocabulary, `place` in none."""
    text = "\n".join(line.text for line in lines)
    found = [*_regions(text, lines, known), *_orgs(text, lines, known)]
    told = {name for proposal in found for name in (*proposal.text.split("/"), proposal.sentence)}
    return [*found, *_others(lines, told)]


def _regions(text: str, lines: Sequence[Line], known: Vocabularies) -> list[Proposal]:
    """Return the regions that are named, the deepest of a path only."""
    named: dict[tuple[str, ...], Proposal] = {}
    for region in known.regions or ():
        names = (region.path[-1], *region.aliases)
        count, name = max((text.count(name), name) for name in names)
        if count:
            path = "/".join(region.path)
            line = _line_of(lines, name)
            named[region.path] = Proposal("region", line, path, name, (("region", path),), count)
    above = {path[:depth] for path in named for depth in range(1, len(path))}
    deepest = [proposal for path, proposal in named.items() if path not in above]
    return sorted(deepest, key=lambda one: (-one.count, one.text))


def _orgs(text: str, lines: Sequence[Line], known: Vocabularies) -> list[Proposal]:
    found = []
    for org in known.orgs or ():
        count, name = max((text.count(name), name) for name in (org.name, *org.aliases))
        if count:
            found.append(Proposal("org", _line_of(lines, name), org.name, name, (("org", org.name),), count))
    return sorted(found, key=lambda one: (-one.count, one.text))


def _others(lines: Iterable[Line], told: set[str]) -> list[Proposal]:
    """Return names of places and organisations by how they end."""
    seen: dict[str, list[int]] = {}
    for line in lines:
        cut = [word for word, _ in words(line.text)]
        for start, end in spans(cut):
            seen.setdefault("".join(cut[start:end]), []).append(line.number)
    rest = [(name, numbers) for name, numbers in seen.items() if name not in told]
    rest.sort(key=lambda one: (-len(one[1]), one[1][0], one[0]))
    return [
        Proposal("place" if name[-1] in _PLACE_ENDS else "unit", numbers[0], name, count=len(numbers))
        for name, numbers in rest[:_MOST]
    ]


def _line_of(lines: Iterable[Line], name: str) -> int:
    return next((line.number for line in lines if name in line.text), 0)

"""Columns to sort by: for each indicator the cases that have it, the greatest value first, in one file.

A file is [cases of the site, cases here, text]; the text (dense) numbers the cases here, from 0 in the order
of their documents. Values were compared where units are known (`Ranking`), so a browser need not.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from casesite.model.artifact import Artifact
from casesite.model.site import Entry, Site
from casesite.outputs import digest
from casesite.outputs.search.dense import Writer
from casesite.outputs.search.script import path, short, wide_part

_FEWEST: Final = 2
"""One case alone is in order already."""
_MOST: Final = 40
"""What a list of choices can hold; where each case has indicators of its own, there may be thousands."""


class Column(Struct, frozen=True, array_like=True):
    """The cases with an indicator among the `total` ones of the site, the greatest value first."""

    number: int
    total: int
    cases: tuple[int, ...]


class Figure(NamedTuple):
    """What can be sorted by: an indicator, the name of its part and the artifact."""

    id: str
    label: str
    unit: str
    name: str
    artifact: Artifact


def plan(site: Site, entries: Sequence[Entry]) -> Iterator[Figure]:
    """Yield what can be sorted by, in the order of the site's indicators.

    `entries` are the searched cases in the order of their documents. Left out are indicators that fewer
    than two of them have, and beyond forty those with the fewest cases.
    """
    numbers = {entry.card.id: number for number, entry in enumerate(entries)}
    found = [
        (ranking, inside)
        for ranking in site.rankings
        if len(inside := tuple(numbers[name] for name in ranking.members if name in numbers)) >= _FEWEST
    ]
    most = sorted(range(len(found)), key=lambda place: -len(found[place][1]))[:_MOST]
    for number, (ranking, inside) in enumerate(found[place] for place in sorted(most)):
        inputs = Column(number, len(entries), inside)
        made = digest.artifact("", "search/figure", inputs, theme=None)
        name = _name(made)
        artifact = replace(made, path=path(name))
        yield Figure(ranking.id, ranking.label, ranking.unit, name, artifact)


def _name(artifact: Artifact) -> str:
    return f"figure-{artifact.inputs.number}-{short(artifact.digest)}"


def render(artifact: Artifact) -> bytes:
    """Write a column."""
    inputs: Column = artifact.inputs
    writer = Writer()
    for case in inputs.cases:
        writer.number("case", inputs.total, case)
    return wide_part(_name(artifact), [inputs.total, len(inputs.cases), writer.text()])

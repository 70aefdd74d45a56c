"""Facets: which issue, region, topics, organisation and year each case has, in one small file.

The file is a list: how many cases; ids of the issues; their labels (0 where these are the ids);
organisations; years; topics; names of places; what can be sorted by (figures); and a text (dense) that
holds, in order:

- the tree of places, from the root: a bit whether the place at hand has a further place below it, by its
  depth and whether it is the first. If so, a step in the names, by the depth: how far beyond that of the last
  place of this depth, in a circle; and it is at hand. If not, the place above is; the root ends the tree.
- for each case in the order of the documents: issue and year, each after a bit whether it is that of the
  case before, as how far it stands before that, in a circle; organisation; place; topics, rising, each by how
  many came before and (of fewer than 256) the last, then 0. Values count from 1 in the order of lists and
  tree; 0 is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from casesite.chinese.slug import slug
from casesite.model.artifact import Artifact
from casesite.model.site import Entry, Site
from casesite.outputs import digest
from casesite.outputs.search import figures
from casesite.outputs.search.dense import Writer
from casesite.outputs.search.script import path, short, wide_part
from casesite.outputs.wording import Wording

_FEW: Final = 256
"""Of so many topics or more, the one before says too little of the next to be worth a context."""


class Row(Struct, frozen=True, array_like=True):
    """The facets of a case; `region` is the key of its shelf; a text is empty where it has none."""

    issue: str
    region: str
    topics: tuple[str, ...]
    org: str
    year: str


class Facets(Struct, frozen=True, array_like=True):
    """All facets: the values in use, in the order they are shown in, and a row for each case.

    `issues` are (id, label); `regions` hold the places above them too; `figures` are (id, label, unit, name
    of the part).
    """

    issues: tuple[tuple[str, str], ...]
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    orgs: tuple[str, ...]
    years: tuple[str, ...]
    figures: tuple[tuple[str, str, str, str], ...]
    rows: tuple[Row, ...]


def plan(site: Site, wording: Wording, entries: Sequence[Entry]) -> tuple[Artifact, ...]:
    """Name the file of the facets, then those to sort by; none where no case is searched.

    `entries` are the cases that are searched, in the order of their documents. Values stand as their shelves
    do, an issue only if it is shown.
    """
    if not entries:
        return ()
    labels = {shelf.issue.id: wording.issue(shelf.issue.number) for shelf in site.issues}
    rows = tuple(_row(entry, labels) for entry in entries)
    places: dict[str, dict[str, int]] = {}
    for number, shelf in enumerate(site.shelves):
        places.setdefault(shelf.kind, {})[shelf.key] = number
    sortable = list(figures.plan(site, entries))
    issues = {row.issue for row in rows}
    facets = Facets(
        issues=tuple((name, label) for name, label in labels.items() if name in issues),
        regions=tuple(_down(_with_those_above({row.region for row in rows}), places.get("region", {}))),
        topics=_ordered((topic for row in rows for topic in row.topics), places.get("topic", {})),
        orgs=_ordered((row.org for row in rows), places.get("org", {})),
        years=_ordered((row.year for row in rows), places.get("year", {})),
        figures=tuple((one.id, one.label, one.unit, one.name) for one in sortable),
        rows=rows,
    )
    made = digest.artifact("", "search/facets", facets, theme=None)
    first = replace(made, path=path(_name(made)))
    return (first, *(one.artifact for one in sortable))


def _name(artifact: Artifact) -> str:
    return f"facets-{short(artifact.digest)}"


def _row(entry: Entry, issues: dict[str, str]) -> Row:
    card = entry.card
    return Row(
        issue=entry.issue if entry.issue in issues else "",
        region="/".join(card.region),
        topics=tuple(dict.fromkeys(filter(None, card.topics))),
        org=card.org,
        year=card.date[:4],
    )


def _with_those_above(regions: set[str]) -> set[str]:
    """Return regions and every place above one."""
    found: set[str] = set()
    for region in regions:
        above = region
        while above and above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


def _ordered(values: Iterable[str], places: dict[str, int]) -> tuple[str, ...]:
    """Return values, each once, as their shelves stand, those without one last."""
    return tuple(sorted({*values} - {""}, key=lambda one: (places.get(one, len(places)), one)))


def _down(regions: Iterable[str], places: dict[str, int]) -> Iterator[str]:
    """Yield regions, each followed by those below it."""
    children: dict[str, list[str]] = {}
    for region in reversed(_ordered(regions, places)):
        children.setdefault(region.rpartition("/")[0], []).append(region)
    waiting = children.get("", [])
    while waiting:
        region = waiting.pop()
        yield region
        waiting += children.get(region, ())


def render(artifact: Artifact) -> bytes:
    """Write the facets."""
    facets: Facets = artifact.inputs
    issues = [name for name, _ in facets.issues]
    labels = [label for _, label in facets.issues]
    names, steps = _names(facets.regions)
    writer = Writer()
    _write_tree(writer, facets.regions, steps, len(names))
    _write_rows(writer, facets, issues)
    return wide_part(
        _name(artifact),
        [
            len(facets.rows),
            issues,
            0 if labels == issues else labels,
            facets.orgs,
            facets.years,
            facets.topics,
            names,
            facets.figures,
            writer.text(),
        ],
    )


def _names(regions: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the names of places, each once, and for each place a step in a circle to the number of its name.

    A step goes from just after the name of the last place of that depth. The names stand level by level or by
    their slugs, whichever makes the steps short: a vocabulary's mostly differ, other shelves stand by slug.
    """
    depths = [region.count("/") for region in regions]
    named = [region.rpartition("/")[2] for region in regions]
    first = list(
        dict.fromkeys(name for _, name in sorted(zip(depths, named, strict=True), key=itemgetter(0)))
    )
    return min(
        ((order, list(_steps(order, depths, named))) for order in (first, sorted(first, key=slug))),
        key=lambda found: sum(step.bit_length() for step in found[1]),
    )


def _steps(order: list[str], depths: list[int], named: list[str]) -> Iterator[int]:
    numbers = {name: number for number, name in enumerate(order)}
    last: dict[int, int] = {}
    for depth, name in zip(depths, named, strict=True):
        yield (numbers[name] - last.get(depth, -1) - 1) % len(order)
        last[depth] = numbers[name]


def _write_tree(writer: Writer, regions: Sequence[str], steps: Iterable[int], names: int) -> None:
    """Write the tree, its places in the order of `_down`."""
    at, depth, first = "", 0, True
    for region, step in zip(regions, steps, strict=True):
        above = region.rpartition("/")[0]
        while at != above:
            writer.bit(("more", depth, first), False)
            at, depth, first = at.rpartition("/")[0], depth - 1, False
        writer.bit(("more", depth, first), True)
        writer.number(("name", depth), names, step)
        at, depth, first = region, depth + 1, True
    while depth >= 0:
        writer.bit(("more", depth, first), False)
        depth, first = depth - 1, False


def _write_rows(writer: Writer, facets: Facets, issues: Sequence[str]) -> None:
    runs = [("issue", _numbers(issues)), ("year", _numbers(facets.years))]
    last = [0, 0]
    orgs, regions, topics = _numbers(facets.orgs), _numbers(facets.regions), _numbers(facets.topics)
    for row in facets.rows:
        for place, (kind, values) in enumerate(runs):
            value = values.get(row.issue if kind == "issue" else row.year, 0)
            writer.bit(("same", kind), value == last[place])
            if value != last[place]:
                size = len(values) + 1
                writer.number(kind, size, (last[place] - value) % size)
            last[place] = value
        writer.number("org", len(orgs) + 1, orgs.get(row.org, 0))
        writer.number("region", len(regions) + 1, regions.get(row.region, 0))
        before = 0
        for place, value in enumerate((*sorted(topics[one] for one in row.topics), 0)):
            writer.number(("topic", place, before), len(topics) + 1, value)
            before = value if len(topics) < _FEW else 0


def _numbers(values: Sequence[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(values, 1)}

"""Shelves: cases by region, topic, organisation, tag and year."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from casesite.chinese.slug import slug
from casesite.chinese.slug import slugs as slugs_of
from casesite.gathering.slugs import Slugs, assign
from casesite.model.case import Card
from casesite.model.site import Hub, Shelf, ShelfKind
from casesite.model.vocabulary import Region, Term, Vocabularies


class Shelves(NamedTuple):
    """All shelves with cases on them, and the pages at addresses that several terms would have."""

    shelves: tuple[Shelf, ...]
    hubs: tuple[Hub, ...]

    def addresses(self) -> list[str]:
        """Return the address of every page here."""
        return [shelf.address for shelf in self.shelves] + [hub.address for hub in self.hubs]


def build_shelves(cards: Sequence[Card], vocabularies: Vocabularies) -> Shelves:
    """Put cards (newest first) on their shelves.

    Regions stand as the vocabulary orders them, or by their slugs when there is none; years run newest
    first; the others by number of cases, then slug, then name. A shelf without a case is not made.
    """
    parts = (
        _regions(cards, vocabularies.regions),
        _terms("topic", "topics", _by(cards, lambda card: card.topics), vocabularies.topics),
        _terms("org", "orgs", _by(cards, lambda card: (card.org,)), vocabularies.orgs),
        _terms("tag", "tags", _by(cards, lambda card: card.tags), None),
        _years(cards),
    )
    return Shelves(
        tuple(one for part in parts for one in part.shelves),
        tuple(one for part in parts for one in part.hubs),
    )


def _by(cards: Iterable[Card], names_of: Callable[[Card], Sequence[str]]) -> dict[str, list[str]]:
    """Return the ids of the cases under each name."""
    found: dict[str, list[str]] = {}
    for card in cards:
        names = names_of(card)
        for name in names if len(names) == 1 else dict.fromkeys(names):
            if name:
                found.setdefault(name, []).append(card.id)
    return found


def _terms(
    kind: ShelfKind, folder: str, members: Mapping[str, list[str]], vocabulary: tuple[Term, ...] | None
) -> Shelves:
    """Return the shelves of topics, organisations or tags.

    Terms of the vocabulary without a case take part in the clashes, so that their first case moves no
    address.
    """
    known = {term.name: term for term in vocabulary or ()}
    fixed = frozenset(name for name, term in known.items() if term.slug)
    wanted = {name: known[name].slug if name in fixed else slug(name) for name in {**known, **members}}
    slugs = assign(wanted, fixed)
    order = sorted(members, key=lambda name: (-len(members[name]), wanted[name], name))
    shelves = tuple(
        Shelf(
            kind=kind,
            key=name,
            label=name,
            address=f"{folder}/{slugs.by_term[name]}.html",
            members=tuple(members[name]),
            description=known[name].description if name in known else "",
            aliases=known[name].aliases if name in known else (),
        )
        for name in order
    )
    return Shelves(shelves, tuple(_hubs(folder, slugs, shelves)))


def _regions(cards: Sequence[Card], vocabulary: tuple[Region, ...] | None) -> Shelves:
    """Return the shelves of the region tree: a case of a town counts in its county, city and province too."""
    known = {"/".join(region.path): region for region in vocabulary or ()}
    members: dict[str, list[str]] = {}
    prefixes: dict[tuple[str, ...], list[str]] = {}
    for card in cards:
        keys = prefixes.get(card.region)
        if keys is None:
            keys = ["/".join(card.region[:depth]) for depth in range(1, len(card.region) + 1)]
            prefixes[card.region] = keys
        for key in keys:
            members.setdefault(key, []).append(card.id)
    spelled = slugs_of(key.replace("/", " ") for key in {**known, **members})
    wanted = {
        key: known[key].code if key in known and known[key].code else spelled[key.replace("/", " ")]
        for key in {**known, **members}
    }
    slugs = assign(wanted)
    if vocabulary is None:
        parts = {key: key.split("/") for key in members}
        names = {name: slug(name) for name in {name for each in parts.values() for name in each}}
        order = sorted(members, key=lambda key: ([names[name] for name in parts[key]], key))
    else:
        place = {key: number for number, key in enumerate(known)}
        order = sorted(members, key=lambda key: (place.get(key, len(place)), key))
    children: dict[str, list[str]] = {}
    for key in order:
        children.setdefault(key.rpartition("/")[0], []).append(key)
    shelves = tuple(
        Shelf(
            kind="region",
            key=key,
            label=key.rpartition("/")[2],
            address=f"regions/{slugs.by_term[key]}.html",
            members=tuple(members[key]),
            parent=key.rpartition("/")[0],
            children=tuple(children.get(key, ())),
            aliases=known[key].aliases if key in known else (),
        )
        for key in order
    )
    return Shelves(shelves, tuple(_hubs("regions", slugs, shelves)))


def _years(cards: Iterable[Card]) -> Shelves:
    """Return a shelf for each year, newest first."""
    members = _by(cards, lambda card: (card.date[:4],))
    return Shelves(
        tuple(
            Shelf(
                kind="year", key=year, label=year, address=f"years/{year}.html", members=tuple(members[year])
            )
            for year in sorted(members, reverse=True)
        ),
        (),
    )


def _hubs(folder: str, slugs: Slugs, shelves: Iterable[Shelf]) -> Iterator[Hub]:
    """Return the pages at plain addresses that several terms claim; a region goes by its whole path."""
    addresses = {shelf.key: shelf.address for shelf in shelves}
    for plain, terms in sorted(slugs.shared.items()):
        targets = tuple((term, addresses[term]) for term in terms if term in addresses)
        if targets:
            yield Hub(f"{folder}/{plain}.html", " · ".join(label for label, _ in targets), targets)

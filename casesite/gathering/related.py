"""Related cases, each with the reason that can be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from casesite.gathering.likeness import Told, likeness, named, told
from casesite.model.case import Card
from casesite.model.site import Related

MOST: Final = 5
"""How many related cases are shown."""

_LEVEL: Final = 20
_TOPIC: Final = 4 * _LEVEL
_ORG: Final = 3 * _LEVEL
_WORD: Final = 2 * _LEVEL
"""What a weighty word counts in the first choice; what it is worth then, `likeness` says."""
_ENOUGH: Final = 2 * _LEVEL
_REACH: Final = 3
_COMPARED: Final = 8


class Kin(NamedTuple):
    """What is compared of a case; `body` is its digest, so that a copy of the same text is never offered.

    `telling` are its telling words as `chinese.telling` packs them.
    """

    card: Card
    pinned: tuple[str, ...]
    body: str
    telling: bytes = b""


def relate(cases: Sequence[Kin]) -> dict[str, tuple[Related, ...]]:
    """Return up to five related cases for each id; `cases` run newest first and hold none that is withdrawn.

    Pinned ones come first in their order. The rest by fixed weights: 4 a shared topic, 3 the same
    organisation, 1 a shared level of the region and 1 more the same place, up to 6 the telling words of both
    texts; equals by date, newest first. For each topic, pair of topics, organisation, region and weighty
    word only the neighbours in time are looked at, so that a new case changes what is related to those
    around it and no other, and a large site costs no more a case than a small one.
    """
    texts = [told(kin.telling) for kin in cases]
    scores = _near([*_named(cases), *_worded(texts)], len(cases))
    number = {kin.card.id: place for place, kin in enumerate(cases)}
    return {kin.card.id: _of(place, scores[place], cases, texts, number) for place, kin in enumerate(cases)}


def _named(cases: Iterable[Kin]) -> list[tuple[int, list[int]]]:
    """Return all that cases may share by name, as weight and the places of those who do."""
    buckets: dict[tuple[str, ...], list[int]] = {}
    for place, (card, _, _, _) in enumerate(cases):
        topics = sorted(set(card.topics))
        for topic in topics:
            buckets.setdefault(("topic", topic), []).append(place)
        for first, second in combinations(topics, 2):
            buckets.setdefault(("topics", first, second), []).append(place)
        if card.org:
            buckets.setdefault(("org", card.org), []).append(place)
        for depth in range(min(2, len(card.region)) or 1, len(card.region) + 1):
            buckets.setdefault(("region", *card.region[:depth]), []).append(place)
    weights = {"topic": _TOPIC, "topics": _TOPIC, "org": _ORG, "region": _LEVEL}
    return [(weights[key[0]], places) for key, places in buckets.items() if len(places) > 1]


def _worded(texts: Iterable[Told]) -> list[tuple[int, list[int]]]:
    """Return the words by which cases look for each other, likewise."""
    buckets: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        for term in text.keys:
            buckets.setdefault(term, []).append(place)
    return [(_WORD, places) for places in buckets.values() if len(places) > 1]


def _near(shared: Iterable[tuple[int, list[int]]], count: int) -> Sequence[Mapping[int, int]]:
    """Return for each case the weights it gathers with its neighbours in time: a first choice."""
    scores: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(count)]
    for weight, places in shared:
        last = max(0, len(places) - 2 * _REACH - 1)
        for at, place in enumerate(places):
            start = min(max(0, at - _REACH), last)
            mine = scores[place]
            for other in places[start : start + 2 * _REACH + 1]:
                mine[other] += weight
    return scores


def _of(
    place: int,
    scores: Mapping[int, int],
    cases: Sequence[Kin],
    texts: Sequence[Told],
    number: Mapping[str, int],
) -> tuple[Related, ...]:
    """Return what is related to one case."""
    kin, text = cases[place], texts[place]
    card, heavy = kin.card, text.heavy
    chosen = [
        Related(case, "pinned")
        for case in dict.fromkeys(kin.pinned)
        if case in number and case != kin.card.id
    ][:MOST]
    pinned = {number[one.id] for one in chosen}
    count = len(cases)
    first = sorted([score * count - other for other, score in scores.items()], reverse=True)
    near = [-key % count for key in first[: _COMPARED + 1 + len(pinned)]]
    compared = []
    for other in near:
        if other != place and other not in pinned:
            # Nearly all pairs share no heavy word, and are not looked into.
            like = 0 if heavy.isdisjoint(texts[other].heavy) else likeness(text, texts[other])
            compared.append((-like - _score(card, cases[other].card), other, like))
    compared.sort()
    bodies = {kin.body}
    for score, other, like in compared:
        if len(chosen) == MOST or -score < _ENOUGH:
            break
        if cases[other].body not in bodies:
            bodies.add(cases[other].body)
            if 2 * like > -score:
                chosen.append(Related(cases[other].card.id, "text", "、".join(named(text, texts[other]))))
            else:
                chosen.append(_reason(card, cases[other].card))
    return tuple(chosen)


def _score(one: Card, other: Card) -> int:
    """Return how near two cases are by what they name."""
    score = 0
    topics, region = other.topics, other.region
    for topic in one.topics:
        if topic in topics:
            score += _TOPIC
    if one.org and one.org == other.org:
        score += _ORG
    mine = one.region
    # Nearly all pairs share no place.
    if mine and region and mine[0] == region[0]:
        score += _LEVEL * (_depth(mine, region) + (mine == region))
    return score


def _depth(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many levels two regions share."""
    depth = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        depth += 1
    return depth


def _reason(one: Card, other: Card) -> Related:
    """Return the strongest thing both share, by name."""
    for topic in one.topics:
        if topic in other.topics:
            return Related(other.id, "topic", topic)
    if one.org and one.org == other.org:
        return Related(other.id, "org", one.org)
    return Related(other.id, "region", one.region[_depth(one.region, other.region) - 1])

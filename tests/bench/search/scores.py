"""What the answers are worth: recall and precision by kind, counts, snippets, bytes and times."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from statistics import mean, median
from typing import Any, Final, NamedTuple

from casesite.chinese.normalise import normalise, query_terms
from casesite.chinese.variants import simplified
from tests.bench.search.browsing import Answer
from tests.bench.search.queries import SPELLED, Query
from tests.bench.search.readings import Readable, reading
from tests.bench.search.truth import Case

_MARK: Final = re.compile("<mark>(.*?)</mark>", re.DOTALL)
Sought = Mapping[Query, frozenset[str]]
"""The addresses of the cases that hold each query's word."""


class Score(NamedTuple):
    """Recall over the queries, precision over those with hits; 1 is all."""

    queries: int
    recall: float
    precision: float | None


class Counts(NamedTuple):
    """How many counts were said to be exact, and how many of these were not; of all hits and of ten."""

    queries: int
    exact: int
    wrong: int


class Spread(NamedTuple):
    """The middle and what nineteen of twenty stay within."""

    median: float
    p95: float


def spread(values: Iterable[float]) -> Spread | None:
    """Return the spread of some values, if any."""
    known = sorted(values)
    if not known:
        return None
    return Spread(median(known), known[math.ceil(0.95 * len(known)) - 1])


class Judge:
    """Tells right hits from wrong ones."""

    def __init__(self, cases: Sequence[Case], sought: Sought) -> None:
        self._readable = Readable(cases)
        self._cases = {case.url: case for case in cases}
        self._sought = sought

    def scores(self, answers: Sequence[Answer]) -> dict[str, Score]:
        """Return the score of each kind of query."""
        kinds: dict[str, list[Answer]] = {}
        for answer in answers:
            kinds.setdefault(answer.query.kind, []).append(answer)
        return {kind: self._score(some) for kind, some in kinds.items()}

    def _score(self, answers: Sequence[Answer]) -> Score:
        each = [self._one(answer) for answer in answers]
        precisions = [precision for _, precision in each if precision is not None]
        return Score(len(each), mean(recall for recall, _ in each), mean(precisions) if precisions else None)

    def short(self, answers: Sequence[Answer]) -> Iterator[str]:
        """Tell which queries fall short, and by how much."""
        for answer in sorted(answers, key=lambda answer: answer.query):
            recall, precision = self._one(answer)
            if recall < 1 or precision not in (None, 1):
                kind, text, word = answer.query
                known = "-" if precision is None else f"{precision:.3f}"
                yield f"{kind}, {text}{f' for {word}' if word != text else ''}: {recall:.3f} / {known}"

    def _one(self, answer: Answer) -> tuple[float, float | None]:
        """Return recall and precision of an answer; it has no precision without hits."""
        sought, hits = self._sought[answer.query], set(answer.urls)
        right = sum(url in sought or self._right(answer.query, url) for url in hits)
        return len(hits & sought) / len(sought), right / len(hits) if hits else None

    def _right(self, query: Query, url: str) -> bool:
        """Whether a hit that was not sought holds something that reads, or is written, as was typed."""
        if url not in self._cases:
            return False
        match query.kind:
            case "homophones":
                return self._readable.sounds(url, reading(query.text))
            case "traditional":
                return self._cases[url].holds(query_terms(simplified(query.text)))
            case kind if kind in SPELLED:
                return self._readable.spelled(url, query.text)
            case _:
                return False


def missed(answers: Sequence[Answer], sought: Sought, cases: Sequence[Case]) -> Counter[str]:
    """Count the cases that were sought by a substring and not found, by the fields that hold it."""
    known = {case.url: case for case in cases}
    found: Counter[str] = Counter()
    for answer in answers:
        if answer.query.kind not in SPELLED:
            for url in sought[answer.query] - set(answer.urls):
                kinds = [known[url].kinds(term) for term in query_terms(answer.query.text)]
                found[" + ".join("/".join(sorted(each)) for each in kinds)] += 1
    return found


def counts(answers: Sequence[Answer], sought: Sought) -> Counts:
    """Compare the counts said to be exact with the truth."""
    exact = [answer for answer in answers if answer.exact and answer.query.kind not in SPELLED]
    wrong = [answer for answer in exact if answer.total != len(sought[answer.query])]
    return Counts(sum(answer.query.kind not in SPELLED for answer in answers), len(exact), len(wrong))


def snippets(answers: Sequence[Answer]) -> tuple[int, int]:
    """Return how many of the hits shown mark every term in their snippet, and how many there are."""
    marked = [
        _marks(answer.query, shown)
        for answer in answers
        if answer.query.kind not in SPELLED
        for shown in answer.shown
    ]
    return sum(marked), len(marked)


def _marks(query: Query, shown: Sequence[Any]) -> bool:
    """Whether each term is marked in the snippet or in the title above it, and the HTML says the same."""
    _, parts, title, snippet = shown
    marked = [normalise(text) for text, hit in (*parts, *title) if hit]
    in_html = [unescape(text) for text in _MARK.findall(snippet)]
    return in_html == [text for text, hit in parts if hit] and all(
        any(term in text for text in marked) for term in query_terms(query.text)
    )


def taken(answers: Iterable[Answer], kinds: Sequence[str]) -> Iterator[float]:
    """Yield the gzipped kB of some kinds of files that each query loaded."""
    for answer in answers:
        yield sum(answer.taken[kind] for kind in kinds) / 1000

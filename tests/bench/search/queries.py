"""What is asked: parts of the texts themselves, drawn by dice, the same on every machine.

The kinds in `SPELLED` are drawn in spelled.py.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from casesite.chinese.normalise import query_terms
from casesite.chinese.text import HAN_RANGES
from tests.bench.corpus import Dice, make_corpus
from tests.bench.search.truth import Case

_SEED: Final = 7
_RUN: Final = re.compile(f"[{HAN_RANGES}]+")
_NUMBER: Final = re.compile(f"[0-9]{{1,4}}[{HAN_RANGES}]{{1,2}}")
_DATE: Final = re.compile("[0-9]+年[0-9]+月|[0-9]+月[0-9]+日|[0-9]+-[0-9]+-[0-9]+")
_MIXED: Final = re.compile(f"[{HAN_RANGES}]{{0,2}}[A-Za-z][A-Za-z0-9.+-]*[{HAN_RANGES}0-9]{{0,3}}")
_ACROSS: Final = re.compile(f"[{HAN_RANGES}]{{3,6}}，[{HAN_RANGES}]{{3,6}}")
NAMES: Final = ("organisation", "region", "topics", "tags")

SUBSTRING: Final = (
    "2 characters",
    "3-4 characters",
    "phrases 6-12",
    "cuts across words 2-4",
    "numbers with units",
    "names",
    "Latin mixes",
    "several, AND",
    "1 character",
)
SPELLED: Final = ("pinyin", "initials", "mixed pinyin", "homophones", "traditional")


class Query(NamedTuple):
    """What is typed. `word` is what a case must hold to be sought: the query itself, or what it spells."""

    kind: str
    text: str
    word: str

    def sought(self, cases: Sequence[Case]) -> frozenset[str]:
        """Return the addresses of the cases that hold the word."""
        terms = query_terms(self.word)
        return frozenset(case.url for case in cases if case.holds(terms))


class Texts:
    """The texts, and dice to draw from them."""

    def __init__(self, cases: Sequence[Case], seed: int = _SEED) -> None:
        self.cases = cases
        self.dice = Dice(seed)
        self.words = frozenset(word for word in make_corpus().words if len(word) == 2)

    def case(self) -> Case:
        """Draw a case."""
        return self.cases[self.dice.below(len(self.cases))]

    def block(self, case: Case | None = None) -> str:
        """Draw a block of the running text."""
        case = case or self.case()
        return self.dice.one([field.text for field in case.fields if field.kind == "text"])

    def run(self, least: int, case: Case | None = None) -> str:
        """Draw a run of Han characters that is at least so long."""
        while True:
            runs = [run for run in _RUN.findall(self.block(case)) if len(run) >= least]
            if runs:
                return self.dice.one(runs)

    def window(self, least: int, most: int) -> tuple[str, int, int]:
        """Draw a part of a run, as (run, start, end)."""
        size = least + self.dice.below(most - least + 1)
        run = self.run(size)
        start = self.dice.below(len(run) - size + 1)
        return run, start, start + size

    def field(self, kind: str, pattern: re.Pattern[str]) -> str:
        """Draw what a pattern finds in the fields of a kind of a case; nothing where it finds none."""
        texts = "\n".join(field.text for field in self.case().fields if field.kind == kind)
        found = pattern.findall(texts)
        return self.dice.one(found) if found else ""

    def word(self, case: Case | None = None) -> str:
        """Draw a word of two characters."""
        while True:
            run = self.run(2, case)
            start = self.dice.below(len(run) - 1)
            if run[start : start + 2] in self.words:
                return run[start : start + 2]


def draw(texts: Texts, number: int) -> Iterator[Query]:
    """Yield so many queries of each kind, none twice; fewer where the texts hold no more."""
    for kind, one in _DRAWN.items():
        for text in distinct(partial(one, texts), number):
            yield Query(kind, text, text)


def distinct(one: Callable[[], str], number: int) -> list[str]:
    """Draw so many different texts; empty ones do not count."""
    found: dict[str, None] = {}
    for _ in range(number * 200):
        if len(found) == number:
            break
        if text := one():
            found[text] = None
    return list(found)


def _part(texts: Texts) -> str:
    """Draw three or four characters that begin with a word."""
    run, start, end = texts.window(3, 4)
    return run[start:end] if run[start : start + 2] in texts.words else ""


def _phrase(texts: Texts) -> str:
    """Draw a phrase; one of four crosses a comma."""
    if texts.dice.below(4) == 0:
        across = _ACROSS.findall(texts.block())
        return texts.dice.one(across) if across else ""
    run, start, end = texts.window(6, 12)
    return run[start:end]


def _cut(texts: Texts) -> str:
    """Draw a part that begins inside a word."""
    run, start, end = texts.window(2, 4)
    return run[start:end] if start and run[start - 1 : start + 1] in texts.words else ""


def _number(texts: Texts) -> str:
    """Draw a number of the text, or one of four a figure, or a part of a date."""
    match texts.dice.below(4):
        case 0:
            return texts.field("figures", _NUMBER)
        case 1:
            return texts.field("date", _DATE)
        case _:
            return texts.field("text", _NUMBER)


def _mixed(texts: Texts) -> str:
    """Draw letters and what stands beside them."""
    return texts.field("text", _MIXED)


def _name(texts: Texts) -> str:
    """Draw an organisation, a place, a topic, a tag, an issue's label."""
    return texts.dice.one([field.text for field in texts.case().fields if field.kind in (*NAMES, "issue")])


def _several(texts: Texts) -> str:
    """Draw two or three words of one case."""
    case = texts.case()
    words = dict.fromkeys(texts.word(case) for _ in range(2 + texts.dice.below(2)))
    return " ".join(words) if len(words) > 1 else ""


def _single(texts: Texts) -> str:
    run, start, _ = texts.window(1, 1)
    return run[start]


_DRAWN: Final[dict[str, Callable[[Texts], str]]] = {
    "2 characters": Texts.word,
    "3-4 characters": _part,
    "phrases 6-12": _phrase,
    "cuts across words 2-4": _cut,
    "numbers with units": _number,
    "names": _name,
    "Latin mixes": _mixed,
    "several, AND": _several,
    "1 character": _single,
}

"""Characters with several readings, read by what stands around them: one small linear model a character.

`data/polyphones.txt.gz`, which `train` makes, holds a line for each character: it, its readings, the
commonest first, for each reading but the first a weight a key, as a character whose code counts from
`ZERO`, and the keys (see `keys`) that begin with one letter, behind that letter, without spaces where all
have one width. A reading's score is the sum of the weights of the keys that are there; the first one's is
0. The highest score wins. The line before them has the words, of one character and of more, that do not
settle how their polyphones are read.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import Final, NamedTuple, Self

from casesite.chinese.polyphones.keys import WIDTHS

ZERO: Final = 80
"""The code that stands for a weight of 0: weights go from -46 to 46, codes from `"` to `~`."""
SCALE: Final = 8
"""How many steps of a weight make a score of 1, the natural logarithm of how much likelier a reading is."""

HEAD: Final = "casesite polyphones 2"
_TENTHS: Final = 10
_FEW: Final = 5
"""So many keys more are counted, lest one that speaks alone be taken for sure."""
_SURE: Final = 1 << 20
"""The margin of a reading that has no other beside it."""


class Choice(NamedTuple):
    """A reading that was chosen, its margin, and the next likely one.

    The margin is by how much it leads, in tenths of a step for each key that speaks: a small lead of many
    keys is one of keys that contradict each other.
    """

    reading: str
    margin: int
    other: str


class Model(NamedTuple):
    """One character's readings, and for each but the first the weights of keys."""

    readings: tuple[str, ...]
    weights: tuple[dict[str, int], ...]

    @classmethod
    def of(cls, line: str) -> Self:
        """Make a model ready out of its line in the file."""
        _, listed, *rest = line.split("\t")
        readings = tuple(listed.split(" "))
        rows, groups = rest[: len(readings) - 1], rest[len(readings) - 1 :]
        names = [name for group in groups for name in _names(group[0], group[1:])]
        weights = tuple(
            {name: code - ZERO for name, code in zip(names, row.encode(), strict=True) if code != ZERO}
            for row in rows
        )
        return cls(readings, weights)

    def best(self, keys: list[str]) -> str:
        """Return the reading of the highest score."""
        best = top = 0
        for number, weights in enumerate(self.weights, 1):
            score = sum(map(weights.get, keys, repeat(0)))
            if score > top:
                best, top = number, score
        return self.readings[best]

    def choose(self, keys: list[str]) -> Choice:
        """Return the reading of the highest score, with the margin that tells how sure it is."""
        if not self.weights:
            return Choice(self.readings[0], _SURE, "")
        scores = self._scores(keys)
        first, second, *_ = sorted(range(len(scores)), key=lambda number: -scores[number])
        speaking = sum(any(key in weights for weights in self.weights) for key in keys)
        margin = _TENTHS * (scores[first] - scores[second]) // (_FEW + speaking)
        return Choice(self.readings[first], margin, self.readings[second])

    def settles(self, keys: list[str], reading: str, lead: int) -> bool:
        """Whether a reading's score is so many steps above every other."""
        scores = self._scores(keys)
        own = scores.pop(self.readings.index(reading)) if reading in self.readings else -lead
        return all(own - score >= lead for score in scores)

    def _scores(self, keys: list[str]) -> list[int]:
        return [0, *(sum(map(weights.get, keys, repeat(0))) for weights in self.weights)]


class Polyphones(NamedTuple):
    """The characters that have a model, each as its line, and the words that are asked about."""

    lines: Mapping[str, str]
    asked: frozenset[str]


@cache
def polyphones() -> Polyphones:
    """Return the models as they lie in the file; `model` makes one ready. ValueError for another's file."""
    packed = files("casesite.chinese").joinpath("data/polyphones.txt.gz").read_bytes()
    head, words, *lines = gzip.decompress(packed).decode().rstrip("\n").split("\n")
    if head != HEAD:
        message = f"polyphones.txt.gz is not of this program: {head}"
        raise ValueError(message)
    return Polyphones({line[0]: line for line in lines}, frozenset(words.split(" ")))


@cache
def model(char: str) -> Model:
    """Return a character's model, made ready when it is first asked for."""
    return Model.of(polyphones().lines[char])


def _names(letter: str, bodies: str) -> list[str]:
    """Return the keys of a group."""
    width = WIDTHS.get(letter)
    if not width:
        return [letter + body for body in bodies.split(" ")]
    return [letter + bodies[start : start + width] for start in range(0, len(bodies), width)]

"""Trains the models of polyphones: `python -m casesite.chinese.polyphones.train FOLDER`.

FOLDER holds `labelled.tsv.xz`, `teacher.tsv.xz`, `running.txt.xz` and `examples.txt.xz` (see `labels`); of
them only what is not kept for measuring is read. The phrases that the lexicon is compiled from are examples
too.

One multinomial logistic regression a character, by stochastic gradient descent with a step for each weight
that shrinks as AdaGrad's does (Duchi, Hazan and Singer, JMLR 12, 2011). Every sum runs in a fixed order, and
the exponential is made of multiplications, so that the same files give the same text
on every machine.
"""

import gzip
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import groupby
from math import sqrt
from pathlib import Path
from typing import Final, NamedTuple

from casesite.chinese.lexicon import lexicon
from casesite.chinese.lexicon.compile import gather
from casesite.chinese.people import surnames
from casesite.chinese.polyphones import HEAD, SCALE, ZERO, Model
from casesite.chinese.polyphones.corpus import Example, inside, of_files, of_phrases, own
from casesite.chinese.polyphones.keys import WIDTHS

_ROUNDS: Final = 8
_STEP: Final = 0.15
_CALM: Final = 0.02
"""An example whose reading is this sure already moves no weight."""
_FAR: Final = 40.0
_MOST: Final = 46
"""The largest weight, in steps."""
_LEAST: Final = 0.29
_MANY: Final = 480
_LEAST_OF_MANY: Final = 0.37
"""The least weight that is kept, of few and of many examples: it makes a reading a third likelier."""
_SURE: Final = 20
"""How many steps a reading must be ahead to need no look around."""
_MANY_ALONE: Final = 100
_ALWAYS: Final = 0.995
_SEEN: Final = 3
"""How often a character's only reading must be seen before it stands for the lexicon's."""


class Trained(NamedTuple):
    """One character's readings, the commonest first, and for each key a weight a reading."""

    readings: list[str]
    weights: dict[str, list[float]]


def train(folder: Path) -> str:
    """Return the text of `data/polyphones.txt.gz`, unpacked."""
    sources = gather()
    phrases = sources.phrases
    examples: defaultdict[str, list[Example]] = defaultdict(list)
    for example in of_files(folder, phrases):
        examples[example.char].append(example)
    from_phrases: defaultdict[str, list[Example]] = defaultdict(list)
    for example in of_phrases(phrases, frozenset(examples)):
        from_phrases[example.char].append(example)
    lines = {
        char: line for char in sorted(examples) if (line := _line(char, examples[char], from_phrases[char]))
    }
    models = {char: Model.of(line) for char, line in lines.items()}
    fixed = sources.certain | lexicon().places | surnames().keys()
    words = (_unsettled(examples, models) | _open_words(phrases, models)) - fixed
    asked = sorted(words | _open_alone(examples, models))
    return "\n".join([HEAD, " ".join(asked), *lines.values()]) + "\n"


def _unsettled(examples: Mapping[str, Sequence[Example]], models: Mapping[str, Model]) -> set[str]:
    """Return the words in which an example reads a character in another way than the lexicon does."""
    return {
        example.word
        for char in models
        for example in examples[char]
        if example.own and example.own != example.reading
    }


def _open_words(phrases: Container[str], models: Mapping[str, Model]) -> set[str]:
    """Return the words whose reading no source gives, and of which a model is not sure by themselves."""
    return {
        word
        for word in lexicon().costs
        if len(word) > 1 and word not in phrases and not models.keys().isdisjoint(word)
        if not all(
            models[char].settles(inside(word, offset), own(word, offset), _SURE)
            for offset, char in enumerate(word)
            if char in models
        )
    }


def _open_alone(examples: Mapping[str, Sequence[Example]], models: Mapping[str, Model]) -> set[str]:
    """Return the characters that are not always read in the lexicon's way where they are a word."""
    found = set()
    for char in models:
        alone = Counter(example.reading for example in examples[char] if not example.own)
        usual = alone[lexicon().characters.get(char, "")]
        if usual < _MANY_ALONE or usual < _ALWAYS * alone.total():
            found.add(char)
    return found


def _line(char: str, examples: Sequence[Example], phrases: Sequence[Example]) -> str:
    """Return a character's line of the file; nothing where the lexicon alone does as well."""
    counts = Counter(example.reading for example in examples)
    if len(counts) == 1:
        ((reading, seen),) = counts.items()
        known = {lexicon().characters.get(char), *(example.own for example in phrases)}
        return f"{char}\t{reading}" if seen >= _SEEN and known != {reading} else ""
    usable = [example for example in phrases if example.reading in counts]
    trained = fit([*examples, *usable])
    groups, rows = _steps(trained, _LEAST if len(examples) < _MANY else _LEAST_OF_MANY)
    return "\t".join([char, " ".join(trained.readings), *rows, *groups])


def _steps(trained: Trained, least: float) -> tuple[list[str], list[str]]:
    """Return the keys that matter, by their letter, and for each reading but the first their weights."""
    kept: dict[str, list[int]] = {}
    for key, weights in sorted(trained.weights.items()):
        scores = [weight - weights[0] for weight in weights[1:]]
        if max(map(abs, scores)) >= least:
            kept[key] = [max(-_MOST, min(_MOST, round(SCALE * score))) for score in scores]
    groups = [
        letter + ("" if letter in WIDTHS else " ").join(key[1:] for key in keys)
        for letter, keys in groupby(kept, key=lambda key: key[0])
    ]
    numbers = range(len(trained.readings) - 1)
    return groups, ["".join(chr(ZERO + steps[number]) for steps in kept.values()) for number in numbers]


def fit(examples: Sequence[Example]) -> Trained:
    """Return the weights that make the examples' readings likely."""
    counts = Counter(example.reading for example in examples)
    readings = sorted(counts, key=lambda reading: (-counts[reading], reading))
    numbers = {reading: number for number, reading in enumerate(readings)}
    zeros = [0.0] * len(readings)
    weights: dict[str, list[float]] = {}
    squares: dict[str, list[float]] = {}
    for example in examples:
        for key in example.keys:
            if key not in weights:
                weights[key], squares[key] = zeros.copy(), [1e-3] * len(readings)
    for turn in range(_ROUNDS):
        for example in _shuffled(examples, turn):
            sums = zeros.copy()
            for key in example.keys:
                sums = list(map(float.__add__, sums, weights[key]))
            slopes = _shares(sums)
            slopes[numbers[example.reading]] -= 1.0
            if slopes[numbers[example.reading]] > -_CALM:
                continue
            for key in example.keys:
                weight, square = weights[key], squares[key]
                for number, slope in enumerate(slopes):
                    square[number] += slope * slope
                    weight[number] -= _STEP * slope / sqrt(square[number])
    return Trained(readings, weights)


def _shuffled(examples: Sequence[Example], turn: int) -> list[Example]:
    """Return the examples in an order of their own for each turn."""
    numbers = range(len(examples))
    order = [hashlib.blake2b(f"{turn} {number}".encode(), digest_size=8).digest() for number in numbers]
    return [examples[number] for number in sorted(numbers, key=order.__getitem__)]


def _shares(sums: Sequence[float]) -> list[float]:
    """Return the probabilities that belong to scores (softmax)."""
    top = max(sums)
    powers = [_exp(score - top) for score in sums]
    total = 0.0
    for power in powers:
        total += power
    return [power / total for power in powers]


def _exp(exponent: float) -> float:
    """Return e to a power of at most 0, near enough, by multiplication: libraries differ in the last bit."""
    power = 1.0 + max(exponent, -_FAR) / 1024.0
    for _ in range(10):
        power *= power
    return power


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "data" / "polyphones.txt.gz"
    target.write_bytes(gzip.compress(train(Path(sys.argv[1])).encode(), mtime=0))

"""Trains the models of polyphones: `python -m casesite.chinese.polyphones.train FOLDER`.

FOLDER holds `labelled.tsv.xz`, `running.txt.xz` and `examples.txt.xz` (see `labels`); of them only what is
not kept for measuring is read. The phrases that the lexicon is compiled from are examples too.

One multinomial logistic regression a character, by stochastic gradient descent with a step for each weight
that shrinks as AdaGrad's does (Duchi, Hazan and Singer, JMLR 12, 2011). Every sum runs in a fixed order, and
the exponential is made of multiplications, so that the same files give the same bytes on every machine.
"""

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import sqrt
from pathlib import Path
from typing import Final, NamedTuple

from casesite.chinese.lexicon import lexicon
from casesite.chinese.lexicon.compile import gather
from casesite.chinese.polyphones import SCALE, ZERO
from casesite.chinese.polyphones.corpus import Example, of_files, of_phrases

_ROUNDS: Final = 8
_STEP: Final = 0.3
_CALM: Final = 0.02
"""An example whose reading is this sure already moves no weight."""
_FAR: Final = 40.0
_MOST: Final = 46
_LEAST: Final = 5
"""The largest weight, and the least that is kept, in steps."""
_SEEN: Final = 3
"""How often a character's only reading must be seen before it stands for the lexicon's."""


class Trained(NamedTuple):
    """One character's readings, the commonest first, and for each key a weight a reading."""

    readings: list[str]
    weights: dict[str, list[float]]


def train(folder: Path) -> str:
    """Return the text of `data/polyphones.txt`."""
    phrases = gather().phrases
    examples: defaultdict[str, list[Example]] = defaultdict(list)
    for example in of_files(folder):
        examples[example.char].append(example)
    from_phrases: defaultdict[str, list[Example]] = defaultdict(list)
    for example in of_phrases(phrases, frozenset(examples)):
        from_phrases[example.char].append(example)
    lines = [line for char in sorted(examples) if (line := _line(char, examples[char], from_phrases[char]))]
    words = _open(examples, phrases, {line[0] for line in lines})
    return "\n".join(["casesite polyphones 1", " ".join(words), *lines]) + "\n"


def _open(
    examples: Mapping[str, Sequence[Example]], phrases: Container[str], chars: AbstractSet[str]
) -> list[str]:
    """Return the words of two or more characters that do not settle how one of `chars` in them is read.

    They are those whose reading no source gives, and those that an example reads in another way.
    """
    unsettled = {
        example.word
        for char in chars
        for example in examples[char]
        if example.own and example.own != example.reading
    }
    composed = {word for word in lexicon().costs if len(word) > 1 and word not in phrases}
    return sorted(word for word in unsettled | composed if not chars.isdisjoint(word))


def _line(char: str, examples: Sequence[Example], phrases: Sequence[Example]) -> str:
    """Return a character's line of the file; nothing where the lexicon alone does as well."""
    counts = Counter(example.reading for example in examples)
    if len(counts) == 1:
        ((reading, seen),) = counts.items()
        known = {lexicon().characters.get(char), *(example.own for example in phrases)}
        return f"{char}\t{reading}\t" if seen >= _SEEN and known != {reading} else ""
    usable = [example for example in phrases if example.reading in counts]
    trained = fit([*examples, *usable])
    keys, rows = _steps(trained)
    return "\t".join([char, " ".join(trained.readings), " ".join(keys), *rows])


def _steps(trained: Trained) -> tuple[list[str], list[str]]:
    """Return the keys that matter, and for each reading but the first their weights as characters."""
    kept: dict[str, list[int]] = {}
    for key, weights in sorted(trained.weights.items()):
        steps = [max(-_MOST, min(_MOST, round(SCALE * (weight - weights[0])))) for weight in weights[1:]]
        if max(map(abs, steps)) >= _LEAST:
            kept[key] = steps
    count = len(trained.readings) - 1
    return list(kept), [
        "".join(chr(ZERO + steps[number]) for steps in kept.values()) for number in range(count)
    ]


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
    target = Path(__file__).parent.parent / "data" / "polyphones.txt"
    target.write_text(train(Path(sys.argv[1])), encoding="utf-8", newline="\n")

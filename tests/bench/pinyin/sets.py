"""What is measured: each set by its name, and an engine's errors in it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from casesite.chinese.lexicon import lexicon
from casesite.chinese.polyphones import labels
from casesite.chinese.polyphones.labels import Labelled, Piece, measured, piece_measured
from tests.bench.pinyin import data, scoring
from tests.bench.pinyin.peers import Answer, Engine
from tests.bench.pinyin.scoring import Score, Wrong

NAMES: Final = ("cpp", "g2pl", "hard", "running", "training", "running-training")
"""The last two are what the model may learn from: errors there may be studied freely."""
MEASURED: Final = ("cpp", "g2pl", "hard", "running")


class Result(NamedTuple):
    """An engine's result on a set: a score for each row of the table, the errors, and the texts read."""

    scores: dict[str, Score]
    wrong: list[Wrong]
    texts: list[str]
    doubts: list[list[tuple[int, float]]] | None


def rows(name: str) -> list[Labelled]:
    """Return the marked characters of a set."""
    if name == "hard":
        return list(labels.labelled(data.HARD))
    every = labels.labelled(data.LABELLED)
    if name == "training":
        return [row for row in every if not measured(row.sentence)]
    return [row for row in every if row.source.lower().startswith(name) and measured(row.sentence)]


def pieces(name: str) -> list[Piece]:
    """Return the pieces of running text that are for measuring, or the others."""
    wanted = name == "running"
    return [piece for piece in labels.running(data.RUNNING) if piece_measured(piece.header) is wanted]


def has(name: str) -> bool:
    """Say whether a set's file is there."""
    return not name.startswith("running") or data.RUNNING.exists()


def score(name: str, engine: "Engine | Majority", every: int = 1) -> Result:
    """Let an engine read a set, each `every`th sentence of it (of the hard set all), and score it."""
    if name.startswith("running"):
        taken = pieces(name)[::every]
        texts = [one.text for piece in taken for one in piece.sentences]
        said = engine.read(texts, doubts=True)
        found = scoring.text(taken, said.readings)
        scores = {f"{name} all": found.everything, f"{name} poly": found.polyphones}
        return Result(scores, found.wrong, texts, said.doubts)
    marked = rows(name)[:: 1 if name == "hard" else every]
    texts = list(dict.fromkeys(row.sentence for row in marked))
    said = engine.read(texts, doubts=True)
    readings = dict(zip(texts, said.readings, strict=True))
    wrong = scoring.marked(marked, [readings[row.sentence] for row in marked])
    scores = {name: Score(len(marked) - len(wrong), len(marked))}
    if name == "hard":
        missed = Counter(one.source for one in wrong)
        groups = Counter(row.source for row in marked)
        scores |= {f"hard {group}": Score(count - missed[group], count) for group, count in groups.items()}
    return Result(scores, wrong, texts, said.doubts)


class Majority:
    """The reading that a character bears most often in the training part, else the lexicon's: the floor."""

    def __init__(self) -> None:
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for row in rows("training"):
            counts[row.char][row.reading] += 1
        self._table = lexicon().characters | {
            char: max(sorted(some), key=some.__getitem__) for char, some in counts.items()
        }

    def read(self, texts: Sequence[str], *, doubts: bool = False) -> Answer:
        """Return each character's reading; it has no doubts."""
        del doubts
        return Answer(0.0, [[self._table.get(char, "") for char in text] for text in texts], None)

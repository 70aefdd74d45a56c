"""What the models are trained on: characters with a known reading, as the models see them.

They come from the files that `labels` reads, but for what is kept for measuring, and from the phrases that
the lexicon is compiled from.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from casesite.chinese.heteronyms import heteronyms
from casesite.chinese.lexicon import lexicon
from casesite.chinese.polyphones.keys import PAD, keys, padded
from casesite.chinese.polyphones.labels import examples, labelled, measured, piece_measured, running
from casesite.chinese.segments import neighbours, segments
from casesite.chinese.syllables import toneless
from casesite.chinese.text import HAN_RANGES

_HAN: Final = re.compile(f"[{HAN_RANGES}]+")
_NEUTRAL: Final = "得"
"""Whose neutral tone is another word, not a slack way to say the same: 得 de, dé."""
_OUTSIDE: Final = "rst"
"""Keys that tell of the words around, which a phrase without its sentence does not have."""


class Example(NamedTuple):
    """A character with its reading, its keys, and the word of the lexicon that it stands in."""

    char: str
    reading: str
    keys: list[str]
    word: str
    own: str


def of_files(folder: Path) -> Iterator[Example]:
    """Yield the examples of the files in a folder."""
    for row in labelled(folder / "labelled.tsv.xz"):
        if not measured(row.sentence):
            yield from _examples(row.sentence, {row.index: row.reading})
    for piece in running(folder / "running.txt.xz") if (folder / "running.txt.xz").exists() else ():
        if not piece_measured(piece.header):
            for sentence in piece.sentences:
                yield from _examples(
                    sentence.text,
                    {
                        place: reading
                        for place, reading in sentence.labels.items()
                        if not _slack(sentence.text[place], reading)
                    },
                )
    for row in examples(folder / "examples.txt.xz"):
        for example in _examples(row.sentence, {row.index: row.reading}):
            yield example._replace(keys=_inside(example.keys))


def of_phrases(phrases: dict[str, tuple[str, ...]], chars: frozenset[str]) -> Iterator[Example]:
    """Yield the given characters in the phrases that the lexicon has."""
    known = lexicon().costs
    for phrase, reading in sorted(phrases.items()):
        if len(phrase) > 1 and phrase in known:
            plain = padded(phrase)
            for offset, char in enumerate(phrase):
                if char in chars:
                    found = keys(plain, offset + PAD, ("", phrase, ""), offset, reading[offset])
                    yield Example(char, reading[offset], _inside(found), phrase, reading[offset])


def own(word: str, offset: int) -> str:
    """Return the lexicon's reading of a character in a longer word; nothing where it is the word."""
    if len(word) == 1:
        return ""
    known = lexicon()
    reading = known.words.get(word)
    return reading.split(" ")[offset] if reading else known.characters.get(word[offset], "")


def _examples(text: str, labels: dict[int, str]) -> Iterator[Example]:
    """Yield the labelled characters of a text."""
    plain = padded(text)
    for run in _HAN.finditer(plain):
        words = segments(run[0])
        place = run.start() - PAD
        for number, word in enumerate(words):
            around = neighbours(words, number)
            for offset, char in enumerate(word):
                if place + offset in labels:
                    reading, known = labels[place + offset], own(word, offset)
                    seen = keys(plain, place + offset + PAD, around, offset, known)
                    yield Example(char, reading, seen, word, known)
            place += len(word)


def _inside(found: list[str]) -> list[str]:
    """Return the keys that a phrase has wherever it stands."""
    return [key for key in found if len(key) > 1 and key[0] not in _OUTSIDE and "^" not in key]


def _slack(char: str, reading: str) -> bool:
    """Whether a reading is a neutral tone that only says less than the full one: 商量 liang."""
    alike = {one for one in heteronyms(char) if one != reading and toneless(one) == reading}
    return bool(alike) and char not in _NEUTRAL

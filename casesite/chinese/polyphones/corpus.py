"""What the models are trained on: characters with a known reading, as the models see them.

They come from the files that `labels` reads, but for what is kept for measuring, and from the phrases that
the lexicon is compiled from.
"""

import re
from collections.abc import Container, Iterator
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
_NEUTRAL: Final = "得子吗吧啦嘛哪啊呀哇咯喽哩"
"""Whose neutral tone is another word, not a slack way to say the same: 得 de, dé."""
_ENDS: Final = "。！？，；："
"""What a phrase ends in that is a whole sentence or clause."""
_OUTSIDE: Final = "rst"
"""Keys that tell of the words around, which a phrase without its sentence does not have."""


class Example(NamedTuple):
    """A character with its reading, its keys, and the word of the lexicon that it stands in."""

    char: str
    reading: str
    keys: list[str]
    word: str
    own: str


def of_files(folder: Path, settled: Container[str]) -> Iterator[Example]:
    """Yield the examples of the files in a folder.

    The teacher is a program, which errs: in `settled` words it is not heard.
    """
    for row in labelled(folder / "labelled.tsv.xz"):
        if not measured(row.sentence):
            yield from of_text(row.sentence, {row.index: row.reading})
    for row in labelled(folder / "teacher.tsv.xz"):
        if not measured(row.sentence):
            found = of_text(row.sentence, {row.index: row.reading})
            yield from (example for example in found if not example.own or example.word not in settled)
    for piece in running(folder / "running.txt.xz"):
        if not piece_measured(piece.header):
            for sentence in piece.sentences:
                yield from of_text(sentence.text, sentence.labels)
    for row in examples(folder / "examples.txt.xz"):
        for example in of_text(row.sentence, {row.index: row.reading}):
            whole = row.sentence[-1] in _ENDS
            yield example if whole else example._replace(keys=_inside(example.keys))


def of_phrases(phrases: dict[str, tuple[str, ...]], chars: frozenset[str]) -> Iterator[Example]:
    """Yield the given characters in the phrases that the lexicon has."""
    known = lexicon().costs
    for phrase, reading in sorted(phrases.items()):
        if len(phrase) > 1 and phrase in known:
            for offset, char in enumerate(phrase):
                if char in chars:
                    yield Example(char, reading[offset], inside(phrase, offset), phrase, reading[offset])


def inside(word: str, offset: int) -> list[str]:
    """Return the keys that a character of a word of the lexicon has wherever the word stands."""
    return _inside(keys(padded(word), offset + PAD, ("", word, ""), offset, own(word, offset)))


def own(word: str, offset: int) -> str:
    """Return the lexicon's reading of a character in a longer word; nothing where it is the word."""
    if len(word) == 1:
        return ""
    known = lexicon()
    reading = known.words.get(word)
    return reading.split(" ")[offset] if reading else known.characters.get(word[offset], "")


def of_text(text: str, labels: dict[int, str]) -> Iterator[Example]:
    """Yield the labelled characters of a text."""
    plain = padded(text)
    for run in _HAN.finditer(plain):
        words = segments(run[0])
        place = run.start() - PAD
        for number, word in enumerate(words):
            around = neighbours(words, number)
            for offset, char in enumerate(word):
                reading, known = labels.get(place + offset, ""), own(word, offset)
                if reading and not _differs_in_tone_alone(char, reading, known):
                    seen = keys(plain, place + offset + PAD, around, offset, known)
                    yield Example(char, reading, seen, word, known)
            place += len(word)


def _inside(found: list[str]) -> list[str]:
    """Return the keys that a phrase has wherever it stands."""
    return [key for key in found if len(key) > 1 and key[0] not in _OUTSIDE and "^" not in key]


def _differs_in_tone_alone(char: str, reading: str, known: str) -> bool:
    """Whether a reading is the neutral or the full tone of what the lexicon says: that is not for a label.

    Without a word around, `known` is empty, and a neutral tone that has a full one beside it only says less.
    """
    if char in _NEUTRAL:
        return False
    if known:
        return reading != known and toneless(reading) == toneless(known) in {reading, known}
    return any(toneless(one) == reading != one for one in heteronyms(char))

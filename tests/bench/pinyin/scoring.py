"""When a reading counts as right, by one rule for every engine.

Marked single characters (the labelled and the hard sets) are compared exactly: a neutral tone is a syllable
without a mark. Only 一 and 不 are right in each tone that they take before others (yī yí yì, bù bú), as
an engine may apply that sandhi. In running text a neutral tone for a full one of the same letters is right
too, and the reverse (dictionaries differ: 值得 zhíde, zhídé), and a second tone for a third before a syllable
read in the third. Letters are never forgiven: 地 `de` is not `dì`, 了 `le` is not `liǎo`.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from msgspec import Struct

from casesite.chinese.polyphones.labels import Labelled, Piece, toned

_SANDHI: Final = {"一": {"yī", "yí", "yì"}, "不": {"bù", "bú"}}
_TONES: Final = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


class Score(NamedTuple):
    """How many readings are right, of how many."""

    right: int
    all: int

    @property
    def share(self) -> float:
        """The share of right ones in per cent."""
        return 100 * self.right / self.all if self.all else 0.0


class Wrong(Struct, frozen=True):
    """A character read wrongly."""

    source: str
    index: int
    given: str
    expected: str
    sentence: str


@cache
def plain(reading: str) -> str:
    """Return an engine's reading in one form: lower case, marks composed, digits as marks."""
    text = unicodedata.normalize("NFC", reading.lower())
    return toned(text) if text[-1:].isdigit() and text[0].isalpha() and text.isascii() else text


@cache
def letters(reading: str) -> tuple[str, int]:
    """Return a syllable's letters without the tone's mark, and the tone: 0 is neutral."""
    split = unicodedata.normalize("NFD", reading)
    tone = next((_TONES[mark] for mark in split if mark in _TONES), 0)
    return unicodedata.normalize("NFC", "".join(mark for mark in split if mark not in _TONES)), tone


def exact(char: str, given: str, expected: str) -> bool:
    """Say whether a marked single character is read right."""
    allowed = _SANDHI.get(char, set())
    return given == expected or (expected in allowed and given in allowed)


def tolerant(char: str, given: str, expected: str, following: str) -> bool:
    """Say whether a character of running text is read right; `following` is how the next one is read."""
    if exact(char, given, expected):
        return True
    (one, tone), (other, wanted) = letters(given), letters(expected)
    if one != other:
        return False
    return 0 in {tone, wanted} or (tone == 2 and wanted == 3 and letters(following)[1] == 3)


def marked(rows: Sequence[Labelled], readings: Iterable[Sequence[str]]) -> list[Wrong]:
    """Return which marked characters are read wrongly; `readings` has one list a row, of its sentence."""
    wrong = []
    for row, given in zip(rows, readings, strict=True):
        found = plain(given[row.index])
        if not exact(row.char, found, row.reading):
            wrong.append(Wrong(row.source, row.index, found, row.reading, row.sentence))
    return wrong


class Running(NamedTuple):
    """The scores of running text."""

    everything: Score
    polyphones: Score
    wrong: list[Wrong]


def text(pieces: Sequence[Piece], readings: Iterable[Sequence[str]]) -> Running:
    """Score running text; `readings` has one list a sentence.

    Every polyphone is labelled, so a Han character without a label has one reading in living use. Which one,
    no engine may decide for the others: any that pypinyin's table of characters lists is right, tolerantly,
    and only no reading or one that the character does not have is wrong.
    """
    lines = [(piece.header, one) for piece in pieces for one in piece.sentences]
    wrong, missed, syllables, polyphones = [], 0, 0, 0
    for (header, sentence), given in zip(lines, readings, strict=True):
        found = [plain(one) for one in given]
        for place, char in enumerate(sentence.text):
            following = found[place + 1] if place + 1 < len(found) else ""
            label = sentence.labels.get(place)
            choices = listed(char) if label is None else (label,)
            if not choices:
                continue
            syllables += 1
            polyphones += label is not None
            if not any(tolerant(char, found[place], choice, following) for choice in choices):
                missed += label is not None
                wrong.append(Wrong(header, place, found[place], "|".join(choices), sentence.text))
    return Running(Score(syllables - len(wrong), syllables), Score(polyphones - missed, polyphones), wrong)


@cache
def listed(char: str) -> tuple[str, ...]:
    """Return the readings that pypinyin's table lists for a character; none for what is not Han."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 – only running text asks

    return tuple(PINYIN_DICT.get(ord(char), "").split(",")) if ord(char) in PINYIN_DICT else ()

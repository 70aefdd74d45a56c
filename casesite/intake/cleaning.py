"""Rules for the words of the lines that stay: readings in brackets removed, punctuation made full width."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from casesite.chinese.brackets import Note, find_notes, without
from casesite.chinese.pinyin import Readings, words
from casesite.chinese.punctuation import mend
from casesite.chinese.syllables import marks, toneless
from casesite.intake.draft import Change, Line, Proposal
from casesite.messages import intake as codes
from casesite.model.problem import Place, Problem

_AROUND: Final = 6
_SANDHI: Final = frozenset("一不")
"""Characters whose tone changes with the next; a note may give either."""


class Cleaned(NamedTuple):
    """Lines without the readings, what was changed, and what the readings taught."""

    lines: list[Line]
    changes: list[Change]
    readings: tuple[tuple[str, str], ...]
    proposals: tuple[Proposal, ...]
    problems: tuple[Problem, ...]


def remove_readings(lines: Sequence[Line], name: str, known: Readings) -> Cleaned:
    """Remove readings in brackets; those that our own reading differs from are kept as hints."""
    found = find_notes([line.text for line in lines])
    by_line: dict[int, list[Note]] = {}
    for note in found.noise:
        by_line.setdefault(note.line, []).append(note)
    changes: list[Change] = []
    cleaned: list[Line] = []
    hints: dict[str, str] = {}
    unsure: list[Proposal] = []
    for place, line in enumerate(lines):
        notes = by_line.get(place, [])
        text = without(line.text, notes)
        cleaned.append(Line(line.number, text, line.indented))
        changes += [_change(line, note) for note in notes]
        for word, reading in _hints(text, notes, known):
            if len(word) > 1 and hints.setdefault(word, reading) == reading:
                continue
            unsure.append(Proposal("reading", line.number, f"{word} {reading}", _around(text, word)))
    problems = tuple(_doubt(name, lines[note.line], note) for note in found.doubtful)
    return Cleaned(cleaned, changes, tuple(sorted(hints.items())), tuple(unsure), problems)


def mend_punctuation(lines: Iterable[Line]) -> tuple[list[Line], list[Change]]:
    """Make half-width punctuation of Chinese sentences full width."""
    mended: list[Line] = []
    changes: list[Change] = []
    for line in lines:
        text, marks_ = mend(line.text)
        mended.append(Line(line.number, text, line.indented))
        for mark in marks_:
            before = line.text[max(0, mark.start - _AROUND) : mark.start]
            after = line.text[mark.end : mark.end + _AROUND]
            old = line.text[mark.start : mark.end]
            changes.append(
                Change("punctuation", line.number, before + old + after, before + mark.mark + after)
            )
    return mended, changes


def _change(line: Line, note: Note) -> Change:
    """Show a note with the characters it reads and a few that follow."""
    start = max(min(note.places), note.start - 2 * _AROUND)
    before, after = line.text[start : note.start], line.text[note.end : note.end + 2]
    return Change("reading", line.number, before + line.text[note.start : note.end] + after, before + after)


def _doubt(name: str, line: Line, note: Note) -> Problem:
    place = Place(name, line.number, note.start + 1, line.text)
    return place.problem(codes.READING_UNALIGNED, found=note.text)


def _around(text: str, word: str) -> str:
    start = text.find(word)
    return text[max(0, start - _AROUND) : start + len(word) + _AROUND]


def _hints(text: str, notes: Sequence[Note], known: Readings) -> list[tuple[str, str]]:
    """Return the words of a cleaned line that its notes read otherwise than we do, with the notes' reading.

    A character that is a word by itself comes alone: its reading holds for this place only.
    """
    told = _told(notes)
    hints: list[tuple[str, str]] = []
    place = 0
    for word, syllables in words(text, known) if told else ():
        ours = list(syllables)
        for offset in range(len(ours)):
            theirs = told.get(place + offset, "")
            if theirs and _differs(word[offset], ours[offset], theirs):
                ours[offset] = theirs
        if tuple(ours) != syllables:
            hints.append((word, " ".join(ours)))
        place += len(word)
    return hints


def _told(notes: Sequence[Note]) -> dict[int, str]:
    """Return the syllable that notes give each place of the line without them."""
    told: dict[int, str] = {}
    for note in notes:
        for at, syllable in zip(note.places, note.syllables, strict=True):
            gone = sum(other.end - other.start for other in notes if other.end <= at)
            told[at - gone] = syllable
    return told


def _differs(char: str, ours: str, theirs: str) -> bool:
    """Whether two readings are more than a neutral tone, a changed tone of 一 and 不, or an r apart."""
    if not marks(theirs) or (not marks(ours) and toneless(ours) == toneless(theirs)):
        return False
    return ours != theirs and char not in _SANDHI and bool(ours)

"""Rules for the words of the lines that stay: readings in brackets removed, punctuation made full width."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
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


class _Read(NamedTuple):
    """A word that a note reads: our reading, and ours with the note's where they differ."""

    line: int
    word: str
    ours: str
    theirs: str
    around: str


def remove_readings(lines: Sequence[Line], name: str, known: Readings) -> Cleaned:
    """Remove readings in brackets; those that our own reading differs from are kept as hints."""
    found = find_notes([line.text for line in lines])
    by_line: dict[int, list[Note]] = {}
    for note in found.noise:
        by_line.setdefault(note.line, []).append(note)
    changes: list[Change] = []
    cleaned: list[Line] = []
    read: list[_Read] = []
    for place, line in enumerate(lines):
        notes = by_line.get(place, [])
        text = without(line.text, notes)
        cleaned.append(Line(line.number, text, line.indented))
        changes += [_change(line, note) for note in notes]
        read += _words_read(cleaned[-1], notes, known)
    hints, unsure = _settled(read)
    problems = tuple(_doubt(name, lines[note.line], note) for note in found.doubtful)
    return Cleaned(cleaned, changes, hints, unsure, problems)


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
            changes.append(Change(mark.rule, line.number, before + old + after, before + mark.mark + after))
    return mended, changes


def _change(line: Line, note: Note) -> Change:
    """Show a note with the characters it reads and a few that follow."""
    start = max(min(note.places), note.start - 2 * _AROUND)
    before, after = line.text[start : note.start], line.text[note.end : note.end + 2]
    return Change("reading", line.number, before + line.text[note.start : note.end] + after, before + after)


def _doubt(name: str, line: Line, note: Note) -> Problem:
    place = Place(name, line.number, note.start + 1, line.text)
    return place.problem(codes.READING_UNALIGNED, found=note.text)


def _words_read(line: Line, notes: Sequence[Note], known: Readings) -> list[_Read]:
    """Return the words of a cleaned line that its notes read, in full or in part."""
    told = _told(notes)
    found: list[_Read] = []
    place = 0
    for word, ours in words(line.text, known) if told else ():
        theirs = list(ours)
        for offset in range(len(ours)):
            syllable = told.get(place + offset, "")
            if syllable and _differs(word[offset], ours[offset], syllable):
                theirs[offset] = syllable
        if any(place + offset in told for offset in range(len(ours))):
            around = line.text[max(0, place - _AROUND) : place + len(word) + _AROUND]
            found.append(_Read(line.number, word, " ".join(ours), " ".join(theirs), around))
        place += len(word)
    return found


def _settled(read: Sequence[_Read]) -> tuple[tuple[tuple[str, str], ...], tuple[Proposal, ...]]:
    """Return the readings that hold for a whole text, and those that are only proposed.

    A word that is read in two ways is left to the editor, and so is one of a single character: its reading
    changes from place to place.
    """
    ways: dict[str, set[str]] = {}
    for one in read:
        ways.setdefault(one.word, set()).add(one.theirs)
    hints: dict[str, str] = {}
    unsure: list[Proposal] = []
    for one in read:
        if one.theirs == one.ours:
            continue
        if len(one.word) > 1 and len(ways[one.word]) == 1:
            hints[one.word] = one.theirs
        else:
            unsure.append(Proposal("reading", one.line, f"{one.word} {one.theirs}", one.around))
    return tuple(sorted(hints.items())), tuple(unsure)


def _told(notes: Sequence[Note]) -> dict[int, str]:
    """Return the syllable that notes give each place of the line without them."""
    ends = [note.end for note in notes]
    gone = [0, *accumulate(note.end - note.start for note in notes)]
    return {
        at - gone[bisect_right(ends, at)]: syllable
        for note in notes
        for at, syllable in zip(note.places, note.syllables, strict=True)
    }


def _differs(char: str, ours: str, theirs: str) -> bool:
    """Whether two readings are more than a neutral tone, a changed tone of 一 and 不, or an r apart."""
    if not marks(theirs) or (not marks(ours) and toneless(ours) == toneless(theirs)):
        return False
    return ours != theirs and char not in _SANDHI and bool(ours)

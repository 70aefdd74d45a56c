"""Readings in brackets that a script left in a text: `案例(ànlì)库`, `资源(zīyuán)(zīyuán)`, `網(wang)站`.

A bracket is such a note when its letters, cut into syllables from the right, read the Han characters before
it, and none is left over. With a tone mark that is enough. Without one, `安(an)` and `上海(Shanghai)` may be
meant: such notes count only where a text has many of them, or where the neutral tone is the character's own
(`的(de)`) and the text has notes with tone marks.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from casesite.chinese.heteronyms import is_syllable
from casesite.chinese.syllables import marks, of_character, own, tidy, toneless
from casesite.chinese.text import is_han, is_wide

_BRACKET: Final = re.compile(r"[(（]([^()（）\n]{1,80})[)）]")
_SPACES: Final = " \t\u3000"
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ")
_SEPARATORS: Final = re.compile("[ \t'’‘·•\u00a0\u3000-]+")
_MOST_GAP: Final = 3
"""How many other characters may stand between Han characters that a toned note reads: `力量”(lìliàng)`."""
_ENOUGH: Final = 5
"""How many toneless notes must align in a text before they are believed."""


class Note(NamedTuple):
    """A bracket with a reading: `line` counts from 0; `start` and `end` are what goes when it is removed.

    `places` are where the characters of `word` stand in the line; `syllables` are theirs, as written.
    Both are empty for a note that aligns with nothing.
    """

    line: int
    start: int
    end: int
    text: str
    word: str = ""
    syllables: tuple[str, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def toned(self) -> bool:
        """Whether it has a tone mark."""
        return any(map(marks, self.syllables))


class Notes(NamedTuple):
    """What a text holds: `noise` is to be removed, `doubtful` looks like a reading and stays."""

    noise: tuple[Note, ...]
    doubtful: tuple[Note, ...]


def find_notes(lines: Sequence[str]) -> Notes:
    """Find the readings in brackets of a text's lines, in their order."""
    aligned: list[Note] = []
    strange: list[Note] = []
    for number, line in enumerate(lines):
        good, odd = _of_line(number, line)
        aligned += good
        strange += odd
    toned = any(note.toned for note in aligned)
    many = sum(1 for note in aligned if not note.toned) >= _ENOUGH
    noise = [note for note in aligned if note.toned or many or (toned and _is_neutral(note))]
    kept = set(noise)
    if toned:  # without any, a lone bracket such as (an) is nobody's error
        strange += [note for note in aligned if note not in kept]
    return Notes(tuple(noise), tuple(sorted(strange)))


def without(line: str, notes: Iterable[Note]) -> str:
    """Return the line without these notes, which are its own and in order."""
    kept: list[str] = []
    place = 0
    for note in notes:
        kept.append(line[place : note.start])
        place = note.end
    return "".join(kept) + line[place:]


def _of_line(number: int, line: str) -> tuple[list[Note], list[Note]]:
    """Return the notes that align, and those with tone marks that do not."""
    good: list[Note] = []
    odd: list[Note] = []
    before: dict[int, int] = {}
    for found in _BRACKET.finditer(line):
        letters = _SEPARATORS.sub("", tidy(found[1]))
        lower = letters.lower()
        if not lower or not _LETTERS.issuperset(lower):
            continue
        start, end = _with_spaces(line, found.start(), found.end())
        toned = marks(lower) > 0
        places = _align(lower, line, found.start(), before) if letters == lower else None
        if places is not None and (toned or _is_close(places, found.start(), before)):
            word = "".join(line[place] for place, _ in places)
            syllables = tuple(syllable for _, syllable in places)
            good.append(
                Note(number, start, end, found[0], word, syllables, tuple(place for place, _ in places))
            )
            # A note right behind another leads to where the first of them starts, in one step.
            place = found.start()
            while place and line[place - 1] in _SPACES:
                place -= 1
            before[found.end()] = before.get(place, found.start())
        elif toned and _can_be_split(lower):
            odd.append(Note(number, start, end, found[0]))
    return good, odd


def _with_spaces(line: str, start: int, end: int) -> tuple[int, int]:
    """Take in the spaces that were set with a bracket between two Han characters."""
    left, right = start, end
    while left and line[left - 1] in _SPACES:
        left -= 1
    while right < len(line) and line[right] in _SPACES:
        right += 1
    if left and is_wide(line[left - 1]) and (right == len(line) or is_wide(line[right])):
        return left, right
    return start, end


def _align(letters: str, line: str, end: int, before: dict[int, int]) -> list[tuple[int, str]] | None:
    """Return the characters before `end` with their syllables, in order, or None when some are left over.

    `before` gives the start of each note found by its end: notes are stepped over.
    """
    place = _han_before(line, end, before)
    if place is None:
        return None
    plain = toneless(letters)
    # "v" stands for ü where no ü can be typed.
    plain = plain.replace("v", "ü") if "v" in plain else plain
    for syllable in sorted(of_character(line[place]), key=lambda one: (-len(one), one)):
        size = len(syllable)
        if not plain.endswith(syllable) or marks(letters[-size:]) > 1:
            continue
        here = (place, letters[-size:])
        if size == len(letters):
            return [here]
        rest = _align(letters[:-size], line, place, before)
        if rest is not None:
            return [*rest, here]
    return None


def _han_before(line: str, end: int, before: dict[int, int]) -> int | None:
    """Return the place of the nearest Han character before `end`, over notes and a few other characters."""
    gap = 0
    while end and gap <= _MOST_GAP:
        if end in before:
            end = before[end]
            continue
        end -= 1
        if is_han(line[end]):
            return end
        gap += line[end] not in _SPACES
    return None


def _is_close(places: Sequence[tuple[int, str]], end: int, before: dict[int, int]) -> bool:
    """Whether nothing but notes stands between the characters and their note."""
    for place, _ in reversed(places):
        while end in before:
            end = before[end]
        if place != end - 1:
            return False
        end = place
    return True


def _is_neutral(note: Note) -> bool:
    """Whether each character of a toneless note has the neutral tone by itself, as 的 has."""
    return all(own(char) == syllable for char, syllable in zip(note.word, note.syllables, strict=True))


def _can_be_split(letters: str) -> bool:
    """Whether the letters are whole syllables, each with one tone mark at most."""
    letters = letters.replace("v", "ü")
    reached = {0}
    for end in range(1, len(letters) + 1):
        if any(is_syllable(letters[start:end]) for start in range(max(0, end - 6), end) if start in reached):
            reached.add(end)
    return len(letters) in reached

"""Readings that a site or a text gives: a word with a syllable for each of its characters."""

from casesite.chinese.heteronyms import can_be_read, heteronyms, is_syllable
from casesite.chinese.pinyin import Readings
from casesite.chinese.syllables import marks, tidy, toneless
from casesite.chinese.text import count_han
from casesite.messages import pinyin as pinyin_codes
from casesite.messages import values as codes
from casesite.model.nearest import nearest
from casesite.model.problem import Place, Problem
from casesite.reading.form import Form


def read_readings(form: Form) -> Readings:
    """Return the readings of a case, an issue or a page."""
    pairs = []
    for key, node in form.words("readings"):
        reading = syllables(key.text, form.line(node, "readings"), form.at(node), form.problems)
        if reading:
            pairs.append((key.text, reading))
    return Readings.of(pairs)


def syllables(word: str, reading: str, place: Place, problems: list[Problem]) -> str:
    """Return a word's reading, one space between syllables; empty, and reported, when they do not fit.

    Reported, but taken, is a reading that no dictionary gives the character.
    """
    parts = [
        tidy(part) for part in reading.lower().replace("|", " ").replace("'", " ").replace("’", " ").split()
    ]
    if count_han(word) != len(word):
        problems.append(place.problem(codes.READING_NOT_HAN, word=word))
    elif len(parts) != len(word):
        problems.append(
            place.problem(
                codes.READING_SYLLABLES,
                word=word,
                han=str(len(word)),
                reading=reading,
                count=str(len(parts)),
            )
        )
    elif wrong := next((part for part in parts if not is_syllable(part)), ""):
        values = {"word": word, "syllable": wrong, "nearest": _meant(word[parts.index(wrong)], wrong)}
        problems.append(place.problem(pinyin_codes.READING_SYLLABLE, **values))
    else:
        _doubt(word, parts, place, problems)
        return " ".join(parts)
    return ""


def _meant(char: str, wrong: str) -> str:
    """Return the reading of a character that comes nearest to what was written."""
    bare = toneless(wrong).rstrip("0123456789").replace("v", "ü").replace("u:", "ü")
    known = heteronyms(char)
    return next((one for one in known if toneless(one) == bare), "") or nearest(wrong, known)


def _doubt(word: str, parts: list[str], place: Place, problems: list[Problem]) -> None:
    """Report readings that a character never has, and one without any tone mark that should have some."""
    toned = any(map(marks, parts))
    for char, part in zip(word, parts, strict=True):
        known = heteronyms(char)
        if not can_be_read(char, part) or not (toned or part in known):
            values = {"word": word, "character": char, "syllable": part, "known": ", ".join(known)}
            problems.append(place.problem(pinyin_codes.READING_UNKNOWN, **values))
            return

"""Readings that the author writes: `{重庆|chóng|qìng}`, `{重庆|chóng qìng}`, or `{重庆}` for ours.

Makes tokens of type `author_ruby` with the word as content; `meta` holds the syllables, a code of
`messages.markdown` and its values where something is wrong with them, and `shown`: whether they stand
above the word all the same.
"""

import re
from typing import Final, NamedTuple

from markdown_it.rules_inline import StateInline

from casesite.chinese.heteronyms import can_be_read, heteronyms, is_syllable
from casesite.chinese.pinyin import annotate
from casesite.chinese.syllables import marks, tidy, toneless
from casesite.chinese.text import HAN_RANGES
from casesite.messages import ruby
from casesite.messages.code import Code

_BRACES: Final = re.compile(r"\{([^{}|\\\n]{1,40})((?:\\?\|[^{}|\\\n]{0,80}){0,40})\}")
_WORD: Final = re.compile(f"[{HAN_RANGES}]+")
_VARIANT: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Selects a variant of a character, which ruby does without."""
_PARTING: Final = str.maketrans("|’'", "   ", "\\")
"""What stands between syllables: a bar, a space, the apostrophe of xī'ān."""


class _Doubt(NamedTuple):
    """What is wrong with a reading; with `shown` it stands above the word all the same."""

    code: Code
    values: dict[str, str]
    shown: bool = False


def author_ruby(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Take a word in braces with its reading."""
    found = _BRACES.match(state.src, state.pos, state.posMax)
    if found is None or not _WORD.search(found[1]):
        return False
    word = _VARIANT.sub("", found[1])
    if not found[2] and not _WORD.fullmatch(word):
        return False
    if not silent:
        token = state.push("author_ruby", "", 0)
        token.content = word
        syllables = tuple(map(_tidy, found[2].translate(_PARTING).split()))
        token.meta = {"at": state.pos, "syllables": syllables, "code": "", "values": {}, "shown": True}
        if found[2] and (doubt := _doubt(word, syllables)):
            token.meta |= doubt._asdict()
    state.pos = found.end()
    return True


def _tidy(syllable: str) -> str:
    """Return a syllable as dictionaries write it; a capital letter stays."""
    return tidy(syllable).replace("v", "ü")


def in_line(braces: str, line: str) -> str:
    """Return braces as that line needs them: in a row of a table a bar is escaped."""
    return braces.replace("|", "\\|") if line.lstrip().startswith("|") else braces


def _doubt(word: str, syllables: tuple[str, ...]) -> _Doubt | None:
    """Return what is wrong with a word's reading, the worst first."""
    if not _WORD.fullmatch(word):
        return _Doubt(ruby.WORD, {"word": word})
    if len(syllables) != len(word):
        values = {"word": word, "characters": str(len(word)), "syllables": str(len(syllables))}
        return _Doubt(ruby.COUNT, values)
    small = tuple(syllable.lower() for syllable in syllables)
    if all(one in heteronyms(char) for char, one in zip(word, small, strict=True)):
        return None
    wrong = next((place for place, one in enumerate(small) if not is_syllable(one)), -1)
    if wrong >= 0:
        values = {"word": word, "syllable": syllables[wrong], "fixed": _fixed(word, small, wrong)}
        return _Doubt(ruby.SYLLABLE, values)
    for place, (char, one) in enumerate(zip(word, small, strict=True)):
        toned = one in heteronyms(char) or any(map(marks, small))
        if not can_be_read(char, one) or not toned:
            values = {
                "character": char,
                "syllable": syllables[place],
                "fixed": _fixed(word, small, place),
            }
            return _Doubt(ruby.READING, values, shown=True)
    return None


def _fixed(word: str, syllables: tuple[str, ...], wrong: int) -> str:
    """Return the braces with what was probably meant, or nothing where a character's reading is unknown."""
    meant, toned = list(syllables), any(map(marks, syllables))
    for place, (char, usual) in enumerate(annotate(word)):
        if place == wrong or not toned or not can_be_read(char, meant[place]):
            bare = toneless(meant[place]).rstrip("012345")
            meant[place] = next((one for one in heteronyms(char) if toneless(one) == bare), usual)
    return f"{{{word}|{' '.join(meant)}}}" if all(meant) else ""

"""Words and readings: what Chinese words there are, and how characters are read."""

from functools import cache
from typing import NamedTuple


class Lexicon(NamedTuple):
    """Readings by character and by word."""

    characters: dict[str, str]
    words: dict[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, loaded when first asked for."""
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 - a light start
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - a light start

    characters = {chr(code): readings.split(",")[0] for code, readings in pinyin_dict.items()}
    words = {word: tuple(syllable[0] for syllable in reading) for word, reading in phrases_dict.items()}
    return Lexicon(characters, words)

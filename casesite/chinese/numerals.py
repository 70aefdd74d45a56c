"""How numbers in Han characters are spelled: GB/T 16159—2012, 6.1.5.

A number from 11 to 99 is one word; 百, 千, 万 and 亿 join what counts them (sānbǎi wǔshíliù), 零 stands
apart; digits that are only read out stand apart (èr líng èr sì), two neighbours that mean about so many take
a hyphen (sān-wǔ tiān), and so does 第 (dì-yī). What is counted stands apart (sān gè).
"""

import re
from collections.abc import Sequence
from typing import Final

from casesite.chinese.pinyin import Word

_DIGITS: Final = "〇零一二三四五六七八九两几"
_UNITS: Final = "十百千万亿"
_MEASURES: Final = "个位名件条项次年日天岁户元亩斤吨里家支批类种座间本张台套所把"
"""Words of measure that the lexicon may hold together with their number."""
_NUMBER: Final = re.compile(f"第?[{_DIGITS}{_UNITS}]+")
_COUNTED: Final = re.compile(f"(第?[{_DIGITS}{_UNITS}]+)([{_MEASURES}])")
_FRACTION: Final = re.compile(f"[{_DIGITS}{_UNITS}]*分之[{_DIGITS}{_UNITS}]*")
_ORDER: Final = "一二三四五六七八九"
_MOST_APART: Final = 2


def parted(words: Sequence[Word]) -> list[Word]:
    """Return the words with numbers as words of their own: `(五, 十三, 三个)` becomes `(五十三, 三, 个)`.

    A number that is read digit by digit, or in groups, is as many words as it is written in.
    """
    found: list[Word] = []
    number = ""
    syllables: tuple[str, ...] = ()
    for word, read in words:
        counted = _COUNTED.fullmatch(word)
        if counted or _NUMBER.fullmatch(word):
            size = len(counted[1]) if counted else len(word)
            if word.startswith("第"):
                found += _groups(number, syllables)
                number, syllables = "", ()
            number += word[:size]
            syllables += read[:size]
            if not counted:
                continue
            found += [*_groups(number, syllables), (word[size:], read[size:])]
        elif _FRACTION.fullmatch(word):
            found += [*_groups(number, syllables), *zip(word, ((one,) for one in read), strict=True)]
        else:
            found += [*_groups(number, syllables), (word, read)]
        number, syllables = "", ()
    return found + _groups(number, syllables)


def _groups(number: str, syllables: tuple[str, ...]) -> list[Word]:
    """Return a number as the words it is written in."""
    ends: list[int] = []
    start = 1 if number.startswith("第") else 0
    digits = number[start:]
    if set(digits).isdisjoint(_UNITS):
        ends = [len(number)] if start or is_about(digits) else list(range(1, len(number) + 1))
    else:
        for place, char in enumerate(number, 1):
            if char in "万亿" and ends and ends[-1] == place - 1 and number[place - 2] not in "零〇":
                ends[-1] = place
            elif char in "百千万亿零〇" or place == len(number) or number[place] in "零〇":
                ends.append(place)
    return [
        (number[begin:end], syllables[begin:end])
        for begin, end in zip([0, *ends], ends, strict=False)
        if begin < end
    ]


def is_number(word: str) -> bool:
    """Whether a word is a number, or one of a row: 三百, 第十三."""
    return _NUMBER.fullmatch(word) is not None


def is_about(number: str) -> bool:
    """Whether two digits mean about so many: 三五, 七八."""
    if len(number) != _MOST_APART or not set(number) <= set(_ORDER):
        return False
    return 0 < _ORDER.index(number[1]) - _ORDER.index(number[0]) <= _MOST_APART


def hyphens(word: str) -> bool:
    """Whether a hyphen stands behind the first syllable of a number: 第一, 三五."""
    return len(word) > 1 and is_number(word) and (word[0] == "第" or is_about(word))

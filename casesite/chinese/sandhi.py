"""Spoken tones: 一, 不 and third tones as they change before what follows, for teaching.

GB/T 16159—2012, 6.5.2: pinyin writes citation tones; where speech is taught, the changed tones may be
written. The changes are those of 黄伯荣、廖序东《现代汉语》(语音, 音变) and of the syllabus of the national
test 《普通话水平测试实施纲要》:

- 不 is bú before a fourth tone (不对 bú duì) and light between two like words (好不好 hǎo bu hǎo);
- 一 is yí before a fourth tone (一个 yí gè), yì before the other tones (一天 yì tiān), light between two like
  verbs (看一看 kàn yi kàn); as an ordinal, among digits and at a word's end it stays (第一, 一九四九, 统一);
- of two third tones that follow each other the first is spoken as a second (你好 ní hǎo).

Third tones change within each word from its left (展览馆 zhán lán guǎn), then over the borders of words from
the right, so that what a word has become decides over what stands before it: 我很好 wǒ hén hǎo, 小老虎 xiǎo
láo hǔ. This is one careful way to say it; how far the change reaches in fast speech (wó hén hǎo) is the
speaker's choice. A mark, a letter or a digit is a pause that nothing reaches over. 啊 stays.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from casesite.chinese.pinyin import Word

_TONES: Final = dict(zip("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", [1, 2, 3, 4] * 6 + [2, 3, 4, 2], strict=True))
_SECOND: Final = str.maketrans("ǎěǐǒǔǚň", "áéíóúǘń")
_DIGITS: Final = frozenset("〇零一二三四五六七八九十百千万亿两第初")
_BEFORE: Final = frozenset("〇零一二三四五六七八九十第初")
"""Behind these, 一 is an ordinal or a digit among others."""
_AFTER: Final = frozenset("〇零一二三四五六七八九十")
_NAMED: Final = frozenset("月号楼班级")
"""Before these a lone 一 counts off as an ordinal does: 一月, 一号, 一楼."""
_THIRD: Final = 3
_FOURTH: Final = 4
_POINTING: Final = frozenset("每这那哪某另有同任此")
"""Behind these, 一 counts what follows though a lexicon takes both for a word: 每一个, 这一天."""
_LIGHT_FOURTH: Final = "个"
"""What may be light and changes 一 as the fourth tone that it once had."""


def tone(syllable: str) -> int:
    """Return a syllable's tone, 1 to 4; 0 for a light one."""
    return next((_TONES[letter] for letter in syllable if letter in _TONES), 0)


def spoken(words: Sequence[Word]) -> list[Word]:
    """Return the words with tones as spoken; words, their order and their number stay."""
    found: list[Word] = []
    start = 0
    for place in range(len(words) + 1):
        if place == len(words) or not all(words[place][1]) or not words[place][1]:
            found += _run(words[start:place])
            found += words[place : place + 1]
            start = place + 1
    return found


def _run(words: Sequence[Word]) -> list[Word]:
    """Return words without a pause between them."""
    if not words:
        return []
    text = "".join(word for word, _ in words)
    changed = [syllable for _, syllables in words for syllable in syllables]
    borders = [0]
    for word, _ in words:
        borders.append(borders[-1] + len(word))
    _third(changed, borders)
    _yi_and_bu(text, changed, frozenset(borders))
    return [
        (word, tuple(changed[start:end]))
        for (word, _), start, end in zip(words, borders, borders[1:], strict=False)
    ]


def _yi_and_bu(text: str, changed: list[str], borders: frozenset[int]) -> None:
    """Change 一 and 不; borders are where words begin."""
    for place, char in enumerate(text):
        if char not in "一不" or changed[place] not in ("yī", "bù"):
            continue
        after = changed[place + 1] if place + 1 < len(text) else ""
        if not after:
            continue
        following = tone(after) or (_FOURTH if text[place + 1] == _LIGHT_FOURTH else 0)
        if _is_between(text, place):
            changed[place] = "yi" if char == "一" else "bu"
        elif char == "不":
            changed[place] = "bú" if following == _FOURTH else "bù"
        elif not _is_ordinal(text, place, borders):
            changed[place] = "yí" if following == _FOURTH else "yì"


def _is_between(text: str, place: int) -> bool:
    """Whether a character stands between two like ones that it does not count: 看一看, but 一天一天."""
    around = text[place - 1] if place else ""
    return around == text[place + 1] and around not in _DIGITS and text[place - 2 : place - 1] != text[place]


def _is_ordinal(text: str, place: int, borders: frozenset[int]) -> bool:
    """Whether 一 is a digit or an ordinal, or ends its word: 第一, 一九四九, 统一."""
    before, after = text[place - 1] if place else "", text[place + 1]
    if before in _BEFORE or after in _AFTER or after in _NAMED:
        return True
    return place + 1 in borders and place not in borders and before not in _POINTING


def _third(changed: list[str], borders: Sequence[int]) -> None:
    """Change third tones within words from the left, then over the borders of words."""
    for start, end in pairwise(borders):
        for place in range(start, end - 1):
            _pair(changed, place)
    for border in reversed(borders[1:-1]):
        _pair(changed, border - 1)


def _pair(changed: list[str], place: int) -> None:
    """Make a third tone before another a second."""
    if tone(changed[place]) == _THIRD == tone(changed[place + 1]):
        changed[place] = changed[place].translate(_SECOND)

"""Pinyin by words, as GB/T 16159—2012 《汉语拼音正词法基本规则》 writes it.

What is followed, by section, with examples of our own:

- 5.1–5.3: the syllables of a word are joined; four and more that are words beside each other stand apart
  (guǎnlǐ shuǐpíng), others are joined. 《汉语拼音方案》, 5: an apostrophe parts a syllable that begins with
  a, o or e from the one before (Xī'ān, chóng'ér); 3: 儿 that only colours its syllable is r (huār).
- 5.4: a repeated syllable is joined (rénrén), a repeated word of two syllables stands apart (xuéxí xuéxí),
  AABB is joined (gāogāoxìngxìng).
- 5.5: what comes before or behind a word as a part of it is joined (fùshūjì, dǎngyuánmen).
- 6.1.2.1: 着 了 过 join their verb, 了 that ends a sentence does not. 6.1.5: numbers, see `numerals`.
- 6.1.9: 的 地 得 之 stand apart. 6.1.12: idioms take a hyphen between two and two where they divide.
- 6.2.1, with GB/T 28039—2011, 5.1: surname and given name stand apart, each with a capital (Wáng Jiànguó); a
  surname of two syllables is joined, two surnames take a hyphen.
- 6.2.2: the proper and the generic part of a place stand apart, each with a capital (Wènshàng Xiàn); a
  hamlet whose proper part is one syllable is joined (Wángcūn).
- 6.3: sentences and proper names begin with a capital. 6.7: marks are those of Latin writing.

Which idioms divide the standard leaves to the reader; here all do but those with 而 之 于 and the like in the
middle (`_BRIDGES`, `_WHOLE`). A verb's complement, and 方位词, stand as the words were cut.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from casesite.chinese.lexicon import lexicon
from casesite.chinese.numerals import hyphens, is_number, parted
from casesite.chinese.pinyin import Word
from casesite.chinese.syllables import toneless
from casesite.chinese.variants import simplified

Piece = tuple[str, str]
"""What is written together, and its pinyin; no pinyin for marks, and where a reading is not known."""

_FULL_ER: Final = frozenset("女幼婴孤胎健少育宠患弃孙乞妻生血产男小能潮遗混骄贫")
"""Before these, 儿 is a syllable of its own, though it is not the first: 女儿, 少儿."""
_BRIDGES: Final = frozenset("不而之于以与莫如若无有为所得其且乎")
_TIES: Final = frozenset("而之于乎")
_WHOLE: Final = frozenset(("层出不穷", "一衣带水", "不亦乐乎", "目不转睛"))
_IDIOM: Final = 4
_PREFIXES: Final = frozenset("副非")
_SUFFIXES: Final = frozenset("们性化者")
_ASPECTS: Final = frozenset(("le", "zhe", "guo"))


@lru_cache(maxsize=1 << 12)
def joined(word: str, syllables: tuple[str, ...]) -> str:
    """Return the syllables of one word, joined; with a hyphen in an idiom that divides, in 第一 and in 三五.

    `syllables` are one a character, none of them empty.
    """
    if hyphens(word):
        return f"{syllables[0]}-{joined(word[1:], syllables[1:])}"
    if _divides(word):
        return f"{_run(word[:2], syllables[:2])}-{_run(word[2:], syllables[2:])}"
    return _run(word, syllables)


def pieces(words: Sequence[Word]) -> list[Piece]:
    """Return words that are no names as what is written together; the texts add up to the words'."""
    found: list[Piece] = []
    prefix: Word | None = None
    split = [part for word, read in parted(words) for part in parts(word, read)]
    for (word, read), (behind, behind_read) in zip(split, [*split[1:], ("", ())], strict=False):
        if not read or not all(read):
            found += [_plain(prefix), (word, "")] if prefix else [(word, "")]
            prefix = None
            continue
        if prefix:
            word, read, prefix = prefix[0] + word, prefix[1] + read, None  # noqa: PLW2901  one word now
        elif word in _PREFIXES and len(behind) > 1 and behind_read:
            prefix = word, read
            continue
        if found and found[-1][1] and _clings(word, read, is_last=not behind_read):
            before = found.pop()
            found.append((before[0] + word, before[1] + joined(word, read)))
        else:
            found.append(_plain((word, read)))
    return found


def _plain(word: Word) -> Piece:
    return word[0], joined(*word)


def _run(word: str, syllables: Sequence[str]) -> str:
    """Return syllables in one, with apostrophes and with 儿 as r."""
    written = ""
    for place, (char, syllable) in enumerate(zip(word, syllables, strict=True)):
        if place and char == "儿" and _is_colour(word, place, syllable):
            written += "r"
        else:
            written += f"'{syllable}" if written and toneless(syllable[0]) in "aoe" else syllable
    return written


def _is_colour(word: str, place: int, syllable: str) -> bool:
    """Whether 儿 only colours the syllable before it."""
    return syllable in ("r", "er") or (place + 1 == len(word) and word[place - 1] not in _FULL_ER)


def capital(text: str) -> str:
    """Return pinyin with a capital."""
    return text[:1].upper() + text[1:]


@cache
def _idioms() -> frozenset[str]:
    return frozenset(files(__package__).joinpath("data/idioms.txt").read_text(encoding="utf-8").split())


def _divides(word: str) -> bool:
    """Whether a word is an idiom of two and two."""
    if len(word) != _IDIOM:
        return False
    word = simplified(word)
    if word in _WHOLE or _is_doubled(word) or word not in _idioms():
        return False
    if word[0] == word[2] or word[1] == word[3]:
        return True
    return word[1] not in _BRIDGES and word[2] not in _TIES


def _is_doubled(word: str) -> bool:
    """Whether a word of four is AABB."""
    return word[0] == word[1] and word[2] == word[3]


def parts(word: str, syllables: tuple[str, ...]) -> Iterator[Word]:
    """Yield a word, or the words of two or three syllables that it is made of, if it is longer."""
    place = 0
    for size in _cover(word):
        yield word[place : place + size], syllables[place : place + size]
        place += size


@lru_cache(maxsize=1 << 12)
def _cover(word: str) -> tuple[int, ...]:
    """Return the sizes of the words in a longer one; its own where it is one."""
    size, word = len(word), simplified(word)
    if size < _IDIOM or is_number(word) or word in _idioms() or (size == _IDIOM and _is_doubled(word)):
        return (size,)
    known = lexicon()
    ways: list[tuple[int, ...] | None] = [()]
    for end in range(1, size + 1):
        fits = [
            (*before, part)
            for part in (2, 3)
            if part <= end
            and (before := ways[end - part]) is not None
            and word[end - part : end] in known.costs
        ]
        ways.append(min(fits, key=len, default=None))
    return ways[size] or (size,)


def _clings(word: str, syllables: tuple[str, ...], *, is_last: bool) -> bool:
    """Whether a word is written with the one before: 了, 着, 过, and what is part of a word.

    `is_last`: a mark or the end follows.
    """
    word = simplified(word)
    if word == "了" and is_last:
        return False
    return word in _SUFFIXES or (word in "了着过" and syllables[0] in _ASPECTS)

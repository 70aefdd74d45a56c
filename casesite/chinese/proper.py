"""Names, and whole texts, in pinyin by words: what `spelling` says of capitals (6.2, 6.3) and marks (6.7)."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from casesite.chinese.lexicon import lexicon
from casesite.chinese.people import common, surnames
from casesite.chinese.pinyin import Word
from casesite.chinese.spelling import Piece, capital, joined, parts, pieces
from casesite.chinese.variants import simplified

Kind = Literal["person", "place", "organisation"]
NamedSpan = tuple[int, int, Kind]
"""The words from start to end are a name."""

_TWO_SURNAMES: Final = 4
"""A name of so many characters may begin with two surnames."""
_GENERICS: Final = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "街道"),
    *"省市区县旗盟州镇乡村屯",
)
_HAMLETS: Final = "村屯"
_NATURAL: Final = frozenset(
    (
        *("黄河", "长江", "淮河", "珠江", "泰山", "华山", "黄山", "衡山", "恒山", "嵩山", "太湖"),
        *("渤海", "黄海", "东海", "南海"),
    )
)
_COMMITTEE: Final = "委"
"""Written with what it is the committee of: 县委 Xiànwěi."""
_STOPS: Final = frozenset("。！？!?")
_MARKS: Final = str.maketrans("。，、；：？！（）", ".,,;:?!()")
_TIGHT_AFTER: Final = frozenset("“‘（(《〈【「『")
_TIGHT_BEFORE: Final = frozenset("。，、；：？！.,;:?!”’）)》〉】」』")
_WIDE: Final = "。，、；：？！（）“”‘’《》〈〉【】「」『』"
_RUN: Final = re.compile(rf"(?:[^{_WIDE}]|(?<=\w)’(?=\w)|(?<=\d)：(?=\d))+|[{_WIDE}]")
"""A wide mark, or what stands between two of them: letters and marks that are spaced as they were written."""


def name(words: Sequence[Word], kind: Kind) -> list[Piece]:
    """Return a name as what is written together, each with a capital; no pinyin where one is not known."""
    if not all(read and all(read) for _, read in words):
        return [("".join(word for word, _ in words), "")]
    if kind == "person":
        whole = "".join(word for word, _ in words)
        return _person(whole, tuple(syllable for _, read in words for syllable in read))
    found: list[Piece] = []
    for whole, syllables in _merged(words):
        for word, read in _place(whole, syllables):
            if word == _COMMITTEE and found:
                found[-1] = (found[-1][0] + word, found[-1][1] + read[0])
            else:
                found.append((word, capital(joined(word, read))))
    return found


def plain(words: Sequence[Word]) -> list[Piece]:
    """Return words that no rule found to be names; those that the lexicon knows as places have capitals."""
    found: list[Piece] = []
    places = lexicon().places
    done = 0
    for place, (word, read) in enumerate(words):
        if simplified(word) in places and read:
            found += [*pieces(words[done:place]), *name(words[place : place + 1], "place")]
            done = place + 1
    return found + pieces(words[done:])


def spelled(words: Sequence[Word], names: Sequence[NamedSpan] = ()) -> list[Piece]:
    """Return a text as what is written together; `names` are in order and apart."""
    found: list[Piece] = []
    done = 0
    for start, end, kind in names:
        found += [*plain(words[done:start]), *name(words[start:end], kind)]
        done = end
    return found + plain(words[done:])


def running(found: Sequence[Piece]) -> str:
    """Return what is written together as a text: sentences begin with a capital, marks are those of Latin."""
    written, begins = "", True
    for text, pinyin in found:
        for part in [text] if pinyin else _RUN.findall(text):
            shown = pinyin or part.translate(_MARKS)
            if begins and pinyin:
                shown = capital(shown)
            tight = not written or written[-1] in _TIGHT_AFTER or shown[0] in _TIGHT_BEFORE
            written += shown if tight or written[-1].isspace() or shown[0].isspace() else f" {shown}"
            last = part.rstrip()[-1:]
            begins = not pinyin and (last in _STOPS or (begins and not last.isalnum()))
    return written


def _person(text: str, syllables: tuple[str, ...]) -> list[Piece]:
    """Return surname and given name."""
    first = 2 if text[:2] in surnames() and len(text) > 2 else 1  # noqa: PLR2004  a given name follows
    if len(text) == _TWO_SURNAMES and first == 1 and common().issuperset(text[:2]):
        both = f"{capital(syllables[0])}-{capital(syllables[1])}"
        return [(text[:2], both), (text[2:], capital(joined(text[2:], syllables[2:])))]
    return [
        (text[start:end], capital(joined(text[start:end], syllables[start:end])))
        for start, end in ((0, first), (first, len(text)))
        if start < end
    ]


def _merged(words: Sequence[Word]) -> list[Word]:
    """Return words with single characters that follow each other in one: 苑 庄 镇."""
    found: list[Word] = []
    single = False
    for word, read in words:
        if single and len(word) == 1:
            found[-1] = (found[-1][0] + word, found[-1][1] + read)
        else:
            found += parts(word, read)
        single = len(word) == 1
    return found


def _place(word: str, syllables: tuple[str, ...]) -> list[Word]:
    """Return the proper and the generic part of a place; another word as it is."""
    plain = simplified(word)
    size = 1 if plain in _NATURAL else next((len(end) for end in _GENERICS if plain.endswith(end)), 0)
    proper = len(word) - size
    if not size or proper <= 0 or (proper == 1 and plain[-1] in _HAMLETS):
        return [(word, syllables)]
    return [(word[:proper], syllables[:proper]), (word[proper:], syllables[proper:])]

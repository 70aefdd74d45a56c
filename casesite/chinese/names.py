"""Which words of a text are names: the given terms, and places and organisations by how they end.

A name needs a proper part: 苑庄镇, 汶上县委组织部, 齐鲁师范学院, but not 乡村, 全市, 各县, 片区, 村党支部.
Where it is doubtful, no name is found: the vocabularies of a site give what matters to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final, Self

from msgspec import Struct

from casesite.chinese import people
from casesite.chinese.lexicon import lexicon
from casesite.chinese.phrases import Phrases
from casesite.chinese.text import is_han
from casesite.chinese.wordlists import sections

Span = tuple[int, int]

KINDS: Final = frozenset("省市区县旗州盟镇乡村")
"""What ends the name of a place."""
_HAMLETS: Final = frozenset("庄屯寨堡洼埠岗坪")
"""What a village's name ends in before 村 or 镇, though the word stands in the lexicon: 王庄村."""
_NEVER_PROPER: Final = frozenset(
    "的了在和与及等各全本该我某每个名到从向对为是有由于至把被让将以并或而也都就还又不这那此其他她它们之"
    "乡村镇县市区省州旗盟〇一二三四五六七八九十百千万亿两几多少第今明去来往上下前后里外内中间出入进回走跟比看做"
    "干当给用靠按据因所可能会要需应须使得则但若如虽即且很更最再已曾正才只仅共约近超达余级户人口条项件次组支批"
    "队类种片带弱强穷帮促抓办联管包驻访查评选派时年月日天元亩吨您你谁么吗呢吧啊着过地者"
)
"""Characters that are words of grammar, number or action where they stand alone."""
_OFFICES: Final = frozenset("局厅")
_SHORT: Final = 2
"""Longer words end an organisation too where their last two characters do: 农业银行."""
_MOST_MODIFIERS: Final = 5
_LONGEST_PROPER: Final = 3


class Names(Struct, frozen=True, dict=True):
    """Terms that are marked at level `names`, longest first, then in code order; `people` are among them."""

    terms: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()

    @classmethod
    def of(cls, terms: Iterable[str], people: Iterable[str] = ()) -> Self:
        """Make names from terms and people in any order, without those of one character or without Han."""
        persons = frozenset(people)
        kept = {term for term in {*terms, *persons} if len(term) > 1 and any(map(is_han, term))}
        return cls(tuple(sorted(kept, key=lambda term: (-len(term), term))), persons & kept)

    @cached_property
    def phrases(self) -> Phrases:
        """The terms as found in a text."""
        return Phrases.of(self.terms)

    def parts(self, text: str) -> Iterator[Span]:
        """Yield the parts of a text that are read apart from each other: terms, and what is between them."""
        place = 0
        for start, end in self.phrases.spans(text):
            yield from ((place, start), (start, end))
            place = end
        yield place, len(text)


def spans(
    words: Sequence[str], given: frozenset[int] = frozenset(), persons: Sequence[Span] | None = None
) -> list[Span]:
    """Return the names among a text's words as (start, end), counted in words, in order and apart.

    `given` are the places of words that are names already; `persons` those of `people.spans`, where known.
    """
    found: list[Span] = []
    places, known = lexicon().places, _known()
    counties, towns, organs = known["counties"], known["towns"], known["organs"]
    begins = {end - 1: start for start, end in (people.spans(words) if persons is None else persons)}
    ends = _ends()
    at = {place for place, word in enumerate(words) if word[-1] in ends}
    for place in sorted(at.union(begins, given)):
        word = words[place]
        begin: int | None
        if place in begins:
            begin = begins[place]
        elif place in given or (word[-1] in KINDS and (word in places or word in counties)):
            begin = place
        elif word in towns:
            begin = _town(words, place, found)
        elif word in organs or _is_office(word, known) or (len(word) > _SHORT and word[-_SHORT:] in organs):
            begin = _organisation(words, place, found)
        else:
            continue
        if begin is not None:
            while found and found[-1][0] >= begin:
                found.pop()
            found.append((begin, place + 1))
    return found


@cache
def trigger() -> re.Pattern[str]:
    """Return what a run of Han must hold to hold a name that is not given."""
    return re.compile(f"[{''.join(sorted(_ends()))}]|{people.trigger()}")


@cache
def _ends() -> frozenset[str]:
    """Return the characters that names of places and organisations end in."""
    known = _known()
    return KINDS | _OFFICES | {word[-1] for word in known["towns"] | known["organs"]}


@cache
def _known() -> dict[str, frozenset[str]]:
    """Return the words of `data/names.txt` by kind."""
    return {kind: frozenset(words) for kind, words in sections("names.txt").items()}


def _is_office(word: str, known: Mapping[str, frozenset[str]]) -> bool:
    return word[-1] in _OFFICES and word not in known["no offices"]


def _is_bare_place(word: str) -> bool:
    """Whether a word is a place without its suffix: 济宁."""
    return word in lexicon().places and word[-1] not in KINDS


def _town(words: Sequence[str], place: int, found: list[Span]) -> int | None:
    """Return where the town or village begins whose last word stands at `place`."""
    if not place:
        return None
    previous = words[place - 1]
    if _is_bare_place(previous) or (words[place] in "镇村乡" and _is_hamlet(previous)):
        return place - 1
    # Right behind a county or district, an ordinary word may be the proper part: 长寿区 凤城 街道.
    after_place = bool(found) and found[-1][1] == place - 1
    if after_place and words[place] != "村" and len(previous) > 1 and previous not in _known()["generic"]:
        return place - 1
    return _proper(words, place, found)


def _is_hamlet(word: str) -> bool:
    """Whether a word of the lexicon is the proper part of a village: 王庄, 李家."""
    if len(word) == 1 or word in _known()["no hamlets"]:
        return False
    return word[-1] in _HAMLETS or (word[-1] == "家" and word[:-1] in people.common())


def _proper(words: Sequence[str], place: int, found: list[Span]) -> int | None:
    """Return where the proper part before `place` begins: two or three characters that make no word.

    Where the last name ended is a sure border; elsewhere more than three are too doubtful.
    """
    border = found[-1][1] if found else 0
    begin = place
    while begin > border and place - begin <= _LONGEST_PROPER and _may_be_proper(words[begin - 1]):
        begin -= 1
    return begin if 1 < place - begin <= _LONGEST_PROPER else None


def _may_be_proper(word: str) -> bool:
    return len(word) == 1 and word not in _NEVER_PROPER and is_han(word)


def _organisation(words: Sequence[str], place: int, found: list[Span]) -> int | None:
    """Return where the organisation begins whose last word stands at `place`."""
    known, last = _known(), words[place]
    if len(last) > _SHORT and (_is_bare_place(last[:_SHORT]) or last[:_SHORT] in known["lands"]):
        return place
    begin = place
    while begin and place - begin < _MOST_MODIFIERS and words[begin - 1] in known["modifiers"]:
        begin -= 1
    if begin == place and last in known["bare"]:
        return None
    # The modifiers may be part of the name before, so that it ends anywhere among them.
    for start, end in reversed(found):
        if end < begin:
            break
        if end <= place:
            return start
    if begin and _is_bare_place(words[begin - 1]):
        return begin - 1
    if begin and words[begin - 1] in known["lands"] and (begin < place or len(last) > _SHORT):
        return begin - 1
    return _proper(words, begin, found) if last in known["businesses"] and begin < place else None

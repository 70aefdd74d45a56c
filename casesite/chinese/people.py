"""People's names by rule: what stands before or behind a surname tells that it is one.

A title follows (仇书记), a role precedes (村民单玉芳), an address (老曾), or a clause begins with a
surname and characters that given names are made of. `data/people.txt` has the words. Where it is doubtful
no name is found.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from casesite.chinese.text import is_han
from casesite.chinese.wordlists import sections

Span = tuple[int, int]

_CHARACTERS: Final = frozenset({"common", "given", "verbs", "nouns", "strict"})
"""The kinds that list characters without spaces."""
_ADDRESSES: Final = frozenset("老小阿")
_LONGEST: Final = 2
"""How many characters a given name has at most."""


@cache
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Return the surnames with their syllables; none for those that are read as their character is."""
    known = sections("people.txt")
    found: dict[str, tuple[str, ...]] = dict.fromkeys("".join(known["common"] + known["surnames"]), ())
    words = known["read"]
    for word in words:
        if is_han(word[0]):
            current = word
            found[current] = ()
        else:
            found[current] = (*found[current], word)
    return found


def common() -> frozenset[str]:
    """Return the commonest surnames of one character."""
    return _known("common")


@cache
def trigger() -> str:
    """Return, for `re`, what a run of Han holds where `spans` finds a name: a surname, what follows."""
    ends = {surname[-1] for surname in surnames()}
    begins = _known("given") | {title[0] for title in _known("titles")}
    return f"[{''.join(sorted(ends))}][{''.join(sorted(begins))}]"


def surname(words: Sequence[str], place: int) -> tuple[str, ...]:
    """Return the syllables of the surname at `place`; none where it is none, or is read as its character."""
    syllables = surnames().get(words[place], ())
    return syllables if syllables and _is_surname(words, place) else ()


def spans(words: Sequence[str]) -> list[Span]:
    """Return the people's names among a text's words as (start, end), counted in words, in order."""
    found: list[Span] = []
    known = surnames()
    done = 0
    for place in [place for place, word in enumerate(words) if word in known]:
        if place < done or not _is_surname(words, place):
            continue
        done = place + 1 + _given(words, place + 1)
        if done > place + 1 or _at(words, place + 1) in _known("titles"):
            found.append((place, done))
    return found


def _is_surname(words: Sequence[str], place: int) -> bool:
    """Whether what stands around a surname's characters tells that they are one."""
    word, before, behind = words[place], _at(words, place - 1), _at(words, place + 1)
    linked = not before or before in _known("links")
    if before in _ADDRESSES and behind not in _known("given"):
        return True
    if behind in _known("titles"):
        if behind in _known("personal"):
            return True
        plain = word not in _known("verbs") or linked or before in _known("roles")
        return plain and word not in _known("strict")
    given = _given(words, place + 1)
    size = len("".join(words[place + 1 : place + 1 + given]))
    if before in _known("roles") or not size:
        return size > 0
    if word in _known("verbs"):  # only as a name between two marks: 、任建国、
        return size == _LONGEST and not before and not _at(words, place + 1 + given)
    ordinary = len(word) > 1 or word in _known("nouns")
    return linked and word not in _known("strict") and size > ordinary


def _given(words: Sequence[str], place: int) -> int:
    """Return how many words from `place` on make a given name: characters of given names, at most two."""
    given = _known("given")
    first, second = _at(words, place), _at(words, place + 1)
    if len(first) == _LONGEST and given.issuperset(first):
        return 1
    if first not in given:
        return 0
    return 2 if second in given else 1


def _at(words: Sequence[str], place: int) -> str:
    """Return a word; nothing beyond the ends, and for what is not Han."""
    word = words[place] if 0 <= place < len(words) else ""
    return word if word and is_han(word[0]) else ""


@cache
def _known(kind: str) -> frozenset[str]:
    words = sections("people.txt")[kind]
    return frozenset("".join(words)) if kind in _CHARACTERS else frozenset(words)

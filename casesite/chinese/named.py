"""A text cut into words with the names among them: those of the site stay whole or fall into their words."""

from collections.abc import Mapping, Sequence

from casesite.chinese import people
from casesite.chinese.names import KINDS, Names, spans
from casesite.chinese.pinyin import Readings, Word, words
from casesite.chinese.proper import Kind, NamedSpan

Given = Mapping[int, Sequence[Word]]
"""The words that a given name is made of, by its place among the words of the text."""


def cut(text: str, names: Names, readings: Readings) -> tuple[list[Word], Given]:
    """Return a text's words, each given name as one of them, and what the given names are made of."""
    found: list[Word] = []
    given: dict[int, list[Word]] = {}
    place = 0
    for start, end in names.phrases.spans(text):
        found += words(text[place:start], readings)
        given[len(found)] = inside = words(text[start:end], readings)
        found.append(whole(inside))
        place = end
    return found + words(text[place:], readings), given


def whole(parts: Sequence[Word]) -> Word:
    """Return words as one; a character that is not read has an empty syllable."""
    syllables = [syllable for word, read in parts for syllable in read or ("",) * len(word)]
    return "".join(word for word, _ in parts), tuple(syllables)


def parted(found: Sequence[Word], given: Given, names: Names) -> tuple[list[Word], list[NamedSpan]]:
    """Return the words of `cut`, given names in their own words, and where names stand among them."""
    written = [word for word, _ in found]
    persons = people.spans(written)
    every: list[Word] = []
    named: list[NamedSpan] = []
    done = 0
    for start, end in spans(written, frozenset(given), persons):
        every += found[done:start]
        first = len(every)
        for place in range(start, end):
            every += given.get(place, found[place : place + 1])
        kind = "person" if (start, end) in persons else kind_of("".join(written[start:end]), names)
        named.append((first, len(every), kind))
        done = end
    return every + list(found[done:]), named


def kind_of(name: str, names: Names) -> Kind:
    """Return what kind of name this is, by what the site knows and by how it ends."""
    return "person" if name in names.people else "place" if name[-1] in KINDS else "organisation"

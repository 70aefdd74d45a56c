"""Readings above a text that are not sure: which word, what else it may be, and where it stands.

Only what readers see is doubted: words that carry pinyin by rule, not those whose reading an author or
`readings` settle.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Final, NamedTuple

from casesite.chinese.pinyin import Doubt, Readings, doubts, words
from casesite.chinese.polyphones import polyphones
from casesite.chinese.ruby import Names
from casesite.chinese.text import HAN_RANGES
from casesite.chinese.variants import simplified
from casesite.messages.pinyin import POLYPHONE_UNSURE
from casesite.model.problem import Place, Problem
from casesite.reading.form import Form
from casesite.reading.pinyin import Pinyin

_RUBY: Final = re.compile("<ruby[^>]*>(.*?)</ruby>")
_PINYIN: Final = re.compile("<r[pt][^>]*>[^<]*</r[pt]>")
_HAN: Final = re.compile(f"[{HAN_RANGES}]+")
_STOPS: Final = frozenset("。！？；!?\n")
_LONGEST: Final = 8
"""A word of more characters is not offered whole: it would hardly stand anywhere else."""
_AROUND: Final = 40
"""How many characters of the sentence are shown before and behind."""

_DENSE: Final = 8
"""With a word of ruby for so many characters, most of a text is shown."""

Span = tuple[int, int]


class Settled(NamedTuple):
    """A word with all syllables as `readings` have it: as it is read, and with the other reading.

    `keep` and `change` are empty for a character that stands alone, which no word can tell from its like.
    """

    word: str
    keep: str = ""
    change: str = ""


class Unsure(NamedTuple):
    """A character at `at` of a text that is read as `syllable` and may be `other`; how sure tells `margin`.

    `wider` settles it with its neighbours, for a text in which `settled.word` is read in several ways.
    """

    at: int
    character: str
    syllable: str
    other: str
    margin: int
    settled: Settled
    wider: Settled


class Heard(NamedTuple):
    """Such a character with its place in the file, and what stands around it in its sentence.

    `alone` keeps the reading where no word can: braces in a text, a line at the head of the file for a title.
    """

    place: Place
    unsure: Unsure
    before: str
    after: str
    alone: str


def unsure(text: str, xml: str, names: Names, readings: Readings) -> Iterator[Unsure]:
    """Yield the unsure readings of a text that is shown as `xml` (see `chinese.ruby.mark`), one a word."""
    if "<ruby" not in xml:
        return
    # Whichever leaves less to do comes first: what is shown, or what is doubted.
    covered = None if xml.count("<ruby") * _DENSE >= len(text) else _covered(xml)
    if covered is not None:
        shown = simplified("".join([text[at] for at in covered]))
        if polyphones().lines.keys().isdisjoint(shown):
            return
    for start, end in names.parts(text):
        piece = text[start:end]
        found = doubts(piece, readings)
        if found and covered is None:
            covered = _covered(xml)
        found = [one for one in found if covered and start + one.place in covered]
        if not found or covered is None:
            continue
        cut = _Cut.of(piece, readings)
        for span, doubt in _grouped(cut, found, covered, start):
            yield _unsure(cut, span, doubt, start)


def _grouped(
    cut: "_Cut", found: Sequence[Doubt], covered: Mapping[int, Span], start: int
) -> list[tuple[Span, Doubt]]:
    """Return the words that settle doubts, apart from each other, each with the least sure in it.

    `covered` counts in the whole text, of which the cut part begins at `start`.
    """
    groups: list[tuple[Span, Doubt]] = []
    for doubt in found:
        first, last = covered[start + doubt.place]
        span = cut.word(doubt.place, (max(first - start, 0), min(last - start, len(cut.text))))
        if groups and span[0] < groups[-1][0][1]:
            # Of two words that overlap only the first would be found in the text: one holds both.
            before, other = groups[-1]
            both = (before[0], max(before[1], span[1]))
            if cut.fits(both):
                groups[-1] = (both, min(other, doubt, key=lambda one: one.margin))
                continue
            span = cut.word(doubt.place, (0, 0), border=before[1])
        groups.append((span, doubt))
    return groups


def _unsure(cut: "_Cut", span: Span, doubt: Doubt, start: int) -> Unsure:
    """Return what is unsure in a word; `start` is where the cut text stands."""
    settled, wider = (_settled(cut, one, doubt) for one in (span, cut.widened(span)))
    at, character = start + doubt.place, cut.text[doubt.place]
    return Unsure(at, character, doubt.reading, doubt.other, doubt.margin, settled, wider)


def _settled(cut: "_Cut", span: Span, doubt: Doubt) -> Settled:
    word, syllables = cut.text[slice(*span)], list(cut.syllables[slice(*span)])
    if len(word) == 1:
        return Settled(word)
    keep = f"{word}: {' '.join(syllables)}"
    syllables[doubt.place - span[0]] = doubt.other
    return Settled(word, keep, f"{word}: {' '.join(syllables)}")


def heard(found: Unsure, place: Place, text: str, at: int) -> Heard:
    """Return an unsure reading with its place, and with its sentence in a text where it stands at `at`."""
    start, end = at, at + 1
    while start > max(0, at - _AROUND) and text[start - 1] not in _STOPS:
        start -= 1
    while end < min(len(text), at + _AROUND) and text[end - 1] not in _STOPS:
        end += 1
    alone = f"{{{found.character}|{found.syllable}}}"
    return Heard(place, found, text[start:at].lstrip(), text[at + 1 : end].rstrip(), alone)


def of_title(form: Form, title: str, xml: str, names: Names, pinyin: Pinyin) -> Iterator[Heard]:
    """Yield the unsure readings of a form's title, shown as `xml`, where they are listened for."""
    for one in unsure(title, xml, names, pinyin.readings) if pinyin.unsure else ():
        alone = f"readings: {{{one.character}: {one.syllable}}}"
        yield heard(one, form.within("title", title, one.at), title, one.at)._replace(alone=alone)


def told(found: Iterable[Heard]) -> tuple[Problem, ...]:
    """Return the problems of a file: a word with its reading is told once, where it first stands."""
    every = sorted(found, key=lambda one: (one.place.line, one.place.column))
    ways: dict[str, set[str]] = {}
    for one in every:
        ways.setdefault(one.unsure.settled.word, set()).add(one.unsure.settled.keep)
    groups: dict[tuple[Settled, str], list[Heard]] = {}
    for one in every:
        settled = one.unsure.settled
        if len(ways[settled.word]) > 1:
            settled = one.unsure.wider
        groups.setdefault((settled, one.unsure.syllable), []).append(one)
    return tuple(_problem(settled, group) for (settled, _), group in groups.items())


def _problem(settled: Settled, group: list[Heard]) -> Problem:
    (place, found, before, after, alone), count = group[0], len(group)
    return place.problem(
        POLYPHONE_UNSURE,
        word=settled.word,
        character=found.character,
        syllable=found.syllable,
        other=found.other,
        keep=settled.keep,
        change=settled.change,
        alone=alone,
        count=str(count),
        margin=str(min(one.unsure.margin for one in group)),
        before=before,
        after=after,
    )


class _Cut(NamedTuple):
    """A text with its words, and a syllable for each of its characters, empty where none is known."""

    text: str
    words: tuple[Span, ...]
    syllables: tuple[str, ...]

    @classmethod
    def of(cls, text: str, readings: Readings) -> "_Cut":
        spans: list[Span] = []
        syllables: list[str] = []
        for word, read in words(text, readings):
            spans.append((len(syllables), len(syllables) + len(word)))
            syllables += read or ("",) * len(word)
        return cls(text, tuple(spans), tuple(syllables))

    def word(self, place: int, shown: Span, border: int = 0) -> Span:
        """Return what is settled to settle a character: what is shown as one word, or a word of the text.

        A character that is a word is taken with its neighbours from `border` on: alone it would change every
        word it is in.
        """
        if self.fits(shown):
            return shown
        own = next(span for span in self.words if place < span[1])
        if self.fits(own) and own[0] >= border:
            return own
        return self.widened((place, place + 1), border)

    def widened(self, span: Span, border: int = 0) -> Span:
        """Return a span with the words beside it, as many as fit."""
        first = max((word for word in self.words if word[0] <= span[0]), default=span)
        before = max((word for word in self.words if word[1] <= first[0]), default=first)
        last = min((word for word in self.words if word[1] >= span[1]), default=span)
        behind = min((word for word in self.words if word[0] >= last[1]), default=last)
        ways = ((before[0], behind[1]), (before[0], last[1]), (first[0], behind[1]))
        return next((one for one in ways if one[0] >= border and self.fits(one)), span)

    def fits(self, span: Span) -> bool:
        """Whether these characters may stand in `readings` as a word."""
        return (
            1 < span[1] - span[0] <= _LONGEST
            and all(self.syllables[slice(*span)])
            and _HAN.fullmatch(self.text[slice(*span)]) is not None
        )


def _covered(xml: str) -> dict[int, Span]:
    """Return the word with ruby that each character stands in, if any."""
    return {place: span for span in _shown(xml) for place in range(*span)}


def _shown(xml: str) -> list[Span]:
    """Return where the words stand that have ruby, counted in the text without it."""
    found: list[Span] = []
    place = done = 0
    for match in _RUBY.finditer(xml):
        place += len(unescape(xml[done : match.start()]))
        end = place + len(unescape(_PINYIN.sub("", match[1])))
        found.append((place, end))
        place, done = end, match.end()
    return found

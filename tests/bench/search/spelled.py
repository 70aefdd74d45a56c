"""What is asked by sound or by other characters: words of the site, spelled out."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from casesite.chinese.normalise import normalise
from casesite.chinese.variants import simplified, table
from tests.bench.corpus import Dice
from tests.bench.search.queries import NAMES, Query, Texts, distinct
from tests.bench.search.readings import Tokens, reading
from tests.bench.search.truth import Case

_SEED: Final = 11
_SAMPLE: Final = 400
"""So many cases tell which words are frequent."""
_SHARE: Final = 20
"""A word is frequent that one case of so many holds."""
_SMALL: Final = frozenset("的在了和是为与把将等由对从以到并又也都就")


def draw_spelled(cases: Sequence[Case], number: int) -> Iterator[Query]:
    """Yield so many queries of each kind; the words are names, titles and frequent words in turn."""
    for kind, spell in _SPELLED.items():
        words = _Words(cases)
        queries: dict[str, Query] = {}
        for word in distinct(words.draw, number * 20):
            text = spell(words, word)
            if text and text not in queries:
                queries[text] = Query(kind, text, word)
            if len(queries) == number:
                break
        yield from queries.values()


class _Words:
    """The site's words: names, the heads of titles, what is frequent in the texts."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self.texts = Texts(cases, _SEED)
        self.dice = Dice(_SEED)
        self.all = "\n".join(case.plain for case in cases)
        fields = [field for case in cases for field in case.fields]
        self._names = _han(field.text for field in fields if field.kind in NAMES)
        self._titles = _han(field.plain.split("|")[0] for field in fields if field.kind == "title")
        self._frequent = list(_frequent(cases[:_SAMPLE], self.texts.words))
        characters = sorted({char for char in self.all if len(reading(char)) == 1})
        self.homophones: dict[Tokens, str] = {}
        for char in characters:
            self.homophones[reading(char)] = self.homophones.get(reading(char), "") + char
        self._turn = 0

    def draw(self) -> str:
        """Draw a word."""
        self._turn += 1
        words = (self._names, self._titles, self._frequent)[self._turn % 3]
        return self.dice.one(words) if words else ""

    def absent(self, text: str) -> str:
        """Return the text if no case holds it, else nothing."""
        return "" if normalise(text) in self.all else text


def _han(texts: Iterator[str]) -> list[str]:
    """Return the different texts of two to six characters that all can be spelled."""
    return sorted({text for text in texts if 2 <= len(text) <= 6 and all(reading(text))})


def _frequent(cases: Sequence[Case], words: frozenset[str]) -> Iterator[str]:
    """Yield words of two characters, and pairs of such, that many cases hold."""
    counts: Counter[str] = Counter()
    for case in cases:
        text = case.plain
        pairs = {text[at : at + 2] for at in range(len(text) - 1)} & words
        fours = {text[at : at + 4] for at in range(len(text) - 3)}
        counts.update(pairs)
        counts.update(four for four in fours if four[:2] in pairs and four[2:] in pairs)
    for word, count in sorted(counts.items()):
        if count * _SHARE >= len(cases) and count > 1 and _SMALL.isdisjoint(word) and all(reading(word)):
            yield word


def _pinyin(words: _Words, word: str) -> str:
    del words
    return "".join(reading(word))


def _initials(words: _Words, word: str) -> str:
    """Spell by first letters: names and titles, and frequent words of four characters."""
    del words
    return "".join(syllable[0] for syllable in reading(word)) if len(word) > 2 else ""


def _partly(words: _Words, word: str) -> str:
    """Spell some of the syllables: the last ones, the first ones, or with a space between."""
    del words
    syllables = reading(word)
    letters = [syllable[0] for syllable in syllables]
    match (sum(map(ord, word)) % 3, len(word)):
        case 0, 4:
            return f"{letters[0]}{syllables[1]} {syllables[2]}{letters[3]}"
        case 1, _:
            return "".join((syllables[0], *letters[1:]))
        case _:
            return "".join((*letters[:-1], syllables[-1]))


def _homophone(words: _Words, word: str) -> str:
    """Replace a character by another that always sounds the same, so that no case holds the result."""
    at = words.dice.below(len(word))
    others = words.homophones.get(reading(word[at]), "").replace(word[at], "")
    if not others:
        return ""
    text = word[:at] + words.dice.one(others) + word[at + 1 :]
    return words.absent(text) if reading(text) == reading(word) else ""


def _traditional(words: _Words, word: str) -> str:
    """Write with traditional characters, where that makes a difference."""
    text = "".join(_traditionals().get(char, char) for char in word)
    return words.absent(text) if text != word and simplified(text) == word else ""


def _traditionals() -> dict[str, str]:
    """Return a traditional character for each simplified one that has any."""
    return {simple: chr(unit) for unit, simple in sorted(table().items(), reverse=True)}


_SPELLED: Final[dict[str, Callable[[_Words, str], str]]] = {
    "pinyin": _pinyin,
    "initials": _initials,
    "mixed pinyin": _partly,
    "homophones": _homophone,
    "traditional": _traditional,
}

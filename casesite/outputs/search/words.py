"""The site's words by how they are read, for queries in pinyin: a file for each letter a reading begins with.

A larger site has two for each: the words of its commonest readings, and the others (`x`, `x2`).
A file is a list of four texts, each rarer than the one before. A text holds groups in the order of the
readings: the syllables, joined by apostrophes (ü is `v`), then the words that are so read, the most frequent
first, without anything between, since each has as many characters as there are syllables. The first syllable
is left out where it is that of the group before. Any beginning of a word is to be found too, so that most of
those that begin a longer one are left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from casesite.chinese.sounded import DIGEST, LETTERS, share_of
from casesite.model.artifact import Artifact, Store
from casesite.model.site import Entry
from casesite.outputs import digest
from casesite.outputs.search.script import part, path, short

_RANKS: Final = (12, 40, 120)
"""A word is of a rank when one in so many documents has it, or more."""
_COMMON: Final = 330
"""About so many words has the first file of a letter where there are two."""
_MOST: Final = 3000
"""At most so many words has a letter; the rarest are left out."""
_ONE_FILE: Final = 100
"""So many documents need no second file."""
_NAMED: Final = 3
"""A name counts as much as so many words of a text."""
_NO_WORDS: Final = bytes(len(LETTERS) * DIGEST)


class Letter(Struct, frozen=True, array_like=True):
    """The words of a letter; `words` is over the digests of this letter in all documents.

    `part` is 0 for all words, 1 for the common ones, 2 for the others.
    """

    letter: str
    part: int
    documents: int
    words: str


class Word(NamedTuple):
    """A word, its syllables, and in how many documents it was found, names counted more."""

    reading: str
    text: str
    weight: int


def plan(entries: Sequence[Entry]) -> Iterator[tuple[str, Artifact]]:
    """Yield the files with what each is for (`x`, `x2`), for each letter that the cases have words for."""
    digests = [entry.words or _NO_WORDS for entry in entries]
    needs = tuple(entry.card.id for entry in entries)
    parts = (0,) if len(entries) <= _ONE_FILE else (1, 2)
    for number, letter in enumerate(LETTERS):
        column = b"".join([each[number * DIGEST : (number + 1) * DIGEST] for each in digests])
        if any(column):
            state = blake2b(column, digest_size=16).hexdigest()
            for each in parts:
                yield _artifact(Letter(letter, each, len(entries), state), needs)


def _artifact(inputs: Letter, needs: tuple[str, ...]) -> tuple[str, Artifact]:
    made = digest.artifact("", "search/words", inputs, theme=None, needs=needs)
    whole = replace(made, path=path(_name(made)))
    return _use(inputs), whole


def render(artifact: Artifact, store: Store) -> bytes:
    """Write the words of a letter."""
    inputs: Letter = artifact.inputs
    found = _part(_known(_Lines(artifact.needs, store), inputs.letter, inputs.words), inputs.part)
    least = [inputs.documents * share_of(inputs.documents) / 8 / rank for rank in _RANKS]
    ranks: list[list[Word]] = [[], [], [], []]
    for word in found:
        ranks[sum(word.weight < each for each in least)].append(word)
    return part(_name(artifact), [_text(rank) for rank in ranks])


def _name(artifact: Artifact) -> str:
    return f"words/{_use(artifact.inputs)}-{short(artifact.digest)}"


def _use(inputs: Letter) -> str:
    return inputs.letter + ("2" if inputs.part > 1 else "")


class _Lines:
    """The packed words of all cases; equal to another if it reads the same cases from the same store."""

    def __init__(self, needs: tuple[str, ...], store: Store) -> None:
        self.needs, self._store = needs, store

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Lines) and (self._store, self.needs) == (other._store, other.needs)

    def __hash__(self) -> int:
        return hash(id(self._store))

    def __iter__(self) -> Iterator[list[str]]:
        for case_id in self.needs:
            yield self._store.words(case_id).decode().split("\n")


@lru_cache(maxsize=1)  # the files of a site follow each other
def _by_letter(lines: _Lines) -> list[list[str]]:
    """Return for each letter the lines of all cases."""
    return [[line for line in column if line] for column in zip(*lines, strict=True)]


@lru_cache(maxsize=1)  # both files of a letter follow each other
def _known(lines: _Lines, letter: str, words: str) -> list[Word]:
    """Return all words of a letter; `words` is as in `Letter`."""
    del words
    column = _by_letter(lines)[LETTERS.index(letter)]
    return list(_kept(_counted(column), len(lines.needs)))


def _counted(lines: Iterable[str]) -> dict[str, tuple[int, bool]]:
    """Return how much each entry weighs, and whether any document has it as a name."""
    counts = Counter(" ".join(lines).split(" "))
    found: dict[str, tuple[int, bool]] = {}
    for marked, count in counts.items():
        named = marked[0] == "+"
        entry = marked[1:] if marked[0] in "+-" else marked
        weight, was_named = found.get(entry, (0, False))
        strange = marked[0] == "-" and count == 1
        found[entry] = (weight + count * (_NAMED if named else 1) - strange, was_named or named)
    return found


def _kept(found: dict[str, tuple[int, bool]], documents: int) -> Iterator[Word]:
    """Yield the words that a file holds."""
    least = documents // 2000 + 1
    rows = [(-weight, entry) for entry, (weight, named) in found.items() if named or weight >= least]
    rows.sort()
    del rows[_MOST:]
    longer: dict[str, int] = {}
    for weight, entry in rows:
        if found[entry][1]:
            text, *syllables = entry.split("'")
            for end in range(2, len(syllables)):
                begun = "'".join((text[:end], *syllables[:end]))
                longer[begun] = min(weight, longer.get(begun, 0))
    for weight, entry in rows:
        if longer.get(entry, 1) > weight:
            text, _, reading = entry.partition("'")
            yield Word(reading, text, -weight)


def _part(words: list[Word], number: int) -> list[Word]:
    """Return the words of a part, from the most frequent ones first; those that begin alike stay together."""
    if not number:
        return words
    common = {_begun(word) for word in words[:_COMMON]}
    return [word for word in words if (_begun(word) in common) == (number == 1)]


def _begun(word: Word) -> tuple[str, ...]:
    """Return the first two syllables: who spells out as many finds all words that begin so in one file."""
    return tuple(word.reading.split("'", 2)[:2])


def _text(words: list[Word]) -> str:
    """Write words as groups."""
    words.sort(key=lambda word: (word.reading, -word.weight, word.text))
    last = ""
    groups: list[str] = []
    for reading, members in groupby(words, key=lambda word: word.reading):
        first, _, rest = reading.partition("'")
        groups.append((f"'{rest}" if first == last else reading) + "".join(word.text for word in members))
        last = first
    return "".join(groups)

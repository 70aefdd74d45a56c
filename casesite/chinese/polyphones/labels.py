"""Labelled characters: the files that readings are trained on and measured with.

`labelled` rows hold a source, an index, a syllable and a sentence; `running` text has every polyphone
labelled; `examples` are phrases with one marked character. Readings bear tone marks, neutral tones none.

What is measured is never trained on: a labelled sentence by the hash of its bytes, whatever its source, a
piece of running text by that of its header line.
"""

import hashlib
import lzma
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct

_MARKS: Final = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}
_FILTERS: Final = ({"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME},)


class Labelled(Struct, frozen=True):
    """One character of a sentence with its reading; `source` is a group of the hard set, else a file."""

    source: str
    index: int
    reading: str
    sentence: str

    @property
    def char(self) -> str:
        """The character that is labelled."""
        return self.sentence[self.index]


class Sentence(NamedTuple):
    """A sentence of running text, with the reading of each of its polyphones by place."""

    text: str
    labels: dict[int, str]


class Piece(NamedTuple):
    """A piece of running text below its header line, `# genre｜title`."""

    header: str
    sentences: tuple[Sentence, ...]


def measured(sentence: str) -> bool:
    """Say whether a labelled sentence is kept for measuring: a fifth of them."""
    return hashlib.blake2b(sentence.encode()).digest()[0] % 5 == 0


def piece_measured(header: str) -> bool:
    """Say whether a piece of running text, by its whole header line, is kept for measuring: a third."""
    return hashlib.blake2b(header.encode()).digest()[0] % 3 == 0


def toned(syllable: str) -> str:
    """Return a syllable such as `lu:4` or `le5` with its tone mark: `lǜ`, `le`. No digit is neutral."""
    letters, digit = (syllable[:-1], syllable[-1]) if syllable[-1:].isdigit() else (syllable, "5")
    letters = letters.replace("u:", "ü").replace("v", "ü")
    place = _bearer(letters)
    return unicodedata.normalize("NFC", letters[: place + 1] + _MARKS[digit] + letters[place + 1 :])


def _bearer(letters: str) -> int:
    """Return where the tone mark stands: a, e or o, else the last vowel, else the nasal of `m` and `hng`."""
    for one in ("a", "e", "ou", "o"):
        if one in letters:
            return letters.index(one)
    vowels = [place for place, letter in enumerate(letters) if letter in "iuüê"]
    nasals = [place for place, letter in enumerate(letters) if letter in "mn"]
    return next(iter(vowels[-1:] or nasals), 0)


def labelled(path: Path) -> Iterator[Labelled]:
    """Yield each labelled character of a file, compressed or not; a tone may be a digit or a mark."""
    for source, index, syllable, sentence in _rows(path):
        yield Labelled(source, int(index), toned(syllable), sentence)


def running(path: Path) -> Iterator[Piece]:
    """Yield each piece of running text.

    A line is a header or a sentence, a tab and its labels, `place:reading` with spaces between.
    """
    header = ""
    sentences: list[Sentence] = []
    for line in _read(path).splitlines():
        if line.startswith("#"):
            if sentences:
                yield Piece(header, tuple(sentences))
            header, sentences = line, []
        elif line:
            text, _, labels = line.partition("\t")
            places = (label.split(":") for label in labels.split())
            sentences.append(Sentence(text, {int(place): reading for place, reading in places}))
    if sentences:
        yield Piece(header, tuple(sentences))


def examples(path: Path) -> Iterator[Labelled]:
    """Yield the marked characters of example phrases.

    A line is a character and its reading, which hold for the lines below, or a phrase in which the character
    stands in square brackets.
    """
    reading = ""
    for line in _read(path).splitlines():
        before, _, rest = line.partition("[")
        if rest:
            yield Labelled("example", len(before), reading, before + rest.replace("]", "", 1))
        elif line and not line.startswith("#"):
            reading = line.split()[1]


def pack(text: bytes) -> bytes:
    """Return a file's bytes compressed, the same whenever this is done with the same liblzma."""
    return lzma.compress(text, lzma.FORMAT_XZ, lzma.CHECK_CRC32, filters=list(_FILTERS))


def _rows(path: Path) -> Iterator[list[str]]:
    for line in _read(path).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _read(path: Path) -> str:
    data = path.read_bytes()
    return (lzma.decompress(data) if path.suffix == ".xz" else data).decode()

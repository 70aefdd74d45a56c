"""How the index is written as bits, and how many shards there are."""

import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from casesite.chinese.normalise import normalise
from casesite.chinese.terms import DIGITS, LEAD, ONCE, TITLE
from casesite.model.case import Block
from casesite.outputs.search.bits import gamma, rice, to_text
from casesite.outputs.search.shards import number_of_shards
from tests.unit.outputs.search.factory import Cases


@pytest.mark.parametrize(
    ("documents", "shards"),
    [(0, 1), (1, 2), (15, 16), (16, 32), (100, 128), (1_000, 1_024), (10_000, 4_096), (100_000, 16_384)],
)
def test_shards_grow_slower_than_the_site(documents: int, shards: int) -> None:
    assert number_of_shards(documents) == shards


class Bits:
    """Reads codes as the shape in `outputs.search.shards` has them."""

    def __init__(self, text: str) -> None:
        self._bits = iter("".join(f"{byte:08b}" for byte in b64decode(text)))

    def plain(self, width: int) -> int:
        """Read a number of so many bits."""
        return int("0" + "".join(next(self._bits) for _ in range(width)), 2)

    def ones(self) -> int:
        """Read ones and the zero behind them."""
        count = 0
        while next(self._bits) == "1":
            count += 1
        return count

    def gamma(self) -> int:
        """Read a γ code."""
        zeros = 0
        while next(self._bits) == "0":
            zeros += 1
        return 1 << zeros | self.plain(zeros)

    def rice(self, width: int) -> int:
        """Read a Rice code."""
        return self.ones() << width | self.plain(width)


@pytest.mark.parametrize("number", [1, 2, 3, 7, 8, 1_000, 65_535, 1 << 25])
def test_every_number_is_read_again(number: int) -> None:
    assert Bits(to_text(gamma(number))).gamma() == number
    for width in (0, 1, 5, 14, 20):
        if number >> width < 1 << 17:
            assert Bits(to_text(rice(number - 1, width))).rice(width) == number - 1


def test_small_numbers_have_short_codes() -> None:
    assert [gamma(1), gamma(2), rice(0, 0), rice(3, 0), rice(5, 2)] == ["1", "010", "0", "1110", "1001"]


class Posting(NamedTuple):
    """A term in a document: what it weighs there, and in which parts it stands."""

    term: str
    document: int
    weight: int
    places: tuple[int, ...]


def swapped(number: int) -> str:
    """Return the unit whose bytes are changed about."""
    return chr(number >> 8 | (number & 255) << 8)


def read(folder: Path, documents: int) -> Iterator[Posting]:
    """Yield all that the shards of an index hold, by the written shape alone."""
    shards = number_of_shards(documents)
    share = max(shards // 256, 1)
    span = 65_536 // share
    for path in sorted((folder / "search").glob("s[0-9]*.js")):
        number = int(path.name[1:].partition("-")[0])
        text = path.read_text(encoding="utf-8").split('"')[3]
        bits = Bits(text)
        lead = number * 256 // shards * 256 - 1
        for _ in range(bits.gamma() if text else 0):
            lead += bits.gamma()
            seconds = bits.gamma()
            second = number % share * span - 1
            for _ in range(seconds):
                second += bits.rice(max(span.bit_length() - seconds.bit_length() - 1, 0)) + 1
                many = bits.gamma()
                document = -1
                for _ in range(many):
                    document += bits.rice(max(documents.bit_length() - many.bit_length(), 0)) + 1
                    weight = 0
                    while weight < TITLE and bits.plain(1):
                        weight += 1
                    mask = bits.plain(4) if bits.plain(1) else 1 << bits.plain(2)
                    places = tuple(place for place in range(4) if mask >> place & 1)
                    yield Posting(swapped(lead) + swapped(second), document, weight, places)


def test_an_index_says_where_each_pair_stands_and_what_it_weighs(tmp_path: Path) -> None:
    cases = Cases().add("a", "断桥" + "路" * 600, Block("lead", "", "断桥。"), title="桥").add("b", "断路")
    found = {(one.term, one.document): one for one in read(cases.write(tmp_path), 2)}
    assert found["断桥", 0][2:] == (LEAD, (0,))
    assert found["断路", 1][2:] == (ONCE, (0,))
    assert found["桥|", 0][2:] == (TITLE, (0,))
    assert ("路断", 0) not in found
    assert ("|断", 0) not in found


@pytest.mark.parametrize("number", [3, 40, 700])
def test_an_index_of_any_size_holds_every_pair_and_no_other(tmp_path: Path, number: int) -> None:
    cases = Cases()
    for each in range(number):
        first = chr(0x4E00 + each * 7)
        cases.add(f"c{each:03}", first + "水渠通了。", first * 3, summary="修渠")
    found = [(one.term, one.document) for one in read(cases.write(tmp_path), number)]
    assert len(found) == len(set(found))
    for document, name in enumerate(sorted(cases.cards)):
        texts = [normalise(f"|{text}|") for text in cases.texts(name)]
        pairs = {text[at : at + 2] for text in texts for at in range(len(text) - 1)}
        digits = {
            chr(DIGITS + int(three)) + "|" for text in texts for three in re.findall("(?=([0-9]{3}))", text)
        }
        held = {term for term, holder in found if holder == document}
        assert held == {pair for pair in pairs if pair[0] != "|"} | digits

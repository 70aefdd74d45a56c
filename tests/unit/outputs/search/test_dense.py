"""Numbers come back as they were and take little more than they tell; the script is tried in test_facets."""

import math
import random

import pytest

from casesite.outputs.search.dense import Writer


def text_of(size: int, numbers: list[int]) -> str:
    writer = Writer()
    for number in numbers:
        writer.number("n", size, number)
    return writer.text()


@pytest.mark.parametrize("size", [2, 8, 150, 3000])
def test_even_numbers_take_their_digits(size: int) -> None:
    chance = random.Random(size)  # noqa: S311 - numbers, no secret
    numbers = [chance.randrange(size) for _ in range(5000)]
    least = len(numbers) * math.log2(size) / 15
    assert least * 0.98 < len(text_of(size, numbers)) < least * 1.1


def test_what_is_frequent_takes_less() -> None:
    assert len(text_of(256, [7] * 5000)) < 20
    assert len(text_of(256, [7, 7, 7, 200] * 1000)) < len(text_of(256, [7, 9, 11, 200] * 1000))


def test_a_single_value_takes_nothing() -> None:
    assert text_of(1, [0] * 1000) == text_of(1, [])


def test_no_character_needs_an_escape() -> None:
    chance = random.Random(1)  # noqa: S311 - numbers, no secret
    text = text_of(1 << 15, [chance.randrange(1 << 15) for _ in range(20_000)])
    assert all(0x3000 <= ord(char) < 0xB000 for char in text)


def test_a_carry_runs_through_full_digits() -> None:
    """Bits are chosen so that a border of digits stays inside what is open, until the last is beyond it."""
    writer, bits = Writer(), []
    while len(writer._digits) < 6 or not _is_low(writer):
        bits.append(not _is_low(writer))
        writer.bit("b", bits[-1])
    assert writer._digits[1:] == [0x7FFF] * (len(writer._digits) - 1)
    bits += [True] * 60
    for bit in bits[-60:]:
        writer.bit("b", bit)
    assert [ord(char) - 0x3000 for char in writer.text()[:4]] == [BORDER, 0, 0, 0]
    assert read(writer.text(), len(bits)) == bits


BORDER = 12_345


def _is_low(writer: Writer) -> bool:
    """Whether the border is within what a bit of 0 would leave open."""
    counts = writer._counts.get("b", [1, 1])
    low = 0
    for digit in writer._digits:
        low = low << 15 | digit
    low = (low << 45) + writer._low
    border = BORDER << 30 + 15 * len(writer._digits)
    return border < low + writer._range // sum(counts) * counts[0]


def test_long_runs_of_bits_come_back() -> None:
    chance = random.Random(0)  # noqa: S311 - numbers, no secret
    bits = [chance.random() < 0.999 for _ in range(20_000)]
    writer = Writer()
    for bit in bits:
        writer.bit("b", bit)
    assert read(writer.text(), len(bits)) == bits


def read(text: str, count: int) -> list[bool]:
    """Read bits of one context, as the script does, but by exact fractions of the whole text."""
    value = 0
    for char in text:
        value = value << 15 | ord(char) - 0x3000
    total = len(text) * 15
    low, width, shift, counts, bits = 0, 1 << 45, total - 45, [1, 1], []
    for _ in range(count):
        bound = width // sum(counts) * counts[0]
        bit = value >= low + bound << shift
        if bit:
            low, width = low + bound, width - bound
        else:
            width = bound
        counts[bit] += 1
        if sum(counts) > 4096:
            counts = [(each + 1) >> 1 for each in counts]
        while width < 1 << 30:
            low, width, shift = low << 15, width << 15, shift - 15
        bits.append(bit)
    return bits

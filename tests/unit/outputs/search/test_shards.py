"""How postings are written, and how many shards there are."""

import pytest

from casesite.outputs.search.shards import _code, _postings, number_of_shards


@pytest.mark.parametrize(
    ("documents", "shards"),
    [(0, 8), (1, 8), (15, 8), (16, 16), (100, 64), (1_000, 512), (10_000, 2_048), (100_000, 8_192)],
)
def test_shards_grow_slower_than_the_site(documents: int, shards: int) -> None:
    assert number_of_shards(documents) == shards


def decode(code: str) -> tuple[int, int]:
    """Read a posting as the script does: (documents skipped, weight)."""
    gap = -1
    for char in code:
        unit = ord(char)
        if unit == 0x10FFFD:
            gap += 0x40000
            continue
        unit -= 0x800 if unit > 0xDFFF else 0
        unit -= 0x21 if unit > 0x9F else 0
        unit -= 1 if unit > 0x5C else 0
        unit -= 35
        gap += (unit >> 2) + 1
    return gap, unit & 3


@pytest.mark.parametrize(
    "gap", [0, 1, 13, 14, 22, 23, 24, 500, 13_000, 13_900, 14_500, 262_143, 262_144, 900_000]
)
def test_every_gap_and_weight_is_read_again(gap: int) -> None:
    for weight in range(4):
        assert decode(_code(gap << 2 | weight)) == (gap, weight)


def test_no_code_would_break_out_of_its_text() -> None:
    codes = {ord(char) for gap in range(60_000) for char in _code(gap)}
    assert len(codes) == 60_000
    assert not codes & {*range(0x21), 0x22, 0x5C, *range(0x7F, 0xA0), *range(0xD800, 0xE000)}


def test_documents_are_told_by_how_far_they_stand_apart() -> None:
    assert [decode(char) for char in _postings([0 << 2 | 1, 1 << 2, 30 << 2 | 3])] == [
        (0, 1),
        (0, 0),
        (28, 3),
    ]

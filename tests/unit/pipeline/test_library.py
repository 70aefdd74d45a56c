"""Bodies and search terms come back as they were put away, or are missed by name."""

import pytest

from casesite.chinese import terms
from casesite.chinese.sounded import Sounder, Spoken
from casesite.model.case import Block, Body
from casesite.pipeline.library import (
    DamagedPackError,
    Library,
    MemoryPack,
    Parts,
    bulk_of,
    parts_of,
    put_away,
)

BODY = Body("<p>三个村</p>", (Block("text", "", "三个村"),), words=3)
PACKED = terms.pack([("title", "断桥")], [("text", "三个村")])
WORDS = Sounder().pack(Spoken("断桥", (), (), ("三个村",), PACKED.data), "a")


def away(pack: MemoryPack) -> Parts:
    bulk = bulk_of(BODY, PACKED, WORDS)
    parts = parts_of(bulk)
    put_away(pack, parts, bulk)
    return parts


def test_a_case_comes_back_as_it_was_put_away() -> None:
    pack = MemoryPack()
    library = Library(pack, {"a": away(pack)})
    assert library.body("a") == BODY
    assert library.terms("a") == PACKED.data
    assert library.words("a") == WORDS.data


def test_equal_parts_lie_in_one_place() -> None:
    pack = MemoryPack()
    assert away(pack) == away(pack)
    assert len(pack) == 3


def test_what_is_not_there_any_more_is_missed() -> None:
    library = Library(MemoryPack(), {"a": Parts("gone", "lost", "missed")})
    with pytest.raises(DamagedPackError, match="gone"):
        library.body("a")
    with pytest.raises(DamagedPackError, match="lost"):
        library.terms("a")
    with pytest.raises(DamagedPackError, match="missed"):
        library.words("a")

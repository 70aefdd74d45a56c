"""Which pairs a document has, what they weigh there, and what of it changes with an edit."""

from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.terms import (
    CLASSES,
    DIGEST,
    DIGITS,
    LEAD,
    MANY,
    OFTEN,
    ONCE,
    PARTS,
    TITLE,
    Packed,
    cut,
    date_forms,
    number_of_parts,
    pack,
    share_out,
    units,
)


def marks(packed: Packed) -> dict[str, int]:
    """Return every term as text, with its mark."""
    terms, found = cut(packed.data, 0, CLASSES)
    return {"".join(map(chr, units(term))): mark for term, mark in zip(terms, found, strict=True)}


def read(packed: Packed) -> dict[str, int]:
    """Return every term as text, with its weight."""
    return {term: mark & 3 for term, mark in marks(packed).items()}


def places(packed: Packed) -> dict[str, list[int]]:
    """Return every term as text, with the parts it stands in."""
    return {
        term: [place for place in range(PARTS) if mark >> 2 >> place & 1]
        for term, mark in marks(packed).items()
    }


def changed(one: Packed, other: Packed) -> set[int]:
    """Return the classes whose digests differ."""
    return {
        each
        for each in range(CLASSES)
        if one.digests[each * DIGEST : (each + 1) * DIGEST]
        != other.digests[each * DIGEST : (each + 1) * DIGEST]
    }


def test_every_pair_is_a_term_and_each_field_is_closed() -> None:
    assert read(pack([("title", "断桥"), ("title", "山东")])) == {
        "断桥": TITLE,
        "桥|": TITLE,
        "山东": TITLE,
        "东|": TITLE,
    }


def test_no_pair_runs_from_one_block_into_the_next() -> None:
    terms = read(pack((), [("text", "甲乙"), ("text", "丙丁")]))
    assert set(terms) == {"甲乙", "乙|", "丙丁", "丁|"}


def test_a_term_weighs_by_the_best_place_it_stands_in() -> None:
    blocks = [("text", "修桥，修桥，修桥，断桥。"), ("lead", "断路。"), ("heading", "断水")]
    terms = read(pack([("title", "断粮"), ("lead", "断电")], blocks))
    assert (terms["断粮"], terms["断电"], terms["断路"], terms["断水"]) == (TITLE, LEAD, LEAD, LEAD)
    assert (terms["修桥"], terms["断桥"]) == (OFTEN, ONCE)


def test_three_digits_in_a_row_are_one_more_term() -> None:
    assert set(read(pack([("title", "3346")]))) == {
        "33",
        "34",
        "46",
        "6|",
        chr(DIGITS + 334) + "|",
        chr(DIGITS + 346) + "|",
    }


def test_characters_of_other_planes_go_by_their_two_units() -> None:
    assert set(read(pack([("title", "𠮷")]))) == {"\ud842\udfb7", "\udfb7|"}


def test_a_cut_holds_the_terms_whose_first_unit_has_that_low_byte() -> None:
    data = pack([("title", "abcab"), ("title", "断a")]).data
    assert [chr(units(term)[0]) for term in cut(data, ord("a"), ord("a") + 1)[0]] == ["a", "a"]
    assert cut(data, 0, ord("a")) == ((), b"")
    assert [chr(units(term)[0]) for term in cut(data, ord("b"), CLASSES)[0]] == ["b", "b", "c", "断"]


def test_an_edit_changes_the_digests_of_its_own_terms_alone() -> None:
    before = pack([("title", "a")], [("text", "x y")])
    after = pack([("title", "a")], [("text", "x z")])
    assert changed(before, after) == {ord("y"), ord("z")}
    assert changed(before, pack([("title", "a")], [("lead", "x y")])) == {ord("x"), ord("y")}
    assert len(before.digests) == CLASSES * DIGEST


def test_a_document_without_text_has_no_terms() -> None:
    packed = pack(())
    assert cut(packed.data, 0, CLASSES) == ((), b"")
    assert packed.digests == bytes(CLASSES * DIGEST)


def test_a_term_that_stands_there_hundreds_of_times_is_often_there() -> None:
    assert read(pack((), [("text", "哈" * 400)])) == {"哈哈": OFTEN, "哈|": ONCE}


def test_a_document_is_told_in_parts_of_about_the_same_length() -> None:
    assert [number_of_parts(words) for words in (0, 749, 750, 2_000, 90_000)] == [1, 1, 2, 4, 4]
    assert share_out([250] * 8, 4) == [0, 0, 1, 1, 2, 2, 3, 3]
    assert share_out([10, 900, 10], 2) == [0, 1, 1]
    assert share_out([], 3) == []
    assert share_out([0, 0], 3) == [0, 0]


def test_a_term_stands_in_the_parts_of_its_blocks_and_every_field_in_the_first() -> None:
    blocks = [("text", "断桥"), ("lead", "断路"), ("text", "断桥断路")]
    found = places(pack([("title", "断路"), ("date", "断水")], blocks, parts=3))
    assert (found["断桥"], found["断路"], found["断水"]) == ([0, 2], [0, 1, 2], [0])


TEXTS = st.text("党员群众", min_size=1, max_size=12)


@given(
    st.lists(st.tuples(st.sampled_from(["title", "lead", "note"]), TEXTS), max_size=3),
    st.lists(st.tuples(st.sampled_from(["paragraph", "heading", "lead"]), TEXTS), max_size=8),
    st.integers(1, PARTS),
)
def test_a_mark_tells_of_all_places_where_a_term_stands(
    front: list[tuple[str, str]], blocks: list[tuple[str, str]], parts: int
) -> None:
    where = share_out([len(text) for _, text in blocks], parts)
    stands = [(*field, 0) for field in front]
    stands += [(*block, at) for block, at in zip(blocks, where, strict=True)]
    every = [
        (f"{text}|"[place : place + 2], kind, part)
        for kind, text, part in stands
        for place in range(len(text))
    ]
    for term, mark in marks(pack(front, blocks, parts)).items():
        kinds = [kind for found, kind, _ in every if found == term]
        running = [kind for kind in kinds if kind in ("note", "paragraph")]
        leading = "lead" in kinds or "heading" in kinds
        often = OFTEN if len(running) >= MANY else ONCE
        assert mark & 3 == (TITLE if "title" in kinds else LEAD if leading else often)
        assert mark >> 2 == sum({1 << part for found, _, part in every if found == term})


def test_dates_are_searched_as_people_write_them() -> None:
    assert date_forms("2024-08-20") == ("2024-08-20", "2024-8-20", "2024年8月20日")
    assert date_forms("2024-10") == ("2024-10", "2024年10月")
    assert date_forms("2024") == ("2024", "2024年")
    assert date_forms("") == ()

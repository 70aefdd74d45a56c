"""The labelled readings that are trained on and measured with: what they hold can be relied upon."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

from casesite.chinese.polyphones import labels
from casesite.chinese.polyphones.labels import Labelled, Sentence, measured, toned
from casesite.chinese.text import HAN_RANGES
from tests.bench.pinyin import data, flags, scoring

HAN = re.compile(f"[{HAN_RANGES}]")
SYLLABLE = re.compile(r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?[aeiouü]{1,3}(?:ng?|r)?|h?m|h?ng?|r")
SIZES = range(8, 31)


def wrong(rows: Iterable[Labelled]) -> list[Labelled]:
    return [row for row in rows if not HAN.fullmatch(row.char) or not legal(row.reading)]


def legal(reading: str) -> bool:
    return (
        reading == unicodedata.normalize("NFC", reading)
        and SYLLABLE.fullmatch(scoring.letters(reading)[0]) is not None
    )


def test_every_index_points_to_a_character_and_every_reading_is_a_syllable() -> None:
    assert not wrong(labels.labelled(data.HARD))
    assert not wrong(labels.labelled(data.LABELLED))
    assert not legal("chnóg")
    assert not legal("chong2")


def test_the_hard_set_is_short_sentences_with_few_marks() -> None:
    rows = list(labels.labelled(data.HARD))
    assert len(rows) >= 320
    assert all(len(row.sentence) in SIZES for row in rows)
    marks: dict[str, set[int]] = {}
    for row in rows:
        marks.setdefault(row.sentence, set()).add(row.index)
    assert sum(map(len, marks.values())) == len(rows), "a character is marked twice"
    assert all(len(some) <= 3 for some in marks.values())


def test_a_fifth_of_the_sentences_is_measured_and_none_is_trained_on_too() -> None:
    rows = list(labels.labelled(data.LABELLED))
    measuring = {row.sentence for row in rows if measured(row.sentence)}
    training = {row.sentence for row in rows if not measured(row.sentence)}
    assert measuring.isdisjoint(training)
    assert 0.18 < len(measuring) / (len(measuring) + len(training)) < 0.22
    assert training.isdisjoint(row.sentence for row in labels.labelled(data.HARD))
    shares = {
        source: [measured(row.sentence) for row in rows if row.source == source] for source in sources(rows)
    }
    assert all(0.18 < sum(some) / len(some) < 0.22 for some in shares.values())


def sources(rows: Iterable[Labelled]) -> set[str]:
    return {row.source for row in rows}


def test_the_line_between_the_parts_never_moves() -> None:
    """What was trained on one day is not measured on another."""
    told = [measured(row.sentence) for row in labels.labelled(data.LABELLED)]
    assert (len(told), sum(told)) == (55316, 11219)


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [("lu:4", "lǜ"), ("nve4", "nüè"), ("le5", "le"), ("gui4", "guì"), ("liu2", "liú"), ("ou3", "ǒu"),
     ("xiong1", "xiōng"), ("er2", "ér"), ("r5", "r"), ("hng4", "hǹg"), ("guo", "guo")],
)  # fmt: skip
def test_a_digit_becomes_the_mark_on_its_vowel(numbered: str, marked: str) -> None:
    assert toned(numbered) == marked


def test_running_text_is_read_with_its_labels(tmp_path: Path) -> None:
    path = tmp_path / "running.txt.xz"
    text = "# 消息｜修路\n全镇都来了。\t2:dōu 4:le\n路通了。\t2:le\n\n# 案例｜一河清水\n河长巡河。\t1:zhǎng\n"
    path.write_bytes(labels.pack(text.encode()))
    first, second = labels.running(path)
    assert first.header == "# 消息｜修路"
    assert first.sentences == (Sentence("全镇都来了。", {2: "dōu", 4: "le"}), Sentence("路通了。", {2: "le"}))
    assert second.sentences == (Sentence("河长巡河。", {1: "zhǎng"}),)


def test_running_text_labels_characters_with_syllables() -> None:
    rows = [
        Labelled(piece.header, place, reading, one.text)
        for piece in labels.running(data.RUNNING)
        for one in piece.sentences
        for place, reading in one.labels.items()
    ]
    assert rows
    assert not wrong(rows)
    headers = [piece.header for piece in labels.running(data.RUNNING)]
    assert len(set(headers)) == len(headers)
    assert all(header.startswith("# ") and "｜" in header for header in headers)


def test_marked_characters_are_compared_exactly_and_running_text_tolerantly() -> None:
    assert not scoring.exact("地", "dì", "de")
    assert not scoring.exact("得", "de", "dé")
    assert scoring.exact("一", "yí", "yī")
    assert scoring.exact("不", "bú", "bù")
    assert not scoring.exact("一", "bú", "yī")
    assert scoring.tolerant("得", "de", "dé", "")
    assert scoring.tolerant("展", "zhán", "zhǎn", "lǎn")
    assert not scoring.tolerant("展", "zhán", "zhǎn", "kāi")
    assert not scoring.tolerant("地", "dì", "de", "")
    assert not scoring.tolerant("种", "zhǒng", "zhòng", "")


def test_flags_take_the_least_sure_first() -> None:
    doubts = [[(0, 0.9), (3, 0.1)], [(1, 0.2)]]
    found = flags.caught(["河长巡河", "路通了。"], doubts, {("河长巡河", 3), ("路通了。", 1)}, share=0.15)
    assert found == flags.Caught(errors=2, caught=1, flagged=1, characters=7)

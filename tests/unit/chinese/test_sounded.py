"""Which words of a document are kept with their readings."""

import struct

import pytest

from casesite.chinese import terms
from casesite.chinese.pinyin import Readings
from casesite.chinese.sounded import LETTERS, Sounded, Sounder, Spoken, share_of


def pack(
    title: str = "", *running: str, names: tuple[str, ...] = (), leading: tuple[str, ...] = (), **how: object
) -> Sounded:
    packed = terms.pack(
        [("title", text) for text in (title, *names)],
        [*(("lead", text) for text in leading), *(("text", text) for text in running)],
    )
    return Sounder(**how).pack(Spoken(title, names, leading, running, packed.data), "a")  # type: ignore[arg-type]


def entries(sounded: Sounded) -> set[str]:
    return set(sounded.data.decode().split())


def test_a_name_is_kept_from_each_of_its_words_on() -> None:
    assert entries(pack(names=("跨村联建", "乡村振兴局"))) >= {
        "+乡村振兴局'xiang'cun'zhen'xing'ju",
        "+振兴局'zhen'xing'ju",
        "+跨村联建'kua'cun'lian'jian",
        "+联建'lian'jian",
    }


def test_a_title_is_read_in_its_context_and_by_the_sites_readings() -> None:
    assert "+重庆银行'chong'qing'yin'hang" in entries(pack("重庆银行"))
    readings = Readings.of([("重庆", "zhòng qìng")])
    found = entries(pack("重庆银行", "重庆。", readings=readings))
    assert "+重庆银行'zhong'qing'yin'hang" in found
    assert "重庆'zhong'qing" in found
    assert not any("'chong" in entry for entry in found)


def test_words_of_the_text_are_kept_and_longer_ones_that_repeat() -> None:
    found = entries(pack("", "合作社办起来。合作社好。合作社大。", "旅游绿化。"))
    assert {"合作社'he'zuo'she", "旅游'lv'you", "绿化'lv'hua"} <= found
    assert "旅游绿化'lv'you'lv'hua" not in found


def test_what_repeats_is_kept_though_it_is_no_word() -> None:
    found = entries(pack("", "礁倾脯爵好，礁倾脯爵大，礁倾脯爵小。"))
    assert {entry for entry in found if entry.startswith("-")} == {"-礁倾脯爵'jiao'qing'fu'jue"}


def test_a_smaller_share_keeps_fewer_words_but_all_that_stand_out() -> None:
    text = "改变努力经历根本愿意力量任务自身大量拥有状况负担古代支撑外观含有"
    whole, half = entries(pack("断桥", text)), entries(pack("断桥", text, share=4))
    assert half < whole
    assert len(half) > len(whole) / 5
    assert "+断桥'duan'qiao" in half


@pytest.mark.parametrize(
    ("documents", "share"), [(0, 8), (300, 8), (301, 4), (1500, 4), (5000, 2), (9999, 1)]
)
def test_the_more_documents_the_smaller_the_share(documents: int, share: int) -> None:
    assert share_of(documents) == share


def test_a_letter_has_a_digest_of_its_own_words_alone() -> None:
    one, other = (struct.unpack(">26I", pack(title).digests) for title in ("断桥", "断桥 村口"))
    changed = {letter for letter, a, b in zip(LETTERS, one, other, strict=True) if a != b}
    assert changed == {"c"}
    assert one[LETTERS.index("d")]
    assert not one[LETTERS.index("z")]


def test_what_is_not_han_or_has_no_reading_gives_nothing() -> None:
    assert entries(pack("GDP 2024 ○ か か か", "abc abc abc", names=("", "AI"))) == set()

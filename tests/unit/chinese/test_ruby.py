"""Ruby as the fragment holds it."""

import re
from typing import Literal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.levels import common
from casesite.chinese.pinyin import NONE, Readings
from casesite.chinese.ruby import Level, Names, Seen, Style, authored, mark, ruby

NOTHING = Names()


def brief(xml: str) -> str:
    """Return the text with each ruby as `[class base|syllables]`."""

    def word(match: re.Match[str]) -> str:
        base = re.sub("<rp>.*?</rp>|<rt[^>]*>.*?</rt>", "", match[2])
        return f"[{match[1]} {base}|{' '.join(re.findall('<rt[^>]*>(.*?)</rt>', match[2]))}]"

    return re.sub('<ruby class="(.)">(.*?)</ruby>', word, xml)


def test_a_word_is_one_element_with_a_pair_a_character() -> None:
    assert ruby("重庆", ("chóng", "qìng")) == (
        '<ruby class="m">重<rp>(</rp><rt lang="zh-Latn-pinyin">chóng</rt><rp>)</rp>'
        '庆<rp>(</rp><rt lang="zh-Latn-pinyin">qìng</rt><rp>)</rp></ruby>'
    )


def test_syllables_must_be_as_many_as_characters() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ruby("重庆", ("chóng",))


@pytest.mark.parametrize("level", ["off", "marked"])
def test_without_a_level_text_is_only_escaped(level: Level) -> None:
    assert mark('重庆 <b> & "c"', Style(level), NOTHING, NONE) == "重庆 &lt;b&gt; &amp; &quot;c&quot;"


TERMS = Names.of(["苑满穗丰", "张三"])


@pytest.mark.parametrize(
    ("level", "text", "marked"),
    [
        ("names", "汶上县养黄颡鱼", "[n 汶上县|wèn shàng xiàn]养黄颡鱼"),
        ("names", "乡村的张三，<好>", "乡村的[n 张三|zhāng sān]，&lt;好&gt;"),
        ("names", "苑满穗丰片区", "[n 苑满穗丰|yuàn mǎn suì fēng]片区"),
        ("names", "汶上县农业农村局", "[n 汶上县|wèn shàng xiàn][n 农业|nóng yè][n 农村|nóng cūn][n 局|jú]"),
        ("hard", "汶上县养黄颡鱼", "[n 汶上县|wèn shàng xiàn]养[h 黄颡鱼|huáng sǎng yú]"),
        ("all", "汶上县养黄颡鱼", "[n 汶上县|wèn shàng xiàn][a 养|yǎng][h 黄颡鱼|huáng sǎng yú]"),
        ("all", "AI治理，好", "AI[a 治理|zhì lǐ]，[a 好|hǎo]"),
    ],
)
def test_levels_mark_names_hard_words_or_all(level: Level, text: str, marked: str) -> None:
    assert brief(mark(text, Style(level), TERMS, NONE)) == marked


def test_the_sites_readings_reach_names() -> None:
    own = Readings.of([("汶上", "wén shàng")])
    assert brief(mark("汶上县", Style(), Names.of(["汶上县"]), own)) == "[n 汶上县|wén shàng xiàn]"


def test_what_counts_as_hard_is_the_sites_choice() -> None:
    text = "养黄颡鱼，挖垚土"
    assert brief(mark(text, Style("hard"), NOTHING, NONE)) == "养[h 黄颡鱼|huáng sǎng yú]，挖[h 垚|yáo]土"
    assert brief(mark(text, Style("hard", common(2)), NOTHING, NONE)) == "养黄颡鱼，挖[h 垚|yáo]土"
    assert brief(mark(text, Style("hard", common(2) - {"挖"}), NOTHING, NONE)).endswith(
        "，[h 挖|wā][h 垚|yáo]土"
    )


def test_a_word_is_marked_where_it_first_occurs() -> None:
    seen: Seen = set()
    once = Style("names", first=True)
    assert brief(mark("张三到汶上县，张三", once, TERMS, NONE, seen)) == (
        "[n 张三|zhāng sān]到[n 汶上县|wèn shàng xiàn]，张三"
    )
    assert brief(mark("汶上县的张三", once, TERMS, NONE, seen)) == "汶上县的张三"
    assert brief(mark("汶上县的张三", Style(), TERMS, NONE, seen)).count("[n") == 2


def test_another_reading_is_another_word() -> None:
    seen: Seen = set()
    once = Style("all", first=True)
    assert brief(mark("长", once, NOTHING, Readings.of([("长", "cháng")]), seen)) == "[a 长|cháng]"
    assert brief(mark("长", once, NOTHING, Readings.of([("长", "zhǎng")]), seen)) == "[a 长|zhǎng]"


def test_what_the_author_marks_stays_and_counts_as_seen() -> None:
    seen: Seen = set()
    once = Style("all", first=True)
    for _ in range(2):
        assert (
            brief(authored("重庆", ("chóng", "qìng"), once, NOTHING, NONE, seen=seen))
            == "[m 重庆|chóng qìng]"
        )
    assert brief(mark("重庆", once, NOTHING, NONE, seen)) == "重庆"


@pytest.mark.parametrize(
    ("level", "marked"),
    [
        ("names", "[n 张三|Zhāng Sān]在[n 汶上县|Wènshàng Xiàn]看了黄颡鱼"),
        ("hard", "[n 张三|Zhāng Sān]在[n 汶上县|Wènshàng Xiàn]看了[h 黄颡鱼|huángsǎngyú]"),
        ("all", "[n 张三|Zhāng Sān][a 在|zài][n 汶上县|Wènshàng Xiàn][a 看了|kànle][h 黄颡鱼|huángsǎngyú]"),
    ],
)
def test_by_word_one_spelling_stands_above_each(level: Level, marked: str) -> None:
    people = Names.of(["苑满穗丰"], ["张三"])
    assert brief(mark("张三在汶上县看了黄颡鱼", Style(level, by="word"), people, NONE)) == marked


def test_by_word_the_parts_of_a_name_stand_above_what_they_spell() -> None:
    made = mark("汶上县", Style(by="word"), NOTHING, NONE)
    assert re.sub("<rp>.</rp>| lang=[^>]*", "", made) == (
        '<ruby class="n">汶上<rt>Wènshàng</rt>县<rt>Xiàn</rt></ruby>'
    )


def test_by_word_a_long_name_may_break_between_its_parts() -> None:
    made = mark("汶上县委组织部", Style(by="word"), Names.of(["汶上县委组织部"]), NONE)
    assert brief(made) == "[n 汶上|Wènshàng][n 县委|Xiànwěi][n 组织部|Zǔzhībù]"


@pytest.mark.parametrize(
    ("word", "syllables", "marked"),
    [
        ("重庆", ("chóng", "qìng"), "[m 重庆|Chóngqìng]"),
        ("火锅", ("huǒ", "guō"), "[m 火锅|huǒguō]"),
        ("张三", (), "[m 张三|Zhāng Sān]"),
        ("汶上县", ("wén", "shàng", "xiàn"), "[m 汶上县|Wénshàng Xiàn]"),
    ],
)
def test_by_word_what_the_author_marks_is_spelled_too(
    word: str, syllables: tuple[str, ...], marked: str
) -> None:
    assert (
        brief(authored(word, syllables, Style("marked", by="word"), Names.of([], ["张三"]), NONE)) == marked
    )


def test_spoken_tones_are_ours_to_change_and_not_the_authors() -> None:
    taught = Style("all", tones="spoken")
    assert brief(mark("一个好老虎", taught, NOTHING, NONE)) == "[a 一个|yí gè][a 好|hǎo][a 老虎|láo hǔ]"
    assert brief(authored("老虎", (), taught, NOTHING, NONE)) == "[m 老虎|láo hǔ]"
    assert brief(authored("老虎", ("lǎo", "hǔ"), taught, NOTHING, NONE)) == "[m 老虎|lǎo hǔ]"


@given(
    st.text(alphabet=st.sampled_from("汶上县黄颡鱼张三苑满穗丰镇村的第一百不，<>&\"'a1 國\n𠀀")),
    st.sampled_from(["off", "marked", "names", "hard", "all"]),
    st.sampled_from(["character", "word"]),
    st.sampled_from(["citation", "spoken"]),
    st.booleans(),
)
def test_the_base_text_of_well_formed_xml_is_the_input(
    text: str,
    level: Level,
    by: Literal["character", "word"],
    tones: Literal["citation", "spoken"],
    first: bool,  # noqa: FBT001  a table
) -> None:
    style = Style(level, by=by, tones=tones, first=first)
    root = ET.fromstring(f"<p>{mark(text, style, TERMS, NONE, set())}</p>")  # noqa: S314 - our own output
    for parent in root.iter("ruby"):
        for child in list(parent):
            child.text = ""
    assert "".join(root.itertext()) == text

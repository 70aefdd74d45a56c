"""Ruby as the fragment holds it."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.pinyin import NONE, Readings
from casesite.chinese.ruby import Names, mark, ruby

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
def test_without_a_level_text_is_only_escaped(level: str) -> None:
    assert mark('重庆 <b> & "c"', level, NOTHING, NONE) == "重庆 &lt;b&gt; &amp; &quot;c&quot;"


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
def test_levels_mark_names_hard_words_or_all(level: str, text: str, marked: str) -> None:
    assert brief(mark(text, level, TERMS, NONE)) == marked


def test_the_sites_readings_reach_names() -> None:
    own = Readings.of([("汶上", "wén shàng")])
    assert brief(mark("汶上县", "names", Names.of(["汶上县"]), own)) == "[n 汶上县|wén shàng xiàn]"


@given(
    st.text(alphabet=st.sampled_from("汶上县黄颡鱼张三苑满穗丰镇村的，<>&\"'a1 國\n𠀀")),
    st.sampled_from(["off", "marked", "names", "hard", "all"]),
)
def test_the_base_text_of_well_formed_xml_is_the_input(text: str, level: str) -> None:
    root = ET.fromstring(f"<p>{mark(text, level, TERMS, NONE)}</p>")  # noqa: S314 - our own output
    for parent in root.iter("ruby"):
        for child in list(parent):
            child.text = ""
    assert "".join(root.itertext()) == text

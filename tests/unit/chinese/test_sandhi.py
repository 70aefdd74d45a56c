"""Tones as spoken beside tones as in a dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.pinyin import words
from casesite.chinese.sandhi import spoken
from casesite.chinese.syllables import toneless


def said(text: str) -> str:
    return " ".join(syllable for _, syllables in spoken(words(text)) for syllable in syllables)


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("一个", "yí gè"),
        ("一天", "yì tiān"),
        ("一年", "yì nián"),
        ("一百", "yì bǎi"),
        ("一样", "yí yàng"),
        ("每一个", "měi yí gè"),
        ("第一", "dì yī"),
        ("第一个", "dì yī gè"),
        ("一九四九", "yī jiǔ sì jiǔ"),
        ("统一", "tǒng yī"),
        ("一月", "yī yuè"),
        ("万一", "wàn yī"),
        ("看一看", "kàn yi kàn"),
        ("一天一天", "yì tiān yì tiān"),
        ("不对", "bú duì"),
        ("不好", "bù hǎo"),
        ("不，对", "bù duì"),
        ("好不好", "hǎo bu hǎo"),
    ],
)
def test_yi_and_bu_follow_what_comes_after(text: str, syllables: str) -> None:
    assert said(text) == syllables


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("你好", "ní hǎo"),
        ("展览馆", "zhán lán guǎn"),
        ("小老虎", "xiǎo láo hǔ"),
        ("很好", "hén hǎo"),
        ("我很好", "wǒ hén hǎo"),
        ("管理好", "guán lí hǎo"),
        ("整理好产品", "zhéng lí hǎo chán pǐn"),
        ("你，我", "nǐ wǒ"),
        ("你a我", "nǐ wǒ"),
        ("老师", "lǎo shī"),
    ],
)
def test_a_third_tone_before_another_is_a_second(text: str, syllables: str) -> None:
    assert said(text) == syllables


def test_the_particle_at_the_end_and_light_syllables_stay() -> None:
    assert [pair[1] for pair in spoken([("好", ("hǎo",)), ("啊", ("a",))])] == [("hǎo",), ("a",)]
    assert spoken([("姐姐", ("jiě", "jie"))]) == [("姐姐", ("jiě", "jie"))]


@given(st.text(alphabet=st.sampled_from("一不你好我很看第个天小老虎统，。a1的了𠀀")))
def test_words_stay_and_no_letter_but_its_tone_changes(text: str) -> None:
    before, after = words(text), spoken(words(text))
    assert [word for word, _ in after] == [word for word, _ in before]
    for (_, old), (_, new) in zip(before, after, strict=True):
        assert [toneless(syllable) for syllable in new] == [toneless(syllable) for syllable in old]

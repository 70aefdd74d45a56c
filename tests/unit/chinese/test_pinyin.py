"""Readings of sentences as the genre writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.pinyin import NONE, Readings, annotate, words


def reading(text: str, readings: Readings = NONE) -> str:
    """Return the syllables with spaces between, other characters as they stand."""
    return " ".join(syllable or char for char, syllable in annotate(text, readings))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推行街巷长制度", "tuī xíng jiē xiàng zhǎng zhì dù"),
        ("重庆市长寿区", "chóng qìng shì cháng shòu qū"),
        ("济宁市汶上县", "jǐ níng shì wèn shàng xiàn"),
        ("黄颡鱼", "huáng sǎng yú"),
        ("村企共建", "cūn qǐ gòng jiàn"),
        ("朴素", "pǔ sù"),
        ("银行", "yín háng"),
        ("行动", "xíng dòng"),
        ("在行动", "zài xíng dòng"),
        ("正在行动中", "zhèng zài xíng dòng zhōng"),
        ("目标的确定", "mù biāo de què dìng"),
        ("长治", "cháng zhì"),
        ("六安市", "lù ān shì"),
        ("厦门和蚌埠", "xià mén hé bèng bù"),
        ("单县莘县", "shàn xiàn shēn xiàn"),
        ("河长制和林长制", "hé zhǎng zhì hé lín zhǎng zhì"),
        ("村长成长", "cūn zhǎng chéng zhǎng"),
        ("长期增长", "cháng qī zēng zhǎng"),
        ("参与调研", "cān yù diào yán"),
        ("干部带头干", "gàn bù dài tóu gàn"),
        ("种植良种", "zhòng zhí liáng zhǒng"),
        ("率先提高增长率", "shuài xiān tí gāo zēng zhǎng lǜ"),
        ("为推进振兴", "wèi tuī jìn zhèn xīng"),
        ("成为样板", "chéng wéi yàng bǎn"),
        ("以群众为中心", "yǐ qún zhòng wéi zhōng xīn"),
        ("扎实地开展", "zhā shi de kāi zhǎn"),
        ("闲置土地资源", "xián zhì tǔ dì zī yuán"),
        ("一只羊和300只鸡", "yī zhī yáng hé 3 0 0 zhī jī"),
        ("只有", "zhǐ yǒu"),
        ("获得感", "huò dé gǎn"),
        ("内蒙古", "nèi měng gǔ"),
        ("晟媛卜肖翟葛", "shèng yuán bǔ xiāo zhái gě"),
        ("绿色旅游", "lǜ sè lǚ yóu"),
        ("一心一意不会", "yī xīn yī yì bù huì"),
        ("孩子们", "hái zi men"),
        ("重慶銀行行長", "chóng qìng yín háng háng zhǎng"),
        ("〇", "líng"),
        ("AI治理，3.5%", "A I zhì lǐ ， 3 . 5 %"),
        ("", ""),
    ],
)
def test_citation_readings(text: str, expected: str) -> None:
    assert reading(text) == expected


OWN = Readings.of([("汶", "wén"), ("朝阳", "zhāo yáng"), ("朝阳区", "cháo yáng qū"), ("苑庄", "yuàn zhuāng")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("朝阳", "zhāo yáng"),
        ("朝阳区", "cháo yáng qū"),
        ("朝阳镇", "zhāo yáng zhèn"),
        ("汶上和汶", "wén shàng hé wén"),
        ("苑庄镇重庆路", "yuàn zhuāng zhèn chóng qìng lù"),
    ],
)
def test_the_sites_readings_win_and_the_longest_first(text: str, expected: str) -> None:
    assert reading(text, OWN) == expected


def test_of_two_readings_for_a_word_the_later_and_the_cases_win() -> None:
    site = Readings.of([("重庆", "zhòng qìng"), ("重庆", "chóng qìng")])
    case = Readings.of([("重庆", "chōng qīng")])
    assert reading("重庆", site) == "chóng qìng"
    assert reading("重庆", site.joined(case)) == "chōng qīng"
    assert reading("重庆", case.joined(site)) == "chóng qìng"


def test_a_reading_that_does_not_fit_its_word_is_left_out() -> None:
    assert Readings.of([("重庆", "chóng"), ("AI", "ā yī"), ("", "")]) == NONE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抓党建促乡村振兴", "抓 党建 促 乡村 振兴"),
        ("整合21个村党组织", "整合 21 个 村 党组织"),
        ("重庆市，长寿区", "重庆市 ， 长寿区"),
    ],
)
def test_text_is_cut_into_words(text: str, expected: str) -> None:
    assert " ".join(word for word, _ in words(text)) == expected


ANY_TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("重庆长寿区在行动的确定，。a1 國黨颡𠀀\n"), st.characters())
)


@given(ANY_TEXT)
def test_every_character_has_its_pair(text: str) -> None:
    assert "".join(char for char, _ in annotate(text, OWN)) == text
    assert all(len(char) == 1 for char, _ in annotate(text, OWN))


@given(ANY_TEXT)
def test_words_hold_a_syllable_a_character_or_none(text: str) -> None:
    found = words(text, OWN)
    assert "".join(word for word, _ in found) == text
    assert all(len(syllables) in (0, len(word)) for word, syllables in found)

"""Which readings a character can have."""

from importlib.resources import files

import pytest

from casesite.chinese.heteronyms import can_be_read, heteronyms, is_syllable, toneless_syllables
from casesite.chinese.lexicon import lexicon
from casesite.chinese.lexicon.compile_heteronyms import compiled


def test_the_table_is_what_its_sources_make() -> None:
    shipped = files("casesite.chinese").joinpath("data/heteronyms.txt").read_text(encoding="utf-8")
    assert shipped == compiled(lexicon())


def test_the_usual_reading_comes_first_and_a_traditional_character_has_all() -> None:
    assert heteronyms("重")[:2] == ("zhòng", "chóng")
    assert {"cháng", "zhǎng"} <= set(heteronyms("長"))
    assert heteronyms("A") == ()


@pytest.mark.parametrize(
    "pairs",
    [
        "阿ē 台tāi 乐lào 蔚yù 番pān 单shàn 六lù 莘shēn 厦xià 圩xū 埔bù 柏bó 堡pù 涡guō 歙shè",  # places
        "区ōu 仇qiú 查zhā 缪miào 朴piáo 盖gě 覃qín 尉yù 乾qián 任rén 解xiè 华huà",  # names
        "一yí 不bú 好háo 子zi 啊ya 儿r 家jie 这zhèi 熟shóu 𰻞biáng 東dōng",  # speech, rare, traditional
    ],
)
def test_rare_but_right_readings_are_known(pairs: str) -> None:
    assert [pair for pair in pairs.split() if not can_be_read(pair[0], pair[1:])] == []


@pytest.mark.parametrize("pair", ["庆qīng", "村chūn", "重qìng", "县xiān", "党dān"])
def test_wrong_readings_are_known_as_such(pair: str) -> None:
    assert not can_be_read(pair[0], pair[1:])


def test_there_are_some_four_hundred_syllables() -> None:
    assert 400 < len(toneless_syllables()) < 440
    assert {"zhuang", "lü", "lüe", "er", "r", "biang", "ng"} <= toneless_syllables()
    assert not {"v", "x", "women", "qingg", "lve", "zhong2"} & toneless_syllables()


def test_a_syllable_bears_one_mark_at_most() -> None:
    assert all(map(is_syllable, ["zhòng", "lǜ", "zhong", "r"]))
    assert not any(map(is_syllable, ["zhōngguó", "qǐngg", "zhóng2", "lāī", ""]))

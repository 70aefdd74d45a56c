"""Lines of text in pinyin, as somebody asks for them on the command line."""

import pytest

from casesite.chinese.pinyin import Readings
from casesite.chinese.ruby import Names
from casesite.reading.pinyin_lines import Way, read_line

TEXT = "汶上县的单雄信说，很好。"


def test_each_character_has_its_syllable() -> None:
    line = read_line(TEXT, Way())
    assert "".join(text for text, _ in line.pieces) == TEXT
    assert line.pieces[:3] == (("汶", "wèn"), ("上", "shàng"), ("县", "xiàn"))
    assert line.pinyin.startswith("wèn shàng xiàn de ")
    assert line.pinyin.endswith(" shuō，hěn hǎo。")
    assert read_line("第3号，OK", Way()).pinyin == "dì 3 hào，OK"


def test_by_words_names_have_capitals() -> None:
    way = Way(
        "word", names=Names.of(["单雄信"], ["单雄信"]), readings=Readings.of([("单雄信", "shàn xióng xìn")])
    )
    line = read_line(TEXT, way)
    assert "".join(text for text, _ in line.pieces) == TEXT
    assert line.pinyin == "Wènshàng Xiàn de Shàn Xióngxìn shuō, hěn hǎo."


def test_tones_may_be_those_of_speech() -> None:
    assert read_line("一个，你好", Way(tones="spoken")).pinyin == "yí gè，ní hǎo"
    assert read_line("一个，你好", Way()).pinyin == "yī gè，nǐ hǎo"


@pytest.mark.parametrize("text", ["", " ", "\ud800重\udfff", "𠀀𰻞", "a", "。"])
def test_any_text_is_a_line(text: str) -> None:
    for way in (Way(), Way("word"), Way("word", "spoken")):
        assert "".join(piece for piece, _ in read_line(text, way).pieces) == text


def test_a_long_line_is_spelled_as_its_sentences_are() -> None:
    """Names, capitals and spaces are those of one sentence, however many follow each other."""
    one = read_line(TEXT, Way("word"))
    many = read_line(TEXT * 100, Way("word"))
    assert many.pieces == one.pieces * 100
    assert many.pinyin == " ".join([one.pinyin] * 100)


def test_a_capital_stands_where_a_sentence_begins_however_long_it_is() -> None:
    line = read_line("村民们修路架桥，" * 100 + "好。好", Way("word"))
    assert line.pinyin.startswith("Cūnmínmen ")
    assert sum(map(str.isupper, line.pinyin)) == 2

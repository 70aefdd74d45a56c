"""Pinyin by words, each rule of the standard beside words of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.pinyin import words
from casesite.chinese.proper import Kind, name, plain, running, spelled
from casesite.chinese.spelling import joined, pieces


def written(text: str) -> str:
    return " ".join(pinyin or part for part, pinyin in pieces(words(text)))


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("管理", "guǎnlǐ"),
        ("管理水平", "guǎnlǐ shuǐpíng"),
        ("红十字会", "hóngshízìhuì"),
        ("副书记", "fùshūjì"),
        ("党员们", "dǎngyuánmen"),
        ("人人", "rénrén"),
        ("学习学习", "xuéxí xuéxí"),
        ("高高兴兴", "gāogāoxìngxìng"),
    ],
)
def test_a_word_is_joined_and_words_stand_apart(text: str, pinyin: str) -> None:
    assert written(text) == pinyin


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [("西安", "xī'ān"), ("方案", "fāng'àn"), ("饥饿", "jī'è"), ("女儿", "nǚ'ér"), ("安全", "ānquán")],
)
def test_an_apostrophe_stands_before_a_o_e(text: str, pinyin: str) -> None:
    assert written(text) == pinyin


def test_an_apostrophe_is_asked_for_by_the_letter_not_by_the_tone() -> None:
    assert joined("重耳", ("chóng", "ěr")) == "chóng'ěr"
    assert joined("海鸥", ("hǎi", "ōu")) == "hǎi'ōu"


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("花儿", "huār"),
        ("小孩儿", "xiǎoháir"),
        ("一会儿", "yīhuìr"),
        ("儿子", "érzi"),
        ("幼儿园", "yòu'éryuán"),
    ],
)
def test_a_syllable_that_only_colours_is_r(text: str, pinyin: str) -> None:
    assert written(text) == pinyin


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("看了三个月", "kànle sān gè yuè"),
        ("走着", "zǒuzhe"),
        ("他来了。", "tā lái le 。"),
        ("来了，走了", "lái le ， zǒu le"),
        ("慢慢地走", "mànmàn de zǒu"),
        ("做得好", "zuò de hǎo"),
        ("我的书", "wǒ de shū"),
    ],
)
def test_particles_join_or_stand_apart(text: str, pinyin: str) -> None:
    assert written(text) == pinyin


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("五十三", "wǔshísān"),
        ("三百五十六", "sānbǎi wǔshíliù"),
        ("六十三亿七千二百六十八万四千零九十五", "liùshísānyì qīqiān èrbǎi liùshíbāwàn sìqiān líng jiǔshíwǔ"),
        ("二〇二四年", "èr líng èr sì nián"),
        ("第一", "dì-yī"),
        ("第二十三个", "dì-èrshísān gè"),
        ("三五天", "sān-wǔ tiān"),
        ("三分之一", "sān fēn zhī yī"),
        ("十几个", "shíjǐ gè"),
    ],
)
def test_numbers(text: str, pinyin: str) -> None:
    assert written(text) == pinyin


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("风平浪静", "fēngpíng-làngjìng"),
        ("一心一意", "yīxīn-yīyì"),
        ("实事求是", "shíshì-qiúshì"),
        ("层出不穷", "céngchūbùqióng"),
        ("总而言之", "zǒng'éryánzhī"),
        ("爱莫能助", "àimònéngzhù"),
    ],
)
def test_idioms_take_a_hyphen_where_they_divide(text: str, pinyin: str) -> None:
    assert written(text) == pinyin


@pytest.mark.parametrize(
    ("text", "kind", "pinyin"),
    [
        ("王建国", "person", "Wáng Jiànguó"),
        ("李安", "person", "Lǐ Ān"),
        ("张建安", "person", "Zhāng Jiàn'ān"),
        ("欧阳文", "person", "Ōuyáng Wén"),
        ("张王淑芳", "person", "Zhāng-Wáng Shūfāng"),
        ("北京", "place", "Běijīng"),
        ("北京市", "place", "Běijīng Shì"),
        ("济宁市汶上县", "place", "Jǐníng Shì Wènshàng Xiàn"),
        ("苑庄镇", "place", "Yuànzhuāng Zhèn"),
        ("王村", "place", "Wángcūn"),
        ("王庄村", "place", "Wángzhuāng Cūn"),
        ("西安市", "place", "Xī'ān Shì"),
        ("汶上县委组织部", "organisation", "Wènshàng Xiànwěi Zǔzhībù"),
    ],
)
def test_names_have_capitals_and_stand_in_their_parts(text: str, kind: Kind, pinyin: str) -> None:
    assert " ".join(part for _, part in name(words(text), kind)) == pinyin


def test_a_text_has_capitals_where_sentences_begin() -> None:
    found = words("“我们去北京市吧。”王建国说。今天，好的！")
    people = next(place for place, (word, _) in enumerate(found) if word == "王")
    assert running(spelled(found, [(people, people + 2, "person")])) == (
        "“Wǒmen qù Běijīng Shì ba.” Wáng Jiànguó shuō. Jīntiān, hǎo de!"
    )


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("说：“好，OK！”好", "Shuō: “hǎo, OK!” Hǎo"),
        ("好。OK，好", "Hǎo. OK, hǎo"),
        ("OK（AI）、好；“好”“好”", "OK (AI), hǎo; “hǎo” “hǎo”"),
        ("it’s 好，3.5，10：30：a,b", "it’s hǎo, 3.5, 10:30: a,b"),
        ("第 3 号", "Dì 3 hào"),
        ("1. 好", "1. Hǎo"),
        ("“！”", "“!”"),
        ("《A》和“B”！？", "《A》 hé “B”!?"),
    ],
)
def test_marks_beside_letters_are_spaced_as_in_latin_writing(text: str, pinyin: str) -> None:
    assert running(spelled(words(text))) == pinyin


def test_traditional_characters_are_spelled_alike() -> None:
    assert written("風平浪靜") == "fēngpíng-làngjìng"


@given(
    st.text(
        alphabet=st.sampled_from(
            "第一二十百万零三五个分之儿花女安西了着过们副不学习高兴风平浪静北京市，。a1𠀀"
        )
    )
)
def test_what_is_written_together_adds_up_to_the_text(text: str) -> None:
    for made in (pieces(words(text)), plain(words(text))):
        assert "".join(part for part, _ in made) == text

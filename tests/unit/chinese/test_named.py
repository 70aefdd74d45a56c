"""A text in words, with the names among them."""

from casesite.chinese.named import cut, parted
from casesite.chinese.names import Names
from casesite.chinese.pinyin import NONE

NAMES = Names.of(["汶上县委组织部"], ["单雄信"])
TEXT = "单雄信到汶上县委组织部，过苑庄镇"


def test_a_given_name_is_one_word_and_can_fall_into_its_words() -> None:
    found, given = cut(TEXT, NAMES, NONE)
    assert [word for word, _ in found][:3] == ["单雄信", "到", "汶上县委组织部"]
    every, named = parted(found, given, NAMES)
    assert "".join(word for word, _ in every) == TEXT
    assert [("".join(word for word, _ in every[start:end]), kind) for start, end, kind in named] == [
        ("单雄信", "person"),
        ("汶上县委组织部", "organisation"),
        ("苑庄镇", "place"),
    ]
    assert len(every) > len(found)


def test_what_is_not_read_keeps_its_place_in_a_name() -> None:
    (name,), _ = cut("G20峰会", Names.of(["G20峰会"]), NONE)
    assert name == ("G20峰会", ("", "", "", "fēng", "huì"))


def test_names_and_what_stands_between_them_are_read_apart() -> None:
    parts = [TEXT[start:end] for start, end in NAMES.parts(TEXT)]
    assert list(filter(None, parts)) == ["单雄信", "到", "汶上县委组织部", "，过苑庄镇"]

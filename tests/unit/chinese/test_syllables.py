"""Syllables with and without tone marks."""

import pytest

from casesite.chinese.syllables import marks, of_character, own, tidy, toneless


@pytest.mark.parametrize(
    ("written", "tidied", "plain", "toned"),
    [
        ("zīliào", "zīliào", "ziliao", 2),
        ("zi\u0304lia\u0300o", "zīliào", "ziliao", 2),
        ("nu\u0308\u030c", "nǚ", "nü", 1),
        ("lv\u0300", "lǜ", "lü", 1),
        ("ɡànbù", "gànbù", "ganbu", 2),
        ("měihăo", "měihǎo", "meihao", 2),
        ("de", "de", "de", 0),
    ],
)
def test_pinyin_is_tidied_and_stripped_letter_by_letter(
    written: str, tidied: str, plain: str, toned: int
) -> None:
    assert tidy(written) == tidied
    assert toneless(tidied) == plain
    assert len(plain) == len(tidied)
    assert marks(tidied) == toned


def test_a_character_has_all_its_readings_and_a_traditional_one_those_of_its_simplified() -> None:
    assert {"chang", "zhang"} <= of_character("长")
    assert of_character("長") >= of_character("长")
    assert "r" in of_character("儿")
    assert of_character("A") == frozenset()
    assert (own("的"), own("库")) == ("de", "kù")

"""Level 1 of the standard character list."""

import pytest

from casesite.chinese.levels import common


def test_level_one_holds_three_and_a_half_thousand_characters() -> None:
    assert len(common()) == 3500


@pytest.mark.parametrize(
    "char", "一的是了我不在人们有来他这上着个地到大里说就去子得也和那要下看天时过出小么起党村镇"
)
def test_everyday_characters_are_common(char: str) -> None:
    assert char in common()


@pytest.mark.parametrize("char", "颡汶莒郯鄄巾帼祉".replace("巾", "") + "國黨a，")
def test_rare_and_traditional_characters_are_not(char: str) -> None:
    assert char not in common()

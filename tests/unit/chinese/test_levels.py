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


def test_level_two_adds_three_thousand() -> None:
    assert len(common(2)) == 6500
    assert common(1) < common(2)


@pytest.mark.parametrize("char", "汶莒郯鄄帼祉")
def test_what_publishing_needs_is_known_at_level_two(char: str) -> None:
    assert char in common(2)


@pytest.mark.parametrize("char", "垚國黨a，")
def test_what_no_level_holds_stays_hard(char: str) -> None:
    assert char not in common(2)

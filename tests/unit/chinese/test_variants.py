"""Traditional characters looked up as simplified ones."""

import pytest

from casesite.chinese.variants import simplified


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("重慶銀行", "重庆银行"),
        ("黨建引領", "党建引领"),
        ("村企共建", "村企共建"),
        ("ABC，", "ABC，"),
        ("裏後餘", "里后余"),
    ],
)
def test_each_character_is_replaced_in_its_place(written: str, plain: str) -> None:
    assert simplified(written) == plain

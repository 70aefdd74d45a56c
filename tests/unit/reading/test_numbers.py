"""Numbers stay decimal text."""

import pytest

from casesite.reading import numbers


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("3346", "3346"),
        ("1,400", "1400"),
        ("1,234,567.50", "1234567.50"),
        ("１，４００", "1400"),
        ("３.５", "3.5"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("+5", "5"),
        ("007", "7"),
        ("-0.0", "0.0"),
        ("0.1000000000000000055", "0.1000000000000000055"),
        ("1,40", None),
        ("12,34", None),
        ("1_000", None),
        ("1e3", None),
        ("3346万元", None),
        ("三", None),
        (".5", None),
        ("٣", None),
        ("", None),
        ("9" * 31, None),
    ],
)
def test_decimal(written: str, plain: str | None) -> None:
    assert numbers.decimal(written) == plain


@pytest.mark.parametrize(
    ("written", "number"), [("3346万元", "3346"), ("1,400户", "1400"), ("约3户", ""), ("", "")]
)
def test_the_number_that_a_text_begins_with(written: str, number: str) -> None:
    assert numbers.leading(written) == number


@pytest.mark.parametrize(
    ("written", "number"), [("12", 12), ("-3", -3), ("１２", 12), ("1.0", None), ("1" * 10, None)]
)
def test_whole(written: str, number: int | None) -> None:
    assert numbers.whole(written) == number


@pytest.mark.parametrize(
    ("text", "is_json"), [("0", True), ("-1.5", True), ("010", False), ("1.", False), ("1" * 16, False)]
)
def test_numbers_of_json(text: str, *, is_json: bool) -> None:
    assert numbers.is_json(text) is is_json

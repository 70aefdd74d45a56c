"""Totals across cases and the units they convert."""

from fractions import Fraction

import pytest

from casesite.gathering.figures import decimal
from casesite.gathering.units import factor
from casesite.model.case import Figure
from casesite.model.site import Ranking, Total
from casesite.model.vocabulary import Indicator, Vocabularies
from tests.unit.gathering.factory import case, gathered, reported

FUNDS = Vocabularies(
    indicators=(
        Indicator("funds", "整合资金", ("资金",), "万元", "sum"),
        Indicator("rate", "满意度", (), "%"),
    )
)


@pytest.mark.parametrize(
    ("unit", "wanted", "times"),
    [
        ("万元", "元", Fraction(10000)),
        ("亿元", "万元", Fraction(10000)),
        ("元", "万元", Fraction(1, 10000)),
        ("百万元", "万元", Fraction(100)),
        ("公顷", "亩", Fraction(15)),
        ("亩", "平方米", Fraction(2000, 3)),
        ("万亩", "亩", Fraction(10000)),
        ("平方公里", "公顷", Fraction(100)),
        ("千米", "米", Fraction(1000)),
        ("千克", "斤", Fraction(2)),
        ("名", "人", Fraction(1)),
        ("万人", "人", Fraction(10000)),
        ("万人次", "人次", Fraction(10000)),
        ("座", "座", Fraction(1)),
        ("万座", "座", Fraction(10000)),
        ("万", "", Fraction(10000)),
        ("人", "人次", None),
        ("户", "人", None),
        ("万元", "亩", None),
        ("美元", "元", None),
    ],
)
def test_units_convert_exactly_or_not_at_all(unit: str, wanted: str, times: Fraction | None) -> None:
    assert factor(unit, wanted) == times


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction("3346"), "3346"),
        (Fraction("0.1") + Fraction("0.2"), "0.3"),
        (Fraction("1234.5600"), "1234.56"),
        (Fraction(2000, 3), "666.67"),
        (Fraction(-5, 2), "-2.5"),
        (Fraction(-1, 1000000000), "0"),
        (Fraction(100), "100"),
        (Fraction(0), "0"),
    ],
)
def test_a_total_is_written_as_a_plain_decimal(value: Fraction, text: str) -> None:
    assert decimal(value) == text


def test_figures_of_one_indicator_add_up_in_its_unit() -> None:
    site = gathered(
        case(
            "a",
            figures=(Figure("funds", "整合资金", "3346", "万元", "余"), Figure("rate", "满意度", "98", "%")),
        ),
        case("b", figures=(Figure("", "资金", "0.5", "亿元"),)),
        case("c", figures=(Figure("funds", "整合资金", "1", "元"),), status="draft"),
        vocabularies=FUNDS,
    )
    assert site.totals == (Total("funds", "整合资金", "8346", "万元", "余", 2),)


def test_marks_that_differ_become_about() -> None:
    site = gathered(
        case("a", figures=(Figure("funds", "", "1", "万元", "余"),)),
        case("b", figures=(Figure("funds", "", "2", "万元", "近"),)),
        vocabularies=FUNDS,
    )
    assert site.totals[0].about == "约"


def test_a_unit_that_does_not_compare_stays_out_and_is_named() -> None:
    cases = (
        case("a", figures=(Figure("funds", "整合资金", "3", "亩"),)),
        case("b", figures=(Figure("funds", "整合资金", "2", "万元"),)),
    )
    assert reported(*cases, vocabularies=FUNDS) == ["content/cases/a.md:0 figure-unit 整合资金 亩 万元"]
    assert gathered(*cases, vocabularies=FUNDS).totals[0].value == "2"


def test_without_a_vocabulary_the_indicators_are_those_in_use_and_nothing_is_added() -> None:
    site = gathered(
        case("a", figures=(Figure("x", "受益户", "3", "户"), Figure("y", "资金", "1", "万元"))),
        case("b", figures=(Figure("y", "资金", "2", "万元"),)),
    )
    assert [one.label for one in site.indicators] == ["资金", "受益户"]
    assert site.totals == ()


def test_cases_rank_by_a_figure_in_one_unit_equal_ones_newest_first() -> None:
    site = gathered(
        case("a", figures=(Figure("funds", "整合资金", "3346", "万元"),)),
        case("b", figures=(Figure("", "资金", "0.5", "亿元"), Figure("", "资金", "1", "元"))),
        case("c", figures=(Figure("funds", "整合资金", "33460000", "元"),), date="2024-08-21"),
        case("d", figures=(Figure("funds", "整合资金", "9", "亩"),)),
        case("e", figures=(Figure("rate", "满意度", "98.5"),)),
        vocabularies=FUNDS,
    )
    assert site.rankings == (
        Ranking("funds", "整合资金", "万元", ("b", "c", "a")),
        Ranking("rate", "满意度", "%", ("e",)),
    )


def test_without_a_vocabulary_a_ranking_has_the_newest_unit() -> None:
    site = gathered(
        case("a", figures=(Figure("y", "产值", "20", "元"),)),
        case("b", figures=(Figure("y", "产值", "1", "万元"),), date="2024-08-21"),
    )
    assert site.rankings == (Ranking("y", "产值", "万元", ("b", "a")),)

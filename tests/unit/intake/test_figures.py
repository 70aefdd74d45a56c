"""Figures in a sentence."""

import pytest

from casesite.intake.draft import Line
from casesite.intake.figures import find_figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("整合资金3346万元。", [("3346万元", {"value": "3346", "unit": "万元"})]),
        (
            "盘活土地40余亩，落地12个项目。",
            [
                ("40余亩", {"value": "40", "unit": "亩", "about": "余"}),
                ("12个项目", {"value": "12", "unit": "个"}),
            ],
        ),
        ("带动780名群众。", [("780名群众", {"value": "780", "unit": "名"})]),
        ("收集意见1,860条。", [("1,860条", {"value": "1860", "unit": "条"})]),
        (
            "超5万元，近3.5公里。",
            [
                ("5万元", {"value": "5", "unit": "万元", "about": "超"}),
                ("3.5公里", {"value": "3.5", "unit": "公里", "about": "近"}),
            ],
        ),
        ("下降47%。", [("47%", {"value": "47", "unit": "%"})]),
        ("2025年8月20日10:30，A12号，12。", []),
    ],
)
def test_a_figure_is_a_number_with_its_unit(sentence: str, figures: list[tuple[str, dict[str, str]]]) -> None:
    found = list(find_figures([Line(3, "前一句。" + sentence)]))
    assert [(one.text, dict(one.fields)) for one in found] == figures
    assert all((one.kind, one.line, one.sentence) == ("figure", 3, sentence) for one in found)

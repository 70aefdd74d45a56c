"""The line that names source, authors and date."""

import pytest

from casesite.intake.draft import Line
from casesite.intake.imprint import Imprint, take_imprint

TEXT = "镇村干部自带板凳进院坝，先听群众说。"


@pytest.mark.parametrize(
    ("line", "imprint"),
    [
        ("来源：云溪日报", Imprint((("name", "云溪日报"),))),
        (
            "来源:云溪日报 作者:乔木 时间:2026-03-05 09:12",
            Imprint((("name", "云溪日报"), ("date", "2026-03-05")), ("乔木",)),
        ),
        ("2026年3月5日 来源：云溪日报 | 浏览：123", Imprint((("name", "云溪日报"), ("date", "2026-03-05")))),
        ("（来源：云溪日报）", Imprint((("name", "云溪日报"),))),
        ("记者：乔木、柳青 责任编辑：田禾", Imprint((), ("乔木", "柳青"))),
        ("2026-03-05 09:12:30", Imprint((("date", "2026-03-05"),))),
        ("编辑：田禾", Imprint()),
    ],
)
def test_an_imprint_goes_into_the_fields(line: str, imprint: Imprint) -> None:
    lines, found, changes = take_imprint([Line(1, line), Line(2, TEXT)])
    assert found == imprint
    assert [one.text for one in lines] == [TEXT]
    assert [(change.rule, change.before) for change in changes] == [("imprint", line)]


@pytest.mark.parametrize(
    "line",
    [
        "来源：问题从群众中来。",
        "时间：每月5日；地点：院坝",
        "作者说，板凳虽小。",
        "2026年3月5日，板凳会开张",
        "资金来源：财政",
    ],
)
def test_a_sentence_is_no_imprint(line: str) -> None:
    lines, found, _ = take_imprint([Line(1, line), Line(2, TEXT)])
    assert (found, len(lines)) == (Imprint(), 2)


def test_the_middle_of_an_article_has_no_imprint() -> None:
    texts = [TEXT] * 8 + ["来源：云溪日报"] + [TEXT] * 8
    lines, found, _ = take_imprint([Line(number, text) for number, text in enumerate(texts, 1)])
    assert (found, len(lines)) == (Imprint(), 17)

"""Lines as they are when nothing invisible is left."""

import pytest

from casesite.intake.draft import Line
from casesite.intake.tidy import tidy


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "　　板凳会。\n\n  连心桥。 \n",
            [Line(1, "板凳会。", indented=True), Line(3, "连心桥。", indented=True)],
        ),
        ("板\u200b凳\ufeff会\u00ad。", [Line(1, "板凳会。")]),
        ("板凳\u00a0会\t。", [Line(1, "板凳 会 。")]),
        ("\n\u200b\n \n", []),
    ],
)
def test_blanks_and_invisible_characters_go(text: str, lines: list[Line]) -> None:
    assert tidy(text)[0] == lines


def test_an_invisible_character_is_named_by_its_number() -> None:
    (change,) = tidy("板\u200b凳会。")[1]
    assert (change.rule, change.line, change.before) == ("invisible", 1, "板[U+200B]凳会。")


WRAPPED = """　　镇里把会议搬到院坝听群众说当场能办的当场办不
能办的写进账本办好以后由提出的人签字销账村村如此
家家知道大家都说好。
　　每月五日和二十日是板凳日镇村干部自带板凳进院坝
不坐主席台也不念稿子先听群众怎么说再说自己的打算
会后三天之内答复。
"""


def test_paragraphs_that_a_mail_program_broke_are_joined() -> None:
    lines, changes = tidy(WRAPPED)
    assert [(line.number, line.text[:4], line.text[-4:]) for line in lines] == [
        (1, "镇里把会", "都说好。"),
        (4, "每月五日", "内答复。"),
    ]
    assert "不能办的写进账本" in lines[0].text
    assert [(change.rule, change.line) for change in changes] == [
        ("unwrap", number) for number in (2, 3, 5, 6)
    ]


def test_short_paragraphs_under_each_other_are_not_joined() -> None:
    text = "板凳围成一圈。\n干群坐成一家。\n问题摆上桌面。\n办法写进账本。\n好事一起张罗。\n新风一同树立。"
    assert len(tidy(text)[0]) == 6

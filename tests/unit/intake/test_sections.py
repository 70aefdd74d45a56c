"""Notes, headings and slogans."""

import pytest

from casesite.intake.draft import Line
from casesite.intake.sections import heading_levels, slogans, take_note

TEXT = "镇村干部自带板凳进院坝，先听群众说。"


def lines(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "note", "word"),
    [
        (["按：为交流经验。", TEXT], "为交流经验。", "按"),
        (["按:为交流经验。", TEXT], "为交流经验。", "按"),
        (["编者按：为交流经验。", TEXT], "为交流经验。", "编者按"),
        (["【编者按】为交流经验。", TEXT], "为交流经验。", "编者按"),
        (["编者按", "为交流经验。", TEXT], "为交流经验。", "编者按"),
        (["按照要求，各村行动。", TEXT], None, ""),
        (["按时完成任务。", TEXT], None, ""),
    ],
)
def test_a_note_is_split_off(texts: list[str], note: str | None, word: str) -> None:
    found, said, rest, changes = take_note(lines(*texts))
    assert (found.text if found else None, said) == (note, word)
    assert len(changes) == (note is not None)
    assert rest[-1].text == TEXT


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        (
            ["一、背景", TEXT, "二、做法", "（一）建章立制", TEXT, "（二）先听后说", TEXT],
            {0: 2, 2: 2, 3: 3, 5: 3},
        ),
        (["（一）背景", TEXT, "（二）做法", TEXT], {0: 2, 2: 2}),
        (["主要做法", TEXT, "1.建章立制", TEXT, "工作成效：", TEXT], {0: 2, 2: 3, 4: 2}),
        (["背景和做法", TEXT, "经验启示", TEXT], {0: 2, 2: 2}),
        (["一、加强领导，成立专班。", TEXT], {}),
        (["1.甲村", "2.乙村", "3.丙村", TEXT], {}),
        (["3.5万人受益", TEXT], {}),
        ([TEXT, "一、落款"], {}),
    ],
)
def test_short_numbered_or_named_lines_are_headings(texts: list[str], levels: dict[int, int]) -> None:
    assert heading_levels(lines(*texts)) == levels


@pytest.mark.parametrize(
    ("texts", "leads"),
    [
        (["板凳围成一圈，干群坐成一家。" + TEXT, "问题摆上桌面，办法写进账本。" + TEXT], {0: 14, 1: 14}),
        (["“板凳”围成圈，群众唱主角。" + TEXT, TEXT, "好事一起办，新风一同树。" + TEXT], {0: 14, 2: 12}),
        (["近年来全镇稳步发展，群众生活改善。" + TEXT, "目前各村都有板凳会，群众都说好。" + TEXT], {}),
        (["板凳围成一圈，干群坐成一家。" + TEXT, TEXT], {}),
        (["板凳围成一圈，干群坐成一家。", "问题摆上桌面，办法写进账本。"], {}),
        (["全县有14个镇，共有62个村。" + TEXT, "每村有3名凳长，每月开2次会。" + TEXT], {}),
    ],
)
def test_slogans_of_two_clauses_become_leads_where_there_are_several(
    texts: list[str], leads: dict[int, int]
) -> None:
    assert slogans(lines(*texts))[0] == leads


def test_a_slogan_alone_is_proposed() -> None:
    _, proposals = slogans(lines("板凳围成一圈，干群坐成一家。" + TEXT, TEXT))
    assert [(one.kind, one.line, one.text) for one in proposals] == [
        ("slogan", 1, "**板凳围成一圈，干群坐成一家。**")
    ]

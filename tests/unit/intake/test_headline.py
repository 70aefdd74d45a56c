"""The headline and its copies."""

import pytest

from casesite.intake.draft import Line
from casesite.intake.headline import take_headline

TEXT = "镇村干部自带板凳进院坝，先听群众说。"


@pytest.mark.parametrize(
    ("texts", "headline", "rest"),
    [
        (["柳河镇:小板凳坐成连心桥", TEXT], "柳河镇:小板凳坐成连心桥", [TEXT]),
        (["柳河镇:小板凳", "柳河镇：小板凳", "柳河镇:小板(bǎn)凳", TEXT], "柳河镇:小板凳", [TEXT]),
        (["柳河镇：小板凳 - 云溪新闻网", "柳河镇：小板凳", TEXT], "柳河镇：小板凳", [TEXT]),
        (["柳河镇：小板凳", "柳河镇：小板凳_云溪网", TEXT], "柳河镇：小板凳", [TEXT]),
        (["标题：柳河镇的小板凳", TEXT], "柳河镇的小板凳", [TEXT]),
        (["柳河镇：小板凳", TEXT, "柳河镇：小板凳"], "柳河镇：小板凳", [TEXT]),
        (["小板凳——柳河镇的做法", TEXT], "小板凳——柳河镇的做法", [TEXT]),
        ([TEXT, TEXT + "又。"], None, [TEXT, TEXT + "又。"]),
        (["按：为交流经验", TEXT], None, ["按：为交流经验", TEXT]),
        (["一、背景情况", TEXT], None, ["一、背景情况", TEXT]),
        ([], None, []),
    ],
)
def test_the_first_line_is_the_headline_when_it_can_be_one(
    texts: list[str], headline: str | None, rest: list[str]
) -> None:
    found, kept, changes = take_headline([Line(number, text) for number, text in enumerate(texts, 1)])
    assert (found.text if found else None, [line.text for line in kept]) == (headline, rest)
    again = [change.line for change in changes if change.rule == "headline-again"]
    assert len(again) == len(texts) - len(rest) - (headline is not None)

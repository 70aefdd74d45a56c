"""What belongs to the page and not to the article."""

import pytest

from casesite.intake.draft import Line
from casesite.intake.shell import remove_shell

TEXT = (
    "镇里把会议搬到院坝，听群众说，当场能办的当场办，不能办的写进账本，"
    "办好以后由提出的人签字销账，村村如此，家家知道。"
)


def kept(*texts: str) -> list[str]:
    lines, changes = remove_shell([Line(number, text) for number, text in enumerate(texts, 1)])
    assert [change.before for change in changes] == [
        text for text in texts if text not in [one.text for one in lines]
    ]
    return [line.text for line in lines]


@pytest.mark.parametrize(
    "below",
    [
        ["相关推荐", "云溪县：山沟里办起“夜校”", "评论列表", "暂无评论，快来留言", "你 发表评论:", "欢迎"],
        ["上一篇：云溪县办夜校", "下一篇：没有了"],
        ["【相关阅读】", "一篇别的文章"],
        ["分享到：微信 微博", "扫一扫关注我们", "打印 关闭窗口"],
        ["猜你喜欢", "3条评论"],
    ],
)
def test_all_below_the_article_from_the_first_line_of_the_page_goes(below: list[str]) -> None:
    assert kept("柳河镇：小板凳", TEXT, *below) == ["柳河镇：小板凳", TEXT]


def test_way_marks_above_the_article_go() -> None:
    above = ["当前位置：首页 > 新闻 > 正文", "首页 > 党建", "字号：大 中 小", "阅读：1234次"]
    assert kept(*above, "柳河镇：小板凳", TEXT) == ["柳河镇：小板凳", TEXT]


def test_a_paragraph_below_such_a_line_stays() -> None:
    assert kept("柳河镇：小板凳", TEXT, "相关阅读", TEXT + "又。") == ["柳河镇：小板凳", TEXT, TEXT + "又。"]


@pytest.mark.parametrize(
    "line",
    [
        "欢迎",
        "（供稿：柳河镇党委）",
        "评论员说，板凳虽小，情意不小。",
        "上一届班子打下了底子。",
        "村民办事不出村",
    ],
)
def test_short_lines_of_the_article_stay(line: str) -> None:
    assert kept("柳河镇：小板凳", TEXT, line) == ["柳河镇：小板凳", TEXT, line]

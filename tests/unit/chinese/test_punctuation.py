"""Half-width punctuation in Chinese sentences, and all that must stay as it is."""

import pytest

from casesite.chinese.punctuation import Mended, mend


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("发展,增收", "发展，增收"),
        ("“甲”,“乙”", "“甲”，“乙”"),
        ("他说:“好!”大家问:“真的?”", "他说：“好！”大家问：“真的？”"),
        ("一事一页;一页一销", "一事一页；一页一销"),
        ("建成40余亩;", "建成40余亩；"),
        ("增长5%,带动", "增长5%，带动"),
        ("采用GDP,增长", "采用GDP，增长"),
        ("2025年8月, 我们开始", "2025年8月，我们开始"),
        ("甲,乙,Li Si,丙", "甲，乙，Li Si，丙"),
        ("(一)背景", "（一）背景"),
        ("支部(投稿邮箱a@b.com)启动", "支部（投稿邮箱a@b.com）启动"),
        ("（投稿邮箱a@b.com)启动", "（投稿邮箱a@b.com）启动"),
        ("外层(内层(再内)里)外", "外层（内层（再内）里）外"),
        ("网址:https://a.cn/?q=1,欢迎", "网址：https://a.cn/?q=1，欢迎"),
        ("看www.a.cn/x?y=1,再说", "看www.a.cn/x?y=1，再说"),
        ("运行`f(甲,乙)`,好", "运行`f(甲,乙)`，好"),
        ("百姓受益.下一步推广.", "百姓受益。下一步推广。"),
        ("发展. 增收.", "发展。增收。"),
        ("增长3.5%.今年《条例》.", "增长3.5%。今年《条例》。"),
        ('他说:"好."大家鼓掌', "他说：“好。”大家鼓掌"),
        ('"甲""乙"叫"APP"的', "“甲”“乙”叫“APP”的"),
    ],
)
def test_marks_of_a_chinese_sentence_become_full_width(written: str, mended: str) -> None:
    assert mend(written)[0] == mended


@pytest.mark.parametrize(
    "line",
    [
        "共1,744万元",
        "上午10:30到12:00",
        "比分3:2",
        "10,20,30个村",
        "国内生产总值(GDP)增长",
        "第(1)条",
        "A,B两村",
        "OK!他说",
        "邮箱a,b@c.com",
        "Hello, world (yes); really?",
        "the word 汉字, which means characters",
        "路径 C:\\案例",
        "只有左括号(没有右括号",
        "J.K.罗琳写的V1.2版3.5亩",
        "见报告.docx和方案.最终版.docx等",
        "看www.a.cn.",
        "邮箱王@a.cn",
        "一.背景",
        "（一）.背景",
        "1.背景",
        "发展.GDP",
        "等等...再说..",
        '5"和7"屏幕',
        '"GDP"增长',
        '只有一个"引号',
        '<a href="中文">',
        'Hello "世界" and more words here',
        "",
    ],
)
def test_figures_addresses_code_and_latin_stay(line: str) -> None:
    assert mend(line) == (line, ())


def test_each_mark_is_told_with_its_place_in_the_old_line() -> None:
    assert mend("好, 是吗?")[1] == (Mended(1, 3, "，"), Mended(5, 6, "？"))
    assert mend('"好. "')[1] == (
        Mended(0, 1, "“", "quotes"),
        Mended(2, 4, "。", "full-stop"),
        Mended(4, 5, "”", "quotes"),
    )


@pytest.mark.parametrize("line", ["发展,增收", "支部(见附件)启动:好", "“甲”,“乙”;丙!", '"好. "是."'])
def test_mending_twice_changes_nothing_more(line: str) -> None:
    once = mend(line)[0]
    assert mend(once) == (once, ())

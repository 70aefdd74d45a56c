"""Plain text in Markdown: what a reader sees is what stood in the submission."""

import random

import pytest

from casesite.chinese.pinyin import NONE
from casesite.chinese.ruby import Names, Style
from casesite.intake.escaping import escaped
from casesite.reading.markdown import read_markdown
from casesite.reading.pinyin import Pinyin

OFF = Pinyin(Style("off"), NONE)


def shown(markdown: str) -> list[tuple[str, str]]:
    """Return the blocks that a reader sees, by kind and text."""
    read = read_markdown(markdown, path="a.md", first_line=1, names=Names(), pinyin=OFF)
    assert not read.problems
    return [(block.kind, block.text) for block in read.body.blocks]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("支部引领，群众参与。", "支部引领，群众参与。"),
        ("“信用+”治理、A_1号、50%", "“信用+”治理、A_1号、50%"),
        ("1.加强领导", "1.加强领导"),
        ("1. 加强领导", "1\\. 加强领导"),
        ("2) 建章立制", "2\\) 建章立制"),
        ("+ 支部", "\\+ 支部"),
        ("- 支部", "\\- 支部"),
        ("# 不是标题", "\\# 不是标题"),
        ("#话题#", "#话题#"),
        ("> 引", "\\> 引"),
        ("---", "\\---"),
        ("::: 按", "\\::: 按"),
        ("*注*：见**附件**", "\\*注\\*：见\\*\\*附件\\*\\*"),
        ("_强调_", "\\_强调\\_"),
        ("{重庆|chóng qìng}", "\\{重庆|chóng qìng}"),
        ("[甲](乙)", "\\[甲](乙)"),
        ("鲁发[2024]12号", "鲁发[2024]12号"),
        ("<b>粗</b>", "\\<b>粗\\</b>"),
        ("a<b", "a\\<b"),
        ("A&amp;B", "A\\&amp;B"),
        ("`代码`", "\\`代码\\`"),
        ("~~删~~", "\\~\\~删\\~\\~"),
        ("C:\\*", "C:\\\\\\*"),
        ("见https://a.cn/_x_?a=*b*，好", "见https://a.cn/_x_?a=*b*，好"),
    ],
)
def test_text_stays_text(text: str, markdown: str) -> None:
    assert escaped(text) == markdown
    if "://" not in text and "<" not in text:
        assert shown(markdown) == [("text", text)]


def test_no_line_of_random_marks_is_taken_for_markup() -> None:
    """Two thousand lines of Han characters and every mark that Markdown knows."""
    draw = random.Random(20)  # noqa: S311  a test's lines
    marks = "案例库，。“”ab1 \\`*_{}[]()#+-.!|>~:：^=&;\"'$%@/?"
    for _ in range(2000):
        text = "".join(draw.choice(marks) for _ in range(draw.randint(1, 14))).strip()
        text = " ".join(text.split())
        if text:
            assert shown(escaped(text)) == [("text", text)], text

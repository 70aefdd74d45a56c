"""What counts as Han, as wide, as a word; how lines join."""

import pytest

from casesite.chinese.text import count_han, count_words, is_han, is_wide, join_lines


@pytest.mark.parametrize("char", "中〇㐀鿿𠀀𪛖𫝆𱍐龜豈")
def test_han_characters_of_all_blocks(char: str) -> None:
    assert is_han(char)
    assert is_wide(char)


@pytest.mark.parametrize("char", "aé1，。、《あアㄅＡ１한☆ —")
def test_what_is_not_han(char: str) -> None:
    assert not is_han(char)


@pytest.mark.parametrize("char", "，。、《》（）「」あアㄅＡ１～・\u3000")
def test_wide_characters_beside_han(char: str) -> None:
    assert is_wide(char)


@pytest.mark.parametrize("char", "a1,.(한글é“”—…☆")
def test_what_is_not_wide(char: str) -> None:
    assert not is_wide(char)


@pytest.mark.parametrize(
    ("text", "words", "han"),
    [
        ("", 0, 0),
        ("   \n\u3000", 0, 0),
        ("党建引领", 4, 4),
        ("党建引领，乡村振兴。", 10, 8),
        ("hello world", 2, 0),
        ("don’t stop", 2, 0),
        ("“hello”", 1, 0),
        ("“信用+”治理", 7, 4),
        ("整合资金3346万元", 7, 6),
        ("2.3万分", 3, 2),
        ("AI + 治理", 4, 2),
        ("一——二……三", 7, 3),
        ("张三·李四", 5, 4),
        ("２０２４年", 5, 1),
        ("한국 사람", 2, 0),
        ("第一行\n第二行", 6, 6),
        ("葛\U000e0100城", 2, 2),
        ("\u200b中\u200b文\ufeff", 2, 2),
        ("e.g. 例", 2, 1),
        ("1,234.56元", 2, 1),
        ("（一）", 3, 1),
        ("他说“OK”吧", 6, 3),
        ("中😀文", 3, 2),
        ("见https://a.cn/b。", 3, 1),
        ("ＡＢＣ", 3, 0),
    ],
)
def test_counts_as_word_does(text: str, words: int, han: int) -> None:
    assert (count_words(text), count_han(text)) == (words, han)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["党建引领", "乡村振兴"], "党建引领乡村振兴"),
        (["乡村振兴，", "产业兴旺"], "乡村振兴，产业兴旺"),
        (["他说：", "“好。”"], "他说：“好。”"),
        (["an English", "line"], "an English line"),
        (["中文", "English"], "中文 English"),
        (["한국", "사람"], "한국 사람"),
        (["中文", "", "中文"], "中文中文"),
        (["one ", "two"], "one two"),
        (["“好。”", "“走。”"], "“好。”“走。”"),
        (["中—", "—文"], "中——文"),
        (["“A”", "“B”"], "“A” “B”"),
        (["a…", "b"], "a… b"),
        (["中文，", "English"], "中文，English"),
        (["English", "（英文）"], "English（英文）"),
        (["English,", "中文"], "English, 中文"),
        (["真棒", "😀", "再来"], "真棒😀再来"),
        (["葛\U000e0100", "市"], "葛\U000e0100市"),
        (["25℃", "左右"], "25℃左右"),
        (["增长35%", "以上"], "增长35%以上"),
        (["共", "3.5 元"], "共 3.5 元"),
        (["한국", "中文"], "한국 中文"),
        (["e.g.", "例"], "e.g. 例"),
        ([], ""),
    ],
)
def test_lines_of_a_paragraph_join(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined

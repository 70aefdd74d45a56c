"""Summaries cut from the first sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.text import first_sentences


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("短句。", 120, "短句。"),
        ("第一句。第二句！第三句？", 8, "第一句。第二句！"),
        ("第一句。第二句！第三句？", 7, "第一句。"),
        ("他说：“好。走吧！”大家都走。", 13, "他说：“好。走吧！”"),
        ("他说：“好。走吧！”大家都走。", 8, "他说…"),
        ("印发《意见。方案》后，各地落实。很快见效", 18, "印发《意见。方案》后，各地落实。"),
        ("增长3.5%，下降2.1%，三是持平，没有句号", 10, "增长3.5%…"),
        ("增长了3.5倍之多而没有停顿的一句话", 6, "增长了…"),
        ("没有任何停顿的一句很长很长的话", 8, "没有任何停顿的…"),
        ("真的吗？！真的。后面", 9, "真的吗？！真的。"),
        ("等等……后来呢", 6, "等等……"),
        ("一行\n\n另一行。 末尾", 6, "一行 另一…"),
        ("（一）抓组织。（二）抓产业。", 10, "（一）抓组织。"),
        ("", 10, ""),
        ("共1,234.56元。后面的话", 11, "共1,234.56元。"),
        ("e.g. 例子很多。后面的话", 11, "e.g. 例子很多。"),
        ("会期15:30。见v1.2版。后", 15, "会期15:30。见v1.2版。"),
        ("网址https://a.cn/x?y!后面", 16, "网址…"),
        ("Dr. Wang came to us. He left soon after", 24, "Dr. Wang came to us."),
        ("The U.S. is here. Then we go on and on", 20, "The U.S. is here."),
        ("No. 5 grew 3.5%. Then it fell", 20, "No. 5 grew 3.5%."),
        ("He said “go.” Then he left.", 15, "He said “go.”"),
        ('他说"甲。乙"后来。完了', 7, "他说…"),
        ("“引文没有结束。第二句。第三句", 13, "“引文没有结束。第二句。"),
        ("没有标点的话有😀表情👩\u200d🌾在里面", 12, "没有标点的话有😀表情…"),
        ("没有标点葛\U000e0100城的", 6, "没有标点…"),
        ("没有标点🇨🇳的句子", 6, "没有标点…"),
        ("【甲。】乙丙丁戊", 5, "【甲。】"),
        ("甲乙。①丙丁。②戊己", 9, "甲乙。①丙丁。"),
    ],
)
def test_cut_at_the_best_place_within_the_limit(text: str, limit: int, cut: str) -> None:
    assert first_sentences(text, limit) == cut


@given(st.text(alphabet="一二，。；！“”《》（）3.5a …\n", max_size=60), st.integers(2, 40))
def test_a_cut_is_short_and_a_beginning_of_the_text(text: str, limit: int) -> None:
    cut = first_sentences(text, limit)
    flat = " ".join(text.split())
    assert len(cut) <= limit
    assert flat.startswith(cut) or (cut.endswith("…") and flat.startswith(cut[:-1]))


@given(st.text(alphabet="一二，。“”《》（）", max_size=40), st.integers(7, 30))
def test_no_cut_leaves_a_title_or_quotation_open_that_was_closed(text: str, limit: int) -> None:
    for opener, closer in ("《》", "“”"):
        whole = f"{opener}甲乙丙丁{closer}"
        cut = first_sentences(whole + text, limit)
        assert opener not in cut or whole in cut or cut == whole or closer in cut

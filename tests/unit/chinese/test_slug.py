"""Addresses, which must never change."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.slug import slug

GOLDEN = [
    line.split("\t") for line in Path(__file__).with_name("slugs.golden.tsv").read_text("utf-8").splitlines()
]


def test_the_golden_words_keep_their_addresses() -> None:
    assert len(GOLDEN) > 300
    assert [[word, slug(word)] for word, _ in GOLDEN] == GOLDEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重庆长寿区", "chong-qing-chang-shou-qu"),
        ("重慶長壽區", "chong-qing-chang-shou-qu"),
        ("厦门市", "xia-men-shi"),
        ("六安", "lu-an"),
        ("在行动", "zai-xing-dong"),
        ("绿色女性略", "lv-se-nv-xing-lve"),
        ("ＡＩ＋治理", "ai-zhi-li"),
        ("Café Ångström", "cafe-angstrom"),
        ("don’t stop!", "dont-stop"),
        ("2024年3.5万", "2024-nian-3-5-wan"),
        ("con", "con-0"),
        ("COM1", "com1-0"),
        ("con1", "con1"),
        ("--a  b--", "a-b"),
        ("兙瓧", "u5159-u74e7"),
    ],
)
def test_words_become_syllables(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["", "，。", "🙂", "\ud800"])
def test_a_text_with_nothing_to_spell_gets_a_hash(text: str) -> None:
    assert len(slug(text)) == 9
    assert slug(text).startswith("x")
    assert slug(text) != slug(text + "、")


def test_a_long_text_is_cut_at_a_hyphen() -> None:
    assert slug("重庆" * 40) == "-".join(["chong-qing"] * 7)
    assert slug("a" * 100) == "a" * 80


@given(st.text())
def test_a_slug_is_safe_everywhere(text: str) -> None:
    name = slug(text)
    assert 1 <= len(name) <= 80
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.strip("-") == name
    assert "--" not in name
    assert slug(name) == name

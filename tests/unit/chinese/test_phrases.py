"""Phrases found in a text."""

import pytest

from casesite.chinese.phrases import Phrases


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["汶上", "汶上县"], "到汶上县，回汶上", ["汶上县", "汶上"]),
        (["甲乙", "乙丙丁"], "甲乙丙丁", ["甲乙"]),
        (["甲", ""], "甲甲", []),
        ([], "甲乙", []),
        (["甲甲"], "甲甲甲", ["甲甲"]),
    ],
)
def test_leftmost_longest(phrases: list[str], text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Phrases.of(phrases).spans(text)] == found

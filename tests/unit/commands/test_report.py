"""Findings as people and programs read them."""

import json
import unicodedata

import pytest

from casesite.commands.report import as_brief_text, as_json, as_text, counts
from casesite.messages.fields import CHECK_UNKNOWN
from casesite.messages.pinyin import POLYPHONE_UNSURE
from casesite.model.problem import Finding, Place, Severity


def finding(
    excerpt: str = "", line: int = 2, column: int = 1, severity: Severity = "error", *, public: bool = True
) -> Finding:
    place = Place("content/cases/a.md", line, column, excerpt)
    problem = place.problem(CHECK_UNKNOWN, found="yaml-coment", nearest="yaml-comment")
    return Finding(problem, severity, public)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


LONG_HAN = "断桥重连产业兴旺" * 40
LONG_LATIN = "abcdefgh " * 40


@pytest.mark.parametrize(
    ("excerpt", "column"),
    [
        ("titel: 断桥", 1),
        ("标题：断桥", 3),
        ("说明: 有 a 和 b", 9),
        ("\ttitel: x", 2),
        (LONG_HAN, 1),
        (LONG_HAN, 51),
        (LONG_HAN, 200),
        (LONG_HAN, len(LONG_HAN)),
        (LONG_LATIN, 150),
    ],
)
def test_the_caret_stands_under_the_character(excerpt: str, column: int) -> None:
    shown, caret = as_text([finding(excerpt, column=column)], "en").splitlines()[1:3]
    under = next(n for n in range(len(shown)) if columns(shown[:n]) == len(caret) - 1)
    assert caret.strip() == "^"
    assert shown[under] == excerpt[column - 1].replace("\t", " ")
    assert excerpt.replace("\t", " ")[: column - 1].endswith(shown[:under].removeprefix("    ").lstrip("…"))
    assert len(shown) <= 105, "a window of a long line"


def test_a_finding_says_where_what_and_how_to_mend() -> None:
    head, line, _, *cure = as_text([finding("titel: 断桥")], "zh").splitlines()
    assert head.startswith("content/cases/a.md:2:1 错误")
    assert head.endswith("[check-unknown]")
    assert line == "    titel: 断桥"
    assert cure == ["    可改为：yaml-comment"]


def test_a_finding_about_a_whole_file_has_neither_line_nor_caret() -> None:
    text = as_text([finding("titel", line=0, column=0)], "en")
    assert text.startswith("content/cases/a.md error")
    assert "^" not in text


def test_json_is_whole_and_keeps_chinese() -> None:
    text = as_json([finding("titel: 断桥", column=3)], "zh", cases=7)
    assert "断桥" in text
    record = json.loads(text)
    assert record["cases"] == 7
    (one,) = record["problems"]
    assert (one["path"], one["line"], one["column"]) == ("content/cases/a.md", 2, 3)
    assert (one["severity"], one["blocking"], one["code"]) == ("error", True, "check-unknown")
    assert one["cure"] == "可改为：yaml-comment"


def test_in_a_draft_nothing_blocks() -> None:
    (one,) = json.loads(as_json([finding(public=False)], "en"))["problems"]
    assert one["blocking"] is False


def test_counts_tell_each_severity() -> None:
    found = [finding(severity=severity) for severity in ("error", "error", "warning")]
    assert [char for char in counts(found, "en") if char.isdigit()] == ["2", "1", "0"]
    assert counts([], "en") != counts(found, "en")


def unsure(line: int, margin: int, severity: Severity = "hint") -> Finding:
    place = Place("content/cases/a.md", line, 1, "行")
    words = dict.fromkeys(("word", "character", "syllable", "other", "keep", "change", "alone", "count"), "x")
    return Finding(place.problem(POLYPHONE_UNSURE, **words, margin=str(margin)), severity, public=True)


def test_of_many_unsure_readings_the_least_sure_are_drawn() -> None:
    hints = [unsure(line, 100 - line) for line in range(1, 31)]
    mended = finding("titel", line=40)
    heads = [row for row in as_brief_text([*hints, mended], "en").splitlines() if row.startswith("content")]
    assert heads[0].startswith("content/cases/a.md:40:1 ")
    assert [int(head.split(":")[1]) for head in heads[1:-1]] == list(range(30, 10, -1))
    assert heads[-1].startswith("content/cases/a.md: 10 more")


def test_unsure_readings_are_all_drawn_where_they_are_few_or_errors() -> None:
    for some in ([unsure(line, 1) for line in range(20)], [unsure(line, 1, "error") for line in range(30)]):
        assert as_brief_text(some, "en") == as_text(some, "en")

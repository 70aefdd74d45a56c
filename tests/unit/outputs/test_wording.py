"""Dates, sizes and figures read as people write them."""

import pytest

from casesite.model.case import Figure
from casesite.outputs.wording import Wording, mail_to

WORDS = Wording(
    {
        "date_day": "{year}年{month}月{day}日",
        "date_month": "{year}年{month}月",
        "date_year": "{year}年",
        "issue_number": "第{number}期",
        "related_topic": "同主题：{label}",
        "extent_value": "约 {words} 字 · 阅读约 {minutes} 分钟",
    }
)


@pytest.mark.parametrize(
    ("iso", "written"),
    [("2024-08-05", "2024年8月5日"), ("2024-08", "2024年8月"), ("2024", "2024年"), ("", "")],
)
def test_dates(iso: str, written: str) -> None:
    assert WORDS.date(iso) == written


@pytest.mark.parametrize(
    ("size", "written"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (24_800, "24.2 KB"), (1_572_864, "1.5 MB")],
)
def test_sizes(size: int, written: str) -> None:
    assert WORDS.size(size) == written


@pytest.mark.parametrize(
    ("about", "written"),
    [
        ("", "3346万元"),
        ("余", "3346余万元"),
        ("多", "3346多万元"),
        ("超", "超3346万元"),
        ("近", "近3346万元"),
    ],
)
def test_what_is_not_exact_says_so_at_its_place(about: str, written: str) -> None:
    assert WORDS.plain(Figure("funds", "整合资金", "3346", "万元", about)) == written


@pytest.mark.parametrize(
    ("number", "written"), [("8", "第8期"), ("2024年第8期", "2024年第8期"), ("2024-08", "2024-08")]
)
def test_a_bare_number_of_an_issue_gets_its_word(number: str, written: str) -> None:
    assert WORDS.issue(number) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (1, "约 1 字 · 阅读约 1 分钟"),
        (96, "约 96 字 · 阅读约 1 分钟"),
        (344, "约 340 字 · 阅读约 1 分钟"),
        (401, "约 400 字 · 阅读约 2 分钟"),
        (995, "约 1,000 字 · 阅读约 3 分钟"),
        (2_126, "约 2,100 字 · 阅读约 6 分钟"),
        (12_050, "约 12,100 字 · 阅读约 31 分钟"),
    ],
)
def test_how_long_a_text_is_is_said_roughly(words: int, written: str) -> None:
    assert WORDS.extent(words) == written


def test_a_reason_without_a_sentence_is_its_label() -> None:
    assert WORDS.reason("topic", "跨村联建") == "同主题：跨村联建"
    assert WORDS.reason("other", "跨村联建") == "跨村联建"


def test_a_mail_link_carries_its_subject() -> None:
    assert mail_to("a@example.org", "[来信 1]") == "mailto:a@example.org?subject=%5B%E6%9D%A5%E4%BF%A1%201%5D"
    assert mail_to('a"@example.org') == "mailto:a%22@example.org"

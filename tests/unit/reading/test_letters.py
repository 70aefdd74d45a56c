"""Readers' letters: one or a list of them in a file."""

import msgspec
import pytest

from casesite.model.case import Rejected
from casesite.model.document import Letter
from casesite.model.source import Source
from casesite.reading.letters import read_letters

PATH = "content/letters/a.yaml"


def letter(*values: str) -> Letter:
    """Return a letter of case, date, name, text, status and reply."""
    keys = ("case", "date", "name", "text", "status", "reply")
    return msgspec.convert({"path": PATH, **dict(zip(keys, values, strict=False))}, Letter)


WHOLE = "case: qiao\ndate: 2024-09-01\nname: 李某\ntext: 很受启发。\n"


def read(text: str) -> tuple[Letter, ...] | Rejected:
    return read_letters(Source(PATH, text.encode(), ""))


def test_one_letter() -> None:
    assert read(WHOLE) == (letter("qiao", "2024-09-01", "李某", "很受启发。"),)


def test_a_list_of_letters_with_all_fields() -> None:
    letters = read(
        "- 案例: qiao\n  日期: 2024年9月1日\n  署名: 李某\n  内容: |\n    第一段。\n\n    第二段。\n"
        "  状态: 公开\n"
        "  回复: 谢谢。\n  内部: {电话: 13800138000}\n"
        "- {case: b, date: 2024-09-02, name: c, text: d, status: refused}\n"
    )
    assert letters == (
        letter("qiao", "2024-09-01", "李某", "第一段。\n\n第二段。", "shown", "谢谢。"),
        letter("b", "2024-09-02", "c", "d", "refused"),
    )
    assert "13800138000" not in repr(letters)


def test_an_empty_list_is_no_letter() -> None:
    assert read("# 还没有来信\n") == ()
    assert read("[]\n") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("case: qiao\n", [("entry-missing", 1, 1)] * 3),
        (WHOLE + "status: show\n", [("field-choice", 5, 9)]),
        (WHOLE + "stat: shown\n", [("field-unknown-here", 5, 1)]),
        (WHOLE.replace("09-01", "02-30"), [("field-no-such-date", 2, 7)]),
        (WHOLE.replace("很受启发。", "[a]"), [("field-not-text", 4, 7)]),
        (WHOLE + "name: b\n", [("yaml-duplicate-key", 5, 1)]),
        ("- 断桥\n- {case: a, date: 2024-09-02, name: c, text: d}\n", [("yaml-not-mapping", 1, 3)]),
    ],
)
def test_mistakes_stay_with_the_letter(text: str, expected: list[tuple[str, int, int]]) -> None:
    letters = read(text)
    assert isinstance(letters, tuple)
    assert [(p.code, p.line, p.column) for p in letters[0].problems] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file-empty"),
        ("case: [\n", "yaml-bracket-unclosed"),
        ("断桥\n", "yaml-not-mapping"),
        ("- 断桥\n", "yaml-not-mapping"),
    ],
)
def test_what_cannot_be_read_is_rejected(text: str, code: str) -> None:
    rejected = read(text)
    assert isinstance(rejected, Rejected)
    assert (rejected.status, [p.code for p in rejected.problems]) == ("unknown", [code])

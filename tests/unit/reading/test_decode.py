"""A file's bytes become text, or one sentence says why not."""

import pytest

from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.reading.decode import Text, decode

PATH = "content/cases/a.md"


def read(data: bytes, limit: int = 0) -> Text | Problem:
    return decode(Source(PATH, data, ""), limit)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("断桥\n".encode(), "断桥\n", ""),
        (b"\xef\xbb\xbf" + "断桥\n".encode(), "断桥\n", ""),
        (b"a\r\nb\rc\n", "a\nb\nc\n", ""),
        ("断桥重连\n".encode("gb18030"), "断桥重连\n", "GB18030"),
        ("断桥\r\n重连".encode("gb18030"), "断桥\n重连", "GB18030"),
        ("𠀀".encode("gb18030"), "𠀀", "GB18030"),
        ("断桥\n".encode("utf-16"), "断桥\n", "UTF-16"),
        (b"\xfe\xff" + "断桥\n".encode("utf-16-be"), "断桥\n", "UTF-16"),
    ],
)
def test_text_is_read_by_mark_then_utf8_then_gb18030(data: bytes, text: str, encoding: str) -> None:
    found = read(data)
    assert isinstance(found, Text)
    assert found.text == text
    assert [(problem.code, dict(problem.values)["encoding"]) for problem in found.problems] == (
        [("file-not-utf8", encoding)] if encoding else []
    )


@pytest.mark.parametrize(
    ("data", "code", "place", "values"),
    [
        (b"", "file-empty", (0, 0), {"file": PATH}),
        (b"\xef\xbb\xbf", "file-empty", (0, 0), {"file": PATH}),
        (b" \r\n\t\n", "file-empty", (0, 0), {"file": PATH}),
        (b"ab\ncd\0e", "file-nul", (2, 3), {"file": PATH, "offset": "5"}),
        ("断\0".encode(), "file-nul", (1, 2), {"file": PATH, "offset": "3"}),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "file-nul", (0, 0), {"file": PATH, "offset": "4"}),
        (
            "断桥重连".encode() + b"\xff" + "之后".encode(),
            "file-undecodable",
            (1, 5),
            {"file": PATH, "offset": "12", "bytes": "FF E4 B9 8B"},
        ),
        (
            "一\n断桥重连".encode("gb18030") + b"\xff\n",
            "file-undecodable",
            (2, 5),
            {"file": PATH, "offset": "11", "bytes": "FF 0A"},
        ),
        (b"\xff\xfea", "file-undecodable", (1, 1), {"file": PATH, "offset": "2", "bytes": "61"}),
    ],
)
def test_what_is_no_text_is_refused_at_its_byte(
    data: bytes, code: str, place: tuple[int, int], values: dict[str, str]
) -> None:
    problem = read(data)
    assert isinstance(problem, Problem)
    assert (problem.code, (problem.line, problem.column)) == (code, place)
    assert dict(problem.values) == values


def test_utf8_with_one_broken_byte_is_not_taken_for_gb18030() -> None:
    data = "组织联建，百姓受益。".encode().replace("百".encode(), b"\xe7\x99")
    problem = read(data)
    assert isinstance(problem, Problem)
    assert problem.code == "file-undecodable"


def test_more_bytes_than_the_limit_are_refused() -> None:
    problem = read(b"12345", limit=4)
    assert isinstance(problem, Problem)
    assert (problem.code, dict(problem.values)["size"]) == ("file-too-large", "5")
    assert isinstance(read(b"1234", limit=4), Text)

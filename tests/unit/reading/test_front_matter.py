"""The fields stand between two `---` lines; line numbers are those of the file."""

import pytest

from casesite.model.problem import Problem
from casesite.reading.decode import Text
from casesite.reading.front_matter import Parts, split
from casesite.reading.lines import Lines


def parts(text: str) -> Parts | Problem:
    return split(Text("a.md", text), Lines.of("a.md", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\nbody\n", Parts("a: b", 2, "body\n", 4)),
        ("---\na: b\n---", Parts("a: b", 2, "", 4)),
        ("---\n---\nbody", Parts("", 2, "body", 3)),
        ("\n \n---  \na: b\nc: d\n---\t\n\nbody", Parts("a: b\nc: d", 4, "\nbody", 7)),
        ("---\na: b\n---\none\n\n---\ntwo", Parts("a: b", 2, "one\n\n---\ntwo", 4)),
        ("---\na: |\n  ---\n---\n", Parts("a: |\n  ---", 2, "", 5)),
    ],
)
def test_fields_and_body_are_parted(text: str, expected: Parts) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("# 断桥\n\n正文\n", "front-matter-missing", 1, 1),
        ("\n\ntitle: 断桥\n---\n", "front-matter-missing", 3, 1),
        ("---\ntitle: 断桥\n\n正文\n", "front-matter-unclosed", 1, 1),
        ("———\ntitle: 断桥\n---\n", "front-matter-dashes", 1, 1),
        ("----\ntitle: 断桥\n---\n", "front-matter-dashes", 1, 1),
        ("－－－\ntitle: 断桥\n---\n", "front-matter-dashes", 1, 1),
        ("---\ntitle: 断桥\n———\n正文\n", "front-matter-dashes", 3, 1),
        ("---\ntitle: 断桥\n  ---\n正文\n", "front-matter-dashes", 3, 3),
        ("---\ntitle: 断桥\n----\n正文\n", "front-matter-dashes", 3, 1),
    ],
)
def test_a_wrong_frame_is_named_at_its_line(text: str, code: str, line: int, column: int) -> None:
    problem = parts(text)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert problem.excerpt == text.split("\n")[line - 1]

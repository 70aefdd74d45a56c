"""Bodies as authors write them, beside what becomes of them.

A case of `fixtures/*.md` is a title, the input and the result, each ended by a line that holds a dot. The
result is the XML, then a line for each heading (§), link (→) and problem (!). In the input ␍ stands for a
carriage return and ␁ for the control character U+0001. The body begins at line 10 of
content/cases/a/index.md.
"""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from casesite.chinese.pinyin import NONE
from casesite.chinese.ruby import Names, Style
from casesite.messages import find
from casesite.reading.markdown import Markdown, read_body

FIXTURES = Path(__file__).parent / "fixtures"


def read(text: str) -> Markdown:
    return read_body(
        text,
        path="content/cases/a/index.md",
        first_line=10,
        style=Style("marked"),
        names=Names(),
        readings=NONE,
    )


def shown(markdown: Markdown) -> str:
    body = markdown.body
    lines = [body.xml.rstrip("\n")] if body.xml.strip() else []
    lines += [
        f"§ {heading.level} {heading.anchor} {heading.text}" + (f" | {heading.lead}" if heading.lead else "")
        for heading in body.headings
    ]
    lines += [f"→ {link.line}:{link.column} {link.target}" for link in body.links]
    lines += [
        f"! {problem.line}:{problem.column} {problem.code}"
        + "".join(f" {name}={value}" for name, value in problem.values)
        for problem in markdown.problems
    ]
    return "\n".join(lines)


def cases() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(FIXTURES.glob("*.md")):
        parts = path.read_text(encoding="utf-8").removesuffix("\n.\n").split("\n.\n")
        for index in range(0, len(parts), 3):
            title, text, result = parts[index : index + 3]
            found.append((f"{path.stem}: {title.strip()}", text, result))
    return found


@pytest.mark.parametrize(("title", "text", "result"), cases(), ids=[title for title, _, _ in cases()])
def test_body(title: str, text: str, result: str) -> None:
    markdown = read(text.replace("␍", "\r").replace("␁", "\x01"))
    assert shown(markdown) == result, title
    ET.fromstring(f"<r>{markdown.body.xml}</r>")  # noqa: S314  our own XML, without entities
    for problem in markdown.problems:
        for language in ("zh", "en"):
            sentence = find(problem.code).sentence("zh" if language == "zh" else "en", dict(problem.values))
            assert sentence.message
            assert sentence.cure

"""Front matter that reads back as what was written."""

import pytest

from casesite.intake.fields import as_lines, quoted
from casesite.reading.lines import Lines
from casesite.reading.marked_yaml import parse_mapping


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("云溪县：小板凳", "云溪县：小板凳"),
        ("2026-11-001", "2026-11-001"),
        ("“小板凳”", '"“小板凳”"'),
        ("甲: 乙", '"甲: 乙"'),
        ("甲 #乙", '"甲 #乙"'),
        ("甲:", '"甲:"'),
        ("true", '"true"'),
        ("3346", '"3346"'),
        ("- 甲", '"- 甲"'),
        ("*甲", '"*甲"'),
        ('甲"乙', '甲"乙'),
        ("", ""),
    ],
)
def test_what_yaml_would_take_for_something_else_is_quoted(text: str, written: str) -> None:
    assert quoted(text) == written


@pytest.mark.parametrize(
    "title",
    [
        "甲: 乙",
        "[甲]",
        "{甲}",
        "'甲'",
        "甲\\乙",
        "%甲",
        "@甲",
        "甲, 乙",
        "~",
        "null",
        "甲 # 乙",
        "!甲",
        "&甲",
        "? 甲",
        "|",
        ">",
    ],
)
def test_a_title_reads_back(title: str) -> None:
    text = "\n".join(as_lines({"title": title, "authors": [title], "source": {"name": title}}))
    mapping, problems = parse_mapping(text, Lines.of("a.md", text))
    assert not problems
    assert mapping is not None
    assert text.count("\n") == 2

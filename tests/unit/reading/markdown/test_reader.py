"""What holds for every body, and what a body knows of itself."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casesite.chinese.pinyin import Readings
from casesite.chinese.ruby import Names, Style
from casesite.model.case import Block
from casesite.model.settings import PinyinLevel
from casesite.reading.markdown import Markdown, read_body

PIECES = (
    *"ab中，。《“”》*_`~[]()!<>&#:：+-1.\\\t\n{}|^='\"\x00\x0b\ufffe",
    *(
        "**",
        "](u.md)",
        "\n\n",
        "- [x] ",
        "1. ",
        "> ",
        "    ",
        "```\n",
        "[^1]",
        "[^1]: ",
        "&#12;",
        "<b onclick=x>",
        "| a |\n|--|\n",
    ),
    *(
        "\n: ",
        "::: 按\n",
        ":::\n",
        "::: 图表 a\n",
        "{重|zhòng}",
        "{#a .b style=x}",
        "![",
        "](a.jpg",
        ' "t")',
        "## ",
    ),
    *("https://a.b", "javascript:", "**甲甲，乙乙。**", "  \n", "\r\n"),
)
ALLOWED = {
    *("id", "class", "lang", "href", "src", "alt", "title", "width", "height", "start", "scope", "tabindex"),
    *("role", "aria-label", "data-chart", "type", "checked", "disabled"),
}


def read(text: str, level: PinyinLevel = "marked", *, first_line: int = 1) -> Markdown:
    return read_body(
        text,
        path="content/cases/a.md",
        first_line=first_line,
        style=Style(level),
        names=Names.of(["重庆"]),
        readings=Readings.of([("重庆", "chóng qìng")]),
    )


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_becomes_well_formed_and_harmless_xml(text: str) -> None:
    markdown = read(text)
    root = ET.fromstring(f"<r>{markdown.body.xml}</r>")  # noqa: S314  our own XML, without entities
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert sorted(ids, key=str) == sorted(markdown.body.anchors)
    for element in root.iter():
        assert not set(element.attrib) - ALLOWED
        for name in ("href", "src"):
            schemes = ("ref:", "http:", "https:", "mailto:") if name == "href" else ("ref:picture/",)
            assert element.get(name, schemes[0]).lower().startswith(schemes)
    assert {anchor.anchor for anchor in markdown.body.headings} <= set(markdown.body.anchors)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_problems_and_links_point_into_the_text(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    markdown = read(text, first_line=5)
    places = [
        *((problem.line, problem.column, problem.excerpt) for problem in markdown.problems),
        *((link.line, link.column, link.excerpt) for link in markdown.body.links),
    ]
    for line, column, excerpt in places:
        assert 5 <= line < 5 + len(lines)
        assert 1 <= column <= len(lines[line - 5]) + 1
        if "\x00" not in text and "\x0b" not in text and "\ufffe" not in text:
            assert excerpt == lines[line - 5]


def test_blocks_hold_the_text_without_pinyin_under_their_sections() -> None:
    body = read(
        "开头。\n\n## 做法\n\n**甲乙丙丁，戊己庚辛。**正文{重庆|chóng qìng}[^1]。\n\n- 一\n  - 二\n\n> 引\n\n"
        '| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n```\n码\n```\n\n![图](a.jpg "题")\n\n[^1]: 注\n'
    ).body
    assert body.blocks == (
        Block("text", "", "开头。"),
        Block("heading", "zuo-fa", "做法"),
        Block("lead", "zuo-fa", "甲乙丙丁，戊己庚辛。"),
        Block("text", "zuo-fa", "正文重庆。"),
        Block("text", "zuo-fa", "一"),
        Block("text", "zuo-fa", "二"),
        Block("text", "zuo-fa", "引"),
        Block("table", "zuo-fa", "甲 乙"),
        Block("table", "zuo-fa", "1 2"),
        Block("code", "zuo-fa", "码"),
        Block("caption", "zuo-fa", "题"),
        Block("text", "fn-1", "注"),
    )
    assert body.words == 30


@pytest.mark.parametrize(
    ("level", "marked", "named"),
    [("off", False, False), ("marked", True, False), ("names", True, True), ("all", True, True)],
)
def test_the_level_decides_which_words_have_ruby(level: PinyinLevel, marked: bool, named: bool) -> None:  # noqa: FBT001  a table
    assert ("<ruby" in read("{长江|cháng jiāng}", level).body.xml) == marked
    assert ("<ruby" in read("到重庆去", level).body.xml) == named


def test_a_word_in_braces_alone_takes_the_sites_reading() -> None:
    assert ">chóng</rt>" in read("{重庆}").body.xml


def test_a_word_over_a_line_break_keeps_its_ruby() -> None:
    assert "重庆" in read("到重\n庆去").body.blocks[0].text
    assert ">chóng</rt>" in read("到重\n庆去", "names").body.xml


def test_an_overlong_line_is_cut_and_reported() -> None:
    markdown = read("短\n\n" + "好" * 1_000_000, first_line=4)
    problem = markdown.problems[0]
    assert (problem.code, problem.line, dict(problem.values)["length"]) == ("line-long", 6, "1000000")
    assert len(problem.excerpt) == 200
    assert markdown.body.words == 100_001


def test_too_many_lines_are_cut_and_reported() -> None:
    markdown = read("好\n\n" * 40_000)
    assert [(problem.code, problem.line) for problem in markdown.problems] == [("body-long", 50_001)]
    assert markdown.body.words == 25_000


def test_a_text_of_many_megabytes_is_cut_and_reported() -> None:
    markdown = read("一二三四五六七八九。\n" * 45_000 + ("好" * 50_000 + "\n") * 200, first_line=5)
    assert [(problem.code, problem.line) for problem in markdown.problems] == [("body-large", 45_015)]
    assert markdown.body.words == 10 * 45_000 + 10 * 50_000


def test_a_table_without_end_is_reported() -> None:
    markdown = read("| a |\n|--|\n" + "| b |\n" * 2001, first_line=3)
    assert [(problem.code, problem.line, dict(problem.values)["rows"]) for problem in markdown.problems] == [
        ("table-long", 3, "2001")
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[" * 10_000,
            "[" * 10_000 + "]" * 10_000,
            "![" * 5_000 + "](a)" * 5_000,
            ">" * 10_000,
            "1. " * 10_000,
        ),
        *(
            "\n".join("  " * depth + "- a" for depth in range(300)),
            "::: 按\n" * 3_000,
            "[^1]\n\n" + "[^1]: " * 5_000,
        ),
    ],
    ids=["open brackets", "brackets", "pictures", "quotes", "numbers", "lists", "boxes", "footnotes"],
)
def test_nesting_is_bounded(text: str) -> None:
    markdown = read(text)
    ET.fromstring(f"<r>{markdown.body.xml}</r>")  # noqa: S314  our own XML, without entities
    assert {"nesting-deep", "alt-missing"} & {problem.code for problem in markdown.problems}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "*a **b " * 14_000,
            "*" * 100_000,
            "中**" * 33_000,
            "*甲" * 50_000,
            "`a``b" * 20_000,
            "<a " * 30_000,
            "[a](" * 10_000,
            "{重|a" * 20_000,
            "{#a " * 25_000,
        ),
        *(
            "https://a" + ")" * 90_000,
            "[^b] " * 18_000,
            "# a\n" * 20_000,
            "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000,
        ),
    ],
    ids=[
        "emphasis",
        "asterisks",
        "bold without end",
        "italics without end",
        "backticks",
        "tags",
        "links",
        "ruby",
        "attributes",
        "brackets",
        "notes",
        "headings",
        "cells",
    ],
)
def test_worst_cases_end(text: str) -> None:
    assert read(text).body.xml


def test_the_same_text_gives_the_same_body() -> None:
    text = "## 甲\n\n" * 3 + "[a](b.md) ![](c.png)\n\n[^1]\n\n[^1]: x"
    assert read(text) == read(text)


def test_a_number_cannot_turn_the_direction_of_text_around() -> None:
    body = read("## 甲&#x202e;乙\n\n丙&#8238;丁&#x2028;戊 ![图&#x202e;](a.jpg)").body
    whole = "".join([body.xml, *(block.text for block in body.blocks), *(one.text for one in body.headings)])
    assert not {"\u202e", "\u2028"} & set(whole)
    assert body.blocks[0].text == "甲乙"

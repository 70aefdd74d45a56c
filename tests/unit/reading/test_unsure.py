"""Unsure readings: which are told, once each, at the right place, with lines that settle them."""

from functools import partial

import pytest

from casesite.chinese.pinyin import NONE, Readings, doubts
from casesite.chinese.ruby import Level, Names, Style, mark
from casesite.model.problem import Problem
from casesite.reading import unsure as room
from casesite.reading.markdown import Markdown, read_body
from casesite.reading.unsure import told, unsure

FIRST = 5
"""The line of the file that a body begins at."""
NOBODY = Names()


@pytest.fixture(autouse=True)
def all_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doubt whatever the model decides, so that nothing here depends on how well it is trained."""
    monkeypatch.setattr(room, "doubts", partial(doubts, limit=1000))


def read(
    text: str, level: Level = "all", names: Names = NOBODY, readings: Readings = NONE, *, listen: bool = True
) -> Markdown:
    return read_body(
        text,
        path="content/cases/a.md",
        first_line=FIRST,
        style=Style(level),
        names=names,
        readings=readings,
        unsure=listen,
    )


def values(problem: Problem) -> dict[str, str]:
    return dict(problem.values)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("，行。", [(0, 1)]),
        ("，**行**，*行*，~~行~~，行", [(0, 3), (0, 8), (0, 13), (0, 17)]),
        ("[行，](http://例.cn/行 '行')，行", [(0, 1), (0, 24)]),
        ("<https://example.org/a>，行", [(0, 24)]),
        ("https://example.org/a，行", [(0, 22)]),
        ("`行`，行", [(0, 4)]),
        ("<b>行</b>，行", [(0, 3), (0, 9)]),
        ("\\*行\\*，行", [(0, 2), (0, 6)]),
        ("&lt;行&gt;，行", [(0, 4), (0, 10)]),
        ("第一，\n行，\n行", [(1, 0), (2, 0)]),
        ("> 说，\n> 行，\n>\n> > 行", [(1, 2), (3, 4)]),
        ("- 说，行，\n  行\n\n1. 行\n   - [ ] 行", [(0, 4), (1, 2), (3, 3), (4, 9)]),
        (
            "| 行 | 说行 | 行 |\n|--|--|--|\n| 一，行 | 行 | 行 |",
            [(0, 2), (0, 7), (0, 11), (2, 4), (2, 8), (2, 12)],
        ),
        ("| 甲 |\n|--|\n| 见\\|行，行 |", [(2, 5), (2, 7)]),
        ("## ，行 {#行行}", [(0, 4)]),
        ("，行\n===", [(0, 1)]),
        ("术语，行\n: 行", [(0, 3), (1, 2)]),
        ("说[^行]，行\n\n[^行]: ，行", [(0, 6), (2, 7)]),
        ('![行](行.jpg "，行")', [(0, 13)]),
        ("::: 按\n，行\n:::", [(1, 1)]),
        ("{行，|}，行", [(0, 6)]),
    ],
)
def test_the_place_is_that_of_the_character_in_the_file(text: str, places: list[tuple[int, int]]) -> None:
    heard = [one for one in read(text).unsure if one.unsure.character == "行"]
    found = sorted((one.place.line - FIRST, one.place.column - 1) for one in heard)
    lines = text.split("\n")
    assert all(lines[line][column] == "行" for line, column in found), found
    assert set(places) <= set(found)
    assert all(one.place.excerpt == lines[one.place.line - FIRST] for one in heard)


def test_nothing_is_heard_where_nobody_listens_or_no_pinyin_is_shown() -> None:
    text = "他长得高，行。"
    assert read(text).unsure
    assert not read(text, listen=False).unsure
    assert not read(text, "off").unsure
    assert not read(text, "marked").unsure
    assert not read(text, "names").unsure
    assert read(f"::: 注音 all\n{text}\n:::", "off").unsure


def test_only_names_are_doubted_where_only_names_carry_pinyin() -> None:
    heard = read("他长得高，住在长行村。", "names", Names.of(["长行村"])).unsure
    assert {one.unsure.settled.word for one in heard} == {"长行村"}


@pytest.mark.parametrize("level", ["names", "all"])
def test_what_authors_and_readings_settle_is_not_doubted(level: Level) -> None:
    names = Names.of(["长行村"])
    settled = Readings.of([("长行村", "cháng háng cūn")])
    assert read("长行村", level, names).unsure
    assert not read("长行村", level, names, settled).unsure
    assert not read("{长行村|cháng háng cūn}", level, names).unsure
    assert read("{长行村}", level, names).unsure, "the reading is still ours"


def test_the_line_names_a_whole_word_and_settles_it() -> None:
    text = "他走得慢，银行的行长来了，为群众办事，长大了。"
    for problem in told(read(text).unsure):
        for key in ("keep", "change"):
            word, _, reading = values(problem)[key].partition(": ")
            assert len(word) == len(reading.split()) > 1
            assert word in text
            left = told(read(text, readings=Readings.of([(word, reading)])).unsure)
            assert values(problem)["word"] not in {values(one)["word"] for one in left}
        assert values(problem)["keep"] != values(problem)["change"]
        assert values(problem)["syllable"] != values(problem)["other"]


def test_all_lines_together_settle_everything() -> None:
    text = "长的行，行的长，得了重的还重，为长为行，只长得好，行长长得重。"
    lines = [values(problem)["keep"].split(": ") for problem in told(read(text).unsure)]
    assert lines
    assert not read(text, readings=Readings.of((word, reading) for word, reading in lines)).unsure


def test_a_character_that_stands_alone_is_settled_in_the_text() -> None:
    (problem,) = told(read("，行。").unsure)
    assert values(problem)["keep"] == values(problem)["change"] == ""
    assert values(problem)["alone"].startswith("{行|")
    assert not read(f"，{values(problem)['alone']}。").unsure


def test_the_same_word_is_told_once_with_its_count() -> None:
    found = [one for one in told(read("，行。\n\n，行。\n\n- 行").unsure) if values(one)["character"] == "行"]
    assert sum(int(values(one)["count"]) for one in found) == 3
    assert len({values(one)["syllable"] for one in found}) == len(found)
    assert (found[0].line, found[0].column) == (FIRST, 2)


def test_the_sentence_around_is_that_of_the_text() -> None:
    heard = next(
        one for one in read("先说。**他**走得[慢](a.md)，好。后说。").unsure if one.unsure.character == "得"
    )
    assert (heard.before, heard.after) == ("他走", "慢，好。")


def test_ruby_with_marks_that_xml_escapes_keeps_its_place() -> None:
    text = "A&B<行>，“行”"
    xml = mark(text, Style("all"), NOBODY, NONE)
    assert {one.at for one in unsure(text, xml, NOBODY, NONE)} <= {4, 8}
    assert [text[one.at] for one in unsure(text, xml, NOBODY, NONE)] == ["行", "行"]

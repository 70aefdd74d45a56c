"""What a case, an issue, a page and a part of a text set for pinyin, over what the site sets."""

import re
from collections.abc import Callable

import pytest

from casesite.model.case import Body, Case
from casesite.model.document import Issue, Page
from casesite.model.settings import HardCharacters, Settings
from casesite.model.source import Source
from casesite.model.vocabulary import Person, Region, Vocabularies
from casesite.reading.cases import read_case
from casesite.reading.context import Context
from casesite.reading.issues import read_issue
from casesite.reading.pages import read_page
from casesite.reading.settings import read_settings

WORDS = Vocabularies(
    regions=(Region(("山东省", "济宁市", "汶上县")),), people=(Person("单雄信", "shàn xióng xìn"),)
)
HEADS = {"cases": "title: 桥\ndate: 2024-08-20\n", "issues": "number: 八\n", "pages": "title: 页\n"}
READ: dict[str, Callable[[Source, Context], object]] = {
    "cases": read_case,
    "issues": read_issue,
    "pages": read_page,
}


def site(line: str = "") -> Context:
    text = f"title: 案例库\nurl: https://example.org\n{line}\n"
    settings, problems = read_settings(Source("content/site.yaml", text.encode(), ""))
    assert problems == ()
    return Context.of(settings, WORDS)


def document(kind: str, head: str, body: str, context: Context | None = None) -> Case | Issue | Page:
    text = f"---\n{HEADS[kind]}{head}\n---\n{body}\n"
    found = READ[kind](Source(f"content/{kind}/a.md", text.encode(), ""), context or site())
    assert isinstance(found, Case | Issue | Page)
    return found


def brief(body: Body) -> str:
    """Return a body's text, each ruby as `[class base|syllables]`."""

    def word(match: re.Match[str]) -> str:
        base = re.sub("<rp>.*?</rp>|<rt[^>]*>.*?</rt>", "", match[2])
        return f"[{match[1]} {base}|{' '.join(re.findall('<rt[^>]*>(.*?)</rt>', match[2]))}]"

    marked = re.sub('<ruby class="(.)">(.*?)</ruby>', word, body.xml)
    return re.sub("<[^>]*>", "", marked).strip()


@pytest.mark.parametrize("kind", ["cases", "issues", "pages"])
@pytest.mark.parametrize(
    ("head", "marked"),
    [
        ("", "[n 汶上县|wèn shàng xiàn]有一个好办法"),
        ("pinyin: off", "汶上县有一个好办法"),
        ("拼音: 不标", "汶上县有一个好办法"),
        ("pinyin_by: word", "[n 汶上县|Wènshàng Xiàn]有一个好办法"),
        ("readings: {汶上: wén shàng}", "[n 汶上县|wén shàng xiàn]有一个好办法"),
    ],
)
def test_a_document_has_its_own_pinyin(kind: str, head: str, marked: str) -> None:
    found = document(kind, head, "汶上县有一个好办法")
    assert found.problems == ()
    assert brief(found.body) == marked


@pytest.mark.parametrize("kind", ["cases", "issues", "pages"])
def test_tones_as_spoken(kind: str) -> None:
    assert "[a 一个|yí gè]" in brief(document(kind, "pinyin: all\n声调: 变调", "有一个").body)
    assert "[a 一个|yī gè]" in brief(document(kind, "pinyin: all", "有一个").body)


@pytest.mark.parametrize("kind", ["cases", "issues", "pages"])
@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("pinyin: al", "field-choice", 9),
        ("pinyin_first: 1", "field-not-flag", 15),
        ("pinyin_by: words", "field-choice", 12),
        ("pinyin_tones: x", "field-choice", 15),
        ("readings: {断桥: duàn}", "reading-syllables", 16),
        ("readings: {断桥: duàn qxáo}", "reading-syllable", 16),
        ("readings: {断桥: duàn kàn}", "reading-unknown", 16),
    ],
)
def test_what_is_wrong_is_told_with_its_place(kind: str, line: str, code: str, column: int) -> None:
    found = document(kind, line, "")
    head = HEADS[kind].count("\n") + 2
    assert [(one.code, one.line, one.column) for one in found.problems] == [(code, head, column)]


def test_a_wrong_syllable_is_told_with_the_right_one() -> None:
    (problem,) = document("pages", "readings: {重庆: chong2 qìng}", "").problems
    assert dict(problem.values)["nearest"] == "chóng"
    (problem,) = document("pages", "readings: {重庆: chóng kàn}", "").problems
    assert dict(problem.values)["known"] == "qìng"


def test_letters_of_other_programs_are_tidied() -> None:
    found = document(
        "pages", 'readings: {女儿: "nǚ\u2019ér", 重庆: "cho\u0301ng qi\u0300ng"}', "{女儿}到{重庆}"
    )
    assert found.problems == ()
    assert brief(found.body) == "[m 女儿|nǚ ér]到[m 重庆|chóng qìng]"


def test_first_occurrences_count_from_the_title_on() -> None:
    case = document("cases", "pinyin_first: true", "汶上县的单雄信\n\n- 单雄信\n\n{单雄信}到汶上县")
    assert re.findall(r"\[(.) ([^|]*)", brief(case.body)) == [
        ("n", "汶上县"),
        ("n", "单雄信"),
        ("m", "单雄信"),
    ]
    titled = read_case(
        Source("content/cases/a.md", "---\ntitle: 汶上县\ndate: 2024-08-20\n---\n汶上县".encode(), ""),
        site("pinyin_first: true"),
    )
    assert isinstance(titled, Case)
    assert "<ruby" in titled.details.title_xml
    assert brief(titled.body) == "汶上县"
    again = document("cases", "pinyin_first: false", "汶上县汶上县", site("首次注音: 是"))
    assert brief(again.body).count("[n") == 2


def test_a_part_has_a_level_of_its_own() -> None:
    body = document(
        "cases",
        "",
        "汶上县好\n\n::: 注音 all\n好\n\n:::: 拼音 不标\n汶上县\n::::\n\n办\n:::\n\n好办\n\n"
        "::: pinyin off\n{单雄信}\n:::",
    ).body
    assert brief(body).split("\n") == [
        "[n 汶上县|wèn shàng xiàn]好", "[a 好|hǎo]", "汶上县", "[a 办|bàn]", "好办", "单雄信",
    ]  # fmt: skip
    assert "<div" not in body.xml
    assert [block.boxed for block in body.blocks] == [False] * 6


def test_headings_in_such_a_part_are_the_texts() -> None:
    body = document(
        "cases", "", "## 做法\n\n::: 注音 all\n### 办\n\n**联建促共赢，支部一起干。**好\n:::"
    ).body
    assert [(heading.level, heading.text) for heading in body.headings] == [(2, "做法"), (3, "办")]
    assert body.headings[1].lead == "联建促共赢，支部一起干。"


@pytest.mark.parametrize(
    ("text", "code", "nearest"),
    [
        ("::: 注音\n好\n:::", "pinyin-range", ""),
        ("::: 注音 al\n好\n:::", "pinyin-range", "all"),
        ("::: 注音 all\n好", "container-open", None),
        ("::: 注意 all\n好\n:::", "container-unknown", "注音"),
    ],
)
def test_such_a_part_written_wrong_is_told(text: str, code: str, nearest: str | None) -> None:
    (problem,) = document("cases", "", text).problems
    assert (problem.code, problem.column) == (code, 1)
    if nearest is not None:
        assert dict(problem.values)["nearest"] == nearest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("一级", HardCharacters(1)),
        ("2", HardCharacters(2)),
        ("[二级, 畲, 榫卯]", HardCharacters(2, "卯榫畲")),
        ("[畲]", HardCharacters(1, "畲")),
    ],
)
def test_what_is_hard_is_a_level_and_characters(written: str, meant: HardCharacters) -> None:
    assert site(f"pinyin_hard: {written}").settings.pinyin_hard == meant
    assert site(f"难字标准: {written}").settings.pinyin_hard == meant


@pytest.mark.parametrize(("item", "column"), [("三级", 15), ("abc", 15), ("畲a", 15)])
def test_what_is_no_level_and_no_character_is_told(item: str, column: int) -> None:
    text = f"title: 库\npinyin_hard: [{item}]\n"
    settings, problems = read_settings(Source("content/site.yaml", text.encode(), ""))
    found = [(one.code, one.line, one.column) for one in problems if one.code == "hard-unknown"]
    assert found == [("hard-unknown", 2, column)]
    assert settings.pinyin_hard == Settings(title="").pinyin_hard


def test_hard_characters_are_the_sites() -> None:
    marked = brief(
        document("pages", "", "养黄颡鱼在畲乡", site("pinyin: hard\npinyin_hard: [二级, 鱼]")).body
    )
    assert "[h 黄颡鱼|huáng sǎng yú]" in marked
    plain = brief(document("pages", "", "养黄颡鱼", site("pinyin: hard\npinyin_hard: 二级")).body)
    assert plain == "养黄颡鱼"

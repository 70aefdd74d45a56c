"""A case as an editor writes it, and every mistake in its front matter."""

from typing import Final

import msgspec
import pytest

from casesite.model.case import Card, Case, Correction, Figure, Link, Origin, Picture, Rejected
from casesite.model.problem import Problem
from casesite.model.settings import Settings, SiteField
from casesite.model.source import Source
from casesite.model.vocabulary import Indicator, Region, Term, Vocabularies
from casesite.reading.cases import read_case
from casesite.reading.context import Context

OPEN: Final = Context.of(Settings(title="案例库"), Vocabularies())
CLOSED: Final = Context.of(
    Settings(
        title="案例库",
        fields=(
            SiteField("households", "受益户数", "number"),
            SiteField("level", "等级", "choice", False, ("一等奖", "二等奖")),
            SiteField("started", "启动日", "date"),
            SiteField("partners", "合作方", "list"),
            SiteField("next", "续篇", "reference"),
            SiteField("motto", "口号"),
        ),
    ),
    Vocabularies(
        regions=tuple(
            Region(tuple(path.split("/")))
            for path in ("山东省", "山东省/济宁市", "山东省/济宁市/汶上县", "吉林省", "吉林省/吉林市")
        ),
        orgs=(Term("苑庄镇党委", ("苑庄镇",)),),
        topics=(Term("党建联建", ("联建",)), Term("乡村治理")),
        indicators=(Indicator("funds", "整合资金", ("资金",), "万元", "sum"),),
    ),
)
PATH: Final = "content/cases/qiao.md"


def read(text: str, path: str = PATH, context: Context = OPEN, *, inbox: bool = False) -> Case | Rejected:
    return read_case(Source(path, text.encode(), ""), context, inbox)


def case(front: str, context: Context = OPEN, path: str = PATH, *, inbox: bool = False) -> Case:
    found = read(f"---\ntitle: 断桥\ndate: 2024-08-20\n{front}\n---\n正文。\n", path, context, inbox=inbox)
    assert isinstance(found, Case)
    return found


def found(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in problems]


def test_the_smallest_case() -> None:
    smallest = read("---\ntitle: 断桥\ndate: 2024-08-20\n---\n组织联建。百姓受益。\n")
    assert isinstance(smallest, Case)
    assert smallest.problems == ()
    assert smallest.card == Card(
        id="qiao",
        path=PATH,
        title="断桥",
        date="2024-08-20",
        summary="组织联建。百姓受益。",
        words=10,
        updated="2024-08-20",
    )


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        ("::: 按\n本期编者按。\n:::\n\n**联建，共富。**苑庄镇联建。", "联建，共富。苑庄镇联建。"),
        ("::: 经验 做法\n一条。\n::::: 数据\n二条。\n:::::\n:::\n\n正文。", "正文。"),
        ("联建[^1]见效[^2]。\n\n[^1]: 注一。\n", "联建见效。"),
        ("[^1]: 先写的注。\n\n联建[^1]见效。", "联建见效。"),
        ("| 甲 | 乙 |\n| -- | -- |\n| 1 | 2 |\n\n正文。", "正文。"),
        ("| 甲 | 乙 |\n| 1 | 2 |\n\n正文。", "正文。"),
        ("![图](大桥 照片.jpg)\n\n##小标题\n\n正文。", "正文。"),
        ("::: 按\n只有编者按。\n:::", "只有编者按。"),
    ],
)
def test_a_summary_is_made_of_running_text(body: str, summary: str) -> None:
    made = read(f"---\ntitle: 断桥\ndate: 2024-08-20\n---\n{body}\n")
    assert isinstance(made, Case)
    assert made.card.summary == summary


def test_every_field_by_its_english_name() -> None:
    whole = case(
        """id: 2024-08-003
issue: 2024-08
organisation: 苑庄镇
region: 济宁/汶上
topics: [联建, 乡村治理, 党建联建]
tags: [振兴, 振兴, 联建]
summary: 一句摘要。
figures:
  - {id: funds, value: "3,346", about: 余, note: 累计, from: 整合3346万元余。}
  - {label: 项目, value: 12, unit: 个}
period: 2021至2024
cover: {file: photo.jpg, alt: 桥}
attachments: [table.xlsx, ../others/a.pdf]
authors: [张三, 李四]
source: {name: 大众日报, url: "https://example.org/a", date: 2024-8-1}
status: withdrawn
publish_at: 2024-09-01 08:00
expire_at: 2025-09-01
aliases: [/old/a.html]
corrections: [{date: 2024-09-02, text: 后}, {date: 2024-09-01, text: 先}]
related: [a, b, a]
featured: true
search: false
pinyin: off
title_en: The bridge
summary_en: A summary
checks_off: {yaml-comment: 已核对}
extra: {a: [1, 010, true, ~, "2"], b: 文}
households: 1,200
level: 一等奖
started: 2024年1月2日
partners: [甲, 乙]
next: later
motto: 齐心
""",
        CLOSED,
        "content/cases/2024/qiao.md",
    )
    assert whole.problems == ()
    assert whole.card == Card(
        id="2024-08-003",
        path="content/cases/2024/qiao.md",
        title="断桥",
        date="2024-08-20",
        status="withdrawn",
        issue="2024-08",
        org="苑庄镇党委",
        region=("山东省", "济宁市", "汶上县"),
        topics=("党建联建", "乡村治理"),
        tags=("振兴", "联建"),
        summary="一句摘要。",
        figures=(
            Figure("funds", "整合资金", "3346", "万元", "余", "累计", "整合3346万元余。"),
            Figure("xiang-mu", "项目", "12", "个"),
        ),
        cover=Picture("content/cases/2024/photo.jpg", "桥"),
        featured=True,
        publish_at="2024-09-01T00:00:00Z",
        expire_at="2025-08-31T16:00:00Z",
        fields=(
            ("households", ("1200",)),
            ("level", ("一等奖",)),
            ("started", ("2024-01-02",)),
            ("partners", ("甲", "乙")),
            ("next", ("later",)),
            ("motto", ("齐心",)),
        ),
        words=3,
        search=False,
        updated="2024-09-02",
    )
    details = whole.details
    assert details.attachments == ("content/cases/2024/table.xlsx", "content/cases/others/a.pdf")
    assert details.authors == ("张三", "李四")
    assert details.source == Origin("大众日报", "https://example.org/a", "2024-08-01")
    assert details.period == "2021/2024"
    assert details.aliases == ("old/a.html",)
    assert details.corrections == (Correction("2024-09-01", "先"), Correction("2024-09-02", "后"))
    assert details.related == ("a", "b")
    assert (details.pinyin, details.title_xml) == ("off", "断桥")
    assert (details.title_en, details.summary_en) == ("The bridge", "A summary")
    assert details.checks_off == (("yaml-comment", "已核对"),)
    assert details.extra == (("a", '[1, "010", true, null, "2"]'), ("b", '"文"'))
    files = "attachments: [table.xlsx, ../others/a.pdf]"
    assert set(details.links) == {
        Link("issue/2024-08", 5, 8, "issue: 2024-08"),
        Link("picture/content/cases/2024/photo.jpg", 15, 15, "cover: {file: photo.jpg, alt: 桥}"),
        Link("file/content/cases/2024/table.xlsx", 16, 15, files),
        Link("file/content/cases/others/a.pdf", 16, 27, files),
        Link("case/a", 24, 11, "related: [a, b, a]"),
        Link("case/b", 24, 14, "related: [a, b, a]"),
        Link("case/later", 36, 7, "next: later"),
    }


def test_every_field_by_its_chinese_name() -> None:
    english = case(
        "id: a\nissue: b\norg: c\nregion: d\ntopics: e\ntags: f\nsummary: g\nperiod: 2021\ncover: h.jpg\n"
        "figures: [{label: i, value: 1, unit: 个}]\nsource: {name: j}\nauthors: k\nstatus: draft\n"
        "featured: true\n"
        "corrections: {date: 2024-09-01, text: l}\npinyin: hard\nrelated: m\nattachments: n.pdf\n"
        "aliases: o.html\n"
        "publish_at: 2024-09-01\nexpire_at: 2024-10-01\nsearch: false\ntitle_en: p\nsummary_en: q\n"
        "extra: {r: s}\n"
        "readings: {断桥: duàn qiáo}\nchecks_off: [yaml-comment]\nprivate: t"
    )
    chinese = case(
        "编号: a\n期: b\n单位: c\n地区: d\n主题: e\n标签: f\n摘要: g\n实施时间: 2021\n题图: h.jpg\n"
        "成效: [{名称: i, 数值: 1, 单位: 个}]\n来源: {名称: j}\n作者: k\n状态: 草稿\n推荐: 是\n"
        "更正: {日期: 2024-09-01, 内容: l}\n拼音: 难字\n相关: m\n附件: n.pdf\n旧地址: o.html\n"
        "定时发布: 2024-09-01\n到期撤下: 2024-10-01\n检索: 否\n英文标题: p\n英文摘要: q\n附加: {r: s}\n"
        "读音: {断桥: duàn qiáo}\n免检: yaml-comment\n内部: t"
    )
    assert (english.problems, chinese.problems) == ((), ())
    assert chinese.card == english.card
    assert msgspec.structs.replace(chinese.details, links=(), places=()) == msgspec.structs.replace(
        english.details, links=(), places=()
    )
    assert [link.target for link in chinese.details.links] == [link.target for link in english.details.links]


def test_private_fields_are_in_no_value() -> None:
    text = "private:\n  phone: 13800138000\n  phone: 13800138000\n  note: &\n内部: 13800138000"
    rejected = read(f"---\n{text}\n---\n")
    assert isinstance(rejected, Rejected)
    whole = case("private: {phone: 13800138000, phone: 13800138001}\n内部: 13800138000")
    assert [problem.code for problem in whole.problems] == ["yaml-duplicate-key", "field-twice"]
    assert b"1380013800" not in msgspec.json.encode(
        msgspec.structs.replace(whole, problems=whole.problems[:1])
    )


@pytest.mark.parametrize(
    ("path", "front", "id_", "codes"),
    [
        ("content/cases/qiao.md", "", "qiao", []),
        ("content/cases/2024/qiao/index.md", "", "qiao", []),
        ("content/cases/断桥.md", "", "duan-qiao", [("id-not-fixed", 1, 1)]),
        ("content/cases/Qiao 1.md", "", "qiao-1", [("id-not-fixed", 1, 1)]),
        ("content/cases/断桥.md", "id: a-1", "a-1", []),
        ("content/cases/a.md", "id: Qiao", "qiao", [("id-invalid", 4, 5)]),
        ("content/cases/a.md", "id: 断桥", "duan-qiao", [("id-invalid", 4, 5)]),
        ("content/cases/a.md", "id: ../a", "a", [("id-invalid", 4, 5)]),
    ],
)
def test_ids(path: str, front: str, id_: str, codes: list[tuple[str, int, int]]) -> None:
    whole = case(front, path=path)
    assert (whole.card.id, found(whole.problems)) == (id_, codes)
    if codes:
        assert dict(whole.problems[0].values)["line"] == f"id: {id_}"


@pytest.mark.parametrize("reserved", ["con", "nul", "com1", "lpt9.x"])
def test_reserved_names_are_no_ids(reserved: str) -> None:
    whole = case(f"id: {reserved}")
    assert found(whole.problems) == [("id-invalid", 4, 5)]
    assert whole.card.id != reserved


@pytest.mark.parametrize(
    ("front", "inbox", "status", "codes"),
    [
        ("", False, "published", []),
        ("", True, "inbox", []),
        ("status: review", True, "review", []),
        ("status: published", True, "inbox", [("inbox-status", 4, 9)]),
        ("status: 撤下", True, "inbox", [("inbox-status", 4, 9)]),
        ("status: selected", False, "selected", []),
    ],
)
def test_status(front: str, *, inbox: bool, status: str, codes: list[tuple[str, int, int]]) -> None:
    whole = case(front, inbox=inbox)
    assert (whole.card.status, found(whole.problems)) == (status, codes)


# front matter below title and date; code, column on line 4
WRONG = [
    ("titel: 断桥", "field-unknown", 1),
    ("标提: 断桥", "field-unknown", 1),
    ("标题: 断桥", "field-twice", 1),
    ("title: 断桥", "yaml-duplicate-key", 1),
    ("title_en: [a]", "field-not-text", 11),
    ("org: {a: b}", "field-not-text", 6),
    ("topics: {a: b}", "field-not-texts", 9),
    ("topics: [[a]]", "field-not-texts", 10),
    ("topics: [联建, 断桥]", "term-unknown", 14),
    ("org: 断桥", "term-unknown", 6),
    ("region: 断桥县", "term-unknown", 9),
    ("region: 吉林", "region-ambiguous", 9),
    ("tags: 联建、振兴", "field-list-in-text", 7),
    ("figures: 3346万元", "field-not-groups", 10),
    ("figures: [{label: a, value: 3346万元}]", "field-not-number", 29),
    ("figures: [{label: a, value: 1e3}]", "field-not-number", 29),
    ("figures: [{label: a}]", "part-missing", 11),
    ("figures: [{value: 1}]", "part-missing", 11),
    ("figures: [{label: a, value: 1, about: 约}]", "field-choice", 39),
    ("figures: [{id: fund, value: 1}]", "term-unknown", 16),
    ("figures: [{lable: a, label: b, value: 1}]", "part-unknown", 12),
    ("period: 三年", "field-not-period", 9),
    ("period: 2024/2021", "field-period-order", 9),
    ("cover: [a.jpg]", "field-not-group", 8),
    ("cover: ../../../a.jpg", "path-outside", 8),
    ("cover: https://x.y/a.jpg", "path-not-file", 8),
    ("cover: {alt: 桥}", "part-missing", 8),
    ("cover: {file:a.jpg}", "yaml-colon-space", 13),
    ("attachments: [/etc/passwd]", "path-outside", 15),
    ("source: {url: javascript:x}", "field-not-url", 15),
    ("source:\n  name:大众日报", "yaml-colon-space", 3),
    ("status: publish", "field-choice", 9),
    ("publish_at: 明天", "field-not-moment", 13),
    ("publish_at: 2024-09-31 08:00", "field-no-such-date", 13),
    ("expire_at: 2024-09-01 25:00", "field-no-such-time", 12),
    ("aliases: [../a.html]", "field-not-address", 11),
    ("corrections: [{date: 2024-02-30, text: a}]", "field-no-such-date", 22),
    ("corrections: [{date: 2024-02-03}]", "part-missing", 15),
    ("featured: yes", "field-not-flag", 11),
    ("featured: [true]", "field-not-flag", 11),
    ("pinyin: name", "field-choice", 9),
    ("readings: {断桥: duàn}", "reading-syllables", 16),
    ("readings: 断桥", "field-not-words", 11),
    ("checks_off: {yaml-coment: a}", "check-unknown", 14),
    ("extra: 断桥", "field-not-words", 8),
    ("households: 很多", "field-not-number", 13),
    ("level: 三等奖", "field-choice", 8),
    ("started: 去年", "field-not-date", 10),
    ("partners: {a: b}", "field-not-texts", 11),
    ("motto: [a]", "field-not-text", 8),
    ("motto: 断桥 #1", "yaml-comment", 11),
    ("summary: 断桥\n  org：a", "yaml-colon-fullwidth", 6),
]


@pytest.mark.parametrize(("front", "code", "column"), WRONG)
def test_a_wrong_field_is_named_at_its_place_and_the_case_is_there(
    front: str, code: str, column: int
) -> None:
    whole = case(front, CLOSED)
    line = 4 + front.count("\n")
    assert found(whole.problems) == [(code, line, column)]
    assert whole.problems[0].excerpt == front.rpartition("\n")[2]
    assert (whole.card.title, whole.card.date) == ("断桥", "2024-08-20")


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "file-empty", 0, 0),
        ("正文\n", "front-matter-missing", 1, 1),
        ("---\ntitle: a\n", "front-matter-unclosed", 1, 1),
        ("---\n标题：断桥\n---\n", "yaml-colon-fullwidth", 2, 3),
        ("---\ntitle: a: b\n---\n", "yaml-colon-in-value", 2, 8),
        ("---\r\ntitle: [a\r\n---\r\n", "yaml-bracket-unclosed", 2, 8),
        ("\ufeff---\ntitle: @a\n---\n", "yaml-special-start", 2, 8),
        ("---\n- a\n---\n", "yaml-not-mapping", 2, 1),
        ("---\na: b\0\n---\n", "file-nul", 2, 5),
    ],
)
def test_a_front_matter_that_cannot_be_read_rejects_the_case(
    text: str, code: str, line: int, column: int
) -> None:
    for inbox, status in ((False, "unknown"), (True, "inbox")):
        rejected = read(text, inbox=inbox)
        assert isinstance(rejected, Rejected)
        assert rejected.status == status
        assert found(rejected.problems) == [(code, line, column)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n---\n", [("field-missing", 1, 1, "date"), ("field-missing", 1, 1, "title")]),
        ("---\ntitle:\ndate: ~\n---\n", [("field-empty", 2, 1, "title"), ("field-empty", 3, 1, "date")]),
        (
            "---\ntitle: ''\n日期: 2024-02-30\n---\n",
            [("field-empty", 2, 1, "title"), ("field-no-such-date", 3, 5, "日期")],
        ),
    ],
)
def test_without_title_or_date_the_rest_is_checked_all_the_same(
    text: str, expected: list[tuple[str, int, int, str]]
) -> None:
    whole = read(text)
    assert isinstance(whole, Case)
    assert [(p.code, p.line, p.column, dict(p.values)["field"]) for p in whole.problems] == expected
    assert (whole.card.title, whole.card.date) == ("", "0001-01-01")


def test_a_misspelt_title_is_not_missing_too() -> None:
    whole = read("---\ntitel: 断桥\ndate: 2024-08-20\n---\n")
    assert isinstance(whole, Case)
    assert found(whole.problems) == [("field-unknown", 2, 1)]


def test_every_mistake_of_a_case_is_in_one_report() -> None:
    whole = case("titel: a\ntags: {a: b}\nfeatured: 3\ncover: /x\nstatus: x")
    assert found(whole.problems) == [
        ("field-unknown", 4, 1),
        ("field-not-texts", 5, 7),
        ("field-not-flag", 6, 11),
        ("path-outside", 7, 8),
        ("field-choice", 8, 9),
    ]


def test_a_file_in_gb18030_is_read_and_said() -> None:
    text = "---\ntitle: 断桥\ndate: 2024-08-20\n---\n正文。\n"
    whole = read_case(Source(PATH, text.encode("gb18030"), ""), OPEN)
    assert isinstance(whole, Case)
    assert whole.card.title == "断桥"
    assert found(whole.problems) == [("file-not-utf8", 0, 0)]


def test_texts_that_yaml_would_turn_into_something_else_stay_texts() -> None:
    whole = case("org: NO\nissue: 010\ntags: [12:30, 1_000, null, 1.10]\nperiod: 2021")
    assert (whole.card.org, whole.card.issue) == ("NO", "010")
    assert whole.card.tags == ("12:30", "1_000", "null", "1.10")
    assert whole.details.period == "2021"


def test_a_title_over_two_lines_and_its_ruby() -> None:
    whole = read("---\ntitle: 汶上县\n  断桥 <b>\ndate: 2024-08-20\npinyin: all\n---\n", context=CLOSED)
    assert isinstance(whole, Case)
    assert whole.card.title == "汶上县断桥 <b>"
    assert "<ruby" in whole.details.title_xml
    assert "&lt;b&gt;" in whole.details.title_xml


def test_a_reading_of_the_case_wins_in_its_title_only() -> None:
    first = case("pinyin: all\nreadings: {断桥: dūn qiāo}")
    assert "dūn" in first.details.title_xml
    assert "dūn" not in case("pinyin: all").details.title_xml


def test_the_lines_of_the_body_are_those_of_the_file() -> None:
    whole = read("---\ntitle: 断桥\ndate: 2024-08-20\n---\n\n见[甲](jia.md)。\n")
    assert isinstance(whole, Case)
    assert [(link.target, link.line) for link in whole.details.links] == [("source/content/cases/jia.md", 6)]


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("[乡村治理，联建]", "topics: [乡村治理, 党建联建]"),
        ("[乡村治理、联建]", "topics: [乡村治理, 党建联建]"),
        ("乡村治理，联建", "topics: [乡村治理, 党建联建]"),
        ("[联建，航天, 乡村治理]", "topics: [党建联建, 航天, 乡村治理]"),
    ],
)
def test_topics_in_one_item_are_given_back_as_a_list(written: str, fixed: str) -> None:
    problems = case(f"title: 桥\ndate: 2024-08-20\ntopics: {written}", CLOSED).problems
    (problem,) = [one for one in problems if one.code == "terms-together"]
    assert dict(problem.values)["fixed"] == fixed
    assert "term-unknown" not in {one.code for one in problems}

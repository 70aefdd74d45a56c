"""`content/site.yaml`: every setting by its type, every mistake at its place."""

import pytest

from casesite.model.problem import Problem
from casesite.model.settings import Footer, MenuItem, Settings, SiteField, Submit, ThemeChoice
from casesite.model.source import Source
from casesite.reading.settings import read_settings


def read(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    return read_settings(Source("content/site.yaml", text.encode(), ""))


def test_a_title_is_enough() -> None:
    assert read("title: 案例库\n") == (Settings(title="案例库"), ())


def test_all_settings_by_their_english_names() -> None:
    settings, problems = read(
        """title: 案例库
id: a1b2
url: https://example.org/cases/
language: zh-Hans
timezone: +08:00
description: 一句话
publisher: 某县
theme: {name: plain, accent: "#9a2b1f", logo: /logo.svg, indent: false}
output: dist/
pinyin: hard
search: false
page_size: 20
noindex: true
fields:
  households: {label: 受益户数, type: number, facet: true}
  level: {type: choice, choices: [一等奖, 二等奖], required: true}
  next: reference
menu:
  - {label: 关于, target: about.html}
downloads: [epub, booklet]
footer: {organiser: 某部, icp: 鲁ICP备1号, report: "12377"}
checks: {yaml-comment: off, file-not-utf8: error}
submit: {mail: cases@example.org, subject: 投稿}
plugins: [a.py]
format: 1
"""
    )
    assert problems == ()
    assert settings == Settings(
        title="案例库",
        id="a1b2",
        url="https://example.org/cases",
        description="一句话",
        publisher="某县",
        theme=ThemeChoice("plain", "#9a2b1f", "logo.svg", False),
        output="dist",
        pinyin="hard",
        search=False,
        page_size=20,
        noindex=True,
        fields=(
            SiteField("households", "受益户数", "number", facet=True),
            SiteField("level", "level", "choice", True, ("一等奖", "二等奖")),
            SiteField("next", "next", "reference"),
        ),
        menu=(MenuItem("关于", "about.html"),),
        downloads=("booklet", "epub"),
        footer=Footer("某部", "鲁ICP备1号", "", "", "12377"),
        checks=(("file-not-utf8", "error"), ("yaml-comment", "off")),
        submit=Submit("cases@example.org", "投稿"),
        plugins=("a.py",),
    )


def test_chinese_names_and_short_forms() -> None:
    settings, problems = read(
        "标题: 案例库\n时区: 北京时间\n主题: plain\n拼音: 全部\n检索: 否\n菜单: {关于: about.html}\n"
        "投稿: a@example.org\n字段: {户数: 数字}\n"
    )
    assert problems == ()
    assert settings == Settings(
        title="案例库",
        theme=ThemeChoice("plain"),
        pinyin="all",
        search=False,
        menu=(MenuItem("关于", "about.html"),),
        submit=Submit("a@example.org"),
        fields=(SiteField("户数", "户数", "number"),),
    )


@pytest.mark.parametrize(
    ("line", "code", "column", "values"),
    [
        (
            "titel: x",
            "setting-unknown",
            1,
            {"field": "titel", "nearest": "title", "label": "标题", "line": "title: x"},
        ),
        ("zzzz: x", "setting-unknown", 1, {"field": "zzzz", "nearest": "", "label": "", "line": ""}),
        ("标题: x", "field-twice", 1, {"field": "标题", "other": "title", "first": "1"}),
        ("url: example.org", "field-not-url", 6, {"field": "url", "found": "example.org"}),
        ("timezone: 8", "field-not-timezone", 11, {"field": "timezone", "found": "8"}),
        ("language: 中文", "field-not-language", 11, {"field": "language", "found": "中文"}),
        ("search: yes", "field-not-flag", 9, {"field": "search", "found": "yes"}),
        (
            "page_size: 0",
            "field-not-whole",
            12,
            {"field": "page_size", "found": "0", "least": "1", "most": "1000"},
        ),
        (
            "pinyin: name",
            "field-choice",
            9,
            {
                "field": "pinyin",
                "found": "name",
                "choices": "off（不标）, marked（手标）, names（专名）, hard（难字）, all（全部）",
                "nearest": "names",
            },
        ),
        ("theme: {accent: red}", "field-not-colour", 17, {"field": "theme.accent", "found": "red"}),
        ("theme: ../x", "path-outside", 8, {"field": "theme.name", "found": "../x"}),
        ("theme: {logo: ../../x}", "path-outside", 15, {"field": "theme.logo", "found": "../../x"}),
        ("theme: [a]", "field-not-group", 8, {"field": "theme", "found": "[a]", "line": "name: default"}),
        (
            "footer: {icpp: x}",
            "part-unknown",
            10,
            {
                "owner": "footer",
                "field": "icpp",
                "nearest": "icp",
                "label": "备案号",
                "line": "icp: x",
                "choices": "organiser, icp, police, site_code, report",
            },
        ),
        (
            "footer: 某部",
            "field-not-group",
            9,
            {"field": "footer", "found": "某部", "line": "organiser: 某某县委组织部"},
        ),
        ("submit: 某部", "field-not-mail", 9, {"field": "submit.mail", "found": "某部"}),
        (
            "checks: {yaml-coment: off}",
            "check-unknown",
            10,
            {"found": "yaml-coment", "nearest": "yaml-comment"},
        ),
        (
            "checks: {yaml-comment: no}",
            "field-choice",
            24,
            {
                "field": "checks",
                "found": "no",
                "choices": "error（错误）, warning（提醒）, hint（提示）, off（关闭）",
                "nearest": "",
            },
        ),
        ("menu: {关于: javascript:x}", "field-not-link", 12, {"field": "menu", "found": "javascript:x"}),
        ("menu: [关于]", "field-not-groups", 8, {"field": "menu", "found": "关于", "line": "label: 关于"}),
        (
            "menu: [{label: 关于}]",
            "part-missing",
            8,
            {"owner": "menu", "field": "target", "line": "target: about.html"},
        ),
        ("fields: {title: text}", "site-field-taken", 10, {"field": "title"}),
        ("fields: {a: {label: 地区}}", "site-field-taken", 10, {"field": "地区"}),
        ("fields: {a b: text}", "site-field-key", 10, {"field": "a b"}),
        ("fields: {a: choice}", "site-field-choices", 10, {"field": "a"}),
        (
            "fields: {a: txet}",
            "field-choice",
            13,
            {
                "field": "fields.a.type",
                "found": "txet",
                "choices": "text（文字）, number（数字）, date（日期）, choice（选项）, "
                "list（列表）, reference（引用）",
                "nearest": "text",
            },
        ),
        ("fields: [a]", "field-not-words", 9, {"field": "fields", "found": "[a]"}),
        ("format: 2", "format-unknown", 9, {"found": "2", "known": "1"}),
        ("title: y", "yaml-duplicate-key", 1, {"key": "title", "first": "1"}),
    ],
)
def test_a_mistake_is_named_at_its_place(line: str, code: str, column: int, values: dict[str, str]) -> None:
    settings, problems = read(f"title: 案例库\n{line}\n")
    assert [(p.code, p.line, p.column, dict(p.values)) for p in problems] == [(code, 2, column, values)]
    assert problems[0].excerpt == line
    assert settings.title == "案例库"


def test_a_missing_title_and_a_missing_file() -> None:
    _, problems = read("language: en\n")
    assert [(p.code, p.line, dict(p.values)["file"]) for p in problems] == [
        ("entry-missing", 1, "content/site.yaml")
    ]
    settings, problems = read_settings(None)
    assert (settings, [(p.code, p.path, p.line) for p in problems]) == (
        Settings(title=""),
        [("settings-missing", "content/site.yaml", 0)],
    )


def test_every_mistake_is_in_one_report() -> None:
    _, problems = read("titel: a\npinyin: x\nsearch: 2\nurl: y\n")
    assert [(p.code, p.line) for p in problems] == [
        ("setting-unknown", 1),
        ("field-choice", 2),
        ("field-not-flag", 3),
        ("field-not-url", 4),
    ]


def test_broken_yaml_silences_what_depends_on_it() -> None:
    _, problems = read("titel: [a\n")
    assert [p.code for p in problems] == ["yaml-bracket-unclosed"]

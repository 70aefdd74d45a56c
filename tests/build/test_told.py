"""What a person is told beside the problems: what waits, what was left to fill in, what was mistyped."""

import json
from collections.abc import Callable
from typing import Final

import pytest

from tests.conftest import NOW, Showcase

Lay = Callable[[str], Showcase]


def _case(name: str, fields: str = "", body: str = "正文。") -> str:
    return (
        f"-- content/cases/{name}.md --\n---\nid: {name}\ntitle: 案例{name}\ndate: 2024-08-20\n"
        f"{fields}---\n\n{body}\n"
    )


WAITING: Final = "".join(
    (
        _case("a"),
        _case("b", "status: draft\n"),
        _case("c", "status: selected\n"),
        _case("d", "publish_at: 2027-12-01\n"),
        _case("e", "publish_at: 2026-12-01\n"),
        _case("f", "status: withdrawn\n"),
        _case("g", "expire_at: 2025-01-01\n"),
    )
)


def test_after_a_build_one_is_told_what_waits(site: Lay) -> None:
    project = site(WAITING)
    told = project.run("build", "--now", NOW).out.splitlines()
    assert "另有 4 篇未发布：草稿 1、入选 1、定时 2（最近一篇 2026-12-01）" in told
    told = project.run("build", "--now", NOW, lang="en").out.splitlines()
    assert "4 more not published: draft 1, selected 1, scheduled 2 (next on 2026-12-01)" in told
    assert project.build()["waiting"] == {"draft": 1, "selected": 1, "scheduled": 2, "next": "2026-12-01"}


def test_where_nothing_waits_nothing_is_said(site: Lay) -> None:
    project = site(_case("a"))
    assert "未发布" not in project.run("build", "--now", NOW).out
    assert project.build()["waiting"] == {"scheduled": 0, "next": ""}


def test_an_inbox_status_outside_the_inbox_is_pointed_out(site: Lay) -> None:
    project = site(_case("a", "status: inbox\n"))
    assert project.problems() == [("content/cases/a.md", 5, 9, "status-inbox")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/cases/a.md", "在这里写正文。"),
        ("content/cases/a.md", "Write the text here."),
        ("content/pages/a.md", "在这里写正文。"),
        ("content/issues/a.md", "在这里写本期的编者按。"),
    ],
)
def test_what_was_left_to_fill_in_is_not_published_in_silence(path: str, text: str, site: Lay) -> None:
    project = site(_case("b", "issue: a\n"))
    project.write(
        path,
        f"---\ntitle: 甲\ndate: 2024-01-01\n---\n\n开头。\n\n{text}\n".replace(
            "date: 2024-01-01\n", "" if "pages" in path else "date: 2024-01-01\n"
        ),
    )
    (found,) = [one for one in project.problems() if one[0] == path]
    assert found[3] == "placeholder-left"


def test_a_new_file_as_it_was_made_says_so_once_it_is_published(site: Lay) -> None:
    project = site(_case("b"))
    assert project.run("new", "断桥", "--now", NOW).code == 0
    assert project.run("build", "--now", NOW).out.count("placeholder-left") == 0, "a draft may be empty"
    project.edit("content/cases/2026-01-001.md", "status: draft", "status: published")
    assert "placeholder-left" in project.run("build", "--now", NOW).out


def test_errors_in_drafts_alone_do_not_stop_the_site_and_one_is_told(site: Lay) -> None:
    project = site(_case("a") + _case("b", "titel: x\nstatus: draft\n"))
    ran = project.run("check", "--now", NOW)
    assert ran.code == 0
    assert ran.out.endswith("标有 “草稿” 的错误不妨碍生成网站\n")
    project.edit("content/cases/b.md", "status: draft\n", "")
    assert "不妨碍" not in project.run("check", "--now", NOW).out


def test_the_cure_of_an_unknown_field_is_the_whole_line(site: Lay) -> None:
    project = site(_case("a"))
    project.edit("content/cases/a.md", "title: 案例a", "titel: 柳河镇五个村联合修复断桥以后的故事续篇之一")
    out = project.run("check", "--now", NOW).out
    assert "应是标题，把这里改为：title: 柳河镇五个村联合修复断桥以后的故事续篇之…" in out


def test_choices_are_listed_by_both_names(site: Lay) -> None:
    out = site(_case("a", "status: xyzzy\n")).run("check", "--now", NOW).out
    assert "draft（草稿）" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--colour"], "没有 --colour 这个选项"),
        (["build", ".", "多余"], "多出来的内容：多余"),
        (["build", "--now"], "--now 后面要写一个值"),
        (["build", "--format", "xml"], "--format 不能是 xml，可以是：text, json"),
        (["build", "--strict=1"], "--strict 后面不写值"),
        (["new"], "缺少 [case|issue|page] TITLE"),
        (["new", "cas", "断桥"], '可改为：casesite new case "断桥"'),
        (["new", "isseu", "第九期"], '可改为：casesite new issue "第九期"'),
    ],
)
def test_wrong_usage_is_said_in_the_callers_words(arguments: list[str], said: str, site: Lay) -> None:
    ran = site(_case("a")).run(*arguments)
    assert ran.code == 2
    assert said in ran.err


def test_a_title_that_begins_like_nothing_else_needs_no_kind(site: Lay) -> None:
    project = site(_case("a"))
    assert project.run("new", "cat", "and", "bridge", "--now", NOW).code == 0
    assert project.run("new", "cas", "--now", NOW).code == 0


@pytest.mark.parametrize("now", ["2026年11月1日", "2026/11/1", "2026-11-1", "2026-11-01T00:00+08:00"])
def test_the_present_may_be_written_as_any_date(now: str, site: Lay) -> None:
    project = site(_case("a", "publish_at: 2026-11-01\n"))
    assert json.loads(project.run("build", "--now", now, "--format", "json").out)["cases"] == 1


def test_a_submission_that_is_not_there_is_said_to_be_missing(site: Lay) -> None:
    ran = site(_case("a")).run("import", "没有.txt", "--now", NOW)
    assert ran.code == 1
    assert "找不到这个文件：没有.txt" in ran.out + ran.err

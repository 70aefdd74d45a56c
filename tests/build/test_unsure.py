"""Readings that are not sure, from the first hint to the line that settles it, as an editor meets them."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any, Final

import pytest

from tests.conftest import NOW, Showcase

CODE: Final = "polyphone-unsure"
CASE: Final = "content/cases/a.md"
SITE: Final = """\
-- content/cases/a.md --
---
id: a
title: 断桥重连
date: 2024-08-20
pinyin: all
---

还要只争朝夕，**为**人重情重义。
他这样一个人，好干净，倒好，行，重，长，得，还。

| 项目 | 说明 |
| :-- | :-- |
| 行，长，重 | 得，为，还 |
-- content/cases/b.md --
---
id: b
title: 修路
date: 2024-08-10
---

他长得高，行，重，长，得，还。
"""
"""Some of the first case is doubtful however a model is trained; the second shows no pinyin."""


@pytest.fixture
def showcase(site: Callable[[str], Showcase]) -> Showcase:
    return site(SITE)


def unsure(showcase: Showcase, command: str = "check", *more: str) -> list[dict[str, Any]]:
    ran = showcase.run(command, "--now", NOW, "--format", "json", *more)
    return [one for one in json.loads(ran.out)["problems"] if one["code"] == CODE]


def keep(problem: dict[str, Any]) -> str:
    """Return the line that keeps a reading, as the cure gives it."""
    found = re.search(r"读得对：([^，]+)，", problem["cure"])
    return found[1] if found else ""


def test_a_check_tells_them_with_their_places(showcase: Showcase) -> None:
    found = unsure(showcase)
    assert found
    lines = (showcase.root / CASE).read_text(encoding="utf-8").split("\n")
    for one in found:
        assert (one["path"], one["severity"], one["blocking"]) == (CASE, "hint", False)
        character = re.search("里的 “(.)”", one["message"])
        assert character
        assert lines[one["line"] - 1][one["column"] - 1] == character[1]
        assert one["excerpt"] == lines[one["line"] - 1]
    assert unsure(showcase) == found, "what is remembered is told again"


def test_a_pasted_line_settles_its_word(showcase: Showcase) -> None:
    found = unsure(showcase)
    line = next(filter(None, map(keep, found)))
    word = line.partition(":")[0]
    showcase.edit(CASE, "pinyin: all\n", f"pinyin: all\nreadings:\n  {line}\n")
    left = unsure(showcase)
    assert len(left) < len(found)
    assert not [one for one in left if f"“{word}” 里" in one["message"]]
    showcase.edit(CASE, f"readings:\n  {line}\n", "")
    assert unsure(showcase) == found
    showcase.write("content/data/readings.yaml", f"{line}\n")
    assert unsure(showcase) == left or len(unsure(showcase)) < len(found)


def test_a_lone_character_of_a_title_is_settled_at_the_head_of_its_file(showcase: Showcase) -> None:
    showcase.edit(CASE, "title: 断桥重连", "title: 重，长，得，为，行，还")
    found = [one for one in unsure(showcase) if one["line"] == 3]
    lines = [re.search(r"readings: \{\S: \S+\}", one["cure"]) for one in found]
    assert lines
    assert all(lines), "titles take no braces"
    assert lines[0]
    showcase.edit(CASE, "pinyin: all\n", f"pinyin: all\n{lines[0][0]}\n")
    left = [one for one in unsure(showcase) if one["line"] == 3]
    assert left == found[1:]
    assert not [one for one in showcase.problems() if one[3] != CODE]


def test_on_a_terminal_the_least_sure_are_told_and_how_many_more(showcase: Showcase) -> None:
    lines = "\n".join(f"“{char}”，{char}。" for char in "为长得好干倒乐曲朝都和行单发中着传重還长得还几种少")
    showcase.edit(CASE, "他这样一个人", f"{lines}\n他这样一个人")
    showcase.edit(CASE, "pinyin: all\n", "pinyin: all\ntitel: 桥\n")
    found = unsure(showcase)
    assert len(found) > 21, "the text must hold more than are told"
    rows = showcase.run("check", "--now", NOW).out.splitlines()
    heads = [row for row in rows if row.startswith(CASE)]
    assert "错误" in heads[0], "what must be mended comes first"
    assert sum(row.endswith(f"[{CODE}]") for row in heads) == 20
    assert f"{CASE} 另有 {len(found) - 20} 条" in heads[-1]
    assert len(unsure(showcase)) == len(found)


def test_a_build_is_not_slowed_down_unless_asked(showcase: Showcase) -> None:
    assert not unsure(showcase, "build")
    found = unsure(showcase, "build", "--doubts")
    assert found == unsure(showcase)
    assert not unsure(showcase, "build")


def test_a_site_and_a_case_may_do_without(showcase: Showcase) -> None:
    showcase.edit(CASE, "pinyin: all\n", f"pinyin: all\nchecks_off: {{{CODE}: 已逐字核对}}\n")
    assert not unsure(showcase)
    showcase.edit(CASE, f"checks_off: {{{CODE}: 已逐字核对}}\n", "")
    showcase.edit("content/site.yaml", "title:", f"checks: {{{CODE}: off}}\ntitle:")
    assert not unsure(showcase)


def test_a_site_may_ask_that_each_is_settled(showcase: Showcase) -> None:
    showcase.edit("content/site.yaml", "title:", f"checks: {{{CODE}: error}}\ntitle:")
    report = showcase.build()
    assert report["code"] == 1
    assert {one["severity"] for one in report["problems"] if one["code"] == CODE} == {"error"}
    assert not (showcase.root / "public").exists()


def test_the_site_is_the_same_whether_they_were_told_or_not(showcase: Showcase) -> None:
    showcase.build()
    before = showcase.tree()
    unsure(showcase)
    assert showcase.build()["written"] == 0
    assert showcase.tree() == before


def test_the_report_is_one_file_that_needs_nothing(showcase: Showcase) -> None:
    showcase.write("content/cases/<b>&.md", '---\ntitel: "<script>"\n---\n\n正文。\n')
    ran = showcase.run("check", "--now", NOW, "--format", "html")
    assert ran.code == 1
    assert ".casesite/report.html" in ran.out
    page = (showcase.root / ".casesite/report.html").read_text(encoding="utf-8")
    assert "<b>&.md" not in page
    assert "&lt;b&gt;&amp;.md" in page
    assert page.count("<script>") == 1
    assert not re.findall(r"(?:src|href)=\"(?!#|data:,)", page)
    lines = [unescape(line) for line in re.findall(r"<code data-copy>([^<]*)</code>", page)]
    assert {keep(one) for one in unsure(showcase)} - {""} <= set(lines)
    assert not (showcase.root / "public").exists()
    fine = showcase.run("build", "--now", NOW, "--format", "html")
    assert fine.code == 1, "the slip still stands"


def test_a_report_of_nothing_says_so(site: Callable[[str], Showcase]) -> None:
    showcase = site("-- content/cases/a.md --\n---\nid: a\ntitle: 桥\ndate: 2024-08-20\n---\n\n通了。\n")
    assert showcase.run("check", "--now", NOW, "--format", "html").code == 0
    assert "没有发现问题" in (showcase.root / ".casesite/report.html").read_text(encoding="utf-8")

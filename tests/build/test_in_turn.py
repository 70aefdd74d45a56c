"""Commands run one after the other, each in a process of its own, as editors run them.

A shortcut may live in the command itself: what it prints, its exit code and the site must be those of a
project where nothing is remembered. `CASESITE_ROUNDS` asks for longer sequences.
"""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.build.author import Author
from tests.build.judged import NOW, Report, copied, ran, signs_of, tree_of
from tests.conftest import Ran, Showcase

ROUNDS: Final = int(os.environ.get("CASESITE_ROUNDS", "4"))
Lay = Callable[[str], Showcase]

SITE: Final = """\
-- content/cases/qiao.md --
---
id: qiao
title: 断桥重连
date: 2024-08-20
publish_at: 2026-03-01 08:00
---

一桥飞架，重庆人高兴。
-- content/cases/lu.md --
---
id: lu
title: 修路
date: 2024-08-10
expire_at: 2026-06-01 08:00
pinyin: all
---

有路好走。他长得高，行，重，长，得，还。
-- content/cases/cao.md --
---
id: cao
title: 草稿
date: 2024-08-11
status: draft
---

见[桥](case:nowhere)。
-- content/inbox/mail.md --
没有字段的来稿
"""


def _report(text: str) -> Report:
    """Return what a report says of the content, without what was done to the output."""
    report: Report = json.loads(text)
    return {key: value for key, value in report.items() if key not in {"written", "kept", "removed"}}


def _as_clean(done: Ran, root: Path, fresh: Path, *arguments: str) -> Report:
    """Compare what a build in JSON came to with a clean one."""
    clean = copied(root, fresh)
    expected = ran(clean, *arguments)
    assert (done.code, _report(done.out)) == (expected.code, _report(expected.out))
    if done.code == 0:
        assert tree_of(root / "public") == tree_of(clean / "public")
    return _report(done.out)


def _written(root: Path, *arguments: str) -> int:
    """Build without a problem, and return how many files were written."""
    done = ran(root, "build", "--format", "json", *arguments)
    assert done.code == 0, done.out
    written: int = json.loads(done.out)["written"]
    return written


def test_a_sequence_of_edits_in_processes_of_their_own(tmp_path: Path) -> None:
    author = Author(tmp_path / "project", 2024)
    author.begin()
    site = Showcase(author.root)
    for _ in range(ROUNDS):
        arguments = ("build", "--now", author.now, "--format", "json")
        first, again = site.run(*arguments), site.run(*arguments)
        assert (first.code, _report(first.out)) == (again.code, _report(again.out))
        report = _as_clean(again, author.root, tmp_path / "fresh", *arguments)
        assert not report["built"] or json.loads(again.out)["written"] == 0
        author.edit(blocked=not report["built"])
        author.out = ""
        (author.root / "public/mine.txt").unlink(missing_ok=True)


def test_each_option_says_its_own_though_nothing_changed(site: Lay, tmp_path: Path) -> None:
    """What was built without an option must not answer for a build with it."""
    project = site(SITE)
    for options in (
        ("--now", "2026-05-01"),
        ("--now", "2026-05-01", "--doubts"),
        ("--now", "2026-07-01"),
        ("--now", "2026-05-01"),
        ("--now", "2026-02-01"),
    ):
        arguments = ("build", *options, "--format", "json")
        report = _as_clean(project.run(*arguments), project.root, tmp_path / "fresh", *arguments)
        assert ("--doubts" in options) == any(one["code"] == "polyphone-unsure" for one in report["problems"])
    checked = ("check", "--now", "2026-02-01", "--format", "json")
    assert project.run(*checked) == ran(copied(project.root, tmp_path / "fresh"), *checked)


def test_strict_and_plain_builds_in_turn(site: Lay) -> None:
    project = site(SITE.replace("有路好走。", "有路好走，见[茶](case:cha)。"))
    tea = "---\nid: cha\ntitle: 茶\ndate: 2024-01-01\nstatus: withdrawn\n---\n\n茶。\n"
    project.write("content/cases/cha.md", tea)
    build = ("build", "--now", NOW)
    codes = [ran(project.root, *build, *more).code for more in ([], ["--strict"], [], ["--strict"])]
    assert codes == [0, 1, 0, 1]
    project.edit("content/cases/lu.md", "，见[茶](case:cha)", "")
    codes = [ran(project.root, *build, *more).code for more in (["--strict"], [], ["--strict"])]
    assert codes == [0, 0, 0]


def test_what_a_person_reads_is_the_same_when_nothing_changed(site: Lay) -> None:
    """Only the counts of what was done may differ; the hints stand there every time, in either language."""
    project = site(SITE)
    project.write("content/site.yaml", "title: 案例库\nid: cases\n")
    told: dict[str, list[str]] = {}
    for language in ("zh", "en", "zh", "en"):
        done = project.run("build", "--now", NOW, lang=language)
        assert done.code == 0
        assert ("没有写网站地址" in done.out) == (language == "zh"), done.out
        said = re.sub(r"\d+", "", done.out)
        assert told.setdefault(language, [said]) == [said]
    assert told["zh"] != told["en"]


def test_the_report_as_a_page_is_made_though_nothing_changed(site: Lay) -> None:
    project = site(SITE)
    project.write("content/site.yaml", "title: 案例库\nid: cases\n")
    assert _written(project.root, "--now", NOW) > 0
    before = signs_of(project.root)
    assert ran(project.root, "build", "--now", NOW, "--format", "html").code == 0
    (made,) = (path for path in signs_of(project.root).keys() - before.keys() if path.endswith(".html"))
    page = (project.root / made).read_text(encoding="utf-8")
    assert "site.yaml" in page
    (project.root / made).unlink()
    assert ran(project.root, "build", "--now", NOW, "--format", "html").code == 0
    assert (project.root / made).read_text(encoding="utf-8") == page


def test_the_moment_may_come_from_the_environment(
    site: Lay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = site(SITE)
    for epoch, there in (("1772000000", False), ("1775000000", True), ("1772000000", False)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        _written(project.root)
        assert ("cases/qiao.html" in project.tree()) == there
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    _written(project.root)  # at the clock's own time, whatever that is
    arguments = ("build", "--now", NOW, "--format", "json")
    _as_clean(ran(project.root, *arguments), project.root, tmp_path / "fresh", *arguments)


def test_two_outputs_do_not_answer_for_each_other(site: Lay) -> None:
    project = site(SITE)
    other = ("--now", NOW, "--out", str(project.root.parent / "second"))
    usual = ("--now", NOW)
    assert _written(project.root, *usual) == _written(project.root, *other) > 0
    project.edit("content/cases/lu.md", "有路好走", "有大路好走")
    assert _written(project.root, *other) > 0
    assert _written(project.root, *other) == 0
    assert _written(project.root, *usual) > 0, "what was built for one output is missing in the other"
    assert Showcase(project.root.parent).tree("second") == project.tree()
    shutil.rmtree(project.root.parent / "second")
    assert _written(project.root, *usual) == 0
    assert _written(project.root, *other) > 0
    assert Showcase(project.root.parent).tree("second") == project.tree()


def test_the_same_project_by_another_name(site: Lay, tmp_path: Path) -> None:
    """Moved, then copied: what it remembers of its old place must not mislead."""
    project = site(SITE)
    arguments = ("build", "--now", NOW, "--format", "json")
    assert _written(project.root, "--now", NOW) > 0
    moved = Showcase(tmp_path / "moved")
    project.root.rename(moved.root)
    moved.edit("content/cases/lu.md", "有路好走", "有大路好走")
    _as_clean(ran(moved.root, *arguments), moved.root, tmp_path / "fresh", *arguments)
    shutil.copytree(moved.root, project.root, symlinks=True)
    project.edit("content/cases/lu.md", "有大路好走", "有小路好走")
    for one, word in ((project, "有小路"), (moved, "有大路")):
        _as_clean(ran(one.root, *arguments), one.root, tmp_path / "fresh", *arguments)
        assert word in one.page("cases/lu.html")

"""What lies where nothing is read is named, so that nothing of a site is lost without a word."""

import json
import shutil
from collections.abc import Callable
from typing import Final

import pytest

from tests.conftest import NOW, Showcase

Lay = Callable[[str], Showcase]

TWO: Final = """\
-- content/cases/qiao.md --
---
id: qiao
title: 断桥重连
date: 2024-08-20
---

三个村一起修。
-- content/cases/lu.md --
---
id: lu
title: 修路
date: 2024-08-10
---

先有桥，后有路。
"""


def _told(site: Showcase) -> list[tuple[str, str, str, str]]:
    report = json.loads(site.run("check", "--now", NOW, "--format", "json").out)
    return [(one["severity"], one["path"], one["code"], one["cure"]) for one in report["problems"]]


@pytest.mark.parametrize(
    ("folder", "nearest"),
    [
        ("case", "cases"),
        ("Cases", "cases"),
        ("issue", "issues"),
        ("案例", "cases"),
        ("案例库", "cases"),
        ("各期", "issues"),
        ("page", "pages"),
        ("来信", "letters"),
    ],
)
def test_a_folder_by_a_wrong_name_stops_the_build(folder: str, nearest: str, site: Lay) -> None:
    project = site(TWO)
    project.write(f"content/{folder}/x.md", "---\ntitle: 甲\ndate: 2024-01-01\n---\n\n正文。\n")
    ((severity, path, code, cure),) = _told(project)
    assert (severity, path, code) == ("error", f"content/{folder}", "folder-unknown")
    assert cure.startswith(f"把它改名为 content/{nearest}（")


def test_a_strange_folder_is_told_where_its_files_may_go(site: Lay) -> None:
    project = site(TWO)
    project.write("content/xyzzy/a.jpg", b"x")
    ((_, _, code, cure),) = _told(project)
    assert code == "folder-unknown"
    assert cure.startswith("案例放进 content/cases")


def test_whatever_lies_in_the_folder_for_files_as_they_are_is_fine(site: Lay) -> None:
    project = site(TWO)
    project.write("content/static/案例/x.md", "随便")
    assert _told(project) == []


@pytest.mark.parametrize("name", ["site.yml", "site.yaml.txt", "Site.yaml.yaml", "site.txt"])
def test_settings_by_a_wrong_name_are_renamed_not_written_anew(name: str, site: Lay) -> None:
    project = site(TWO)
    (project.root / "content/site.yaml").rename(project.root / "content" / name)
    found = _told(project)
    assert [(severity, path, code) for severity, path, code, _ in found] == [
        ("error", f"content/{name}", "settings-name")
    ]
    assert found[0][3].startswith("改名为 site.yaml")


def test_what_lies_loose_is_named(site: Lay) -> None:
    project = site(TWO)
    project.write("content/桥.md", "正文")
    project.write("content/photo.jpg", b"x")
    project.write("content/site.yml", "title: 旧的\n")
    assert [(severity, path, code) for severity, path, code, _ in _told(project)] == [
        ("warning", "content/photo.jpg", "file-loose"),
        ("warning", "content/site.yml", "file-loose"),
        ("error", "content/桥.md", "manuscript-place"),
    ]


def test_a_site_is_never_emptied_by_mistake(site: Lay) -> None:
    project = site(TWO)
    assert project.run("build", "--now", NOW).code == 0
    before = project.tree()
    shutil.move(project.root / "content/cases", project.root / "away")
    for _ in range(2):
        report = project.build()
        assert (report["code"], [one["code"] for one in report["problems"]]) == (1, ["cases-vanished"])
        assert "2" in report["problems"][0]["message"]
        assert project.tree() == before
    shutil.rmtree(project.root / ".casesite")
    assert project.build("--adopt")["code"] == 0
    assert "cases/qiao.html" not in project.tree()


def test_cases_that_came_back_are_built_as_before(site: Lay) -> None:
    project = site(TWO)
    project.run("build", "--now", NOW)
    before = project.tree()
    shutil.move(project.root / "content/cases", project.root / "away")
    assert project.build()["code"] == 1
    shutil.move(project.root / "away", project.root / "content/案例")
    assert [one["code"] for one in project.build()["problems"]] == ["folder-unknown"]
    shutil.move(project.root / "content/案例", project.root / "content/cases")
    assert project.build()["code"] == 0
    assert project.tree() == before


def test_without_settings_and_cases_one_is_told_how_to_begin(site: Lay) -> None:
    project = site("-- content/data/topics.yaml --\n- {name: 甲}\n")
    (project.root / "content/site.yaml").unlink()
    ran = project.run("build")
    assert ran.code == 2
    assert "site.yaml，也没有案例文件夹" in ran.err
    assert ran.err.endswith("要新建案例库，在这里建 content/site.yaml，写一行 title: 名称\n")

"""What a build that remembers has missed before: odd names, damage told once only, trees changed unseen."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.build.author_cases import picture
from tests.build.judged import NOW, judge, judge_check, ran
from tests.conftest import Showcase

Lay = Callable[[str], Showcase]
SITE: Final = """\
-- content/cases/a.md --
---
id: a
title: 断桥重连
date: 2024-08-20
---

两个村之间的桥断了三年。
-- content/cases/b.md --
---
id: b
title: 账本
date: 2024-08-21
tags: [茶叶]
---

见[桥](case:a)。
"""


def test_a_damaged_picture_that_nobody_shows_is_told_by_every_build(site: Lay, tmp_path: Path) -> None:
    """The first build refuses it, the second one built as if it were whole."""
    project = site(SITE)
    project.write("content/cases/a.png", picture(3)[:20])
    told = judge(project.root, tmp_path / "fresh").told
    project.edit("content/cases/b.md", "见[桥]", "又见[桥]")
    assert judge(project.root, tmp_path / "fresh").told == told


def test_a_damaged_picture_is_found_by_check_after_a_build(site: Lay, tmp_path: Path) -> None:
    project = site(SITE)
    project.edit("content/cases/a.md", "三年。", "三年。\n\n![桥](a.png)")
    project.write("content/cases/a.png", picture(3)[:20])
    assert ran(project.root, "build", "--now", NOW).code == 1
    assert judge_check(project.root, tmp_path / "fresh")["problems"]


def test_problems_of_making_stand_in_their_place_among_the_others(site: Lay, tmp_path: Path) -> None:
    """The first build sorts the damaged picture by its path, the second puts it before all others."""
    project = site(SITE)
    project.edit("content/cases/b.md", "见[桥](case:a)。", "见[桥](case:a)。\n\n![桥](b.png)")
    project.write("content/cases/b.png", picture(3)[:20])
    project.write("content/cases/a.txt", "nobody names it\n")
    judge(project.root, tmp_path / "fresh")


@pytest.mark.parametrize("folder", ["content/cases/__pycache__", "content/static/__pycache__"])
def test_a_folder_by_an_odd_name(folder: str, site: Lay, tmp_path: Path) -> None:
    """Left out where a build looks for changes, but read: an edit there is never seen."""
    project = site(SITE)
    text = "---\nid: odd\ntitle: 怪名\ndate: 2024-01-01\n---\n\n第一稿。\n"
    project.write(f"{folder}/odd.md", text)
    assert judge(project.root, tmp_path / "fresh").holding("第一稿")
    project.edit(f"{folder}/odd.md", "第一稿", "第二稿")
    assert judge(project.root, tmp_path / "fresh").holding("第二稿")


def test_a_record_of_two_builds_ago_is_not_taken_for_todays(site: Lay, tmp_path: Path) -> None:
    """The two trees have changed places twice, so that their inodes are those of the old record again."""
    project = site(SITE)
    record = project.root / ".casesite/record"
    kept: list[bytes] = []
    for tag in ("茶叶", "桥梁", "道路", "账目"):
        project.lay(SITE.replace("茶叶", tag))
        assert judge(project.root, tmp_path / "fresh").built
        kept.append(record.read_bytes())
    record.write_bytes(kept[-3])
    project.edit("content/cases/a.md", "三年", "五年")
    assert judge(project.root, tmp_path / "fresh").built


def test_a_file_lost_from_the_second_tree(site: Lay, tmp_path: Path) -> None:
    """A file that a cleaner took out of `.casesite/spare` must not be missing in the site afterwards."""
    project = site(SITE)
    for words in ("四年", "五年"):
        project.lay(SITE.replace("三年", words))
        assert judge(project.root, tmp_path / "fresh").built
    (project.root / ".casesite/spare/404.html").unlink()
    project.edit("content/cases/a.md", "五年", "六年")
    assert judge(project.root, tmp_path / "fresh").built


def test_a_foreign_file_in_the_second_tree_stays_out_of_the_site(site: Lay, tmp_path: Path) -> None:
    project = site(SITE)
    for words in ("四年", "五年"):
        project.lay(SITE.replace("三年", words))
        assert judge(project.root, tmp_path / "fresh").built
    (project.root / ".casesite/spare/cases/copy.html").write_text("x", encoding="utf-8")
    project.edit("content/cases/a.md", "五年", "六年")
    assert judge(project.root, tmp_path / "fresh").built


def test_an_epoch_beyond_all_calendars(site: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    project = site(SITE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999999999999")
    assert project.run("build").code in {0, 1, 2}

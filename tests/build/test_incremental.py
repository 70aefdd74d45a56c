"""A build does only what changed, and what it leaves equals a build from nothing, byte for byte.

What any sequence of edits leads to, `test_sequences` shows.
"""

import os
import shutil
import sys
from collections.abc import Callable
from typing import Final, NamedTuple

import pytest

from casesite.commands.building import Order, build_site
from casesite.project.publish import Summary
from tests.conftest import Showcase

NOW: Final = "2026-01-01T00:00:00Z"
MANIFEST: Final = ".casesite-manifest"
Lay = Callable[[str], Showcase]

SITE: Final = """\
-- content/data/topics.yaml --
- {name: 党建联建}
- {name: 产业振兴}
-- content/cases/qiao.md --
---
id: qiao
title: 断桥重连
date: 2024-08-20
issue: 2024-08
topics: [党建联建]
tags: [修桥]
region: 山东省/汶上县
org: 苑庄镇党委
summary: 三个村修了一座桥。
---

三个村一起修。
-- content/cases/lu.md --
---
id: lu
title: 修路
date: 2024-08-10
issue: 2024-08
topics: [产业振兴]
tags: [修路]
region: 浙江省/安吉县
org: 孝丰镇党委
summary: 一个村修了一条路。
---

有[桥](case:qiao)才有路。
-- content/cases/cha.md --
---
id: cha
title: 茶叶
date: 2023-05-01
issue: 2023-05
topics: [产业振兴]
tags: [茶叶]
region: 浙江省/安吉县
summary: 一片叶子富了一个村。
---

茶好。
-- content/issues/2024-08.md --
---
title: 组织联建
date: 2024-08-31
---

本期说联建。
-- content/issues/2023-05.md --
---
title: 产业
date: 2023-05-31
---

本期说产业。
-- content/pages/about.md --
---
title: 关于
---

这里收集案例。
"""


class Difference(NamedTuple):
    """What a build did to the output: files written anew, added and removed."""

    written: set[str]
    added: set[str]
    removed: set[str]

    @property
    def touched(self) -> set[str]:
        """Everything written or removed, without digests in names: each as its folder and kind."""
        return {_plain(path) for path in self.written | self.added | self.removed}


def _plain(path: str) -> str:
    """Return the path; search data and assets by their folder alone."""
    return "search/*" if path.startswith("search/") else path


def _signs(site: Showcase) -> dict[str, int]:
    top = site.root / "public"
    return {path: (top / path).stat().st_mtime_ns for path in site.tree() if path != MANIFEST}


def _build(site: Showcase, now: str = NOW) -> Summary:
    """Build, and return what was done to the output."""
    outcome = build_site(Order(site.root, now))
    assert outcome.summary is not None, outcome.findings
    return outcome.summary


def _change(site: Showcase, edit: Callable[[], object], now: str = NOW) -> Difference:
    """Edit and build again; every file that was written has another time then."""
    before = _signs(site)
    edit()
    done = _build(site, now)
    after = _signs(site)
    written = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    found = Difference(written, after.keys() - before.keys(), before.keys() - after.keys())
    assert done == Summary(
        len(found.written | found.added), len(after) - len(found.written | found.added), len(found.removed)
    )
    _same_as_clean(site, now)
    return found


def _same_as_clean(site: Showcase, now: str = NOW) -> None:
    """Compare the output with that of the same content in a new folder."""
    fresh = Showcase(site.root.parent / "fresh")
    shutil.rmtree(fresh.root, ignore_errors=True)
    for folder in ("content", "themes"):
        if (site.root / folder).exists():
            shutil.copytree(site.root / folder, fresh.root / folder)
    _build(fresh, now)
    assert fresh.tree() == site.tree()


@pytest.fixture
def built(site: Lay) -> Showcase:
    """Lay the site out and build it."""
    showcase = site(SITE)
    outcome = build_site(Order(showcase.root, NOW))
    assert (outcome.findings, outcome.summary is None) == ((), False)
    return showcase


def _times(site: Showcase) -> dict[str, int]:
    """Return when each file of the project, its output and its notes was changed."""
    opened = {"lock", "bodies.pack"}  # opened for writing, whether something is written or not
    return {
        path.relative_to(site.root).as_posix(): path.stat().st_mtime_ns
        for path in site.root.rglob("*")
        if path.name not in opened
    }


def test_a_second_build_writes_nothing(built: Showcase) -> None:
    whole = _times(built)
    assert _change(built, lambda: None) == Difference(set(), set(), set())
    assert _times(built) == whole, "not even a note of its own"


def test_touched_files_with_the_same_bytes_write_nothing(built: Showcase) -> None:
    def touch() -> None:
        for path in (built.root / "content").rglob("*"):
            os.utime(path)

    assert _change(built, touch).touched == set()


def test_an_edit_of_a_body_writes_its_page_and_what_holds_the_text(built: Showcase) -> None:
    done = _change(built, lambda: built.edit("content/cases/qiao.md", "一起修", "一起修好了"))
    assert done.touched == {
        "cases/qiao.html",
        # feeds carry whole texts
        *("feed.xml", "feed.json", "issues/2024-08.xml", "topics/dang-jian-lian-jian.xml"),
        "search/*",
    }
    assert "search/directory.js" in done.written


def test_an_edit_of_a_page_writes_that_page(built: Showcase) -> None:
    done = _change(built, lambda: built.edit("content/pages/about.md", "这里收集", "这里收集和整理"))
    assert done.touched == {"about.html", "search/*"}


def test_an_edit_of_a_note_writes_the_pages_that_show_it(built: Showcase) -> None:
    done = _change(built, lambda: built.edit("content/issues/2024-08.md", "本期说联建", "本期只说联建"))
    assert done.touched == {"index.html", "issues/2024-08.html", "issues/index.html"}


def test_what_readers_do_not_see_writes_nothing(built: Showcase) -> None:
    done = _change(
        built,
        lambda: built.edit("content/cases/qiao.md", "id: qiao\n", "id: qiao\n# 待核\nprivate: {电话: 1}\n"),
    )
    assert done.touched == set()


def test_moving_a_case_to_another_issue_is_one_line(built: Showcase) -> None:
    done = _change(built, lambda: built.edit("content/cases/lu.md", "issue: 2024-08", "issue: 2023-05"))
    assert {"issues/2024-08.html", "issues/2023-05.html", "cases/lu.html"} <= done.touched
    assert "修路" not in built.page("issues/2024-08.html")
    assert "修路" in built.page("issues/2023-05.html")
    assert not done.added - {path for path in done.added if path.startswith("search/")}
    untouched = {"about.html", "404.html", "regions/index.html", "orgs/index.html", "tags/index.html"}
    assert not untouched & done.touched


def test_a_deleted_case_leaves_no_page(built: Showcase) -> None:
    def delete() -> None:
        built.edit("content/cases/lu.md", "有[桥](case:qiao)才有路", "先有桥")
        (built.root / "content/cases/qiao.md").unlink()

    done = _change(built, delete)
    gone = {path for path in done.removed if not path.startswith("search/")}
    assert {"cases/qiao.html", "topics/dang-jian-lian-jian.html", "topics/dang-jian-lian-jian.xml"} <= gone
    assert not [path for path, data in built.tree().items() if "断桥重连".encode() in data]
    assert not [path for path in built.tree() if "qiao" in path]


def test_a_new_case_leaves_the_pages_of_others_alone(built: Showcase) -> None:
    case = "---\nid: xin\ntitle: 新\ndate: 2024-12-01\n---\n\n新的。\n"
    done = _change(built, lambda: built.write("content/cases/xin.md", case))
    assert not {path for path in done.written if path.startswith(("cases/", "regions/", "tags/", "topics/"))}
    assert "cases/xin.html" in done.added


def test_a_case_of_an_earlier_date_takes_its_place(built: Showcase) -> None:
    case = "---\nid: jiu\ntitle: 旧\ndate: 2019-12-01\n---\n\n旧的。\n"
    _change(built, lambda: built.write("content/cases/jiu.md", case))
    home = built.page("years/index.html")
    assert home.index("2024") < home.index("2019")


def test_moments_change_only_what_depends_on_them(built: Showcase) -> None:
    built.edit("content/cases/cha.md", "id: cha\n", "id: cha\npublish_at: 2026-03-01 08:00\n")
    built.edit("content/cases/lu.md", "id: lu\n", "id: lu\nexpire_at: 2026-02-01 08:00\n")
    _build(built)
    assert "cases/lu.html" in built.tree()
    assert "cases/cha.html" not in built.tree()
    same = _change(built, lambda: None, "2026-01-31T12:00:00Z")
    assert same.touched == set(), "time alone changes nothing"
    done = _change(built, lambda: None, "2026-03-02T00:00:00Z")
    assert "cases/cha.html" in done.added
    assert "cases/lu.html" in done.removed
    assert not {"about.html", "404.html", "regions/index.html"} & done.touched
    assert "修路" not in "".join(
        data.decode() for path, data in built.tree().items() if path.endswith(".html")
    )


def test_a_changed_template_is_seen_on_every_page(built: Showcase) -> None:
    words = "search: 找一找\n"
    done = _change(built, lambda: built.write("themes/default/strings/zh.yaml", words))
    pages = {path for path in built.tree() if path.endswith(".html")}
    assert pages <= done.written


def test_a_setting_changes_what_it_is_for(built: Showcase) -> None:
    done = _change(
        built, lambda: built.edit("content/site.yaml", "id: cases", "id: cases\nchecks: {not-published: off}")
    )
    assert done.touched == set()


def test_files_that_others_put_there_stay(built: Showcase) -> None:
    built.write("public/CNAME", "cases.example.org")
    built.write("public/cases/mine/photo.txt", "mine")
    if sys.platform == "linux":  # a name that is no text at all
        (built.root / "public" / os.fsdecode(b"caf\xe9.txt")).write_text("mine")
    (built.root / "content/cases/cha.md").unlink()
    assert _build(built).removed > 0
    assert sys.platform != "linux" or os.fsdecode(b"caf\xe9.txt") in built.tree()
    assert built.page("CNAME") == "cases.example.org"
    assert built.page("cases/mine/photo.txt") == "mine"
    assert "cases/cha.html" not in built.tree()


def test_what_was_changed_by_hand_is_made_again(built: Showcase) -> None:
    built.write("public/cases/qiao.html", "by hand")
    (built.root / "public/cases/lu.html").unlink()
    assert _build(built).written == 2
    assert "by hand" not in built.page("cases/qiao.html")
    _same_as_clean(built)


def test_an_output_of_another_folder_has_notes_of_its_own(built: Showcase) -> None:
    assert built.build("--out", "../second")["code"] == 0
    assert Showcase(built.root.parent).tree("second") == built.tree()
    assert _build(built).written == 0
    assert built.build("--out", "../second")["written"] == 0

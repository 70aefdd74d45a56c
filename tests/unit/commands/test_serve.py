"""The preview lives on whatever happens to one build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from casesite.commands import serve
from casesite.commands.building import Kept, Order, Outcome, build_site
from casesite.commands.serve import Preview, ServeValues
from casesite.serving.server import Server
from tests.conftest import Showcase


def test_a_bug_in_one_build_is_told_and_the_next_change_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = tmp_path / "content/cases"
    cases.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: 案例库\n", encoding="utf-8")
    (cases / "a.md").write_text("---\nid: a\ntitle: 断桥\ndate: 2024-08-20\n---\n通了。\n", encoding="utf-8")
    folder = tmp_path / ".casesite/preview/site"
    folder.mkdir(parents=True)
    values = ServeValues(lang="zh", now="2026-01-01")

    def broken(_: Order, __: Kept | None = None) -> Outcome:
        message = "not meant to happen"
        raise RuntimeError(message)

    with Server(folder) as server:
        preview = Preview(values, tmp_path, server)
        monkeypatch.setattr(serve, "build_site", broken)
        preview.follow()
        said = capsys.readouterr()
        assert "程序出了意外：RuntimeError" in said.err
        assert "Traceback" not in said.out + said.err
        monkeypatch.setattr(serve, "build_site", build_site)
        preview.follow()
        assert (folder / "cases/a.html").is_file()
        assert server.problems is None


def test_what_is_kept_in_memory_is_left_to_the_next_preview(tmp_path: Path) -> None:
    """Edits that were built from memory are on the disk in the end, and equal what a fresh build makes."""
    cases = tmp_path / "content/cases"
    cases.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: 案例库\n", encoding="utf-8")
    for name in "ab":
        text = f"---\nid: {name}\ntitle: 断桥{name}\ndate: 2024-08-20\n---\n通了。\n"
        (cases / f"{name}.md").write_text(text, encoding="utf-8")
    folder = tmp_path / ".casesite/preview/site"
    folder.mkdir(parents=True)
    values = ServeValues(lang="zh", now="2026-01-01")
    with Server(folder) as server:
        preview = Preview(values, tmp_path, server)
        preview.follow()
        for sentence in ("修好了。", "又断了。"):
            with (cases / "a.md").open("a", encoding="utf-8") as file:
                file.write(f"\n{sentence}\n")
            preview.follow()
            assert sentence in (folder / "cases/a.html").read_text(encoding="utf-8")
        preview.close()
    held = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ledger = (tmp_path / ".casesite/preview/ledger").stat().st_mtime_ns
    with Server(folder) as server:
        Preview(values, tmp_path, server).follow()
    assert (tmp_path / ".casesite/preview/ledger").stat().st_mtime_ns == ledger  # nothing new was learnt
    shutil.rmtree(tmp_path / ".casesite")
    folder.mkdir(parents=True)
    with Server(folder) as server:
        Preview(values, tmp_path, server).follow()
    assert held == {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


SITE = """\
-- content/site.yaml --
title: 案例库
-- content/cases/a.md --
---
id: a
title: 断桥
date: 2024-08-20
topics: [修桥]
---
通了。
-- content/cases/b.md --
---
id: b
title: 修路
date: 2024-08-21
topics: [修桥]
---
路也[通了](case:a)。
"""
EDITS = [
    ("通了。", "通了，大家都来走。", True),
    ("断桥", "断桥重连", True),
    ("通了。", "## 做法\n\n一起修。", False),  # another case might link to it
    ("2024-08-20", "2024-08-19", False),
    ("[修桥]", "[修路]", False),
    ("title: 断桥", "titel: 断桥", False),
    ("通了。", "通了，见[路](case:b)。", False),
    ("id: a", "id: c", False),
]


@pytest.mark.parametrize(("old", "new", "ahead"), EDITS)
def test_the_page_of_an_edited_case_goes_ahead_of_the_rest(
    site: Callable[[str], Showcase], monkeypatch: pytest.MonkeyPatch, old: str, new: str, *, ahead: bool
) -> None:
    """It is there before the site is built anew, with the bytes that the build then makes."""
    root = site(SITE).root
    folder = root / ".casesite/preview/site"
    folder.mkdir(parents=True)
    page = folder / "cases/a.html"
    case = root / "content/cases/a.md"
    seen: list[bytes] = []

    def watched(order: Order, kept: Kept | None = None) -> Outcome:
        seen.append(page.read_bytes() if page.is_file() else b"")
        return build_site(order, kept)

    monkeypatch.setattr(serve, "build_site", watched)
    with Server(folder) as server:
        preview = Preview(ServeValues(lang="zh", now="2026-01-01"), root, server)
        preview.follow()
        first = page.read_bytes()
        case.write_text(case.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        preview.follow(frozenset({"content/cases/a.md"}))
        assert seen[1] == (page.read_bytes() if ahead else first)
        assert (seen[1] != first) == ahead


def test_a_link_out_of_the_project_is_not_followed_ahead(
    site: Callable[[str], Showcase], tmp_path: Path
) -> None:
    root = site(SITE).root
    folder = root / ".casesite/preview/site"
    folder.mkdir(parents=True)
    case = root / "content/cases/a.md"
    outside = tmp_path / "outside.md"
    outside.write_text(case.read_text(encoding="utf-8").replace("通了", "秘密"), encoding="utf-8")
    with Server(folder) as server:
        preview = Preview(ServeValues(lang="zh", now="2026-01-01"), root, server)
        preview.follow()
        case.unlink()
        case.symlink_to(outside)
        preview.follow(frozenset({"content/cases/a.md"}))
    assert "秘密" not in (folder / "cases/a.html").read_text(encoding="utf-8")


def test_a_preview_that_has_ended_builds_no_more(site: Callable[[str], Showcase]) -> None:
    """Whoever saves in that moment keeps nobody waiting."""
    root = site(SITE).root
    folder = root / ".casesite/preview/site"
    folder.mkdir(parents=True)
    with Server(folder) as server:
        preview = Preview(ServeValues(lang="zh", now="2026-01-01"), root, server)
        preview.follow()
        preview.close()
        (root / "content/cases/b.md").unlink()
        preview.follow(frozenset({"content/cases/b.md"}))
    assert (folder / "cases/b.html").is_file()


def test_a_preview_whose_folder_is_gone_is_made_again(
    site: Callable[[str], Showcase], capsys: pytest.CaptureFixture[str]
) -> None:
    root = site(SITE).root
    folder = root / ".casesite/preview/site"
    folder.mkdir(parents=True)
    case = root / "content/cases/a.md"
    with Server(folder) as server:
        preview = Preview(ServeValues(lang="zh", now="2026-01-01"), root, server)
        preview.follow()
        shutil.rmtree(folder)
        case.write_text(case.read_text(encoding="utf-8").replace("通了", "通车了"), encoding="utf-8")
        preview.follow(frozenset({"content/cases/a.md"}))
    assert "通车了" in (folder / "cases/a.html").read_text(encoding="utf-8")
    assert "程序" not in capsys.readouterr().err

"""The preview lives on whatever happens to one build."""

import shutil
from pathlib import Path

import pytest

from casesite.commands import serve
from casesite.commands.building import Kept, Order, Outcome, build_site
from casesite.commands.serve import Preview, ServeValues
from casesite.serving.server import Server


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

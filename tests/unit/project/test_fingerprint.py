"""A folder's fingerprint changes with any file in it, and with nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from casesite.project.fingerprint import fingerprint


@pytest.fixture(name="folder")
def content(tmp_path: Path) -> Path:
    (tmp_path / "cases/deep").mkdir(parents=True)
    for name in ("site.yaml", "cases/a.md", "cases/b.md", "cases/deep/c.md"):
        (tmp_path / name).write_text(name)
    return tmp_path


def test_reading_and_what_programs_leave_behind_do_not_change_it(folder: Path) -> None:
    before = fingerprint(str(folder))
    (folder / "cases/a.md").read_text()
    (folder / "cases/~$a.docx").write_text("lock")
    (folder / ".DS_Store").write_text("x")
    assert fingerprint(str(folder)) == before
    assert fingerprint(str(folder), complete=True) != before


def test_every_change_changes_it(folder: Path) -> None:
    seen = {fingerprint(str(folder))}

    def changed() -> None:
        now = fingerprint(str(folder))
        assert now not in seen
        seen.add(now)

    (folder / "cases/new.md").write_text("")
    changed()
    (folder / "cases/new.md").rename(folder / "cases/newer.md")
    changed()
    (folder / "cases/newer.md").rename(folder / "newer.md")
    changed()
    times = (folder / "cases/a.md").stat()
    (folder / "other").write_text("CASES/A.MD")
    os.utime(folder / "other", ns=(times.st_atime_ns, times.st_mtime_ns))
    (folder / "other").replace(folder / "cases/a.md")
    changed()
    (folder / "cases/deep/c.md").unlink()
    changed()
    (folder / "cases/deep").rmdir()
    changed()


def test_a_folder_that_is_not_there_is_as_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert fingerprint(str(tmp_path / "empty")) == fingerprint(str(tmp_path / "missing"))


def test_looking_loads_nothing_heavy() -> None:
    code = "import sys, casesite.project.fingerprint; print(*sys.modules)"
    command = [sys.executable, "-S", "-c", code]
    here = Path(__file__).parents[3]
    loaded = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True)
    assert not {"msgspec", "typing", "pathlib", "json", "re"} & set(loaded.stdout.split())

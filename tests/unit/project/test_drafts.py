"""Drafts are written into a folder of their own, whole or not at all."""

import os
from pathlib import Path

import pytest

from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.project.drafts import read_file, write_draft
from casesite.project.files import take_snapshot

FILES = {
    "index.md": "---\ntitle: 甲\n---\n".encode(),
    ".import/original/来稿.txt": b"\xff\x00raw",
    ".import/report.json": b"{}",
}


def test_a_draft_is_written_byte_for_byte(tmp_path: Path) -> None:
    assert write_draft(tmp_path, "content/inbox/2026-11-001", FILES) is True
    folder = tmp_path / "content/inbox/2026-11-001"
    written = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    assert written == FILES


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "content/inbox/2026-11-001"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("mine", encoding="utf-8")
    assert write_draft(tmp_path, "content/inbox/2026-11-001", FILES) is False
    assert [path.name for path in folder.iterdir()] == ["index.md"]
    assert (folder / "index.md").read_text(encoding="utf-8") == "mine"


def test_original_and_report_are_no_content_wherever_the_folder_is_moved(tmp_path: Path) -> None:
    for folder in ("content/inbox/2026-11-001", "content/cases/2026-11-002"):
        write_draft(tmp_path, folder, FILES)
    snapshot = take_snapshot(tmp_path, {})
    assert list(snapshot.signed) == [
        "content/cases/2026-11-002/index.md",
        "content/inbox/2026-11-001/index.md",
    ]
    assert not snapshot.assets


def test_what_cannot_be_written_is_a_problem_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file where a folder belongs", encoding="utf-8")
    problem = write_draft(tmp_path, "content/inbox/2026-11-001", FILES)
    assert isinstance(problem, Problem)
    assert problem.code == "import-not-written"


def test_a_draft_that_fails_midway_is_taken_away(tmp_path: Path) -> None:
    broken = {**FILES, ".import/report.json/x": b"a file below a file"}
    problem = write_draft(tmp_path, "content/inbox/2026-11-001", broken)
    assert isinstance(problem, Problem)
    assert not (tmp_path / "content/inbox/2026-11-001").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (root / "content/inbox").symlink_to(tmp_path / "elsewhere")
    problem = write_draft(root, "content/inbox/2026-11-001", FILES)
    assert isinstance(problem, Problem)
    assert problem.code == "file-not-regular"
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_submission_is_read_from_anywhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    source = read_file(tmp_path / "a.txt", "a.txt")
    assert isinstance(source, Source)
    assert source.data == b"abc"


@pytest.mark.parametrize(
    ("name", "code"),
    [("none.txt", "import-missing"), (".", "file-not-regular"), ("big.txt", "file-too-large")],
)
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * 11)
    problem = read_file(tmp_path / name, name, limit=10)
    assert isinstance(problem, Problem)
    assert problem.code == code

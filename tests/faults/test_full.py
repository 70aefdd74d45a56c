"""A disk that is full, at any moment: a clear word, the old site whole, and the next build right."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.build.judged import NOW, judge, ran
from tests.conftest import Showcase
from tests.faults.test_remembered import CASE, SITE

SIZE = 4 << 20
Lay = Callable[[str], Showcase]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Mount a small disk; skipped where that is not allowed."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    place = tmp_path / "small"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)],  # noqa: S607 – the system's own
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"cannot mount: {done.stderr.decode(errors='replace').strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)  # noqa: S607 – as above


def _fill(place: Path, left: int) -> Path:
    """Leave so many bytes free on a disk."""
    disk = os.statvfs(place)
    ballast = place / "ballast"
    ballast.write_bytes(bytes(max(0, disk.f_bavail * disk.f_frsize - left)))
    return ballast


def test_a_disk_that_fills_at_any_moment(small: Path, tmp_path: Path) -> None:
    """With less and less room a build stops in staging, in the notes, in the second tree: wherever it is."""
    project = Showcase(small / "project").lay(SITE)
    project.write("content/site.yaml", "title: 案例库\nurl: https://cases.example.org\nid: cases\n")
    assert ran(project.root, "build", "--now", NOW).code == 0
    outcomes = set()
    for number, left in enumerate((0, 1, 3, 6, 10, 16, 24, 32, 40, 48, 56, 64, 80, 100, 120, 160, 240, 400)):
        before = project.tree()
        project.write(CASE, SITE.partition("--\n")[2].partition("-- content")[0].replace("三年", f"{left}年"))
        project.edit("content/site.yaml", "title: 案例库", f"title: 案例库{number}-")
        ballast = _fill(small, left << 12)
        done = ran(project.root, "build", "--now", NOW)
        after = project.tree()
        ballast.unlink()
        outcomes.add(done.code)
        if done.code:
            assert "磁盘" in done.out or "output-" in done.out, done.out
        clean = judge(project.root, tmp_path / "fresh", said=f"{left} pages were left")
        assert clean.built
        assert after == (before if done.code else clean.tree), f"{left} pages were left: {done.out}"
    assert outcomes == {0, 1}


def test_a_disk_that_is_full_of_what_is_remembered(small: Path, tmp_path: Path) -> None:
    """The notes lie on the full disk, the site on another: the site is made, and remembered later."""
    project = Showcase(tmp_path / "project").lay(SITE)
    project.write("content/site.yaml", "title: 案例库\nurl: https://cases.example.org\nid: cases\n")
    (small / "state").mkdir()
    (project.root / ".casesite").symlink_to(small / "state")
    assert ran(project.root, "build", "--now", NOW).code == 0
    for left in (0, 1, 2, 4, 8, 16, 32):
        before = project.tree()
        project.write(
            "content/cases/c.md", f"---\nid: c\ntitle: 新\ndate: 2024-01-01\n---\n\n{'新' * left}。\n"
        )
        ballast = _fill(small, left << 12)
        done = ran(project.root, "build", "--now", NOW)
        after = project.tree()
        ballast.unlink()
        clean = judge(project.root, tmp_path / "fresh", said=f"{left} pages were left")
        assert clean.built
        assert after in ((before, clean.tree) if done.code else (clean.tree,)), done.out

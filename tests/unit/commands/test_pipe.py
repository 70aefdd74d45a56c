"""What a command says may not be read to its end: it then ends quietly, as other programs do."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tests.house.sources import REPOSITORY

pytestmark = pytest.mark.skipif(os.name == "nt", reason="shells there have no such exit code")


def start(folder: Path, *arguments: str, out: int | IO[str], err: int | IO[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "casesite", *arguments, "--lang", "zh"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8", "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=err,
        encoding="utf-8",
    )


def unread() -> int:
    """Return the end of a pipe to write to, whose other end is closed."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def test_a_reader_may_stop_after_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("重庆的银行\n" * 20_000, encoding="utf-8")
    with start(
        tmp_path, "pinyin", "--plain", "--file", "a.txt", out=subprocess.PIPE, err=subprocess.PIPE
    ) as ran:
        assert ran.stdout
        assert ran.stderr
        assert ran.stdout.readline() == "chóng qìng de yín háng\n"
        ran.stdout.close()
        assert ran.stderr.read() == ""
        assert ran.wait() == 141


@pytest.mark.parametrize("arguments", [("pinyin", "--plain", "重庆"), ("--help",)])
def test_a_few_words_that_wait_until_the_end_are_lost_quietly(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    writing = unread()
    with start(tmp_path, *arguments, out=writing, err=subprocess.PIPE) as ran:
        os.close(writing)
        assert ran.communicate()[1] == ""
        assert ran.returncode == 141


def test_a_complaint_that_nobody_reads_is_lost_quietly(tmp_path: Path) -> None:
    writing = unread()
    with start(tmp_path, "nonsense", out=subprocess.PIPE, err=writing) as ran:
        os.close(writing)
        assert ran.communicate()[0] == ""
        assert ran.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_words_that_find_no_room_are_told_in_one_sentence(tmp_path: Path) -> None:
    with (
        Path("/dev/full").open("w", encoding="utf-8") as full,
        start(tmp_path, "pinyin", "重庆", out=full, err=subprocess.PIPE) as ran,
    ):
        said = ran.communicate()[1]
        assert ran.returncode == 3
    assert said.startswith("程序出了意外：OSError")
    assert len(said.splitlines()) == 1


def test_a_preview_that_nobody_listens_to_ends(tmp_path: Path) -> None:
    (tmp_path / "content/cases").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: 案例库\n", encoding="utf-8")
    writing = unread()
    with start(tmp_path, "serve", "--no-open", out=writing, err=subprocess.PIPE) as ran:
        os.close(writing)
        said = ran.communicate()[1]
    assert "Traceback" not in said
    assert "意外" not in said
    assert ran.returncode in (130, 141)

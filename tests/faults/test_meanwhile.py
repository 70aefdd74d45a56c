"""Somebody saves files while a build reads them: the next build has made good whatever this one missed."""

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.build.author_cases import picture
from tests.build.judged import NOW, judge, ran
from tests.conftest import Showcase
from tests.faults.test_remembered import CASE, SITE

Lay = Callable[[str], Showcase]
ROUNDS: Final = int(os.environ.get("CASESITE_ROUNDS", "5"))
_EVENTS: Final = frozenset({"open", "os.scandir", "os.rename", "os.link", "os.mkdir", "os.remove"})


class Moments:
    """Counts what a build does to the disk, and does `work` just before the `number`-th of it."""

    def __init__(self) -> None:
        self.left = 0
        self.work: Callable[[], object] | None = None
        sys.addaudithook(self._see)  # stays for as long as the process; without work it does nothing

    def _see(self, event: str, _: object) -> None:
        if self.work is None or event not in _EVENTS:
            return
        self.left -= 1
        if self.left == 0:
            work, self.work = self.work, None
            work()


@pytest.fixture(scope="module")
def moments() -> Moments:
    """Return the one that watches this process."""
    return Moments()


def _count(moments: Moments, root: Path) -> int:
    """Return how many moments a build has that does something."""
    far = 1 << 30
    moments.left, moments.work = far, lambda: None
    assert ran(root, "build", "--now", NOW).code == 0
    moments.work = None
    return far - moments.left


@pytest.mark.parametrize("way", ["in place", "same size and time", "replaced", "new file", "removed"])
def test_a_file_saved_at_any_moment_of_a_build(way: str, site: Lay, tmp_path: Path, moments: Moments) -> None:
    project = site(SITE)
    assert ran(project.root, "build", "--now", NOW).code == 0
    path = project.root / CASE
    text = path.read_text(encoding="utf-8")
    project.edit("content/cases/b.md", "五套", "六套")
    total = _count(moments, project.root)
    assert total > 20
    step = max(1, total // ROUNDS)
    other = project.root / "content/cases/c.md"
    case = "---\nid: c\ntitle: 新来的\ndate: 2024-01-01\n---\n\n刚写的。\n"
    for number in range(1, total + step, step):
        word = f"{number:04}"
        path.write_text(text.replace("三年", f"0{word}年"), encoding="utf-8")
        other.write_text(case, encoding="utf-8")
        if way == "new file":
            other.unlink()

        def save(word: str = word) -> None:
            """Save in the given way."""
            new = text.replace("三年", f"1{word}年").encode()
            status = path.stat()
            match way:
                case "replaced":
                    (project.root / "beside").write_bytes(new)
                    (project.root / "beside").replace(path)
                case "new file":
                    other.write_text(case, encoding="utf-8")
                case "removed":
                    other.unlink()
                case _:
                    path.write_bytes(new)
                    if way == "same size and time":
                        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

        moments.left, moments.work = number, save
        ran(project.root, "build", "--now", NOW)  # whatever comes of it
        if moments.work is not None:  # this build had fewer moments
            moments.work = None
            save()
        done = judge(project.root, tmp_path / "fresh", said=f"{way}, before {number} of {total}")
        assert done.built
        assert ("cases/c.html" in done.tree) == (way != "removed")


def test_a_file_that_is_replaced_again_and_again(site: Lay, tmp_path: Path) -> None:
    """Each build shows one of its states, whole; when it comes to rest, the last."""
    project = site(SITE)
    project.write("content/cases/a.csv", "0\n")
    text = (
        (project.root / CASE).read_text(encoding="utf-8").replace("id: a\n", "id: a\nattachments: [a.csv]\n")
    )
    stop = threading.Event()

    def save() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            for path, data in (
                (CASE, text.replace("三年", f"始{number}年，终{number}年")),
                ("content/cases/a.csv", f"{number}\n" * (number % 50 + 1)),
            ):
                beside = project.root / "beside"
                beside.write_text(data, encoding="utf-8")
                beside.replace(project.root / path)

    (project.root / CASE).write_text(text.replace("三年", "始0年，终0年"), encoding="utf-8")
    writer = threading.Thread(target=save)
    writer.start()
    try:
        for _ in range(ROUNDS):
            assert ran(project.root, "build", "--now", NOW).code == 0
            page = project.page("cases/a.html")
            first, last = (page.partition(word)[2].partition("年")[0] for word in ("始", "终"))
            assert first == last != ""
            (table,) = (path for path in (project.root / "public/files").rglob("a.csv"))
            assert len(set(table.read_text(encoding="utf-8").split())) == 1
    finally:
        stop.set()
        writer.join()
    assert judge(project.root, tmp_path / "fresh").built


def test_a_file_that_grows(site: Lay, tmp_path: Path) -> None:
    """Text, picture and attachment are written bit by bit, in place, while builds go on."""
    project = site(SITE)
    project.edit(CASE, "id: a\n", "id: a\nattachments: [a.csv]\ncover: a.png\n")
    files = {
        "content/cases/a.csv": "年,户\n".encode() * 400,
        "content/cases/a.png": picture(6) + bytes(4000),
        "content/cases/c.md": (
            "---\nid: c\ntitle: 慢\ndate: 2024-01-01\n---\n\n" + "慢慢写。\n\n" * 300
        ).encode(),
    }
    for path, data in files.items():
        project.write(path, data[:30])
    stop = threading.Event()

    def grow() -> None:
        done = 30
        while not stop.is_set() and done < 4000:
            for path, data in files.items():
                with (project.root / path).open("ab") as file:
                    file.write(data[done : done + 7])
            done += 7
        for path, data in files.items():
            project.write(path, data)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(ROUNDS):
            ran(project.root, "build", "--now", NOW)  # it may say that a file is not whole yet
    finally:
        stop.set()
        writer.join()
    assert judge(project.root, tmp_path / "fresh").built

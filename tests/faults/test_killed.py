"""A build that is killed leaves the old site or the new one, whole.

`CASESITE_ROUNDS` asks for more rounds. Run as a program (PROJECT WAY NUMBER), this file is what is killed: it
builds for ever and says each number it has built.
"""

import itertools
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casesite.messages import output as codes
from casesite.model.problem import Problem
from casesite.project import switching
from casesite.project.manifest import MANIFEST
from casesite.project.publish import Output, Summary, open_output

REPOSITORY = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("CASESITE_ROUNDS", "10"))
FOREIGN = {"CNAME": "example.org", "cases/mine.txt": "mine", "uploads/x/y.txt": "y"}

FILES = 25


def pages(number: int) -> dict[str, str]:
    """Return the site of that number: pages that stay, that change, that come and go."""
    stay = {f"stay/{name}.html": "always" for name in range(FILES)}
    change = {f"cases/{name}.html": str(number) for name in range(FILES)}
    come = {f"new-{number}/{name}.js": str(number) for name in range(FILES)}
    return {"index.html": str(number), **stay, **change, **come}


def build(root: Path, number: int) -> None:
    """Publish the site of that number."""
    output = open_output(Path("public"), Path(".casesite"), root, wait=10)
    assert isinstance(output, Output), output
    with output:
        for path, text in pages(number).items():
            if output.stands(path, text):
                output.keep(path)
            else:
                output.write(path, text, text.encode())
        summary = output.commit()
        assert isinstance(summary, Summary), summary


def take_way(way: str) -> None:
    """Publish as systems do that cannot exchange folders, or not even rename them."""

    def busy(*_: object) -> None:
        raise switching.CannotRenameError(16, "busy")

    patch = pytest.MonkeyPatch()
    if way != "exchange":
        patch.setattr(switching, "exchange", lambda _one, _other: False)
    if way == "in place":
        patch.setattr(switching, "_rename", busy)
        patch.setattr(switching, "_is_bare", lambda _out: False)


def build_for_ever() -> None:
    """Build one number after the other until killed."""
    take_way(sys.argv[2])
    for number in itertools.count(int(sys.argv[3])):
        build(Path(sys.argv[1]), number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )


def kill_while_building(root: Path, way: str, number: int, delay: float) -> int:
    """Let it build a while, kill it, and return the last number it said it had built."""
    with start(__file__, str(root), way, str(number)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        said = process.stdout.read().split()
    return int(said[-1]) if said else number


def site(root: Path) -> dict[str, str]:
    out = root / "public"
    return {
        path.relative_to(out).as_posix(): path.read_text()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def finish(root: Path) -> None:
    """Do what any next command does first."""
    opened = open_output(Path("public"), Path(".casesite"), root)
    assert isinstance(opened, Output), opened
    with opened:
        pass


@pytest.mark.parametrize("way", ["exchange", "renames", "in place"])
def test_a_killed_build_leaves_a_whole_site(way: str, tmp_path: Path) -> None:
    if way == "exchange" and sys.platform != "linux":
        pytest.skip("only Linux exchanges folders")
    chance = random.Random(2024)  # noqa: S311 – moments to kill at, the same in each run
    (tmp_path / "content").mkdir()
    number = kill_while_building(tmp_path, way, 0, 0.01) + 1
    finish(tmp_path)
    for path, text in FOREIGN.items():
        (tmp_path / "public" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "public" / path).write_text(text)
    for _ in range(ROUNDS):
        number = kill_while_building(tmp_path, way, number, chance.uniform(0, 0.05))
        if way == "exchange":
            # Whole at once, before anybody mends anything; only foreign folders may have to follow.
            seen = {path: text for path, text in site(tmp_path).items() if path not in FOREIGN}
            assert seen in (pages(number), pages(number + 1))
        finish(tmp_path)
        assert site(tmp_path) in ({**pages(number), **FOREIGN}, {**pages(number + 1), **FOREIGN})
        number += 2


HOLDER = """
import sys
from pathlib import Path
from casesite.project.publish import open_output
with open_output(Path("public"), Path(".casesite"), Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_second_build_waits_or_says_who_holds_the_first(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with start("-c", HOLDER, str(tmp_path)) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        process.stdout.readline()
        refused = open_output(Path("public"), Path(".casesite"), tmp_path)
        assert refused == Problem("", 0, 0, codes.BUILD_LOCKED, (("holder", f"PID {process.pid}"),))
        process.stdin.write("\n")
        process.stdin.flush()
        finished = open_output(Path("public"), Path(".casesite"), tmp_path, wait=30)
        assert isinstance(finished, Output)
        with finished:
            process.wait(30)


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with start("-c", HOLDER, str(tmp_path)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    finish(tmp_path)


TOO_LARGE = """
import resource, signal, sys
from pathlib import Path
from casesite.project.publish import open_output
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))
with open_output(Path("public"), Path(".casesite"), Path(sys.argv[1])) as output:
    output.write("a.html", "1", b"a")
    output.write("b.html", "1", bytes(1 << 20))
    print(output.commit().code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits as POSIX has them")
def test_a_file_that_cannot_be_written_leaves_the_old_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    kill_while_building(tmp_path, "exchange", 0, 0)
    finish(tmp_path)
    before = site(tmp_path)
    with start("-c", TOO_LARGE, str(tmp_path)) as process:
        said, _ = process.communicate()
    assert said.strip() == codes.OUTPUT_FAILED
    assert site(tmp_path) == before
    assert not (tmp_path / ".casesite/stage").exists()


if __name__ == "__main__":
    build_for_ever()

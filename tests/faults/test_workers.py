"""Processes that help to build a site may die at any time, and so may the build: the site stays whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from casesite.model.executor import WorkersDiedError
from casesite.project.pool import Pool
from tests.bench.corpus import write_project
from tests.conftest import NOW, REPOSITORY, Ran, Showcase

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the program below is patched, then forked")

PROGRAM = """
import os, signal, sys, time
from pathlib import Path
from casesite import outputs
from casesite.commands import main
from casesite.pipeline.reading import Reader

how, where, flag, *arguments = sys.argv[1:]
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start what is behind deaf to it
parent = os.getpid()

def spoilt(function):
    def call(*given):
        if os.getpid() != parent:
            if how == "slow":
                Path(flag).touch()
                time.sleep(0.05)
            elif how == "always" or not Path(flag).exists():
                Path(flag).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return function(*given)
    return call

if where == "reading":
    Reader.read = spoilt(Reader.read)
else:
    outputs.render = spoilt(outputs.render)
raise SystemExit(main(arguments))
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Showcase:
    """Write a site, and build it in one process."""
    showcase = Showcase(tmp_path_factory.mktemp("workers") / "project")
    write_project(showcase.root, 40)
    assert showcase.build("--jobs", "1")["code"] == 0
    return showcase


@pytest.fixture
def site_to_come(source: Showcase, tmp_path: Path) -> Showcase:
    """Return a site of the same content with an older one in place."""
    showcase = Showcase(tmp_path / "project")
    showcase.write("content/site.yaml", (source.root / "content/site.yaml").read_bytes())
    showcase.write("content/cases/old.md", "---\ntitle: 旧的\ndate: 2020-01-01\n---\n旧。\n")
    assert showcase.build()["code"] == 0
    (showcase.root / "content/cases/old.md").unlink()
    for case in (source.root / "content/cases").iterdir():
        showcase.write(f"content/cases/{case.name}", case.read_bytes())
    return showcase


def arguments(showcase: Showcase, how: str, where: str) -> list[str]:
    flag = str(showcase.root.parent / "flag")
    return [
        sys.executable,
        "-c",
        PROGRAM,
        how,
        where,
        flag,
        "build",
        str(showcase.root),
        "--now",
        NOW,
        "--jobs",
        "3",
    ]


def started(showcase: Showcase, how: str, where: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        arguments(showcase, how, where),
        cwd=REPOSITORY,
        env={**os.environ, "CASESITE_START": "fork", "PYTHONIOENCODING": "utf-8", "LANG": "zh_CN.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def ran(process: "subprocess.Popen[str]") -> Ran:
    out, err = process.communicate(timeout=120)
    return Ran(process.returncode, out, err)


def living(showcase: Showcase) -> set[int]:
    """Return the processes that work for a site."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if str(showcase.root).encode() in line:
                found.add(int(entry.name))
    return found


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.02)


def litter(showcase: Showcase) -> set[str]:
    known = {"bodies.pack", "bodies.pack.index", "ledger", "lock", "record", "spare", "standing"}
    return {path.name for path in (showcase.root / ".casesite").iterdir()} - known


@pytest.mark.parametrize("where", ["reading", "making"])
def test_a_worker_that_is_killed_costs_time_and_nothing_else(
    where: str, source: Showcase, site_to_come: Showcase
) -> None:
    done = ran(started(site_to_come, "once", where))
    assert (done.code, done.err) == (0, "")
    assert (site_to_come.root.parent / "flag").exists()
    assert site_to_come.tree() == source.tree()
    assert litter(site_to_come) == set()
    assert living(site_to_come) == set()


@pytest.mark.parametrize("where", ["reading", "making"])
def test_workers_that_die_every_time_are_told_of_and_the_old_site_stays(
    where: str, source: Showcase, site_to_come: Showcase
) -> None:
    before = site_to_come.tree()
    done = ran(started(site_to_come, "always", where))
    assert (done.code, done.err) == (1, "")
    assert "workers-died" in done.out
    assert "--jobs 1" in done.out
    assert site_to_come.tree() == before
    assert litter(site_to_come) == set()
    assert living(site_to_come) == set()
    assert site_to_come.build()["code"] == 0
    assert site_to_come.tree() == source.tree()


@pytest.mark.parametrize("where", ["reading", "making"])
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_ended_leaves_no_worker_and_the_old_site(
    end: signal.Signals, where: str, source: Showcase, site_to_come: Showcase
) -> None:
    before = site_to_come.tree()
    with started(site_to_come, "slow", where) as process:
        wait_for((site_to_come.root.parent / "flag").exists)
        if end == signal.SIGINT:
            os.killpg(process.pid, end)  # as Ctrl-C does: to all of them
        else:
            process.send_signal(end)
        done = ran(process)
    wait_for(lambda: not living(site_to_come))
    assert site_to_come.tree() == before
    if end == signal.SIGINT:
        assert (done.code, done.err) == (130, "已中止，网站保持原样\n")
        assert litter(site_to_come) == set()
    assert site_to_come.build()["code"] == 0
    assert site_to_come.tree() == source.tree()
    assert litter(site_to_come) == set()


def half(number: int) -> int:
    """Return half of an even number; die of an odd one."""
    if number % 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number // 2


def wrong(number: int) -> int:
    raise ValueError(number)


@pytest.mark.parametrize("method", ["forkserver", "spawn"])
def test_a_pool_goes_on_after_deaths_and_gives_up_in_the_end(method: str) -> None:
    pool = Pool(2, method)
    try:
        fine = [pool.submit(half, number) for number in (2, 4, 6)]
        assert [job.result() for job in fine] == [1, 2, 3]
        with pytest.raises(ValueError, match="7"):
            pool.submit(wrong, 7).result()
        with pytest.raises(WorkersDiedError):
            pool.submit(half, 7).result()
    finally:
        pool.close(kill=True)

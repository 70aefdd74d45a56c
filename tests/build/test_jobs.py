"""However many processes build a site, and however they are started, it is the same site."""

import multiprocessing
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from casesite.model.executor import Inline
from casesite.project import executors
from tests.bench.corpus import write_project
from tests.conftest import NOW, REPOSITORY, Showcase

CASES = 60
METHODS = [
    name for name in ("fork", "forkserver", "spawn") if name in multiprocessing.get_all_start_methods()
]
CONSOLE = Path(sys.executable).with_name("casesite")
MORE = """-- content/cases/tu.md --
---
id: tu
title: 图文并茂
date: 2024-08-20
attachments: [表.txt]
---
![桥](桥.png)

一张图，一份表。
-- content/issues/2024-08.md --
---
title: 联建
date: 2024-08-31
---
说联建。
-- content/pages/about.md --
---
title: 关于
---
这里收集案例。
-- content/data/readings.yaml --
汶上: wèn shàng
-- content/cases/表.txt --
一二三
"""
SLIPS = """-- content/cases/a.md --
---
title: 少了日期
---
正文。
-- content/cases/b.md --
---
title: [
---
-- content/cases/c.md --
---
title: 断链
date: 2024-08-20
---
见[别处](case:nowhere)。
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site of some size, with a picture, a file, an issue, a page and readings of its own."""
    showcase = Showcase(tmp_path_factory.mktemp("jobs") / "project")
    write_project(showcase.root, CASES)
    showcase.lay(MORE)
    pictures = sorted((REPOSITORY / "content").rglob("*.png"))
    showcase.write("content/cases/桥.png", pictures[0].read_bytes())
    return showcase.root


@pytest.fixture(scope="module")
def inline(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Showcase:
    """Build it in one process."""
    showcase = Showcase(tmp_path_factory.mktemp("inline") / "project")
    shutil.copytree(source, showcase.root)
    assert showcase.build("--jobs", "1")["code"] == 0
    return showcase


@pytest.fixture
def showcase(source: Path, tmp_path: Path) -> Showcase:
    """Return a site to be built."""
    shutil.copytree(source, tmp_path / "project")
    return Showcase(tmp_path / "project")


@pytest.mark.parametrize("method", METHODS)
def test_the_bytes_are_those_of_one_process(
    method: str, showcase: Showcase, inline: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(executors.START, method)
    assert showcase.build("--jobs", "2")["code"] == 0
    assert showcase.tree() == inline.tree()
    if sys.platform != "win32":
        modes = {path.stat().st_mode & 0o777 for path in (showcase.root / "public").rglob("*.*")}
        assert modes == {0o644}
    assert not (showcase.root / ".casesite/stage").exists()


def test_one_process_goes_on_from_what_several_made_and_they_from_it(
    showcase: Showcase, inline: Showcase
) -> None:
    assert showcase.build("--jobs", "3")["code"] == 0
    assert showcase.tree() == inline.tree()
    showcase.edit("content/cases/tu.md", "一张图", "两张图")
    assert showcase.build("--jobs", "3")["written"] > 0
    assert showcase.build("--jobs", "1", "--doubts")["written"] == 0
    assert "两张图" in showcase.page("cases/tu.html")
    showcase.edit("content/cases/tu.md", "两张图", "一张图")
    assert showcase.build("--jobs", "1")["written"] > 0
    assert showcase.tree() == inline.tree()
    assert showcase.build("--jobs", "3", "--strict")["written"] == 0


@pytest.mark.parametrize("method", METHODS)
def test_what_is_told_is_the_same(
    method: str, site: Callable[[str], Showcase], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(executors.START, method)
    showcase = site(SLIPS)
    alone = [showcase.run(command, "--now", NOW, "--jobs", "1") for command in ("check", "build")]
    assert alone[0].code == 1
    for number in (1, 2):  # the second time some of it is remembered
        shutil.rmtree(showcase.root / ".casesite", ignore_errors=number == 1)
        several = [showcase.run(command, "--now", NOW, "--jobs", "2") for command in ("check", "build")]
        assert several == alone


def test_a_slip_in_a_template_is_told_as_by_one_process(site: Callable[[str], Showcase]) -> None:
    case = "-- content/cases/{0}.md --\n---\ntitle: 例{0}\ndate: 2024-08-20\n---\n文。\n"
    template = "-- themes/default/templates/case.html --\n<p>{{ nothing.at.all }}</p>\n"
    showcase = site("".join(map(case.format, range(9))) + template)
    alone = showcase.run("build", "--now", NOW, "--jobs", "1")
    assert alone.code == 1
    assert "themes/default/templates/case.html" in alone.out
    assert showcase.run("build", "--now", NOW, "--jobs", "3") == alone


@pytest.mark.parametrize(
    "program",
    [[str(REPOSITORY / "build.py")], ["-m", "casesite", "build"], [str(CONSOLE), "build"]],
    ids=["build.py", "module", "console"],
)
def test_spawned_processes_know_the_program_however_it_was_started(
    program: list[str], showcase: Showcase, inline: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    if program[0] == str(CONSOLE) and not CONSOLE.is_file():
        pytest.skip("the program is not installed")
    monkeypatch.setenv(executors.START, "spawn")
    ran = showcase.start(*program, "--now", NOW, "--jobs", "2")
    assert (ran.code, ran.err) == (0, "")
    assert showcase.tree() == inline.tree()


@pytest.mark.parametrize("value", ["0", "-1", "two", "1.5", "", "1000", "２"])
@pytest.mark.parametrize(("lang", "words"), [("zh", "--jobs 应是"), ("en", "--jobs wants")])
def test_a_wrong_number_is_a_wrong_use(
    value: str, lang: str, words: str, site: Callable[[str], Showcase]
) -> None:
    ran = site(MORE).run("build", f"--jobs={value}", lang=lang)
    assert ran.code == 2
    assert words in ran.err


def test_little_work_is_done_alone_unless_more_are_asked_for() -> None:
    with executors.Hands() as hands:
        assert isinstance(hands.fit(0.1), Inline)
    with executors.Hands(1) as hands:
        assert isinstance(hands.fit(1000), Inline)
    with executors.Hands(2) as hands:
        assert isinstance(hands.fit(0), Inline)
        assert not isinstance(hands.fit(0.1), Inline)

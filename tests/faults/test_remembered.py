"""Whatever befalls what a build remembers costs the next one time, and nothing else."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.build.judged import NOW, judge, ran
from tests.conftest import Showcase

Lay = Callable[[str], Showcase]
Damage = Callable[[Path, bytes], object]
CASE: Final = "content/cases/a.md"
SITE: Final = """\
-- content/cases/a.md --
---
id: a
title: 断桥重连
date: 2024-08-20
topics: [党建联建]
---

两个村之间的桥断了三年。
-- content/cases/b.md --
---
id: b
title: 柳塘县的账本
date: 2024-08-21
topics: [党建联建]
---

五套系统并成一套。见[桥](case:a)。
"""
OTHER: Final = SITE.replace("断桥重连", "别家的桥").replace("三年", "九年")


def _folder(path: Path, _: bytes) -> None:
    path.unlink()
    (path / "x").mkdir(parents=True)


def _unlink(path: Path, _: bytes) -> None:
    path.unlink()


DAMAGES: Final[dict[str, Damage]] = {
    "gone": _unlink,
    "empty": lambda path, _: path.write_bytes(b""),
    "half": lambda path, data: path.write_bytes(data[: len(data) // 2]),
    "flipped": lambda path, data: path.write_bytes(
        data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 4]) + data[len(data) // 2 + 1 :]
        if data
        else b"?"
    ),
    "last": lambda path, data: path.write_bytes(data[:-1] + b"?"),
    "longer": lambda path, data: path.write_bytes(data + data),
    "zeros": lambda path, data: path.write_bytes(bytes(len(data))),
}


def notes(root: Path) -> list[str]:
    """Return the files of what is remembered, below `.casesite`; not those of the second tree."""
    state = root / ".casesite"
    files = (path.relative_to(state) for path in state.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in files if path.parts[0] not in {"spare", "stage"})


def say(project: Showcase, number: int) -> None:
    """Edit the first case; the same edit for every other number."""
    project.lay(SITE.replace("三年", ("四年", "五年")[number % 2]))


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_file_that_is_damaged(damage: str, site: Lay, tmp_path: Path) -> None:
    """With nothing else changed, and with an edit: each of whatever files there are, then all of them."""
    project = site(SITE)
    assert ran(project.root, "build", "--now", NOW).code == 0
    names = notes(project.root)
    assert {"ledger", "record", "bodies.pack"} <= set(names)
    for number, name in enumerate(names):
        path = project.root / ".casesite" / name
        for _ in range(1 + number % 2):
            if path.exists():
                DAMAGES[damage](path, path.read_bytes())
            assert number % 2 == 0 or judge(project.root, tmp_path / "fresh", said=f"{name}: {damage}").built
        say(project, number)
        assert judge(project.root, tmp_path / "fresh", said=f"{name}: {damage}, and an edit").built
    for name in notes(project.root):
        path = project.root / ".casesite" / name
        DAMAGES[damage](path, path.read_bytes())
    project.edit(CASE, "断桥", "长桥")
    assert judge(project.root, tmp_path / "fresh", said=f"all: {damage}").built


def test_each_file_that_is_a_folder(site: Lay, tmp_path: Path) -> None:
    """A build says clearly what is in its way, or goes without; the site stays whole, and no traceback."""
    project = site(SITE)
    assert ran(project.root, "build", "--now", NOW).code == 0
    for number, name in enumerate(notes(project.root)):
        path = project.root / ".casesite" / name
        if not path.is_file():
            continue
        before = project.tree()
        _folder(path, b"")
        say(project, number)
        done = ran(project.root, "build", "--now", NOW)
        after = project.tree()
        assert done.code == 0 or name.rpartition("/")[2] in done.out, done.out
        if path.is_dir():
            shutil.rmtree(path)
        assert after in (before, judge(project.root, tmp_path / "fresh", said=name).tree)


def test_each_file_of_another_project(site: Lay, tmp_path: Path) -> None:
    """Two projects with files by the same names, and the same sizes."""
    project, other = site(SITE), Showcase(tmp_path / "other").lay(OTHER)
    shutil.copy(project.root / "content/site.yaml", other.root / "content/site.yaml")
    for one in (project, other):
        assert ran(one.root, "build", "--now", NOW).code == 0
    for name in notes(other.root):
        (project.root / ".casesite" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(other.root / ".casesite" / name, project.root / ".casesite" / name)
        assert judge(project.root, tmp_path / "fresh", said=name).built
    shutil.rmtree(project.root / ".casesite")
    shutil.copytree(other.root / ".casesite", project.root / ".casesite")
    project.edit(CASE, "三年", "四年")
    assert judge(project.root, tmp_path / "fresh", said="all of them").built


@pytest.mark.parametrize("edited", [False, True])
def test_notes_of_every_age_with_a_newer_site(edited: bool, site: Lay, tmp_path: Path) -> None:  # noqa: FBT001 – both ways
    """Each file is put back as it was one and two builds ago; only the record knows the trees themselves."""
    project = site(SITE)
    kept: list[Path] = []
    for number in range(3):
        say(project, number)
        assert ran(project.root, "build", "--now", NOW).code == 0
        kept.append(tmp_path / f"kept-{number}")
        shutil.copytree(project.root / ".casesite", kept[-1])
    number = 0
    for old in kept[:-1]:
        for name in notes(project.root):
            if name != "record" and (old / name).is_file():
                shutil.copy2(old / name, project.root / ".casesite" / name)
                number += edited
                say(project, number)
                assert judge(project.root, tmp_path / "fresh", said=f"{name} of {old.name}").built


def test_another_version_of_the_program(site: Lay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that differs in a file's time alone, then one that writes another page: both begin anew."""
    project = site(SITE)
    for folder in ("casesite", "themes"):
        source = Path(__file__).parents[2] / folder
        shutil.copytree(source, tmp_path / "program" / folder)
    monkeypatch.setattr("tests.conftest.REPOSITORY", tmp_path / "program")
    assert project.build()["written"] > 0
    before = project.tree()
    os.utime(tmp_path / "program/casesite/outputs/feed.py", (1_900_000_000, 1_900_000_000))
    assert project.build()["written"] > 0, "a new version makes everything anew"
    assert project.tree() == before
    page = tmp_path / "program/themes/default/templates/404.html"
    page.write_bytes(page.read_bytes().replace(b"<p", b"<p data-new"))
    assert project.build()["written"] > 0
    assert b"data-new" in project.tree()["404.html"]
    feed = tmp_path / "program/casesite/outputs/feed.py"
    feed.write_bytes(feed.read_bytes().replace(b"<feed ", b"<feed  "))
    assert project.build()["written"] > 0
    monkeypatch.undo()
    assert project.build()["written"] > 0
    assert project.tree() == before, "and back to the first version"


def test_the_second_tree_is_lost_or_touched(site: Lay, tmp_path: Path) -> None:
    project = site(SITE)
    spare = project.root / ".casesite/spare"
    for number in range(3):
        assert judge(project.root, tmp_path / "fresh").built
        match number:
            case 0:
                os.utime(spare)
            case 1:
                shutil.rmtree(spare)
            case _:
                copied = spare.with_name("copied")
                shutil.copytree(spare, copied)
                shutil.rmtree(spare)
                copied.rename(spare)
        project.edit(CASE, "桥", "桥桥")
    assert judge(project.root, tmp_path / "fresh").built

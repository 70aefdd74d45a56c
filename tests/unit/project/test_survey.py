"""A survey tells that nothing was changed, whatever was tried to hide a change."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from casesite.project import survey as surveying
from casesite.project.survey import Survey, survey, survey_one


@pytest.fixture(params=["by descriptor", "by path"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Walk as this system does, and as Windows does."""
    if request.param == "by path":
        monkeypatch.setattr(surveying, "_BY_DESCRIPTOR", False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a/b").mkdir(parents=True)
    for name in ("one.md", "a/two.md", "a/b/三.md"):
        (tmp_path / name).write_bytes(b"text")
    return tmp_path


def seen(folder: Path) -> Survey:
    found = survey(str(folder))
    assert found is not None
    return found


def hidden_edit(folder: Path) -> None:
    """Change a file and set its time back; it keeps its size and its inode."""
    path = folder / "a/two.md"
    before = path.stat()
    with path.open("r+b") as file:
        file.write(b"TEXT")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap(folder: Path) -> None:
    one, other, aside = folder / "one.md", folder / "a/two.md", folder / "aside"
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


CHANGES: list[tuple[Callable[[Path], object], set[str]]] = [
    (hidden_edit, {"a"}),
    (lambda folder: (folder / "a/b/三.md").unlink(), {"a/b"}),
    (lambda folder: (folder / "a/b/四.md").write_bytes(b""), {"a/b"}),
    (lambda folder: (folder / "a/c").mkdir(), {"a", "a/c"}),
    (lambda folder: (folder / "one.md").rename(folder / "One.md"), {""}),
    (lambda folder: (folder / "one.md").chmod(0o600), {""}),
    (swap, {"", "a"}),
]


@pytest.mark.parametrize(("change", "where"), CHANGES)
def test_a_change_shows_in_its_folder_and_no_other(
    folder: Path, change: Callable[[Path], object], where: set[str]
) -> None:
    before = seen(folder)
    assert seen(folder) == before
    assert set(before.folders) == {"", "a", "a/b"}
    change(folder)
    after = seen(folder)
    assert after.digest != before.digest
    both = before.folders.keys() | after.folders.keys()
    assert {name for name in both if before.folders.get(name) != after.folders.get(name)} == where


def test_a_folder_alone_looks_as_it_does_among_others(folder: Path) -> None:
    found = seen(folder)
    assert found.folders == {name: survey_one(str(folder / name)) for name in ("", "a", "a/b")}
    assert survey_one(str(folder / "nothing")) is None


def test_what_was_written_lately_is_named(folder: Path) -> None:
    moment = (folder / "one.md").stat().st_ctime_ns
    for name in ("a/two.md", "a/b/三.md"):
        os.utime(folder / name, ns=(0, 0))
    found = survey(str(folder), moment)
    assert found is not None
    assert str(folder / "one.md") in found.fresh  # set back or not, the inode tells when that was done
    assert survey(str(folder), moment + 3_600_000_000_000) == found._replace(fresh=())


def test_a_link_makes_a_survey_worthless(folder: Path) -> None:
    (folder / "a/link").symlink_to(folder / "one.md")
    assert survey(str(folder)) is None
    assert survey(str(folder / "a/link")) is None


def test_what_is_not_there_is_a_state_too(folder: Path) -> None:
    assert seen(folder / "nothing").folders == {}


def test_what_python_keeps_for_itself_changes_no_program(folder: Path) -> None:
    before = survey(str(folder), program=True)
    (folder / "a/__pycache__").mkdir()
    assert survey(str(folder), program=True) == before
    assert set(seen(folder).folders) == {"", "a", "a/b", "a/__pycache__"}

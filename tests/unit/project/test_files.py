"""What of a content folder is read, and what is refused by name."""

import os
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from casesite.messages import files as codes
from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.project.files import find_project, is_project, take_snapshot

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")


def lay(root: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def refused(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in problems]


def test_the_project_is_the_nearest_folder_with_settings(tmp_path: Path) -> None:
    lay(tmp_path, {"content/site.yaml": b"title: a", "content/cases/a/index.md": b""})
    assert find_project(tmp_path / "content/cases/a") == tmp_path
    assert find_project(tmp_path.parent) is None


def test_a_folder_with_cases_only_counts_when_it_is_named(tmp_path: Path) -> None:
    lay(tmp_path, {"content/cases/a.md": b""})
    assert find_project(tmp_path) is None
    assert is_project(tmp_path)
    assert not is_project(tmp_path / "content")


def test_files_come_sorted_and_what_programs_leave_behind_does_not_come(tmp_path: Path) -> None:
    left = ("~$a.docx", ".~lock.a.docx#", "Thumbs.db", "desktop.ini", ".DS_Store", "a.md.swp", ".git/x.md")
    kept = ("cases/b.md", "cases/a/index.md", "site.yaml", "cases/A.md", "cases/案例.md")
    lay(tmp_path, {f"content/{name}": b"x" for name in (*left, *kept)})
    snapshot = take_snapshot(tmp_path, {})
    assert list(snapshot.signed) == sorted(f"content/{name}" for name in kept)
    assert snapshot.texts("content/cases") == sorted(f"content/{name}" for name in kept if "/" in name)
    assert not snapshot.problems


def test_other_files_travel_by_name_and_everything_below_static_too(tmp_path: Path) -> None:
    files = {"content/cases/t.csv": b"a,b\n", "content/static/x.md": b"# x", "content/cases/c.md": b"c"}
    snapshot = take_snapshot(lay(tmp_path, files), {})
    assert [(asset.path, asset.kind, asset.size) for asset in snapshot.assets.values()] == [
        ("content/cases/t.csv", "text", 4),
        ("content/static/x.md", "text", 3),
    ]


def test_a_source_holds_its_bytes_and_their_digest(tmp_path: Path) -> None:
    snapshot = take_snapshot(lay(tmp_path, {"content/cases/a.md": b"abc"}), {})
    path = "content/cases/a.md"
    first, second = snapshot.source(path), snapshot.source(path)
    assert first == second == Source(path, b"abc", snapshot.signed[path].digest)


def test_a_file_that_vanishes_is_a_problem(tmp_path: Path) -> None:
    lay(tmp_path, {"content/cases/a.md": b"abc"})
    path = "content/cases/a.md"
    snapshot = take_snapshot(tmp_path, take_snapshot(tmp_path, {}).signed, last_start=2**62)
    (tmp_path / path).unlink()
    gone = snapshot.source(path)
    assert isinstance(gone, Problem)
    assert gone.code == codes.FILE_VANISHED


@pytest.mark.parametrize(
    ("path", "limit"), [("content/cases/a.md", 5 << 20), ("content/data/orgs.yaml", 1 << 20)]
)
def test_a_text_file_has_a_largest_size(path: str, limit: int, tmp_path: Path) -> None:
    snapshot = take_snapshot(lay(tmp_path, {path: b"x" * limit}), {})
    assert not snapshot.problems
    snapshot = take_snapshot(lay(tmp_path, {path: b"x" * (limit + 1)}), {})
    assert refused(snapshot.problems) == [(path, codes.FILE_TOO_LARGE)]
    assert path not in snapshot.signed


@POSIX
def test_only_regular_files_of_the_project_are_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret")
    root = lay(tmp_path / "site", {"content/cases/a.md": b"a", "shared/b.md": b"b"})
    cases = root / "content/cases"
    (cases / "out.md").symlink_to(secret)
    (cases / "folder").symlink_to(tmp_path)
    (cases / "broken.md").symlink_to("nowhere.md")
    (cases / "inside.md").symlink_to(root / "shared/b.md")
    os.mkfifo(cases / "pipe.md")
    (cases / "device.md").symlink_to("/dev/zero")
    snapshot = take_snapshot(root, {})
    assert refused(snapshot.problems) == [
        ("content/cases/broken.md", codes.FILE_VANISHED),
        ("content/cases/device.md", codes.FILE_NOT_REGULAR),
        ("content/cases/folder", codes.FILE_NOT_REGULAR),
        ("content/cases/out.md", codes.FILE_NOT_REGULAR),
        ("content/cases/pipe.md", codes.FILE_NOT_REGULAR),
    ]
    assert list(snapshot.signed) == ["content/cases/a.md", "content/cases/inside.md"]


@POSIX
def test_a_pipe_put_in_a_files_place_does_not_stop_the_build(tmp_path: Path) -> None:
    path = "content/cases/a.md"
    lay(tmp_path, {path: b"a"})
    snapshot = take_snapshot(tmp_path, take_snapshot(tmp_path, {}).signed, last_start=2**62)
    (tmp_path / path).unlink()
    os.mkfifo(tmp_path / path)
    found = snapshot.source(path)
    assert isinstance(found, Problem)
    assert found.code == codes.FILE_NOT_REGULAR


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not text")
def test_a_name_that_is_not_text_is_a_problem(tmp_path: Path) -> None:
    lay(tmp_path, {"content/cases/a.md": b"a"})
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/content/cases/\xb0\xb8.md"))).write_bytes(b"x")
    snapshot = take_snapshot(tmp_path, {})
    assert [problem.code for problem in snapshot.problems] == [codes.FILE_NAME_BROKEN]
    snapshot.problems[0].path.encode()


def test_a_decomposed_name_is_found_as_people_type_it(tmp_path: Path) -> None:
    lay(tmp_path, {"content/cases/cafe\u0301.md": b"x"})
    snapshot = take_snapshot(tmp_path, {})
    assert list(snapshot.signed) == ["content/cases/caf\u00e9.md"]
    found = snapshot.source("content/cases/caf\u00e9.md")
    assert isinstance(found, Source)
    assert found.data == b"x"


def test_a_remembered_digest_is_taken_over_only_for_files_that_were_at_rest(tmp_path: Path) -> None:
    path = "content/cases/a.md"
    lay(tmp_path, {path: b"old"})
    first = take_snapshot(tmp_path, {}).signed
    written = first[path].mtime_ns
    forged = {path: replace(first[path], digest="0")}
    at_rest = take_snapshot(tmp_path, forged, last_start=written + 3_000_000_000)
    racy = take_snapshot(tmp_path, forged, last_start=written + 1_000_000_000)
    verified = take_snapshot(tmp_path, forged, last_start=written + 3_000_000_000, verify=True)
    assert at_rest.signed[path].digest == "0"
    assert racy.signed[path].digest == verified.signed[path].digest == first[path].digest


def test_an_edit_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    path = "content/cases/a.md"
    lay(tmp_path, {path: b"old"})
    first = take_snapshot(tmp_path, {}).signed
    times = (first[path].mtime_ns, first[path].mtime_ns)
    other = tmp_path / "other"
    other.write_bytes(b"new")
    os.utime(other, ns=times)
    other.replace(tmp_path / path)
    second = take_snapshot(tmp_path, first, last_start=2**62).signed
    assert second[path].digest != first[path].digest


def test_content_that_is_not_there_is_an_empty_snapshot(tmp_path: Path) -> None:
    snapshot = take_snapshot(tmp_path, {})
    assert (snapshot.signed, snapshot.problems) == ({}, ())


@POSIX
def test_content_that_lies_elsewhere_is_refused(tmp_path: Path) -> None:
    lay(tmp_path / "elsewhere", {"cases/a.md": b"secret"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/content").symlink_to(tmp_path / "elsewhere")
    snapshot = take_snapshot(tmp_path / "site", {})
    assert refused(snapshot.problems) == [("content", codes.FILE_NOT_REGULAR)]
    assert snapshot.signed == {}

"""Holds a build against one from nothing: the same output, the same findings, and nothing left to do."""

import contextlib
import gc
import io
import json
import shutil
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, NamedTuple

from casesite.commands import main
from casesite.commands.building import Order, Outcome, build_site
from tests.conftest import Ran

Report = dict[str, Any]
Signs = dict[str, tuple[int, int, int]]
NOW: Final = "2026-01-01T00:00:00Z"
PREVIEW: Final = Order(
    Path(),
    NOW,
    out=".casesite/preview/site",
    state=".casesite/preview",
    everything=True,
    preview=True,
    unsure=True,
)
"""What `serve` orders."""
_CLEAN: Final[dict[bytes, tuple[Report, dict[str, bytes]]]] = {}
"""What clean builds came to, by all that went into them: report, and digests of the output's files."""
_MANIFEST: Final = ".casesite-manifest"
_MADE: Final = (".casesite", "public", "second")


class Judged(NamedTuple):
    """A build that was found right: what it reported, and the whole output after it."""

    report: Report
    tree: dict[str, bytes]

    @property
    def built(self) -> bool:
        """Say whether the site was put in place."""
        return bool(self.report["built"])

    @property
    def told(self) -> list[tuple[str, int, str]]:
        """Return path, line and code of what was found."""
        return [(one["path"], one["line"], one["code"]) for one in self.report["problems"]]

    def holding(self, text: str) -> set[str]:
        """Return the files in which a text stands."""
        return {path for path, data in self.tree.items() if text.encode() in data}


def ran(root: Path, *arguments: str) -> Ran:
    """Run a command as the command line does, but in this process, which saves the time of starting one."""
    printed, told = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(told):
            code = main([*arguments[:1], str(root), *arguments[1:], "--lang", "zh"])
    finally:
        gc.enable()  # a command leaves it to the end of its process
    assert code in {0, 1}, told.getvalue()
    return Ran(code, printed.getvalue(), told.getvalue())


def tree_of(out: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes; nothing where there is no folder."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def signs_of(out: Path) -> Signs:
    """Return what the disk says of every file: who writes one, writes another sign."""
    found = {}
    for path in sorted(out.rglob("*")):
        if path.is_file() and path.name != _MANIFEST:
            status = path.stat()
            found[path.relative_to(out).as_posix()] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found


def copied(root: Path, fresh: Path) -> Path:
    """Copy a project into the folder `fresh`, without what was made of it and what is remembered."""
    place = fresh / root.name
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(
        root, place, symlinks=True, ignore=lambda folder, _: _MADE if Path(folder) == root else ()
    )
    return place


def judge(  # noqa: PLR0913 – how to build, and what is not compared
    root: Path,
    fresh: Path,
    now: str = NOW,
    *,
    out: str = "",
    options: tuple[str, ...] = (),
    foreign: frozenset[str] = frozenset(),
    said: str = "",
) -> Judged:
    """Build, and compare with a clean build; then build once more, which must find nothing to do.

    `foreign` are files that others put into the output, and `said` tells whoever reads of a failure what
    came before it.
    """
    place = root / (out or "public")
    before = tree_of(place)
    report = _built(root, now, out, options)
    expected, files = _clean(root, fresh, now, out, options)
    assert _content(report) == _content(expected), said
    if not report["built"]:
        assert tree_of(place) == before, f"{said}: a build with problems changed the site"
        assert _built(root, now, out, options) == report, f"{said}: built again"
        return Judged(report, before)
    found = tree_of(place)
    theirs = {path: found.pop(path, None) for path in foreign}
    assert None not in theirs.values(), f"{said}: a file of others is gone"
    assert _differing(_digests(found), files) == [], said
    signs = signs_of(place)
    again = _built(root, now, out, options)
    nothing = {"written": 0, "kept": report["written"] + report["kept"], "removed": 0}
    assert again == {**report, **nothing}, f"{said}: built again"
    assert _differing(signs_of(place), signs) == [], f"{said}: a build with nothing to do wrote"
    return Judged(report, found)


def judge_preview(root: Path, fresh: Path, now: str = NOW, said: str = "") -> Outcome:
    """Build the preview as `serve` does, and compare it with one where nothing is remembered."""
    done = build_site(PREVIEW._replace(root=root, now=now))
    other = build_site(PREVIEW._replace(root=copied(root, fresh), now=now))
    assert done.findings == other.findings, f"{said}: preview"
    if done.summary is not None:
        assert _differing(tree_of(done.out), tree_of(other.out)) == [], f"{said}: preview"
    return done


def judge_check(root: Path, fresh: Path, now: str = NOW, said: str = "") -> Report:
    """Check, and compare what is found with what is found where nothing is remembered."""
    arguments = ("check", "--now", now, "--format", "json")
    done = ran(root, *arguments)
    assert done == ran(copied(root, fresh), *arguments), f"{said}: checked"
    report: Report = json.loads(done.out)
    return report


def _built(root: Path, now: str, out: str, options: tuple[str, ...]) -> Report:
    named = ("--out", str(root / out)) if out else ()
    done = ran(root, "build", "--now", now, "--format", "json", *named, *options)
    report: Report = json.loads(done.out)
    assert report["built"] == (done.code == 0)
    return report


def _clean(
    root: Path, fresh: Path, now: str, out: str, options: tuple[str, ...]
) -> tuple[Report, dict[str, bytes]]:
    """Build what a project holds where nothing is remembered; what was built so before is known already."""
    state = blake2b("\0".join((root.name, now, out, *options)).encode())
    for path in sorted(
        path for folder in ("content", "themes", "kept") for path in (root / folder).rglob("*")
    ):
        data = path.read_bytes() if path.is_file() else b""
        state.update(f"\0{path.relative_to(root)} {len(data)} {path.is_symlink()} ".encode() + data)
    key = state.digest()
    if key not in _CLEAN:
        place = copied(root, fresh)
        _CLEAN[key] = (_built(place, now, out, options), _digests(tree_of(place / (out or "public"))))
    return _CLEAN[key]


def _digests(tree: dict[str, bytes]) -> dict[str, bytes]:
    return {path: blake2b(data, digest_size=16).digest() for path, data in tree.items()}


def _content(report: Report) -> Report:
    """Return what a report says of the content, without what was done to the output."""
    return {key: value for key, value in report.items() if key not in {"written", "kept", "removed"}}


def _differing(found: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """Return the paths that differ; short enough to be read in a report."""
    return sorted(path for path in found.keys() | expected.keys() if found.get(path) != expected.get(path))

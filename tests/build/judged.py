"""Holds a build against one from nothing: the same output, the same findings, and nothing left to do."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from casesite.commands.building import Order, Outcome, build_site, check_site
from casesite.project.publish import Summary

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
_MANIFEST: Final = ".casesite-manifest"
_MADE: Final = (".casesite", "public", "second")


class Judged(NamedTuple):
    """A build that was found right: how it ended, and the whole output after it."""

    outcome: Outcome
    tree: dict[str, bytes]

    @property
    def codes(self) -> list[str]:
        """Return the codes of what was found."""
        return [one.problem.code for one in self.outcome.findings]


def tree_of(out: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes; nothing where there is no folder."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def signs_of(out: Path) -> dict[str, tuple[int, int, int]]:
    """Return what the disk says of every file: who writes one, writes another sign."""
    found = {}
    for path in sorted(out.rglob("*")):
        if path.is_file() and path.name != _MANIFEST:
            status = path.stat()
            found[path.relative_to(out).as_posix()] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found


def clean(
    order: Order, fresh: Path, work: Callable[[Order], Outcome] = build_site
) -> tuple[Outcome, dict[str, bytes]]:
    """Build the same content in the folder `fresh`, where nothing is remembered, and remove it again."""
    copied = fresh / order.root.name
    shutil.rmtree(copied, ignore_errors=True)
    shutil.copytree(
        order.root,
        copied,
        symlinks=True,
        ignore=lambda folder, _: _MADE if Path(folder) == order.root else (),
    )
    outcome = work(order._replace(root=copied))
    tree = tree_of(outcome.out) if outcome.summary else {}
    shutil.rmtree(copied)
    return outcome, tree


def judge(order: Order, fresh: Path, *, foreign: frozenset[str] = frozenset(), said: str = "") -> Judged:
    """Build, and compare with a clean build; then build once more, which must find nothing to do.

    `foreign` are files that others put into the output, and `said` tells whoever reads of a failure what
    came before it.
    """
    before = _standing(order)
    done = build_site(order)
    other, expected = clean(order, fresh)
    assert done.findings == other.findings, said
    assert (done.cases, done.waiting) == (other.cases, other.waiting), said
    assert (done.summary is None) == (other.summary is None), said
    if done.summary is None:
        assert _standing(order) == before, f"{said}: a build with problems changed the site"
        assert build_site(order).findings == done.findings, f"{said}: built again"
        return Judged(done, before)
    found = tree_of(done.out)
    theirs = {path: found.pop(path, None) for path in foreign}
    assert None not in theirs.values(), f"{said}: a file of others is gone"
    assert _differing(found, expected) == [], said
    signs = signs_of(done.out)
    again = build_site(order)
    assert again.findings == done.findings, f"{said}: built again"
    assert (again.cases, again.waiting) == (done.cases, done.waiting), f"{said}: built again"
    assert again.summary == Summary(0, done.summary.written + done.summary.kept, 0), f"{said}: built again"
    assert _moved(signs_of(done.out), signs) == [], f"{said}: a build with nothing to do wrote"
    return Judged(done, found)


def judge_check(order: Order, fresh: Path, said: str = "") -> Outcome:
    """Check, and compare what is found with what is found where nothing is remembered."""
    order = order._replace(everything=True)
    done = check_site(order)
    other, _ = clean(order, fresh, check_site)
    assert done.findings == other.findings, f"{said}: checked"
    return done


def _standing(order: Order) -> dict[str, bytes]:
    out = order.root / (order.out or "public")
    return tree_of(out) if out.exists() else {}


def _differing(found: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    """Return the paths that differ; short enough to be read in a report."""
    return sorted(path for path in found.keys() | expected.keys() if found.get(path) != expected.get(path))


def _moved(found: dict[str, tuple[int, int, int]], before: dict[str, tuple[int, int, int]]) -> list[str]:
    return sorted(path for path in found.keys() | before.keys() if found.get(path) != before.get(path))

"""Where the output may lie, and where a build keeps what is to become it."""

import os
from pathlib import Path
from typing import Final

from casesite.messages import output as codes
from casesite.model.problem import Place, Problem
from casesite.project.manifest import STAGE

_KEPT: Final = ".casesite"
_LEFT_BEHIND: Final = frozenset((".ds_store", "thumbs.db", "desktop.ini", STAGE))


def refusal(out: Path, root: Path, state: Path, *, is_ours: bool) -> Problem | None:
    """Say why `out` cannot be the output; all paths are resolved.

    `is_ours` tells that it holds our manifest, or that what is there is adopted.
    `output-place`, `output-in-the-way`, `output-not-ours`.
    """
    shown = show(out, root)
    if _overlaps(out, root, state):
        return Place("").problem(codes.OUTPUT_PLACE, folder=shown)
    if not out.exists():
        return None
    if not out.is_dir():
        return Place("").problem(codes.OUTPUT_IN_THE_WAY, file=shown)
    if not is_ours and not is_empty(out):
        return Place("").problem(codes.OUTPUT_NOT_OURS, folder=shown)
    return None


def _overlaps(out: Path, root: Path, state: Path) -> bool:
    """Say whether `out` lies in the content, the themes or what programs keep, or holds project or state."""
    if _is_kept(out, root, state):
        return True
    above = _identities(out)
    for folder in (root / "content", root / "themes"):
        if folder in {out, *out.parents} or (folder.exists() and _identity(folder) in above):
            return True
    holds = _identity(out) is not None and _identity(out) in _identities(root) | _identities(state)
    return holds or out in {root, state, *root.parents, *state.parents}


def _is_kept(out: Path, root: Path, state: Path) -> bool:
    """Say whether `out` lies in `.git` or in a state folder, but for the preview, which lies in its own."""
    inside = out.relative_to(root) if out.is_relative_to(root) else out
    names = {name.lower() for name in inside.parts}
    if _KEPT in names and out.is_relative_to(state) and state.parent.name == _KEPT:
        return False
    return not names.isdisjoint((_KEPT, ".git"))


def is_empty(folder: Path) -> bool:
    """Say whether the folder holds nothing but what file browsers leave behind."""
    with os.scandir(folder) as entries:
        return all(entry.name.lower() in _LEFT_BEHIND for entry in entries)


def home_of(out: Path, state: Path) -> Path:
    """Return the folder, on the output's file system, where stage and spare tree lie.

    That is the state folder where it can be; else one beside the output; and inside the output when it is
    the root of a file system of its own, or the folder above it is closed to us.
    """
    device = _device(out if out.exists() else out.parent)
    if _device(state) == device:
        return state
    if _device(out.parent) == device and os.access(out.parent, os.W_OK):
        return out.parent / f".{out.name}.casesite"
    return out / STAGE


def show(path: Path, root: Path) -> str:
    """Return the path as it is named in messages: from the project's folder where it lies there."""
    try:
        return path.relative_to(root).as_posix() or "."
    except ValueError:
        return str(path)


def _device(folder: Path) -> int:
    while not folder.exists():
        folder = folder.parent
    return folder.stat().st_dev


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _identities(path: Path) -> set[tuple[int, int] | None]:
    """Tell the folder and all above it by what the disk knows them by, whatever their spelling."""
    return {_identity(folder) for folder in (path, *path.parents) if folder.exists()}

"""What a build is about to do to the live site, so that the next build can finish it after a fault."""

import contextlib
import os
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from casesite.project import noting
from casesite.project.replacing import read_checked, write_checked
from casesite.project.trees import make_folder, place, remove

_MAGIC: Final = b"casesite journal 2\n"


class Switch(Struct, frozen=True, kw_only=True, tag=True):
    """Two trees change places, in one step (`exchange`) or by two renames; then `moved` follows."""

    how: Literal["exchange", "renames"]
    out: str
    spare: str
    aside: str
    moved: tuple[str, ...] = ()


class Placing(Struct, frozen=True, kw_only=True, tag=True):
    """Files go to their places one by one, as (from, path in the output); then `removed` go.

    `cleared` go before: a file where a folder must stand, or the other way round, and names that differ from
    a new one in case alone, since they may be one file to the disk.
    """

    out: str
    placed: tuple[tuple[str, str], ...]
    removed: tuple[str, ...]
    cleared: tuple[str, ...] = ()


def write_journal(path: Path, work: Switch | Placing) -> None:
    """Write down what is about to be done."""
    write_checked(path, _MAGIC, noting.encode(work))


def finish(path: Path) -> None:
    """Do what a journal says and is not done yet, then drop it. Raises `OSError`."""
    data = read_checked(path, _MAGIC)
    if data is not None:
        with contextlib.suppress(msgspec.DecodeError):
            work: Switch | Placing = noting.decode(data, Switch | Placing)
            if isinstance(work, Switch):
                _finish_switch(work)
            else:
                carry_out(work)
    path.unlink(missing_ok=True)


def _finish_switch(work: Switch) -> None:
    if work.how == "renames" and os.path.lexists(work.aside):
        if not os.path.lexists(work.out):
            os.rename(work.spare, work.out)
        if not os.path.lexists(work.spare):
            os.rename(work.aside, work.spare)
    follow(work)


def follow(work: Switch) -> None:
    """Move foreign folders from the tree that was live to the one that is; what is there already stays."""
    for path in work.moved:
        source, target = os.path.join(work.spare, path), os.path.join(work.out, path)
        if os.path.lexists(source) and not os.path.lexists(target):
            make_folder(os.path.dirname(target))
            os.rename(source, target)


def carry_out(work: Placing) -> None:
    """Place what still lies in the stage, remove what must go."""
    # Once a file was placed all is cleared, and what has a cleared name may be the new site's.
    if all(os.path.lexists(source) for source, _ in work.placed):
        for path in work.cleared:
            remove(Path(work.out), path)
    for source, path in work.placed:
        if os.path.lexists(source):
            place(source, os.path.join(work.out, path))
    for path in work.removed:
        remove(Path(work.out), path)

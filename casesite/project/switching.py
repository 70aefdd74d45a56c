"""The step in which a new site becomes the live one: two trees change places, or files one by one."""

import contextlib
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from casesite.project.exchange import exchange, sync
from casesite.project.folders import Folders
from casesite.project.journal import Placing, Switch, carry_out, follow, write_journal
from casesite.project.manifest import MANIFEST
from casesite.project.placement import is_empty
from casesite.project.record import Record
from casesite.project.stage import Stage
from casesite.project.trees import (
    Foreign,
    changed_at,
    folders_of,
    inode,
    link,
    make_folder,
    make_folders,
    names_below,
    place,
    remove_all,
)


class Change(NamedTuple):
    """What the next site is made of. Paths of our own files, `MANIFEST` among them."""

    kept: frozenset[str]
    written: frozenset[str]
    stale: frozenset[str]
    foreign: Foreign


class CannotRenameError(OSError):
    """The output folder cannot be renamed: a mount point, or open in a program of Windows."""


def spare_is_good(folders: Folders, record: Record) -> bool:
    """Say whether the spare tree is what the record says of it."""
    return (
        bool(record.spare)
        and record.spare == inode(folders.spare)
        and record.since == changed_at(folders.spare)
        and record.live == inode(folders.out)
        and not folders.doubt.exists()
    )


def bring_up(folders: Folders, record: Record, change: Change, stage: Stage) -> None:
    """Make the spare tree the next site: links to what is kept, what was staged, links to foreign files."""
    good = spare_is_good(folders, record)
    folders.doubt.touch()
    spare = str(folders.spare)
    every = change.kept.union(change.foreign.files)
    if good:
        # Before anything comes, so that a folder is gone before a file takes its name.
        remove_all(spare, {*record.touched, *change.stale, *record.foreign} - change.written)
        _link_all(folders, change.kept.intersection(record.touched).union(change.foreign.files))
        good = names_below(spare) - change.written == every
    if not good:
        shutil.rmtree(folders.spare, ignore_errors=True)
        _link_all(folders, every)
    make_folders(spare, change.written)
    for path in change.written:
        place(stage.name(path), os.path.join(spare, path))


def _link_all(folders: Folders, paths: frozenset[str]) -> None:
    """Give files of the live tree a second name in the spare one."""
    out, spare = str(folders.out), str(folders.spare)
    make_folders(spare, paths)
    for path in sorted(paths):
        link(os.path.join(out, path), os.path.join(spare, path))


def switch(folders: Folders, moved: tuple[str, ...] = (), *, lasting: bool = True) -> None:
    """Let spare and live tree change places; foreign folders follow to the live one.

    To be `lasting`, what was written must be on the disk before.
    Raises `CannotRenameError` with everything as it was when the output folder cannot be renamed.
    """
    if lasting:
        sync(folders.spare)
    if not moved and (not os.path.lexists(folders.out) or _is_bare(folders.out)):
        make_folder(folders.out.parent)
        _rename(folders, folders.spare, folders.out)
        return
    work = Switch(
        how="exchange",
        out=str(folders.out),
        spare=str(folders.spare),
        aside=str(folders.aside),
        moved=moved,
    )
    if moved:
        write_journal(folders.journal, work)
    try:
        exchanged = exchange(folders.spare, folders.out)
    except OSError as error:
        folders.journal.unlink(missing_ok=True)
        raise CannotRenameError(*error.args) from error
    if not exchanged:
        work = _rename_twice(folders, moved)
    follow(work)
    folders.journal.unlink(missing_ok=True)


def _is_bare(out: Path) -> bool:
    """Make way where the output is a folder with nothing in it."""
    if not os.path.isdir(out) or not is_empty(out):
        return False
    with contextlib.suppress(OSError):
        os.rmdir(out)
        return True
    return False


def _rename_twice(folders: Folders, moved: tuple[str, ...]) -> Switch:
    work = Switch(
        how="renames",
        out=str(folders.out),
        spare=str(folders.spare),
        aside=str(folders.aside),
        moved=moved,
    )
    shutil.rmtree(folders.aside, ignore_errors=True)
    write_journal(folders.journal, work)
    _rename(folders, folders.out, folders.aside)
    os.rename(folders.spare, folders.out)
    os.rename(folders.aside, folders.spare)
    return work


def _rename(folders: Folders, source: Path, target: Path) -> None:
    try:
        os.rename(source, target)
    except OSError as error:
        folders.journal.unlink(missing_ok=True)
        raise CannotRenameError(*error.args) from error


def place_all(folders: Folders, change: Change, sources: dict[str, str]) -> None:
    """Put each file in its place in the live tree, under a journal; no link is broken at any moment."""
    sync(folders.home)
    order = sorted(change.written, key=lambda path: (_rank(path), path))
    above = folders_of(change.written)
    names = {path.lower() for path in change.written}
    cleared = {
        path
        for path in change.stale
        if path in above or path.lower() in names or not change.written.isdisjoint(folders_of((path,)))
    }
    work = Placing(
        out=str(folders.out),
        placed=tuple((sources[path], path) for path in order),
        removed=tuple(sorted(change.stale - cleared)),
        cleared=tuple(sorted(cleared, reverse=True)),
    )
    make_folder(folders.out)
    write_journal(folders.journal, work)
    carry_out(work)
    folders.journal.unlink(missing_ok=True)


def _rank(path: str) -> int:
    """Order files so that what is linked comes first: data, pages, lists and indexes, manifest."""
    if path == MANIFEST:
        return 3
    if not path.endswith(".html"):
        return 0
    return 1 if "/" in path and not path.endswith("/index.html") else 2

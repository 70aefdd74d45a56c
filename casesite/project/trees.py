"""The trees a site is published from: links between them, and what in the output is not ours."""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from casesite.project.manifest import MANIFEST, STAGE

DIRECTORY_MODE: Final = 0o755
FILE_MODE: Final = 0o644


class Foreign(NamedTuple):
    """What others put into the output: files are linked across, all else (folders, links) is moved."""

    files: tuple[str, ...]
    moved: tuple[str, ...]


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return every folder above the paths, without the root."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def find_foreign(out: Path, ours: frozenset[str], folders: set[str]) -> Foreign:
    """Look through the folders that are ours for what is not; a foreign folder is not looked into."""
    files: list[str] = []
    moved: list[str] = []
    heads = ["", *(folder + "/" for folder in sorted(folders))]
    for head in heads:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(out / head) as entries:
            for entry in entries:
                path = head + entry.name
                if path in ours or path in {MANIFEST, STAGE}:
                    # One of our paths with a folder on it is in the way, whoever put it there.
                    if entry.is_dir(follow_symlinks=False) and path != STAGE and path not in folders:
                        moved.append(path)
                elif entry.is_file(follow_symlinks=False):
                    files.append(path)
                elif path not in folders or not entry.is_dir(follow_symlinks=False):
                    moved.append(path)
    return Foreign(tuple(sorted(files)), tuple(sorted(moved)))


def clash(foreign: Foreign, new: frozenset[str], *, adopt: bool) -> str | None:
    """Return what stands where the new site needs a file or folder; with `adopt` foreign files give way."""
    if not foreign.files and not foreign.moved:
        return None
    folders = folders_of(new)
    for path in (*foreign.files, *foreign.moved):
        if path in folders or any(above in new for above in folders_of((path,))):
            return path
        if path in new and not (adopt and path in foreign.files):
            return path
    return None


def make_folder(folder: Path | str) -> None:
    """Make the folder and those above it, open to all whatever the umask says."""
    if os.path.isdir(folder):
        return
    parent = os.path.dirname(folder)
    if parent and parent != folder:
        make_folder(parent)
    with contextlib.suppress(FileExistsError):
        os.mkdir(folder)
        os.chmod(folder, DIRECTORY_MODE)


def link(source: str, target: str) -> None:
    """Give the file a second name; where the file system has no links, copy it. `target` is replaced.

    Its folder must be there.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        # Unlinked: renaming one name of a file onto another of the same file does nothing.
        os.unlink(target)
        link(source, target)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def place(source: str, target: str) -> None:
    """Move a file into its place in one step, also from another file system."""
    try:
        os.replace(source, target)
    except FileNotFoundError:
        folder = os.path.dirname(target)
        if os.path.isdir(folder):
            raise
        make_folder(folder)
        place(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = os.path.join(os.path.dirname(target), ".casesite-new")
        shutil.copyfile(source, beside)
        os.chmod(beside, FILE_MODE)
        os.replace(beside, target)
        os.unlink(source)


def remove(root: Path, path: str) -> None:
    """Remove a file below `root`, and the folders above it that it leaves empty."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(root / path)
    folder = path.rpartition("/")[0]
    with contextlib.suppress(OSError):
        while folder:
            os.rmdir(root / folder)
            folder = folder.rpartition("/")[0]


def remove_all(root: str, paths: Iterable[str]) -> None:
    """Remove files below `root`, then every folder above them that this leaves empty.

    Of a path and one below it only one can be there; a folder that has the name of the other is left.
    """
    folders = set()
    for path in paths:
        place = os.path.join(root, path)
        try:
            os.unlink(place)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError:
            if not os.path.isdir(place):
                raise
        folders.add(path.rpartition("/")[0])
    # The deepest first: a folder is gone before the one above is looked at.
    for folder in sorted(folders_of(f"{one}/" for one in folders), reverse=True):
        with contextlib.suppress(OSError):
            os.rmdir(os.path.join(root, folder))


def make_folders(root: str, paths: Iterable[str]) -> None:
    """Make `root` and every folder that the paths below it need."""
    make_folder(root)
    for folder in sorted(folders_of(paths)):
        make_folder(os.path.join(root, folder))


def names_below(root: str) -> set[str]:
    """Return the path of everything below `root` that is no folder."""
    found: set[str] = set()
    heads = [""]
    while heads:
        head = heads.pop()
        with os.scandir(os.path.join(root, head)) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    heads.append(f"{head}{entry.name}/")
                else:
                    found.add(head + entry.name)
    return found


def changed_at(path: Path | str) -> int:
    """Return when the disk last changed what it knows of a folder, its place too (nanoseconds)."""
    try:
        return os.lstat(path).st_ctime_ns
    except OSError:
        return 0


def inode(path: Path | str) -> int:
    """Return what the disk knows the folder by; 0 when there is none."""
    try:
        return os.lstat(path).st_ino
    except OSError:
        return 0

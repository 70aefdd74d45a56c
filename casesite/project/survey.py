"""What folders hold, without reading a file: names, sizes, times and inodes, as one digest a folder."""

import os
import stat
from _blake2 import blake2b
from array import array
from typing import Final, NamedTuple

RACE: Final = 2_000_000_000
"""Nanoseconds within which a file can change twice with one time on it, on the coarsest file system."""
_BY_DESCRIPTOR: Final = os.scandir in os.supports_fd and os.open in os.supports_dir_fd
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_PYTHONS_OWN: Final = "__pycache__"
_LINK: Final = 0x400
"""What Windows calls a reparse point: a link of some kind between folders or files."""
_WORD: Final = (1 << 64) - 1


class Survey(NamedTuple):
    """A folder and all below it: each folder's digest (16 bytes) by its path from the first one, with `/`.

    The first has an empty path; nothing is there where it does not exist. `fresh` are the files written
    lately, as they were found; one of them may have changed since without a sign of it.
    """

    folders: dict[str, bytes]
    fresh: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """One digest (hex) over all folders."""
        return digest_of(self.folders)


def digest_of(folders: dict[str, bytes]) -> str:
    """Return the digest (hex) of folders with digests of their own."""
    state = blake2b(digest_size=16)
    for folder in sorted(folders):
        state.update(folder.encode(errors="surrogateescape") + b"\0" + folders[folder])
    return state.hexdigest()


def survey(folder: str, since: int | None = None, *, program: bool = False) -> Survey | None:
    """Look at every file below a folder; the same digest later means that nothing there was changed.

    `fresh` names what was written or renamed at `since` (nanoseconds) or later; nothing without it. In a
    `program` what Python keeps for itself (`__pycache__`) is left out. `None` where a change cannot be told
    from outside: a link leads elsewhere, or a folder cannot be read.
    """
    looking = _Looking(_WORD if since is None else since, _PYTHONS_OWN if program else "")
    try:
        looking.enter(folder)
    except FileNotFoundError:
        return None if os.path.lexists(folder) else Survey({})
    except (OSError, _LinkError):
        return None
    return Survey(looking.folders, tuple(looking.fresh))


def survey_one(folder: str) -> bytes | None:
    """Return the digest of a folder as `survey` does, without those below; `None` where that cannot be."""
    looking = _Looking(_WORD, "")
    try:
        looking.look(folder, folder, "", down=False)
    except (OSError, _LinkError):
        return None
    return looking.folders[""]


class _LinkError(Exception):
    """A link was met: what it leads to may change unseen."""


class _Looking:
    """One walk."""

    def __init__(self, since: int, left_out: str) -> None:
        self.since = since
        self.left_out = left_out
        self.folders: dict[str, bytes] = {}
        self.fresh: list[str] = []

    def enter(self, folder: str) -> None:
        """Look at a folder and all below it."""
        if _BY_DESCRIPTOR:
            self._enter(os.open(folder, _FLAGS), folder, "")
        else:
            self.look(folder, folder, "", down=True)

    def _enter(self, descriptor: int, shown: str, path: str) -> None:
        """By a descriptor the system need not find its way from the root for each file."""
        try:
            self.look(descriptor, shown, path, down=True)
        finally:
            os.close(descriptor)

    def look(self, folder: int | str, shown: str, path: str, *, down: bool) -> None:
        """Take the digest of a folder, sorted by name, and go `down` into those below."""
        found: list[tuple[str, int, int, int, int, int]] = []
        below: list[str] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                kind = status.st_mode
                if stat.S_ISREG(kind):
                    modified, changed = status.st_mtime_ns, status.st_ctime_ns
                    found.append((entry.name, kind, status.st_size, modified, changed, status.st_ino))
                    if modified >= self.since or changed >= self.since:
                        self.fresh.append(os.path.join(shown, entry.name))
                elif not stat.S_ISDIR(kind) or getattr(status, "st_file_attributes", 0) & _LINK:
                    raise _LinkError
                elif entry.name != self.left_out:
                    found.append((entry.name, 0, 0, 0, 0, 0))
                    below.append(entry.name)
        self.folders[path] = _digest(found)
        for name in below if down else ():
            inside, way = os.path.join(shown, name), f"{path}/{name}" if path else name
            if isinstance(folder, int):
                self._enter(os.open(name, _FLAGS, dir_fd=folder), inside, way)
            else:
                self.look(inside, inside, way, down=True)


def _digest(found: list[tuple[str, int, int, int, int, int]]) -> bytes:
    if not found:
        return blake2b(digest_size=16).digest()
    found.sort()
    names, *columns = zip(*found, strict=True)
    state = blake2b("\0".join(names).encode(errors="surrogateescape"), digest_size=16)
    for column in columns:
        try:
            state.update(array("Q", column))
        except OverflowError:  # a time before 1970, or an inode of 128 bits
            state.update(repr(column).encode())
    return state.digest()

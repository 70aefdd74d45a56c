"""What folders hold, without reading a file: names, sizes, times and inodes of all below, as one digest."""

import os
import stat
from _blake2 import blake2b
from array import array
from collections.abc import Iterable
from typing import Final, NamedTuple

_BY_DESCRIPTOR: Final = os.scandir in os.supports_fd and os.open in os.supports_dir_fd
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_PYTHONS_OWN: Final = "__pycache__"
_LINK: Final = 0x400
"""What Windows calls a reparse point: a link of some kind between folders or files."""
_WORD: Final = (1 << 64) - 1


class Survey(NamedTuple):
    """The digest (16 bytes, hex) of some folders, and the files in them that were written lately.

    `fresh` are paths as they were found; one of them may have changed since without a sign of it.
    """

    digest: str
    fresh: tuple[str, ...]


def survey(folders: Iterable[str], since: int | None = None) -> Survey | None:
    """Look at every file below the folders; the same digest later means that nothing there was changed.

    `fresh` names what was written or renamed at `since` (nanoseconds) or later; nothing without it. A folder
    that is not there has a digest too; what Python keeps for itself (`__pycache__`) is left out. `None`
    where a change cannot be told from outside: a link leads elsewhere, or a folder cannot be read.
    """
    looking = _Looking(since)
    try:
        for folder in folders:
            looking.name(folder)
            if os.path.lexists(folder):
                looking.enter(folder)
    except (OSError, _LinkError):
        return None
    return Survey(looking.state.hexdigest(), tuple(looking.fresh))


class _LinkError(Exception):
    """A link was met: what it leads to may change unseen."""


class _Looking:
    """One walk; the order in a folder is the disk's, which stays while nothing changes there."""

    def __init__(self, since: int | None) -> None:
        self.state = blake2b(digest_size=16)
        self.since = _WORD if since is None else since
        self.fresh: list[str] = []

    def name(self, text: str) -> None:
        """Add a name, or several."""
        self.state.update(text.encode(errors="surrogateescape") + b"\0\0")

    def enter(self, folder: str) -> None:
        """Add a folder and all below it."""
        if _BY_DESCRIPTOR:
            self._enter_descriptor(os.open(folder, _FLAGS), folder)
        else:
            self._look(folder, folder)

    def _enter_descriptor(self, descriptor: int, shown: str) -> None:
        """By a descriptor the system need not find its way from the root for each file."""
        try:
            self._look(descriptor, shown)
        finally:
            os.close(descriptor)

    def _look(self, folder: int | str, shown: str) -> None:
        below: list[str] = []
        names: list[str] = []
        numbers: list[int] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name == _PYTHONS_OWN:
                    continue
                status = entry.stat(follow_symlinks=False)
                kind = status.st_mode
                if not stat.S_ISREG(kind):
                    if not stat.S_ISDIR(kind) or getattr(status, "st_file_attributes", 0) & _LINK:
                        raise _LinkError
                    below.append(entry.name)
                names.append(entry.name)
                modified, changed = status.st_mtime_ns, status.st_ctime_ns
                numbers += (kind, status.st_size, modified & _WORD, changed & _WORD, status.st_ino & _WORD)
                if (modified >= self.since or changed >= self.since) and stat.S_ISREG(kind):
                    self.fresh.append(os.path.join(shown, entry.name))
        self.name("\0".join(names))
        self.state.update(array("Q", numbers))
        for name in below:
            inside = os.path.join(shown, name)
            if isinstance(folder, int):
                self._enter_descriptor(os.open(name, _FLAGS, dir_fd=folder), inside)
            else:
                self._look(inside, inside)

"""Two folders change places in one step, where the system can do that; and one sync of what was written."""

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_UNSUPPORTED: Final = frozenset((errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM))


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places; `False` when the system has no such step.

    Linux: `renameat2(2)` with `RENAME_EXCHANGE`. Raises `OSError` when a folder cannot be renamed.
    """
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def sync(folder: Path) -> None:
    """Let everything written to the folder's file system reach the disk before going on.

    Linux: `syncfs(2)`, once for any number of files. Elsewhere on POSIX the whole system is asked to. Windows
    offers no such step for a folder.
    """
    if sys.platform == "linux":
        syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if syncfs is not None:
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                syncfs(descriptor)
            finally:
                os.close(descriptor)
            return
    if hasattr(os, "sync"):
        os.sync()

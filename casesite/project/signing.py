"""A file's signature: what the disk says of it without reading, and the digest of its bytes."""

import os
import stat
from _blake2 import blake2b
from pathlib import Path
from typing import Final

from msgspec import Struct

from casesite.messages import files as codes
from casesite.messages.code import Code
from casesite.project.pictures import Look

_BLOCK: Final = 1 << 18
_TEXT: Final = Look("")
# Never wait for a pipe's other end.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Unreadable(Exception):  # noqa: N818 – a reason to refuse, caught in this room and returned as a problem
    """The file may not be read; `code` says why."""

    def __init__(self, code: Code, size: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.size = size


class Signed(Struct, frozen=True, array_like=True):
    """A file as the last build saw it. `kind` (empty for texts), `width`, `height` are as in `Asset`.

    `damaged` is a picture that cannot be shown.
    """

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    digest: str
    kind: str = ""
    width: int = 0
    height: int = 0
    damaged: bool = False

    def stands(self, status: os.stat_result) -> bool:
        """Say whether the file still has this signature."""
        if self.inode and status.st_ino and self.inode != status.st_ino:  # Windows' listings have none
            return False
        return (self.size, self.mtime_ns, self.ctime_ns) == (
            status.st_size,
            status.st_mtime_ns,
            status.st_ctime_ns,
        )

    def is_at(self, place: Path) -> bool:
        """Say whether the file that lies there has this signature."""
        try:
            return self.stands(place.stat())
        except OSError:
            return False


def sign(path: str, status: os.stat_result, digest: str, seen: Look = _TEXT) -> Signed:
    """Join what the disk says with what was read."""
    return Signed(
        path,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_ino,
        digest,
        seen.kind,
        seen.width,
        seen.height,
        seen.damaged,
    )


def open_regular(path: Path | str) -> int:
    """Open a regular file for reading and return its descriptor; raises `Unreadable` for anything else."""
    descriptor = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unreadable(codes.FILE_NOT_REGULAR)
    return descriptor


def read_regular(path: Path | str, limit: int) -> bytes:
    """Read a regular file whole, of at most `limit` bytes; raises `Unreadable` or `OSError`."""
    descriptor = open_regular(path)
    try:
        parts = []
        size = 0
        # One byte more than it should have: a short read is the end, and one call is enough as a rule.
        want = min(os.fstat(descriptor).st_size, limit) + 1
        while size <= limit and (part := os.read(descriptor, want)):
            parts.append(part)
            size += len(part)
            if len(part) < want:
                break
    finally:
        os.close(descriptor)
    if size > limit:
        raise Unreadable(codes.FILE_TOO_LARGE, size)
    return b"".join(parts)


def digest_file(path: Path | str) -> str:
    """Return blake2b (16 bytes, hex) of a regular file of any size."""
    state = blake2b(digest_size=16)
    with os.fdopen(open_regular(path), "rb", buffering=0) as file:
        while data := file.read(_BLOCK):
            state.update(data)
    return state.hexdigest()

"""Files of our own, replaced whole or not at all, with a checksum that tells when they were damaged."""

import contextlib
import os
from _blake2 import blake2b
from typing import Final

_SUM: Final = 16


def write_whole(path: str | os.PathLike[str], *parts: bytes) -> None:
    """Write beside the file and put it in its place in one step; nobody ever sees half of it."""
    beside = os.fspath(path) + ".new"
    try:
        with open(beside, "wb") as file:
            file.writelines(parts)
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def write_checked(path: str | os.PathLike[str], magic: bytes, *parts: bytes) -> None:
    """Write magic, checksum and data, which may come in parts: a large one is not copied."""
    state = blake2b(digest_size=_SUM)
    for part in parts:
        state.update(part)
    write_whole(path, magic, state.digest(), *parts)


def read_checked(path: str | os.PathLike[str], magic: bytes) -> bytes | None:
    """Return the data behind magic and checksum; `None` when the file is absent or does not check."""
    try:
        with open(path, "rb") as file:
            whole = file.read()
    except OSError:
        return None
    start = len(magic) + _SUM
    data = whole[start:]
    if not whole.startswith(magic) or whole[len(magic) : start] != blake2b(data, digest_size=_SUM).digest():
        return None
    return data

"""One build at a time: a lock on an open file, which the system releases when its holder dies."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from casesite.messages import output as codes
from casesite.model.problem import Place, Problem

_FAR: Final = 1 << 30
"""The byte that Windows locks: far behind the holder's name, which others must be able to read."""
_PAUSE: Final = 0.05


class Lock:
    """A lock that is held until `release`, or until the process ends however it ends.

    It belongs to the process: two threads of one process do not keep each other out.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Let others go on; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


def take_lock(path: Path, *, wait: float = 0.0) -> Lock | Problem:
    """Lock the file (made when absent), waiting up to `wait` seconds; `build-locked` names who holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
    end = time.monotonic() + wait
    while not _try(descriptor):
        if time.monotonic() >= end:
            os.close(descriptor)
            return Place("").problem(codes.BUILD_LOCKED, holder=_holder(path))
        time.sleep(_PAUSE)
    os.ftruncate(descriptor, 0)
    os.write(descriptor, str(os.getpid()).encode())
    return Lock(descriptor)


@contextlib.contextmanager
def locked(path: Path, *, wait: float = 0.0) -> Iterator[Lock | Problem]:
    """Hold the lock for the length of a `with`."""
    lock = take_lock(path, wait=wait)
    try:
        yield lock
    finally:
        if isinstance(lock, Lock):
            lock.release()


def _try(descriptor: int) -> bool:
    """Lock without waiting; the modules differ by system and are missing on the other."""
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 – Windows only

            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows only
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 – POSIX only

            # Not flock: workers forked later would share that and hold it past our death.
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holder(path: Path) -> str:
    try:
        return "PID " + path.read_text(encoding="ascii", errors="replace")[:20].strip()
    except OSError:
        return "PID ?"

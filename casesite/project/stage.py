"""Files written for the next site, before anything of it is seen."""

import errno
import os
import shutil
from pathlib import Path
from typing import BinaryIO, Final

from casesite.messages import files as file_codes
from casesite.messages import output as codes
from casesite.model.problem import Place, Problem
from casesite.project.pictures import DamagedPictureError, copy_picture
from casesite.project.record import Written
from casesite.project.signing import Unreadable, open_regular
from casesite.project.trees import FILE_MODE, make_folder

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_BLOCK: Final = 1 << 18


class Stage:
    """A flat folder of numbered files, each of which knows its path in the output."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._names: dict[str, str] = {}
        self._is_open = False
        self.written: dict[str, Written] = {}
        """Path in the output → digest and signature of what was staged for it."""

    def open(self) -> None:
        """Make the folder at the first call, without what an earlier build may have left."""
        if not self._is_open:
            self.discard()
            make_folder(self._folder)
            self._is_open = True

    def discard(self) -> None:
        """Remove everything staged."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def name(self, path: str) -> str:
        """Return where the file staged for `path` lies."""
        return self._names[path]

    def write(self, path: str, digest: str, data: bytes) -> None:
        """Stage these bytes. Raises `OSError`."""
        with self._create(path) as file:
            file.write(data)
            self._sign(path, digest, file)

    def copy(self, path: str, digest: str, source: Path, *, picture: bool) -> None:
        """Stage a copy; a picture's without metadata.

        Raises `OSError`, `Unreadable`, `DamagedPictureError`.
        """
        with os.fdopen(open_regular(source), "rb") as original, self._create(path) as file:
            if picture:
                copy_picture(original, file)
            else:
                shutil.copyfileobj(original, file, _BLOCK)
            self._sign(path, digest, file)

    def _create(self, path: str) -> BinaryIO:
        name = os.path.join(self._folder, str(len(self._names)))
        self._names[path] = name
        descriptor = os.open(name, _FLAGS, FILE_MODE)
        if os.name != "nt":
            os.chmod(descriptor, FILE_MODE)
        return os.fdopen(descriptor, "wb")

    def _sign(self, path: str, digest: str, file: BinaryIO) -> None:
        file.flush()
        status = os.fstat(file.fileno())
        self.written[path] = Written(digest, status.st_size, status.st_mtime_ns, status.st_ino)


def copy_failure(source: str, error: Exception) -> Problem | None:
    """Return the problem of a source that cannot be copied; `None` when it was not the source's fault."""
    place = Place(source)
    if isinstance(error, DamagedPictureError):
        return place.problem(file_codes.PICTURE_DAMAGED, file=source)
    if isinstance(error, Unreadable):
        return place.problem(error.code, file=source)
    if isinstance(error, FileNotFoundError):
        return place.problem(file_codes.FILE_VANISHED, file=source)
    return None


def write_failure(shown: str, error: OSError) -> Problem:
    """Return the problem of a file that cannot be written; the live site has not been touched."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Place("").problem(codes.OUTPUT_DISK_FULL, file=shown)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Place("").problem(codes.OUTPUT_READ_ONLY, file=shown)
    return Place("").problem(codes.OUTPUT_FAILED, file=shown, reason=error.strerror or type(error).__name__)

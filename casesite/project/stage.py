"""Files written for the next site, before anything of it is seen."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from casesite.messages import files as file_codes
from casesite.messages import output as codes
from casesite.model.problem import Place, Problem
from casesite.project.manifest import is_output_path
from casesite.project.pictures import DamagedPictureError, copy_picture
from casesite.project.placement import show
from casesite.project.record import Written
from casesite.project.signing import Unreadable, open_regular
from casesite.project.trees import FILE_MODE, make_folder

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_BLOCK: Final = 1 << 18


class Berth(NamedTuple):
    """Where a site is staged: the folder, and the output's and the project's, for messages; all absolute."""

    folder: str
    out: str
    root: str


class Staged(NamedTuple):
    """A staged file: its path in the output, its name in the stage, its digest and signature."""

    path: str
    name: str
    written: Written


class Bench:
    """Stages files; several at once, in this process and others, may do so in one stage."""

    def __init__(self, berth: Berth) -> None:
        self.berth = berth
        self._mark = f"{os.getpid():x}"
        self._count = 0

    def write(self, path: str, digest: str, data: bytes) -> Staged | Problem:
        """Stage these bytes: `output-name`, `output-disk-full`, `output-read-only`, `output-failed`."""
        if not is_output_path(path):
            return Place("").problem(codes.OUTPUT_NAME, file=path)
        try:
            return self.fill(path, digest, lambda file: file.write(data))
        except OSError as error:
            return write_failure(self._shown(path), error)

    def copy(self, path: str, digest: str, source: Path, *, picture: bool) -> Staged | Problem:
        """Stage a copy of a file; a picture loses its metadata.

        Beside those of `write`: `picture-damaged`, `file-vanished`, `file-not-regular`.
        """
        if not is_output_path(path):
            return Place("").problem(codes.OUTPUT_NAME, file=path)
        try:
            with os.fdopen(open_regular(source), "rb") as original:

                def transfer(file: BinaryIO) -> None:
                    if picture:
                        copy_picture(original, file)
                    else:
                        shutil.copyfileobj(original, file, _BLOCK)

                return self.fill(path, digest, transfer)
        except (OSError, DamagedPictureError, Unreadable) as error:
            problem = _copy_failure(show(source, Path(self.berth.root)), error)
            if problem is None and isinstance(error, OSError):
                problem = write_failure(self._shown(path), error)
            if problem is None:
                raise
            return problem

    def note(self, data: bytes) -> str | Problem:
        """Write a note for other processes and return where it lies; problems as of `write`."""
        try:
            staged = self.fill("", "", lambda file: file.write(data))
        except OSError as error:
            return write_failure(show(Path(self.berth.folder), Path(self.berth.root)), error)
        return os.path.join(self.berth.folder, staged.name)

    def fill(self, path: str, digest: str, fill: Callable[[BinaryIO], object]) -> Staged:
        """Stage what is written to a new file. Raises `OSError`, and what `fill` raises."""
        name, descriptor = self._create()
        with os.fdopen(descriptor, "wb") as file:
            if os.name != "nt":
                os.chmod(descriptor, FILE_MODE)
            fill(file)
            file.flush()
            status = os.fstat(descriptor)
        return Staged(path, name, Written(digest, status.st_size, status.st_mtime_ns, status.st_ino))

    def _create(self) -> tuple[str, int]:
        """Return the name and the descriptor of a new file."""
        while True:
            self._count += 1
            name = f"{self._mark}-{self._count:x}"
            try:
                return name, os.open(os.path.join(self.berth.folder, name), _FLAGS, FILE_MODE)
            except FileExistsError:
                continue  # another's, who had our number and is dead

    def _shown(self, path: str) -> str:
        return show(Path(self.berth.out, path), Path(self.berth.root))


def read_note(place: str) -> bytes:
    """Return what `Bench.note` wrote. Raises `OSError`."""
    with open(place, "rb") as file:
        return file.read()


class Stage:
    """A flat folder of files, each of which is known by its path in the output."""

    def __init__(self, berth: Berth) -> None:
        self.berth = berth
        self.bench = Bench(berth)
        self._names: dict[str, str] = {}
        self._is_open = False
        self.written: dict[str, Written] = {}
        """Path in the output → digest and signature of what was staged for it."""

    def open(self) -> None:
        """Make the folder at the first call, without what an earlier build may have left."""
        if not self._is_open:
            self.discard()
            make_folder(self.berth.folder)
            self._is_open = True

    def discard(self) -> None:
        """Remove everything staged."""
        shutil.rmtree(self.berth.folder, ignore_errors=True)

    def name(self, path: str) -> str:
        """Return where the file staged for `path` lies."""
        return os.path.join(self.berth.folder, self._names[path])

    def take(self, staged: Staged) -> None:
        """Know a file that was staged at some bench."""
        self._names[staged.path] = staged.name
        self.written[staged.path] = staged.written

    def fill(self, path: str, digest: str, fill: Callable[[BinaryIO], object]) -> None:
        """Stage what is written to a new file. Raises `OSError`, and what `fill` raises."""
        self.open()
        self.take(self.bench.fill(path, digest, fill))


def _copy_failure(source: str, error: Exception) -> Problem | None:
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

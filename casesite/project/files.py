"""The project's content on the disk: which files there are, what they hold, what cannot be read."""

import os
import stat
from _blake2 import blake2b
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from casesite.messages import files as codes
from casesite.model.problem import Place, Problem
from casesite.model.source import Asset, Source
from casesite.project.names import as_path, is_ignored
from casesite.project.pictures import Look, look
from casesite.project.signing import Signed, Unreadable, digest_file, read_regular, sign
from casesite.project.survey import RACE

CONTENT: Final = "content"
SETTINGS: Final = "content/site.yaml"

_LIMITS: Final = {"md": 5 << 20, "yaml": 1 << 20, "yml": 1 << 20}
_STATIC: Final = "content/static/"
_FRESH_BYTES: Final = 16 << 20
"""How much of the texts read for their digest is kept until someone asks for them."""


def find_project(start: Path) -> Path | None:
    """Return the folder at or above `start` that holds `content/site.yaml`, or `None`."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / SETTINGS).is_file()), None)


def is_project(folder: Path) -> bool:
    """Say whether a folder that the user names holds content: settings, be it by a wrong name, or cases."""
    content = folder / CONTENT
    return (folder / SETTINGS).is_file() or (content / "cases").is_dir() or any(content.glob("site.y*"))


class Snapshot(Struct, kw_only=True):
    """The content as it stood at one moment.

    `signed` maps the path (relative to the project, `/`, names composed) of each readable file to its
    signature, in the order of paths. `assets` are those of them that are not Markdown or YAML, and all below
    `content/static`. `problems` names what was refused.
    """

    root: Path
    signed: dict[str, Signed]
    assets: dict[str, Asset]
    problems: tuple[Problem, ...]
    _places: dict[str, str]
    _fresh: dict[str, bytes]

    def texts(self, folder: str) -> list[str]:
        """Return the paths of the text files below `folder` (`content/cases`), sorted."""
        head = folder + "/"
        return [path for path in self.signed if path.startswith(head) and path not in self.assets]

    def place(self, path: str) -> Path:
        """Return where the file lies on the disk, whose names may be decomposed."""
        return self.root / self._places.get(path, path)

    def source(self, path: str) -> Source | Problem:
        """Read a text file: `file-vanished`, `file-unreadable`, `file-not-regular` or `file-too-large`.

        The digest is of the bytes returned, also when the file changed after the snapshot.
        """
        data = self._fresh.pop(path, None)
        if data is not None:
            return Source(path, data, self.signed[path].digest)
        limit = _limit(path)
        try:
            data = read_regular(self.place(path), limit)
        except (OSError, Unreadable) as error:
            return refused(path, error, limit)
        return Source(path, data, blake2b(data, digest_size=16).hexdigest())


def take_snapshot(
    root: Path, remembered: Mapping[str, Signed], *, last_start: int = 0, verify: bool = False
) -> Snapshot:
    """Walk `content/` and sign every file in it.

    A remembered digest is taken over when size, times and inode are the same and the file was not written
    within two seconds before the last build began (`last_start`, nanoseconds) or later; with `verify` all
    are read again.
    """
    trusted = 0 if verify else last_start - RACE
    taken = _Taking(root, remembered, trusted)
    if taken.leads_outside(root / CONTENT):
        taken.problems.append(Place(CONTENT).problem(codes.FILE_NOT_REGULAR, file=CONTENT))
    else:
        taken.walk(root / CONTENT, CONTENT + "/")
    return taken.snapshot()


class _Taking:
    """One walk over the content."""

    def __init__(self, root: Path, remembered: Mapping[str, Signed], trusted: int) -> None:
        self.root = root
        self.inside = os.path.join(os.path.realpath(root), "")
        self.remembered = remembered
        self.trusted = trusted
        self.signed: dict[str, Signed] = {}
        self.places: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.fresh: dict[str, bytes] = {}
        self.fresh_bytes = 0

    def walk(self, folder: Path | str, head: str, real_head: str | None = None) -> None:
        """Take every file below `folder`; `head` is its path with `/`, `real_head` that on the disk."""
        on_disk = head if real_head is None else real_head
        for entry in self._entries(folder, head):
            name = as_path(entry.name)
            if name is None:
                shown = ascii(entry.name)[1:-1]
                self.problems.append(Place(head + shown).problem(codes.FILE_NAME_BROKEN, file=shown))
            elif entry.is_dir(follow_symlinks=False) and not is_junction(entry):
                self.walk(entry.path, f"{head}{name}/", f"{on_disk}{entry.name}/")
            else:
                self._take(entry, head + name, on_disk + entry.name)

    def leads_outside(self, path: Path | str) -> bool:
        """Say whether a link on the way takes the path out of the project."""
        return not os.path.realpath(path).startswith(self.inside)

    def _entries(self, folder: Path | str, head: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as found:
                entries = [entry for entry in found if not is_ignored(entry.name)]
        except FileNotFoundError:
            return
        except OSError:
            self.problems.append(Place(head[:-1]).problem(codes.FILE_UNREADABLE, file=head[:-1]))
            return
        entries.sort(key=lambda entry: entry.name)
        yield from entries

    def _take(self, entry: os.DirEntry[str], path: str, on_disk: str) -> None:
        if path in self.signed:
            self.problems.append(Place(path).problem(codes.FILE_NAME_TWICE, file=path))
            return
        limit = _limit(path)
        try:
            self.signed[path] = signed = self._sign(entry, path, limit)
            if signed.damaged:
                self.problems.append(Place(path).problem(codes.PICTURE_DAMAGED, file=path))
        except (OSError, Unreadable) as error:
            self.problems.append(refused(path, error, limit))
        if path != on_disk:
            self.places[path] = on_disk

    def _sign(self, entry: os.DirEntry[str], path: str, limit: int) -> Signed:
        if entry.is_symlink() or is_junction(entry):
            if self.leads_outside(entry.path):
                raise Unreadable(codes.FILE_NOT_REGULAR)
            status = entry.stat()
        else:
            status = entry.stat(follow_symlinks=False)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(codes.FILE_NOT_REGULAR)
        if limit and status.st_size > limit:
            raise Unreadable(codes.FILE_TOO_LARGE, status.st_size)
        known = self.remembered.get(path)
        if known is not None and known.stands(status) and status.st_mtime_ns < self.trusted:
            return known
        if limit:
            data = read_regular(entry.path, limit)
            if self.fresh_bytes + len(data) <= _FRESH_BYTES:
                self.fresh[path] = data
                self.fresh_bytes += len(data)
            return sign(path, status, blake2b(data, digest_size=16).hexdigest())
        digest = digest_file(entry.path)
        if known is not None and known.digest == digest:
            return sign(path, status, digest, Look(known.kind, known.width, known.height, known.damaged))
        return sign(path, status, digest, look(entry.path))

    def snapshot(self) -> Snapshot:
        signed = dict(sorted(self.signed.items()))
        assets = {
            path: Asset(path, file.size, file.digest, file.kind, file.width, file.height)
            for path, file in signed.items()
            if file.kind
        }
        return Snapshot(
            root=self.root,
            signed=signed,
            assets=assets,
            problems=tuple(sorted(self.problems)),
            _places=self.places,
            _fresh=self.fresh,
        )


def is_junction(entry: os.DirEntry[str]) -> bool:
    """Say whether the entry is one of Windows' links between folders, which `is_symlink` does not tell."""
    if os.name != "nt":
        return False
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0))


def _limit(path: str) -> int:
    """Return the most bytes a text file may have; 0 for what is not read as text."""
    ending = path.rpartition(".")[2]
    limit = _LIMITS.get(ending) or _LIMITS.get(ending.lower(), 0)
    return 0 if limit and path.startswith(_STATIC) else limit


def refused(path: str, error: OSError | Unreadable, limit: int) -> Problem:
    """Return the problem of a file that was not read; `limit` is the most bytes it might have had."""
    place = Place(path)
    if isinstance(error, FileNotFoundError):
        return place.problem(codes.FILE_VANISHED, file=path)
    if not isinstance(error, Unreadable):
        return place.problem(codes.FILE_UNREADABLE, file=path)
    if error.code == codes.FILE_TOO_LARGE:
        return place.problem(error.code, file=path, size=str(error.size), limit=str(limit))
    return place.problem(error.code, file=path)

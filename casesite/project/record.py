"""What publishing remembers between two builds: what it wrote, and how far the spare tree is behind."""

from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from casesite.project import noting
from casesite.project.replacing import read_checked, write_checked

_MAGIC: Final = b"casesite record 3\n"


class Written(Struct, frozen=True, array_like=True, gc=False):
    """A file as it was written: the artifact's digest and the signature on the disk.

    Without the time of the inode's change, since each link that the spare tree gets changes that.
    """

    digest: str
    size: int
    mtime_ns: int
    inode: int


class Record(Struct, kw_only=True):
    """The last commit, of that version of the program (`project.version`) to that output.

    `live` and `spare` are the two trees' inodes, 0 where there is none; `since` is when the spare one got its
    place (nanoseconds), so that a record of two commits ago is not taken for the last. `touched` are the
    paths in which the spare tree may differ from the live one, `foreign` the foreign files that it holds
    links to; `moved` is all else that is foreign. `folders` is the live tree's survey, or empty.
    """

    out: str = ""
    version: str = ""
    outputs: dict[str, Written] = {}
    touched: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    live: int = 0
    spare: int = 0
    since: int = 0
    folders: dict[str, bytes] = {}


def load_record(path: Path, out: Path) -> Record:
    """Return the record of that output; an empty one when there is none that checks."""
    data = read_checked(path, _MAGIC)
    if data is not None:
        try:
            record: Record = noting.decode(data, Record)
        except msgspec.DecodeError:
            return Record(out=str(out))
        if record.out == str(out):
            return record
    return Record(out=str(out))


def save_record(path: Path, record: Record) -> None:
    """Put the record in place in one step."""
    write_checked(path, _MAGIC, noting.encode(record))

"""Bodies and search terms of cases: an append-only file read by offset, each record with its own checksum."""

import contextlib
import mmap
import os
import struct
from _blake2 import blake2b
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, Self

import msgspec
from msgspec import Struct

from casesite.project.replacing import read_checked, write_checked

_MAGIC: Final = b"casesite pack 1\n"
_INDEX_MAGIC: Final = b"casesite pack index 1\n"
_HEAD: Final = struct.Struct("<8sHI")
"""Checksum over the rest of the record, length of the key, length of the data."""
_SUM: Final = 8
_TAIL: Final = 64
_COMPACT_FROM: Final = 1 << 20
"""A pack smaller than this is never worth rewriting."""


class _Place(Struct, frozen=True, array_like=True, gc=False):
    start: int
    key_size: int
    size: int

    @property
    def record(self) -> int:
        return _HEAD.size + self.key_size + self.size


class PackNote(Struct, frozen=True, array_like=True):
    """What another process must know to read from a pack: its path, and where the values lie."""

    path: str
    places: dict[str, _Place]


class PackUnwritableError(Exception):
    """What was to be put away cannot be written: the disk is full, or gone."""


class PackStore:
    """A map from keys (digests: one key, one value for ever) to bytes.

    What is put is there for `get` at once and outlives the process after `commit`. A record that was torn by
    a fault ends the pack when it is opened; a record damaged later is not found.
    """

    def __init__(self, path: Path, file: BinaryIO, places: dict[str, _Place], end: int) -> None:
        self._path = path
        self._file = file
        self._places = places
        self._end = end
        self._indexed = len(_MAGIC)
        self._map: mmap.mmap | None = None
        self._seen: set[int] = set()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the pack, made when absent and begun anew when it is not one. Raises `OSError`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        file = os.fdopen(descriptor, "r+b")
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        if file.read(len(_MAGIC)) != _MAGIC:
            file.seek(0)
            file.truncate()
            file.write(_MAGIC)
            file.flush()
            return cls(path, file, {}, len(_MAGIC))
        places, end = _read_index(path, file)
        indexed = end
        for key, place in _scan(file, end, size):
            places[key] = place
            end = place.start + place.record
        file.truncate(end)
        pack = cls(path, file, places, end)
        pack._indexed = indexed
        return pack

    @property
    def unindexed(self) -> int:
        """How many bytes must be looked through when it is opened again, until `commit`."""
        return self._end - self._indexed

    @classmethod
    def beside(cls, note: PackNote) -> Self:
        """Open a pack that another process has open, to read what it tells of. Raises `OSError`."""
        return cls(Path(note.path), open(note.path, "rb"), note.places, 0)

    def note(self, keys: Iterable[str]) -> PackNote:
        """Return what lets others read the values of these keys. Raises `PackUnwritableError`."""
        self._flush()
        places = {key: place for key in keys if (place := self._places.get(key)) is not None}
        return PackNote(str(self._path.absolute()), places)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def close(self) -> None:
        """Close the file; what was put since `commit` may be lost."""
        self._map = None
        with contextlib.suppress(OSError):
            self._file.close()

    def _flush(self) -> None:
        try:
            self._file.flush()
        except OSError as error:
            raise PackUnwritableError from error

    def put(self, key: str, data: bytes) -> None:
        """Add a value; one that is there under the same key is left as it is.

        Raises `PackUnwritableError`.
        """
        if key in self._places:
            return
        name = key.encode()
        try:
            self._file.seek(self._end)
            self._file.write(_record(name, data))
        except OSError as error:
            raise PackUnwritableError from error
        self._places[key] = place = _Place(self._end, len(name), len(data))
        self._end += place.record

    def get(self, key: str) -> bytes | None:
        """Return the value; `None` when there is none or it was damaged (it can be put again then)."""
        place = self._places.get(key)
        if place is None:
            return None
        if self._end:
            self._flush()
        self._file.seek(place.start)
        record = self._file.read(place.record)
        if len(record) < place.record or record[:_SUM] != _checksum(record[_SUM:]):
            del self._places[key]
            return None
        return record[_HEAD.size + place.key_size :]

    def view(self, key: str) -> memoryview | None:
        """Return the value where the system has it in memory, for whoever asks for it again and again.

        Its checksum is looked at the first time only. The view must be gone before `keep` and `close`.
        """
        place = self._places.get(key)
        if place is None:
            return None
        end = place.start + place.record
        if self._map is None or len(self._map) < end:
            self._flush()
            if os.fstat(self._file.fileno()).st_size < end:
                return None
            self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        record = memoryview(self._map)[place.start : end]
        if place.start not in self._seen:
            if record[:_SUM] != _checksum(record[_SUM:]):
                del self._places[key]
                return None
            self._seen.add(place.start)
        return record[_HEAD.size + place.key_size :]

    def keep(self, keys: Iterable[str]) -> None:
        """Forget every other key; the room is won back when more than half of the pack is dead.

        Raises `OSError`; the pack is as it was then.
        """
        wanted = frozenset(keys)
        self._places = {key: place for key, place in self._places.items() if key in wanted}
        live = sum(place.record for place in self._places.values())
        if self._end > _COMPACT_FROM and live < self._end / 2:
            self._compact()

    def commit(self) -> None:
        """Hand everything to the system, so that it outlives this process. Raises `OSError`."""
        self._file.flush()
        index = msgspec.msgpack.encode((self._end, _before(self._file, self._end), self._places))
        write_checked(_index_path(self._path), _INDEX_MAGIC, index)
        self._indexed = self._end

    def _compact(self) -> None:
        """Write the live records to a new pack, then put that in the old one's place."""
        beside = self._path.with_name(self._path.name + ".new")
        places: dict[str, _Place] = {}
        end = len(_MAGIC)
        try:
            with open(beside, "wb") as new:
                new.write(_MAGIC)
                for key, place in self._places.items():
                    self._file.seek(place.start)
                    new.write(self._file.read(place.record))
                    places[key] = _Place(end, place.key_size, place.size)
                    end += place.record
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        _index_path(self._path).unlink(missing_ok=True)  # it speaks of the old pack
        self._map = None
        self._seen.clear()
        self._file.close()  # Windows replaces no open file
        os.replace(beside, self._path)
        self._file = open(self._path, "r+b")  # noqa: SIM115 – closed by `close`
        self._places, self._end = places, end


def discard(path: Path) -> None:
    """Delete the pack, so that the next one begins anew."""
    for place in (path, _index_path(path)):
        place.unlink(missing_ok=True)


def _index_path(path: Path) -> Path:
    return path.with_name(path.name + ".index")


def _before(file: BinaryIO, end: int) -> bytes:
    """Return the bytes before `end`, which tell one pack from another."""
    start = max(0, end - _TAIL)
    file.seek(start)
    return file.read(end - start)


def _read_index(path: Path, file: BinaryIO) -> tuple[dict[str, _Place], int]:
    """Return what the last `commit` knew and where it ended; nothing when that is not true of this pack."""
    data = read_checked(_index_path(path), _INDEX_MAGIC)
    if data is not None:
        with contextlib.suppress(msgspec.DecodeError):
            end, tail, places = msgspec.msgpack.decode(data, type=tuple[int, bytes, dict[str, _Place]])
            if _before(file, end) == tail:
                return places, end
    return {}, len(_MAGIC)


def _scan(file: BinaryIO, start: int, size: int) -> Iterator[tuple[str, _Place]]:
    """Yield the key and place of each record from `start` up to the first that does not fit or check."""
    while start + _HEAD.size <= size:
        file.seek(start)
        head = file.read(_HEAD.size)
        _, key_size, data_size = _HEAD.unpack(head)
        place = _Place(start, key_size, data_size)
        following = start + place.record
        if not key_size or following > size:
            return
        name = file.read(key_size)
        if head[:_SUM] != _checksum(head[_SUM:] + name + file.read(data_size)):
            return
        yield name.decode(errors="replace"), place
        start = following


def _record(name: bytes, data: bytes) -> bytes:
    tail = b"".join((_HEAD.pack(b"", len(name), len(data))[_SUM:], name, data))
    return _checksum(tail) + tail


def _checksum(data: bytes | memoryview) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()

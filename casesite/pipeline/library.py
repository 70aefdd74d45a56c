"""Where the large parts of a build's cases lie: bodies, search terms and words, in a pack by digest."""

from hashlib import blake2b
from typing import Final, NamedTuple, Protocol, Self

import msgspec
from msgspec import Struct

from casesite.chinese.sounded import Sounded
from casesite.chinese.terms import Packed
from casesite.model.case import Body
from casesite.project.pack_store import PackNote, PackStore

_BODY: Final = msgspec.msgpack.Decoder(Body)


class DamagedPackError(Exception):
    """Something that was put away cannot be read any more: what was remembered must be forgotten."""


class Pack(Protocol):
    """A map from digests to bytes that outlives the build."""

    def __contains__(self, key: str) -> bool: ...

    def put(self, key: str, data: bytes) -> None:
        """Add a value."""

    def get(self, key: str) -> bytes | None:
        """Return a value, or `None`."""

    def view(self, key: str) -> bytes | memoryview | None:
        """Return a value that is asked for again and again, without a copy where that can be."""


class MemoryPack(dict[str, bytes]):
    """A pack for one build only, where nothing can be written."""

    def put(self, key: str, data: bytes) -> None:
        """Add a value."""
        self[key] = data

    def view(self, key: str) -> bytes | None:
        """Return a value, or `None`."""
        return self.get(key)


class Parts(NamedTuple):
    """The pack's keys of a case's body, of its search terms and of its words found by sound."""

    body: str
    terms: str
    words: str


class Bulk(NamedTuple):
    """A case's body, search terms and words found by sound, as the pack keeps them."""

    body: bytes = b""
    terms: bytes = b""
    words: bytes = b""


class LibraryNote(Struct, frozen=True, array_like=True):
    """What another process must know to read from a library."""

    pack: PackNote
    parts: dict[str, Parts]


class Library:
    """The bodies, terms and words of the cases of one build, by case id (`model.artifact.Store`)."""

    def __init__(self, pack: Pack, parts: dict[str, Parts]) -> None:
        self._pack = pack
        self._parts = parts

    @classmethod
    def beside(cls, note: LibraryNote) -> Self:
        """Open a library that another process has open. Raises `OSError`."""
        return cls(PackStore.beside(note.pack), note.parts)

    def note(self) -> LibraryNote:
        """Return what lets others read; only of one whose pack lies on the disk.

        Raises `PackUnwritableError`.
        """
        if not isinstance(self._pack, PackStore):
            message = "a pack in memory is read by its own process alone"
            raise TypeError(message)
        return LibraryNote(
            self._pack.note(key for parts in self._parts.values() for key in parts), self._parts
        )

    def body(self, case_id: str) -> Body:
        """Return the body of a case of this build."""
        return _BODY.decode(self._get(self._parts[case_id].body))

    def terms(self, case_id: str) -> bytes | memoryview:
        """Return the packed search terms of a case of this build."""
        # Every shard of the index goes through all cases: what they are is not copied for each.
        data = self._pack.view(self._parts[case_id].terms)
        if data is None:
            raise DamagedPackError(self._parts[case_id].terms)
        return data

    def words(self, case_id: str) -> bytes:
        """Return the packed words of a case of this build."""
        return self._get(self._parts[case_id].words)

    def _get(self, key: str) -> bytes:
        data = self._pack.get(key)
        if data is None:
            raise DamagedPackError(key)
        return data


def bulk_of(body: Body, packed: Packed, sounded: Sounded) -> Bulk:
    """Return a case's large parts as they are put away."""
    return Bulk(msgspec.msgpack.encode(body), packed.data, sounded.data)


def parts_of(bulk: Bulk) -> Parts:
    """Return where a case's large parts lie once they are put away."""
    return Parts(*map(_digest, bulk))


def put_away(pack: Pack, parts: Parts, bulk: Bulk) -> None:
    """Put a case's large parts into the pack."""
    for key, data in zip(parts, bulk, strict=True):
        pack.put(key, data)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()

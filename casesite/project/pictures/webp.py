"""WebP (RFC 9649): size from its first chunk, and a copy without EXIF and XMP."""

import os
from collections.abc import Iterator
from typing import BinaryIO, Final

from casesite.project.pictures.damage import DamagedPictureError, pour, take
from casesite.project.pictures.exif import is_transposed, orientation_only, read_orientation

_HEAD: Final = 12
_KEPT: Final = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_HAS_EXIF: Final = 0x08
_HAS_XMP: Final = 0x04
_LARGEST_EXIF: Final = 1 << 20


def measure(file: BinaryIO) -> tuple[int, int]:
    """Return width and height as shown."""
    size = None
    orientation = 1
    for kind, length, start in _chunks(file):
        file.seek(start)
        if size is None:
            size = _size(kind, take(file, min(length, 10)))
        elif kind == b"EXIF" and length < _LARGEST_EXIF:
            orientation = _orientation(take(file, length))
    if size is None:
        raise DamagedPictureError
    return (size[1], size[0]) if is_transposed(orientation) else size


def strip(file: BinaryIO, out: BinaryIO) -> None:
    """Copy the picture; of EXIF only an orientation that is not upright stays."""
    kept: list[tuple[bytes, int, int]] = []
    orientation = 1
    for kind, length, start in _chunks(file):
        if kind in _KEPT:
            kept.append((kind, length, start))
        elif kind == b"EXIF" and length < _LARGEST_EXIF:
            file.seek(start)
            orientation = _orientation(take(file, length))
    # Only the extended format has a place for EXIF.
    turned = orientation != 1 and bool(kept) and kept[0][0] == b"VP8X"
    exif = orientation_only(orientation) if turned else b""
    body = sum(8 + length + length % 2 for _, length, _ in kept)
    body += 8 + len(exif) if turned else 0
    out.write(b"RIFF" + (4 + body).to_bytes(4, "little") + b"WEBP")
    for kind, length, start in kept:
        file.seek(start)
        out.write(kind + length.to_bytes(4, "little"))
        if kind == b"VP8X":
            flags = take(file, 1)[0] & ~(_HAS_EXIF | _HAS_XMP)
            out.write(bytes((flags | _HAS_EXIF if turned else flags,)))
            pour(file, out, length - 1)
        else:
            pour(file, out, length)
        out.write(b"\0" * (length % 2))
    if turned:
        out.write(b"EXIF" + len(exif).to_bytes(4, "little") + exif)


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Yield (kind, length, where its data starts); raises when a chunk passes the end of the file."""
    head = take(file, _HEAD)
    end = file.seek(0, os.SEEK_END)
    if 8 + int.from_bytes(head[4:8], "little") > end:
        raise DamagedPictureError
    end = 8 + int.from_bytes(head[4:8], "little")
    place = _HEAD
    while place + 8 <= end:
        file.seek(place)
        chunk = take(file, 8)
        kind, length = chunk[:4], int.from_bytes(chunk[4:], "little")
        if place + 8 + length > end or (kind == b"VP8X" and length < 10):  # noqa: PLR2004 – VP8X has ten bytes
            raise DamagedPictureError
        yield kind, length, place + 8
        place += 8 + length + length % 2


def _size(kind: bytes, data: bytes) -> tuple[int, int]:
    if len(data) < (5 if kind == b"VP8L" else 10):
        raise DamagedPictureError
    if kind == b"VP8X":
        return int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return int.from_bytes(data[6:8], "little") & 0x3FFF, int.from_bytes(data[8:10], "little") & 0x3FFF
    raise DamagedPictureError


def _orientation(data: bytes) -> int:
    return read_orientation(data.removeprefix(b"Exif\0\0"))

"""WebP (RFC 9649): size from its first chunk, and a copy without EXIF and XMP."""

import os
from collections.abc import Iterator
from typing import BinaryIO, Final

from casesite.project.pictures.damage import DamagedPictureError, pour, take

_HEAD: Final = 12
_KEPT: Final = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_HAS_EXIF: Final = 0x08
_HAS_XMP: Final = 0x04


def measure(file: BinaryIO) -> tuple[int, int]:
    """Return width and height; an orientation in EXIF is not looked at, since browsers do not either."""
    for kind, length, start in _chunks(file):
        file.seek(start)
        return _size(kind, take(file, min(length, 10)))
    raise DamagedPictureError


def strip(file: BinaryIO, out: BinaryIO) -> None:
    """Copy the picture without EXIF, XMP, unknown chunks and what follows its end."""
    kept = [chunk for chunk in _chunks(file) if chunk[0] in _KEPT]
    body = sum(8 + length + length % 2 for _, length, _ in kept)
    out.write(b"RIFF" + (4 + body).to_bytes(4, "little") + b"WEBP")
    for kind, length, start in kept:
        file.seek(start)
        out.write(kind + length.to_bytes(4, "little"))
        if kind == b"VP8X":
            out.write(bytes((take(file, 1)[0] & ~(_HAS_EXIF | _HAS_XMP),)))
            pour(file, out, length - 1)
        else:
            pour(file, out, length)
        out.write(b"\0" * (length % 2))


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

"""PNG (W3C, third edition): size from its header, and a copy of the chunks that shape the picture."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from casesite.project.pictures.damage import DamagedPictureError, pour, take
from casesite.project.pictures.exif import is_transposed, orientation_only, read_orientation

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_LARGEST: Final = 1 << 31
_LARGEST_EXIF: Final = 1 << 20
_KEPT: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT"
    b" acTL fcTL fdAT".split()
)


def measure(file: BinaryIO) -> tuple[int, int]:
    """Return width and height as shown."""
    take(file, len(_SIGNATURE))
    width = height = 0
    for kind, length in _chunks(file):
        if kind == b"IHDR":
            header = take(file, 8)
            width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:])
            file.seek(-8, 1)
        elif kind == b"eXIf" and length < _LARGEST_EXIF:
            data = take(file, length)
            file.seek(-length, 1)
            return (height, width) if is_transposed(read_orientation(data)) else (width, height)
        elif kind == b"IDAT":
            break
        file.seek(length + 4, 1)
    if not (width and height):
        raise DamagedPictureError
    return width, height


def strip(file: BinaryIO, out: BinaryIO) -> None:
    """Copy the picture without texts, times, EXIF (but orientation), unknown chunks, trailing data."""
    out.write(take(file, len(_SIGNATURE)))
    begun = False
    for kind, length in _chunks(file):
        if kind == b"eXIf" and length < _LARGEST_EXIF and not begun:
            orientation = read_orientation(take(file, length))
            file.seek(4, 1)
            if orientation != 1:
                out.write(_chunk(b"eXIf", orientation_only(orientation)))
        elif kind in _KEPT:
            begun = begun or kind == b"IDAT"
            out.write(length.to_bytes(4) + kind)
            pour(file, out, length + 4)
        else:
            file.seek(length + 4, 1)


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield (kind, length of data); whoever takes them moves the file behind data and checksum."""
    kind = b""
    while kind != b"IEND":
        head = take(file, 8)
        length, kind = int.from_bytes(head[:4]), head[4:]
        if length >= _LARGEST:
            raise DamagedPictureError
        yield kind, length


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

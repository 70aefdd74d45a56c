"""JPEG (ITU-T T.81): size and orientation, and a copy of the segments that shape the picture."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from casesite.project.pictures.damage import BLOCK, DamagedPictureError, take
from casesite.project.pictures.exif import is_transposed, orientation_only, read_orientation

_EOI: Final = 0xD9
_SOS: Final = 0xDA
_APP0: Final = 0xE0
_APP1: Final = 0xE1
_APP2: Final = 0xE2
_APP14: Final = 0xEE
_COM: Final = 0xFE
_RESTART: Final = range(0xD0, 0xD8)
_APPLICATION: Final = range(0xE0, 0xF0)
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MARKER: Final = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_EXIF: Final = b"Exif\0\0"
_ICC: Final = b"ICC_PROFILE\0"
_JFIF: Final = b"JFIF\0"


def measure(file: BinaryIO) -> tuple[int, int]:
    """Return width and height as shown; raises `DamagedPictureError` when no frame is found."""
    orientation = 1
    take(file, 2)
    for marker, data in _segments(file):
        if marker == _APP1 and data.startswith(_EXIF):
            orientation = read_orientation(data[len(_EXIF) :])
        elif marker in _FRAMES:
            if len(data) < 5:  # noqa: PLR2004 – precision, height, width: five bytes of a frame header
                break
            height, width = int.from_bytes(data[1:3]), int.from_bytes(data[3:5])
            return (height, width) if is_transposed(orientation) else (width, height)
        elif marker == _SOS:
            break
    raise DamagedPictureError


def strip(file: BinaryIO, out: BinaryIO) -> None:
    """Copy the picture without EXIF (but orientation), XMP, IPTC, comments, thumbnails, trailing data.

    Colour profiles and Adobe's colour transform stay. Pictures hidden behind the end (second views, films)
    go, since they carry places and times of their own.
    """
    out.write(take(file, 2))
    kept: list[bytes] = []
    orientation = 1
    for marker, data in _segments(file):
        if marker == _APP1 and data.startswith(_EXIF):
            orientation = read_orientation(data[len(_EXIF) :])
        if marker != _SOS:
            kept += _kept(marker, data)
            continue
        first = kept and kept[0][1] == _APP0
        kept[1 if first else 0 : 1 if first else 0] = _orientation(orientation)
        out.writelines([*kept, _segment(_SOS, data)])
        break
    else:
        raise DamagedPictureError
    _strip_scans(file, out)


def _strip_scans(file: BinaryIO, out: BinaryIO) -> None:
    """Copy the scans after the first scan's header, and the tables between them."""
    while (marker := _pour_scan(file, out)) != _EOI:
        data = _data(file)
        if marker == _SOS:
            out.write(_segment(_SOS, data))
        else:
            out.writelines(_kept(marker, data))
    out.write(b"\xff\xd9")


def _pour_scan(file: BinaryIO, out: BinaryIO) -> int:
    """Copy entropy-coded bytes up to the next marker that is no restart; return that marker."""
    while data := file.read(BLOCK):
        found = _MARKER.search(data)
        if found:
            out.write(data[: found.start()])
            file.seek(found.end() - len(data), 1)
            return data[found.end() - 1]
        whole = data.rstrip(b"\xff") if len(data) == BLOCK else data
        if not whole:
            break
        out.write(whole)
        file.seek(len(whole) - len(data), 1)
    raise DamagedPictureError


def _segments(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield (marker, data without its length) from behind SOI up to SOS, that included."""
    marker = 0
    while marker != _SOS:
        if take(file, 1) != b"\xff":
            raise DamagedPictureError
        while (marker := take(file, 1)[0]) == 0xFF:  # noqa: PLR2004 – fill bytes before a marker
            pass
        if marker == _EOI:
            raise DamagedPictureError
        if marker != 1 and marker not in _RESTART:
            yield marker, _data(file)


def _data(file: BinaryIO) -> bytes:
    length = int.from_bytes(take(file, 2)) - 2
    if length < 0:
        raise DamagedPictureError
    return take(file, length)


def _kept(marker: int, data: bytes) -> list[bytes]:
    if marker == _APP0 and data.startswith(_JFIF):
        return [_segment(marker, data[:12] + b"\0\0")]  # without the thumbnail
    if marker == _COM:
        return []
    if marker in _APPLICATION:
        colour = (marker == _APP2 and data.startswith(_ICC)) or (
            marker == _APP14 and data.startswith(b"Adobe")
        )
        return [_segment(marker, data)] if colour else []
    return [_segment(marker, data)]


def _orientation(orientation: int) -> list[bytes]:
    return [] if orientation == 1 else [_segment(_APP1, _EXIF + orientation_only(orientation))]


def _segment(marker: int, data: bytes) -> bytes:
    return b"".join((b"\xff", bytes((marker,)), (len(data) + 2).to_bytes(2), data))

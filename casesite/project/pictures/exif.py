"""The one thing of a picture's EXIF that its readers see: which way is up."""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
_UPRIGHT = 1
_LAST = 8
_TRANSPOSED = 5


def read_orientation(tiff: bytes) -> int:
    """Return the orientation (1–8) in a TIFF header; 1 when there is none or it cannot be read."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return _UPRIGHT
    try:
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        for place in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind, number, value = struct.unpack_from(order + "HHIH", tiff, place)
            if (tag, kind, number) == (_ORIENTATION, _SHORT, 1):
                return value if _UPRIGHT <= value <= _LAST else _UPRIGHT
    except struct.error:
        return _UPRIGHT
    return _UPRIGHT


def orientation_only(orientation: int) -> bytes:
    """Return a TIFF header that holds nothing but that orientation (26 bytes)."""
    return struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)


def is_transposed(orientation: int) -> bool:
    """Say whether width and height change places when shown."""
    return orientation >= _TRANSPOSED

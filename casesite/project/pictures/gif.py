"""GIF 89a: size from its header, and a copy without comments and foreign application data."""

from typing import BinaryIO, Final

from casesite.project.pictures.damage import DamagedPictureError, pour, take

_COMMENT: Final = 0xFE
_APPLICATION: Final = 0xFF
_LOOPS: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def measure(file: BinaryIO) -> tuple[int, int]:
    """Return width and height."""
    head = take(file, 10)
    return int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little")


def strip(file: BinaryIO, out: BinaryIO) -> None:
    """Copy frames, timing and looping; comments, XMP and what follows the trailer go."""
    head = take(file, 13)
    out.write(head)
    pour(file, out, _table(head[10]))
    while (kind := take(file, 1)) != b";":
        if kind == b",":
            frame = take(file, 9)
            out.write(kind + frame)
            pour(file, out, _table(frame[8]) + 1)
            _blocks(file, out)
        elif kind == b"!":
            _extension(file, out)
        else:
            raise DamagedPictureError
    out.write(b";")


def _extension(file: BinaryIO, out: BinaryIO) -> None:
    label = take(file, 1)[0]
    first = take(file, 1)
    name = take(file, first[0])
    kept = label != _COMMENT and (label != _APPLICATION or name in _LOOPS)
    if kept:
        out.write(b"!" + bytes((label,)) + first + name)
    if first != b"\0":
        _blocks(file, out if kept else None)


def _blocks(file: BinaryIO, out: BinaryIO | None) -> None:
    """Copy or skip the sub-blocks up to the empty one that ends them."""
    length = 1
    while length:
        size = take(file, 1)
        length = size[0]
        data = take(file, length)
        if out is not None:
            out.write(size + data)


def _table(flags: int) -> int:
    """Bytes of the colour table that the flags announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0

"""A picture that cannot be followed to its end."""

from typing import BinaryIO, Final

BLOCK: Final = 1 << 16


class DamagedPictureError(ValueError):
    """The picture breaks off or does not keep to its format."""


def take(file: BinaryIO, count: int) -> bytes:
    """Read exactly `count` bytes; raises `DamagedPictureError` when there are fewer."""
    data = file.read(count)
    if len(data) != count:
        raise DamagedPictureError
    return data


def pour(file: BinaryIO, out: BinaryIO, count: int) -> None:
    """Copy exactly `count` bytes block by block."""
    while count > 0:
        data = take(file, min(BLOCK, count))
        out.write(data)
        count -= len(data)

"""What a file is by its first bytes, whatever its name says."""

from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from casesite.project.pictures import gif, jpeg, png, webp
from casesite.project.pictures.damage import DamagedPictureError

_HEAD: Final = 4096
_MAGIC: Final = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"),
    (b"\xff\xfa", "mp3"),
    (b"\xff\xf3", "mp3"),
    (b"\xff\xf2", "mp3"),
)
_MEASURES: Final = {"jpeg": jpeg.measure, "png": png.measure, "gif": gif.measure, "webp": webp.measure}
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LONGEST_CHARACTER: Final = 4


class Look(NamedTuple):
    """Kind as in `model.Asset`, size of a picture as shown; `damaged` when its header breaks off."""

    kind: str
    width: int = 0
    height: int = 0
    damaged: bool = False


def look(path: Path | str) -> Look:
    """Look at the file's head; raises `OSError` when it cannot be opened."""
    with open(path, "rb") as file:
        return look_into(file)


def look_into(file: BinaryIO) -> Look:
    """Look at an open file from its start."""
    kind = sniff(file.read(_HEAD))
    measure = _MEASURES.get(kind)
    if measure is None:
        return Look(kind)
    file.seek(0)
    try:
        return Look(kind, *measure(file))
    except DamagedPictureError:
        return Look(kind, damaged=True)


def sniff(head: bytes) -> str:
    """Return the kind that the first bytes (some thousand of them) tell."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return "mp4"
    return "text" if _is_text(head) else "unknown"


def _is_text(head: bytes) -> bool:
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return _decodes(head, encoding)
    return b"\0" not in head and (_decodes(head, "utf-8") or _decodes(head, "gb18030"))


def _decodes(head: bytes, encoding: str) -> bool:
    """Say whether the bytes are text, though the last character may be cut off where the head ends."""
    try:
        head.decode(encoding)
    except UnicodeDecodeError as error:
        return len(head) == _HEAD and error.start > len(head) - _LONGEST_CHARACTER
    return True

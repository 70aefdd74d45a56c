"""What is read from a project's folder: text files whole, other files by their header only."""

from typing import Literal

from msgspec import Struct

FileKind = Literal["text", "picture", "file"]


class Source(Struct, frozen=True, array_like=True):
    """The bytes of one text file.

    `path` is relative to the project, with `/`; `digest` is blake2b of 16 bytes over `data`, in hex.
    """

    path: str
    data: bytes
    digest: str


class Asset(Struct, frozen=True, array_like=True):
    """A picture or another file that travels by name only.

    `kind` tells what the bytes are: `jpeg`, `png`, `gif`, `webp`, `pdf`, `zip` (docx, xlsx, … too),
    `ole` (doc, xls, wps, …), `text`, `mp3`, `mp4` or `unknown`. `width` and `height` are pixels
    as shown (after the picture's own orientation), 0 for what is not a picture. `size` counts bytes.
    """

    path: str
    size: int
    digest: str
    kind: str
    width: int = 0
    height: int = 0

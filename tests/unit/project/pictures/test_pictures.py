"""Pictures made by hand, byte for byte: what is seen of them, and what is left out of a copy."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from casesite.project.pictures import DamagedPictureError, Look, copy_picture, look
from casesite.project.pictures.kinds import sniff

SECRET = b"SECRET 35.71N 116.49E"


def exif(orientation: int, order: str = "<") -> bytes:
    """Return a TIFF header with an orientation among other entries, and a secret behind it."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    entries = [(0x010F, 2, len(SECRET), 200), (0x0112, 3, 1, orientation), (0x8825, 4, 1, 400)]
    body = struct.pack(order + "H", len(entries))
    for tag, kind, count, value in entries:
        short = struct.pack(order + "HH", value, 0)
        body += struct.pack(order + "HHI", tag, kind, count)
        body += short if kind == 3 else struct.pack(order + "I", value)
    return head + body + bytes(4) + SECRET


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(
    orientation: int = 1, *, clean: bool = False, scan: bytes = b"\x12\xff\x00\x34\xff\xd0\x56"
) -> bytes:
    jfif = b"JFIF\0\1\2\0\0\1\0\1"
    parts = [b"\xff\xd8"]
    if clean:
        parts.append(segment(0xE0, jfif + b"\0\0"))
        if orientation != 1:
            tiff = struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
            parts.append(segment(0xE1, b"Exif\0\0" + tiff))
    else:
        parts += [
            segment(0xE0, jfif + b"\1\1" + SECRET[:3]),
            segment(0xE1, b"Exif\0\0" + exif(orientation)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
            segment(0xED, b"Photoshop 3.0\0" + SECRET),
            segment(0xFE, SECRET),
            segment(0xE2, b"MPF\0" + SECRET),
        ]
    parts += [
        segment(0xE2, b"ICC_PROFILE\0\1\1colours"),
        segment(0xEE, b"Adobe\0d\0\0\0\0\1"),
        segment(0xDB, bytes(65)),
        segment(0xC2, struct.pack(">BHHB", 8, 30, 40, 1) + b"\1\x11\0"),
        segment(0xC4, bytes(20)),
        segment(0xDA, b"\1\1\0\0\0\0"),
        scan,
        segment(0xC4, bytes(21)),
    ]
    if not clean:
        parts.append(segment(0xFE, SECRET))
    parts += [segment(0xDA, b"\1\1\0\0\1\0"), scan, b"\xff\xd9"]
    if not clean:
        parts.append(jpeg(clean=True) + SECRET)
    return b"".join(parts)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(orientation: int = 1, *, clean: bool = False) -> bytes:
    secret = [] if clean else [chunk(b"tEXt", b"Author\0" + SECRET), chunk(b"tIME", bytes(7))]
    late = [] if clean else [chunk(b"iTXt", SECRET), chunk(b"prVt", SECRET)]
    if clean and orientation == 1:
        turned = []
    elif clean:
        tiff = struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
        turned = [chunk(b"eXIf", tiff)]
    else:
        turned = [chunk(b"eXIf", exif(orientation, ">"))]
    parts = [
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0)),
        *secret,
        chunk(b"iCCP", b"profile\0\0" + zlib.compress(b"colours")),
        *turned,
        chunk(b"IDAT", zlib.compress(bytes(41 * 30))),
        *late,
        chunk(b"IEND", b""),
    ]
    return b"".join(parts) + (b"" if clean else SECRET)


def riff(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def webp(orientation: int = 1, *, clean: bool = False) -> bytes:
    flags = 0x20 if clean else 0x20 | 0x08 | 0x04
    parts = [
        riff(b"VP8X", bytes((flags, 0, 0, 0)) + struct.pack("<I", 39)[:3] + struct.pack("<I", 29)[:3]),
        riff(b"ICCP", b"colours"),
        riff(b"VP8L", b"\x2f" + struct.pack("<I", 39 | 29 << 14)),
    ]
    if not clean:
        parts += [riff(b"EXIF", b"Exif\0\0" + exif(orientation)), riff(b"XMP ", SECRET)]
    body = b"".join(parts)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body + (b"" if clean else SECRET)


def gif(orientation: int = 1, *, clean: bool = False) -> bytes:
    del orientation  # GIF has none
    parts = [b"GIF89a", struct.pack("<HHBBB", 40, 30, 0x80, 0, 0), bytes(6)]
    parts.append(b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0")
    if not clean:
        parts.append(b"!\xfe" + bytes((len(SECRET),)) + SECRET + b"\0")
        parts.append(b"!\xff\x0bXMP DataXMP" + bytes((len(SECRET),)) + SECRET + b"\0")
    parts.append(b"!\xf9\x04\0\0\0\0\0")
    parts.append(b"," + struct.pack("<HHHHB", 0, 0, 40, 30, 0) + b"\x02\x02\x4c\x01\0;")
    return b"".join(parts) + (b"" if clean else SECRET)


FORMATS = pytest.mark.parametrize("make", [jpeg, png, webp, gif])


def copy_of(picture: bytes) -> bytes:
    out = io.BytesIO()
    copy_picture(io.BytesIO(picture), out)
    return out.getvalue()


@FORMATS
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_copy_keeps_only_what_shapes_the_picture(make: Callable[..., bytes], orientation: int) -> None:
    assert SECRET in make(orientation)
    assert copy_of(make(orientation)) == make(orientation, clean=True)


@FORMATS
def test_a_copy_of_a_copy_is_the_same(make: Callable[..., bytes]) -> None:
    once = copy_of(make(8))
    assert copy_of(once) == once


@FORMATS
@pytest.mark.parametrize("clean", [False, True])
def test_a_picture_that_breaks_off_is_damaged(make: Callable[..., bytes], clean: bool) -> None:  # noqa: FBT001 – a table's column
    picture = make(6, clean=clean)
    whole = len(picture) if clean else picture.rindex(SECRET) if make is not jpeg else len(jpeg(6)) - 300
    for length in range(8, min(whole, len(picture)) - 1):
        cut = picture[:length]
        try:
            copied = copy_of(cut)
        except DamagedPictureError:
            continue
        # Cut behind its end only.
        assert copied == make(6, clean=True)


@pytest.mark.parametrize(
    ("make", "orientation", "seen"),
    [
        (jpeg, 1, Look("jpeg", 40, 30)),
        (jpeg, 3, Look("jpeg", 40, 30)),
        (jpeg, 6, Look("jpeg", 30, 40)),
        (png, 1, Look("png", 40, 30)),
        (png, 5, Look("png", 30, 40)),
        (webp, 1, Look("webp", 40, 30)),
        (webp, 8, Look("webp", 40, 30)),
        (gif, 1, Look("gif", 40, 30)),
    ],
)
def test_sizes_are_as_shown(make: Callable[..., bytes], orientation: int, seen: Look, tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(make(orientation))
    assert look(tmp_path / "picture") == seen


def test_a_long_scan_is_copied_whole_wherever_blocks_end() -> None:
    for shift in range(4):
        scan = bytes(shift) + b"\xff\x00\x11\xff\xd3" * 40_000
        assert copy_of(jpeg(scan=scan)) == jpeg(scan=scan, clean=True)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04rest", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90", "mp3"),
        (b"\0\0\0\x18ftypmp42", "mp4"),
        ("单位,数值\n".encode(), "text"),
        ("单位,数值\n".encode("gb18030"), "text"),
        ("\ufeff单位".encode("utf-16-le"), "text"),
        (b"", "text"),
        (("字" * 2000).encode()[:4096], "text"),
        (b"MZ\x90\0", "unknown"),
        (b"\xff\xff\xff\xff", "unknown"),
    ],
)
def test_kinds_are_told_by_the_first_bytes(head: bytes, kind: str) -> None:
    assert sniff(head) == kind


def test_a_header_that_breaks_off_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg()[:30])
    assert look(tmp_path / "a.jpg") == Look("jpeg", damaged=True)

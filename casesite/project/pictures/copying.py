"""A copy of a picture without the data its makers left in it."""

from typing import BinaryIO, Final

from casesite.project.pictures import gif, jpeg, png, webp
from casesite.project.pictures.damage import BLOCK, DamagedPictureError
from casesite.project.pictures.kinds import sniff

_STRIPS: Final = {"jpeg": jpeg.strip, "png": png.strip, "gif": gif.strip, "webp": webp.strip}


def copy_picture(file: BinaryIO, out: BinaryIO) -> None:
    """Copy the open picture to `out` block by block: the same bytes come out whenever the same go in.

    EXIF, GPS, XMP, IPTC, comments and whatever follows the picture's end are left out; orientation and
    colour profile stay. Raises `DamagedPictureError` when the picture breaks off or is none of JPEG, PNG,
    GIF and WebP.
    """
    strip = _STRIPS.get(sniff(file.read(BLOCK)))
    file.seek(0)
    if strip is None:
        raise DamagedPictureError
    strip(file, out)

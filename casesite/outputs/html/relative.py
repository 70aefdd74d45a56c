"""Addresses as one page writes another's: relative, naming the file, for any folder and for `file://`."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

_OUTSIDE: Final = re.compile(r"(?:https?:|mailto:|#)", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[A-Za-z0-9._/#-]*")
_SAFE: Final = "/!$&'()*+,;=@~"


def root_of(path: str) -> str:
    """Return the way from a page to the root of the output: `cases/a.html` → `../`."""
    return "../" * path.count("/")


def relative_to(path: str) -> Callable[[str], str]:
    """Return the function that turns a path in the output into the address to write on the page `path`.

    What has a scheme or is only an anchor stays. Names are percent-encoded (RFC 3986); an anchor after `#`
    is kept.
    """
    root = root_of(path)
    folder = path[: path.rfind("/") + 1]

    def rel(address: str) -> str:
        if _OUTSIDE.match(address):
            return address
        if not _PLAIN.fullmatch(address):
            name, mark, anchor = address.partition("#")
            address = quote(name, safe=_SAFE) + mark + quote(anchor, safe=_SAFE)
        if folder and address.startswith(folder) and "/" not in address[len(folder) :]:
            return address[len(folder) :]
        return root + address

    return rel

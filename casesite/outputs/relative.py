"""Addresses as one page writes another's: relative, naming the file, for any folder and for `file://`."""

import re
from typing import Final
from urllib.parse import quote

_OUTSIDE: Final = re.compile(r"(?:https?:|mailto:|#)", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[A-Za-z0-9._/#-]*")
_SAFE: Final = "/!$&'()*+,;=@~"


def root_of(path: str) -> str:
    """Return the way from a page to the root of the output: `cases/a.html` → `../`."""
    return "../" * path.count("/")


def relative(root: str, address: str) -> str:
    """Return a path in the output as a page writes it whose way to the root is `root` (see `root_of`).

    What has a scheme or is only an anchor stays. Names are percent-encoded (RFC 3986); an anchor after `#`
    is kept. Only the page's depth matters, so that pages of one depth share what they have in common.
    """
    if _PLAIN.fullmatch(address) and address[:1] != "#":
        return root + address
    if _OUTSIDE.match(address):
        return address
    name, mark, anchor = address.partition("#")
    return f"{root}{quote(name, safe=_SAFE)}{mark}{quote(anchor, safe=_SAFE)}"

"""Old addresses that still lead to their documents."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

from casesite.gathering.documents import Document
from casesite.messages import site as codes
from casesite.model.problem import Problem
from casesite.model.site import Alias

_PART: Final = (
    r"[^\x00-\x20\x7f\xa0\u3000\ufeff<>:\"|?*\\#%&/.][^\x00-\x20\x7f\xa0\u3000\ufeff<>:\"|?*\\#%&/]*"
)
_ADDRESS: Final = re.compile(f"{_PART}(?:/{_PART})*")
_PAGE: Final = re.compile(r"\.html?$")
_RESERVED: Final = re.compile(
    r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)|\.(?:/|$)", re.IGNORECASE
)
_LONGEST: Final = 200


def lead(documents: Iterable[Document], taken: Iterable[str]) -> tuple[tuple[Alias, ...], list[Problem]]:
    """Return the old addresses of documents that have a page, sorted.

    One that is wrong, or taken by a page or by another document, is an error; `taken` are the addresses of
    further pages. `old/` and `old` stand for `old/index.html`; a slash in front is dropped. Upper and lower
    case never tell two apart.
    """
    wishes = [one for one in documents if one.shown or one.state == "withdrawn"]
    owners = {address.lower(): address for address in taken}
    owners.update((one.address.lower(), one.path or one.address) for one in wishes)
    found: dict[str, Alias] = {}
    problems: list[Problem] = []
    for wish in wishes:
        for written in wish.aliases:
            address = _page(written)
            key = address.lower()
            earlier = found.get(key)
            other = earlier.source if earlier else owners.get(key, "")
            if not address:
                problems.append(wish.place(f"alias/{written}").problem(codes.ALIAS_WRONG, address=written))
            elif key == wish.address.lower() or (earlier and earlier.source == wish.path):
                continue
            elif other:
                place = wish.place(f"alias/{written}")
                problems.append(place.problem(codes.ALIAS_CLASH, address=written, other=other))
            else:
                found[key] = Alias(address, wish.address, wish.path)
    return tuple(found[key] for key in sorted(found)), problems


def _page(written: str) -> str:
    """Return the page's path for an address as written, or an empty text when none may be made there."""
    address = unquote(written.strip()).removeprefix("/")
    if not address:
        return ""
    if address.endswith("/"):
        address += "index.html"
    elif not _PAGE.search(address):
        address += "/index.html"
    wrong = (
        len(address.encode("utf-8", "replace")) > _LONGEST
        or not _ADDRESS.fullmatch(address)
        or _RESERVED.search(address)
    )
    return "" if wrong else address

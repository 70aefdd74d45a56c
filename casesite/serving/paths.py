"""From the address a browser asks for to a file of the folder that is served, and never to another."""

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

_FORBIDDEN = frozenset('\\:*?"<>|')
_SPACE = " "


def find_file(folder: Path, target: str) -> Path | None:
    """Return the file below `folder` that the request's target names, or `None`.

    A folder stands for its `index.html`. Every other way of writing a path (dots, doubled or turned slashes,
    drives, hidden names, links that lead outside, bytes that are not UTF-8) finds nothing.
    """
    if not target.startswith("/"):
        return None
    try:
        path = unquote_to_bytes(target.partition("?")[0].partition("#")[0]).decode()
    except UnicodeDecodeError:
        return None
    names = path[1:].split("/")
    if names[-1] == "":
        names[-1] = "index.html"
    if not all(map(_is_plain, names)):
        return None
    real_folder = os.path.realpath(folder)
    found = os.path.realpath(os.path.join(real_folder, *names))  # noqa: PTH118 – names were checked one by one
    if not found.startswith(os.path.join(real_folder, "")) or not os.path.isfile(found):  # noqa: PTH113, PTH118 – as above
        return None
    return Path(found)


def _is_plain(name: str) -> bool:
    if not name or name[0] == "." or name[-1] in ". ":
        return False
    return min(name) >= _SPACE and _FORBIDDEN.isdisjoint(name)

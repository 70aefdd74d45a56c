"""Free ids of cases: `YYYY-MM-NNN`, counted on from the highest that a month has."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from casesite.project.names import is_ignored

_FOLDERS: Final = ("content/cases", "content/inbox")
_ID_LINE: Final = re.compile(
    rb"^(?:id|\xe7\xbc\x96\xe5\x8f\xb7)\s*(?::|\xef\xbc\x9a)\s*['\"]?([0-9-]+)", re.MULTILINE
)
_HEAD: Final = 4096
"""How many bytes of a file are looked through for its id."""


def next_id(root: Path, month: str) -> str:
    """Return the id after the highest of that month (`2024-08`), at least `2024-08-001`.

    Counted are names of files and folders of cases and of the inbox, and the ids written in the files. A gap
    is never filled: its id may be the address of a case that was published once.
    """
    wanted = re.compile(rf"{re.escape(month)}-([0-9]{{3,6}})")
    numbers = [
        int(found[1]) for name in _names(root, f"{month}-".encode()) if (found := wanted.fullmatch(name))
    ]
    return f"{month}-{max(numbers, default=0) + 1:03}"


def _names(root: Path, mark: bytes) -> Iterator[str]:
    """Yield what may be an id: names without their endings, and what stands behind `id:`."""
    for folder in _FOLDERS:
        for place, folders, files in os.walk(root / folder):
            folders[:] = [name for name in folders if not is_ignored(name)]
            yield from folders
            for name in files:
                if name.lower().endswith(".md") and not is_ignored(name):
                    yield name[:-3]
                    yield from _written(os.path.join(place, name), mark)


def _written(path: str, mark: bytes) -> Iterator[str]:
    """Yield the id that a file gives itself; a file that cannot be read gives none."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return
    if mark in head and (found := _ID_LINE.search(head)):
        yield found[1].decode("ascii")

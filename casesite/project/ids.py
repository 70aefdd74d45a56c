"""The next free number of a month: new cases and imported drafts are called `2024-08-003`."""

import re
from pathlib import Path
from typing import Final

_FOLDERS: Final = ("content/cases", "content/inbox")
_ID_LINE: Final = re.compile(rb"^(?:id|\xe7\xbc\x96\xe5\x8f\xb7):[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
"""`id:` or `编号:` in a front matter, as bytes, since a file may be in any encoding."""
_HEAD: Final = 4096


def next_id(root: Path, month: str) -> str:
    """Return the lowest free id after the highest of `month` (`2024-08`) among cases and inbox.

    A file's name counts and so does the id written in it, wherever the file lies.
    """
    highest = 0
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*.md")):
            names = [path.parent.name if path.name == "index.md" else path.stem]
            names += [found.decode("ascii", "replace") for found in _ID_LINE.findall(_head(path))]
            highest = max(highest, *(_number(name, month) for name in names))
    return f"{month}-{highest + 1:03}"


def _head(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""


def _number(name: str, month: str) -> int:
    rest = name.removeprefix(f"{month}-")
    return int(rest) if rest != name and rest.isascii() and rest.isdigit() else 0

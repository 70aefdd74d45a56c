"""How search data is written: each file is a classic script that hands its part to the page by one call.

`file://` forbids fetching, modules and workers; a script element works there as everywhere.
"""

import json
from typing import Final

FOLDER: Final = "search"


def path(name: str) -> str:
    """Return a part's path in the output."""
    return f"{FOLDER}/{name}.js"


def part(name: str, value: object) -> bytes:
    """Write a part whose value is plain data."""
    return part_of(name, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def part_of(name: str, literal: str) -> bytes:
    """Write a part from the source of a JavaScript value.

    A lone surrogate, which UTF-8 cannot hold, is written as a backslash, u and four digits: what Python puts
    in its place is also JavaScript's own escape.
    """
    return f'casesite._part("{name}",{literal})\n'.encode("utf-8", "backslashreplace")


def quoted(text: str) -> str:
    """Return a text as JavaScript source; the text holds no quote, backslash or line break."""
    return f'"{text}"'

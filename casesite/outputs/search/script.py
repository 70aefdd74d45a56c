"""How search data is written: each file is a classic script that hands its part to the page by one call.

`file://` forbids fetching, modules and workers; a script element works there as everywhere.
"""

import json
from typing import Final

FOLDER: Final = "search"
# What markup is made of, should a file be taken for a page; in JSON these stand in texts alone.
_MARKUP: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
# Line ends to JavaScript before 2019, also inside quotes.
_LINES: Final = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})


def path(name: str) -> str:
    """Return a part's path in the output."""
    return f"{FOLDER}/{name}.js"


def part(name: str, value: object) -> bytes:
    """Write a part whose value is plain data; its texts hold no character of markup as it stands."""
    literal = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return part_of(name, literal.translate(_MARKUP))


def part_of(name: str, literal: str) -> bytes:
    """Write a part from the source of a JavaScript value.

    A lone surrogate, which UTF-8 cannot hold, is written as a backslash, u and four digits: what Python puts
    in its place is also JavaScript's own escape.
    """
    return f'casesite._part("{name}",{literal.translate(_LINES)})\n'.encode("utf-8", "backslashreplace")


def quoted(text: str) -> str:
    """Return a text as JavaScript source; the text holds no quote, backslash or line break."""
    return f'"{text}"'

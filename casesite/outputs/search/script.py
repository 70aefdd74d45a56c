"""How search data is written: each file is a classic script that hands its part to the page by one call.

`file://` forbids fetching, modules and workers; a script element works there as everywhere.
"""

import json
from codecs import BOM_UTF16_LE
from collections.abc import Iterable
from typing import Final

FOLDER: Final = "search"
SHORT: Final = 5
"""Digits of a digest in a name: 25 bits, in base 32 (RFC 4648, small letters), so that no two names differ in
case alone."""
NO_DIGEST: Final = "0" * SHORT
# What markup is made of, should a file be taken for a page; in JSON these stand in texts alone.
_MARKUP: Final = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
# Line ends to JavaScript before 2019, also inside quotes.
_LINES: Final = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DIGITS: Final = "abcdefghijklmnopqrstuvwxyz234567"


def path(name: str) -> str:
    """Return a part's path in the output."""
    return f"{FOLDER}/{name}.js"


def short(digest: str) -> str:
    """Return what of a digest (hex) a name holds.

    >>> short("00443214c7")
    'aabck'
    """
    number = int(digest[:7], 16) >> 3
    return "".join(_DIGITS[number >> shift & 31] for shift in (20, 15, 10, 5, 0))


def part(name: str, value: object) -> bytes:
    """Write a part whose value is plain data; its texts hold no character of markup as it stands."""
    return part_of(name, _literal(value))


def wide_part(name: str, value: object) -> bytes:
    """Write a part of mostly Chinese text as UTF-16: two bytes a character instead of three.

    Its mark of byte order tells a browser so, whatever a server says (Encoding Standard, "decode").
    """
    text = _call(name, _literal(value))
    return BOM_UTF16_LE + text.encode("utf-16-le", "backslashreplace")


def part_of(name: str, literal: str) -> bytes:
    """Write a part from the source of a JavaScript value.

    A lone surrogate, which UTF-8 cannot hold, is written as a backslash, u and four digits: what Python puts
    in its place is also JavaScript's own escape.
    """
    return _call(name, literal).encode("utf-8", "backslashreplace")


def _literal(value: object) -> str:
    return _replaced(_ENCODE(value), _MARKUP)


def _call(name: str, literal: str) -> str:
    return f'casesite._part("{name}",{_replaced(literal, _LINES)})\n'


def _replaced(text: str, forms: Iterable[tuple[str, str]]) -> str:
    """Return the text with other forms of some characters; `str.translate` would look at each character."""
    for char, form in forms:
        if char in text:
            text = text.replace(char, form)
    return text

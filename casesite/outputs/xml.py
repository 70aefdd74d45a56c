"""Text as XML: escaped, and without the characters that XML cannot hold."""

import re
from typing import Final
from xml.sax.saxutils import escape

_QUOTE: Final = {'"': "&quot;"}
_IMPOSSIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(words: str) -> str:
    """Return words as the text of an element."""
    return escape(_IMPOSSIBLE.sub("", words))


def value(words: str) -> str:
    """Return words as an attribute's value, to stand between double quotes."""
    return escape(_IMPOSSIBLE.sub("", words), _QUOTE)


def element(name: str, words: str) -> str:
    """Return an element that holds only text."""
    return f"<{name}>{text(words)}</{name}>"

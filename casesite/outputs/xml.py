"""Text as XML: escaped, and without the characters that XML cannot hold."""

import re
from typing import Final

_FORMS: Final = (
    ("&gt;", ">"),
    ("&lt;", "<"),
    ("&quot;", '"'),
    ("&apos;", "'"),
    ("&#34;", '"'),
    ("&#39;", "'"),
    ("&amp;", "&"),
)
_IMPOSSIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(words: str) -> str:
    """Return words as the text of an element."""
    return escape(_IMPOSSIBLE.sub("", words))


def escape(words: str) -> str:
    """Return words with what is markup escaped; `xml.sax.saxutils` would load all of `urllib.request`."""
    return words.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoted(words: str) -> str:
    """Return words, escaped, as they stand between double quotes."""
    return escape(words).replace('"', "&quot;")


def unescape(written: str) -> str:
    """Return what was escaped, quotes in any of their forms."""
    if "&" not in written:
        return written
    for form, char in _FORMS:
        written = written.replace(form, char)
    return written


def value(words: str) -> str:
    """Return words as an attribute's value, to stand between double quotes."""
    return quoted(_IMPOSSIBLE.sub("", words))


def element(name: str, words: str) -> str:
    """Return an element that holds only text."""
    return f"<{name}>{text(words)}</{name}>"

"""Plain text as Markdown that shows it unchanged: what would be read as a mark gets a backslash."""

import re
from typing import Final

_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
_ALWAYS: Final = re.compile(
    r"[`*{~]|\\(?=[!-/:-@\[-`{-~])|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+;)"
)
_BRACKET: Final = re.compile(r"[\[](?=[^\]]*\](?:[(\[:]|$))|\[(?=\^)|!(?=\[)")
_FIRST: Final = re.compile(r"(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|>|=+\s*$|-{3,}\s*$|(?:-\s*){3,}$|:{3,}|:\s)")
_NUMBER: Final = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")
_WIDE_COLONS: Final = re.compile("：(?=：：)|：(?=[:：]{2})")


def escaped(text: str) -> str:
    """Return one line of a paragraph."""
    parts: list[str] = []
    place = 0
    for address in _ADDRESS.finditer(text):
        parts += (_marks(text[place : address.start()]), address[0])
        place = address.end()
    line = "".join((*parts, _marks(text[place:])))
    line = _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line
    if _FIRST.match(line):
        return "\\" + line
    if _WIDE_COLONS.match(line):
        return "&#65306;" + line[1:]
    return line


def _marks(text: str) -> str:
    return _BRACKET.sub(lambda found: "\\" + found[0], _ALWAYS.sub(lambda found: "\\" + found[0], text))

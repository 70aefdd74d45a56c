"""Fields as lines of a front matter, quoted where plain text could be taken for something else."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

_ASCII: Final = re.compile(r"[A-Za-z0-9 ._/+-]*")
_PLAIN_START: Final = re.compile(r"[^\s!-/:-@\[-`{-~“‘”’]")
_TAKEN: Final = re.compile(r"[0-9.+-].*|true|false|yes|no|on|off|null|y|n", re.IGNORECASE)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]+)+")

Value = str | Sequence[str] | Mapping[str, str]


def as_lines(fields: Mapping[str, Value]) -> list[str]:
    """Return one line a field; an empty list or group is left out, an empty text keeps its line."""
    lines = []
    for key, value in fields.items():
        if isinstance(value, str):
            lines.append(f"{key}: {quoted(value)}".rstrip())
        elif isinstance(value, Mapping):
            if value:
                inside = ", ".join(
                    f"{quoted(name, inside=True)}: {quoted(text, inside=True)}"
                    for name, text in value.items()
                )
                lines.append(f"{key}: {{{inside}}}")
        elif value:
            lines.append(f"{key}: [{', '.join(quoted(text, inside=True) for text in value)}]")
    return lines


def quoted(text: str, *, inside: bool = False) -> str:
    """Return a scalar as YAML; `inside` brackets and braces more marks must be quoted."""
    if _is_plain(text) and not (inside and re.search(r"[\[\]{},]", text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    """Whether the text stands for itself: a date, an id, or what begins with a letter or a Han character."""
    if not text or _DAY.fullmatch(text):
        return True
    if text != text.strip() or text.endswith(":") or ": " in text or " #" in text or not text.isprintable():
        return False
    if _ASCII.fullmatch(text):
        return _TAKEN.fullmatch(text) is None and _PLAIN_START.match(text) is not None
    return _PLAIN_START.match(text) is not None and _TAKEN.fullmatch(text) is None

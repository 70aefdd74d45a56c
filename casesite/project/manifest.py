"""The list of our own files that lies in the output: what may be replaced and deleted there."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

MANIFEST: Final = ".casesite-manifest"
STAGE: Final = ".casesite-stage"
"""Where the next site is staged when nothing beside the output can be used."""
_FIRST: Final = "casesite manifest 1"
_FORBIDDEN: Final = frozenset('\\:*?"<>|')
_DEVICES: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)
# What would lead out of the output: an empty name, dots only, a drive, the other separator.
_OUTSIDE: Final = re.compile(r"(?:^|/)\.{0,2}(?:/|$)(?!\Z)|[\\:\0]", re.MULTILINE)
_SPACE: Final = " "
_LONGEST: Final = 255


def is_output_path(path: str) -> bool:
    """Say whether `path` can be written below the output on every system: relative, with `/`, no `..`."""
    return path != MANIFEST and all(map(_is_name, path.split("/")))


def _is_name(name: str) -> bool:
    if not name or name in {".", ".."} or name[-1] in ". " or len(name.encode(errors="replace")) > _LONGEST:
        return False
    if min(name) < _SPACE or not _FORBIDDEN.isdisjoint(name):
        return False
    return name.partition(".")[0].lower() not in _DEVICES


def encode_manifest(paths: Iterable[str]) -> bytes:
    """Return the manifest of these paths: one a line, sorted."""
    return "\n".join((_FIRST, *sorted(paths), "")).encode()


def read_manifest(folder: Path) -> frozenset[str] | None:
    """Return the paths of our files in that output; `None` when there is no manifest that can be trusted."""
    try:
        with open(folder / MANIFEST, "rb") as file:
            text = file.read().decode()
    except (OSError, UnicodeDecodeError):
        return None
    head, _, body = text.partition("\n")
    if head != _FIRST or (body and body[-1] != "\n") or _OUTSIDE.search(body):
        return None
    return frozenset(body.split("\n")[:-1])

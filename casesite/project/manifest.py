"""The list of our own files that lies in the output: what may be replaced and deleted there."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

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


class Manifest(NamedTuple):
    """Our files in an output, and the id of the site they are of: empty where the site has none."""

    paths: frozenset[str]
    owner: str = ""

    def is_of(self, owner: str) -> bool:
        """Say whether the files may be this site's: a site without an id cannot be told from others."""
        return not owner or not self.owner or owner == self.owner


def encode_manifest(paths: Iterable[str], owner: str = "") -> bytes:
    """Return the manifest of these paths: one a line, sorted, below the line that names the owner."""
    head = f"{_FIRST} {owner}" if owner else _FIRST
    return "\n".join((head, *sorted(paths), "")).encode()


def read_manifest(folder: Path) -> Manifest | None:
    """Return what is ours in that output; `None` when there is no manifest that can be trusted."""
    try:
        with open(folder / MANIFEST, "rb") as file:
            text = file.read().decode()
    except (OSError, UnicodeDecodeError):
        return None
    head, _, body = text.partition("\n")
    first, _, owner = head.removeprefix(_FIRST).partition(" ")
    if not head.startswith(_FIRST) or first or (body and body[-1] != "\n") or _OUTSIDE.search(body):
        return None
    return Manifest(frozenset(body.split("\n")[:-1]), owner)

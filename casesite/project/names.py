"""Which names in a project's folder are ignored, and how a name on the disk becomes a path."""

import unicodedata

_IGNORED = frozenset({"thumbs.db", "desktop.ini"})


def is_ignored(name: str) -> bool:
    """Say whether `name` (one component) is left behind by an office program, an editor or a system."""
    if name[0] == "." or name.startswith("~$"):
        return True
    lower = name.lower()
    return lower in _IGNORED or lower.endswith(".swp")


def as_path(name: str) -> str | None:
    """Return the name in its composed form, as people type it; `None` when it is not text at all.

    macOS stores names decomposed. Composition of assigned characters never changes between versions of
    Unicode (its stability policy), so that the interpreter's tables may be used here.
    """
    if name.isascii():
        return name
    try:
        name.encode()
    except UnicodeEncodeError:
        return None
    return unicodedata.normalize("NFC", name)

"""The version of everything that shapes a build: what was remembered by another one is not used."""

import os
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Final

from casesite import __version__

_LIBRARIES: Final = ("Jinja2", "MarkupSafe", "markdown-it-py", "mdit-py-plugins", "msgspec", "PyYAML")


def build_version() -> str:
    """Return casesite's version, those of the libraries it builds with, and a digest of its own files' times.

    The last keeps a checkout honest: a changed line of the program is a new version.
    """
    parts = [f"casesite {__version__}", *(f"{name} {_version(name)}" for name in _LIBRARIES)]
    state = blake2b(digest_size=8)
    _add(state, str(files("casesite")))
    return "; ".join((*parts, state.hexdigest()))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _add(state: blake2b, folder: str) -> None:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                _add(state, entry.path)
        else:
            status = entry.stat()
            state.update(f"{entry.name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())

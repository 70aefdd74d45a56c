"""The version of everything that shapes a build: what was remembered by another one is not used."""

import os
from hashlib import blake2b
from importlib.resources import files

from casesite import __version__
from casesite.project.standing import libraries


def build_version() -> str:
    """Return casesite's version and a digest of where it and its libraries lie, with their files' times.

    A checkout stays honest by that: a changed line of the program is a new version.
    """
    state = blake2b(libraries().encode(), digest_size=8)
    _add(state, str(files("casesite")))
    return f"casesite {__version__}; {state.hexdigest()}"


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

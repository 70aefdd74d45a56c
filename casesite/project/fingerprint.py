"""Whether anything in a folder changed, without reading a file: sixteen bytes over its whole listing.

Nothing but the system's own modules is imported here, so that a build with nothing to do can look before it
loads anything else.
"""

import os
from _blake2 import blake2b

from casesite.project.names import is_ignored


def fingerprint(folder: str, *, complete: bool = False) -> str:
    """Return the digest (hex) over name, size, times and inode of every file below `folder`.

    Names that a build ignores count only when it is `complete`. Links count as what they are, not as what
    they lead to. A folder that is not there has the fingerprint of an empty one. Whoever trusts an equal
    fingerprint must also know that no file was written within two seconds before the last one was taken.
    """
    state = blake2b(digest_size=16)
    _add(state, folder, complete=complete)
    return state.hexdigest()


def _add(state: blake2b, folder: str, *, complete: bool) -> None:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=_name)
    except (FileNotFoundError, NotADirectoryError):
        return
    lines: list[str] = []
    for entry in entries:
        if not complete and is_ignored(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            state.update(os.fsencode("\n".join((*lines, f"{entry.name}/\n"))))
            lines = []
            _add(state, entry.path, complete=complete)
            state.update(b"/\n")
        else:
            status = entry.stat(follow_symlinks=False)
            lines.append(
                f"{entry.name}\0{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
            )
    state.update(os.fsencode("\n".join(lines)))


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name

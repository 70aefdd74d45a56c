"""A build that would change nothing, known without opening anything: what the last one found and left.

One note for each way of asking (`Asked`), below the project's notes. It holds the surveys of all that the
build read and wrote; while these come out the same, and no case's moment has come, the site stands as the
build would make it, and what it would say is known.
"""

import os
import sys
from _blake2 import blake2b
from importlib.util import find_spec
from typing import Final, NamedTuple

from casesite import __file__ as _package
from casesite.project.replacing import read_checked, write_checked
from casesite.project.survey import RACE, survey

FOLDER: Final = "standing"
_MAGIC: Final = b"casesite standing 1\n"
_LIBRARIES: Final = ("jinja2", "markupsafe", "markdown_it", "mdit_py_plugins", "msgspec", "yaml")
_PROGRAM: Final = os.path.dirname(os.path.abspath(_package))
_END: Final = "\0"
_MOST: Final = 8
"""So many ways of asking are remembered."""
_MOST_FRESH: Final = 100
"""So many files are read again because they were written just before the build."""


class Asked(NamedTuple):
    """What a build was asked for: the project (absolute), and every option that shapes what it does and says.

    `state` is where the project's notes lie; `options` are texts in a fixed order.
    """

    root: str
    state: str
    options: tuple[str, ...]


class Sources(NamedTuple):
    """All that a build reads, as it was before the build read it: the digest of the surveys.

    `fresh` are files that were written just before, `held` is a digest of what these hold.
    """

    digest: str
    fresh: tuple[str, ...]
    held: str


class Left(NamedTuple):
    """What a build left: its output folder with the digest of its survey.

    `journal` is there while a switch is not finished. `since` and `until` are the moments (UTC, ISO) from
    and before which the build would make the same; `told` is what it says when it is asked again.
    """

    out: str
    digest: str
    journal: str
    since: str
    until: str
    told: str


def look(asked: Asked, started: int) -> Sources | None:
    """Survey what a build that starts now will read; `None` where a change of that could go unnoticed."""
    found = _surveyed(asked, started - RACE)
    if found is None or len(found[1]) > _MOST_FRESH:
        return None
    digest, fresh = found
    return Sources(digest, fresh, _digest_of(fresh))


def remember(asked: Asked, sources: Sources, left: Left) -> None:
    """Note that the site stands. Raises `OSError`."""
    folder = os.path.join(asked.state, FOLDER)
    os.makedirs(folder, exist_ok=True)
    for name in _oldest(folder):
        os.unlink(os.path.join(folder, name))
    note = (*left, sources.digest, sources.held, "\n".join(sources.fresh), libraries())
    write_checked(_place(asked), _MAGIC, _END.join(note).encode(errors="surrogateescape"))


def stands(asked: Asked, now: str) -> str | None:
    """Return what a build would say that would change nothing; `None` when it is not sure that it would.

    `now` is as in `Left`, or empty when the moment is one of the options.
    """
    data = read_checked(_place(asked), _MAGIC)
    if data is None:
        return None
    note = data.decode(errors="surrogateescape").split(_END)
    left, (read, held, fresh, known) = Left(*note[:-4]), note[-4:]
    if os.path.lexists(left.journal) or known != libraries():
        return None
    if now and not (left.since <= now and (now < left.until or not left.until)):
        return None
    found = _surveyed(asked, None)
    if found is None or found[0] != read or held != _digest_of(fresh.split("\n") if fresh else ()):
        return None
    output = survey(left.out)
    return left.told if output is not None and output.digest == left.digest else None


def _surveyed(asked: Asked, since: int | None) -> tuple[str, tuple[str, ...]] | None:
    """Survey all that shapes a build: return the digest, and what was written at `since` or later."""
    state = blake2b(digest_size=16)
    fresh: list[str] = []
    for folder in _read_by(asked):
        found = survey(folder, since, program=folder == _PROGRAM)
        if found is None:
            return None
        state.update(found.digest.encode())
        fresh += found.fresh
    return state.hexdigest(), tuple(fresh)


def libraries() -> str:
    """Return where the libraries lie that shape a site, with their files' signs."""
    return "\n".join(f"{place}\t{_sign(place)}" for place in map(_origin, _LIBRARIES))


def _place(asked: Asked) -> str:
    return os.path.join(asked.state, FOLDER, _key(asked))


def _key(asked: Asked) -> str:
    """Return the note's name: over what is asked, and over which program and which Python answer."""
    parts = (asked.root, asked.state, *asked.options, _package, sys.version, sys.prefix, *sys.path)
    return blake2b(_END.join(parts).encode(errors="surrogateescape"), digest_size=8).hexdigest()


def _read_by(asked: Asked) -> tuple[str, ...]:
    """Return the folders that shape a build: content, themes, the program with its own themes."""
    own = os.path.join(os.path.dirname(_PROGRAM), "themes")
    content, themes = (os.path.join(asked.root, name) for name in ("content", "themes"))
    return tuple(dict.fromkeys((content, themes, own, _PROGRAM)))


def _origin(name: str) -> str:
    found = find_spec(name)
    return found.origin or "" if found else ""


def _sign(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _digest_of(paths: tuple[str, ...] | list[str]) -> str:
    """Return the digest of some files' contents; each stands for nothing when it cannot be read."""
    state = blake2b(digest_size=16)
    for path in paths:
        state.update(b"\0\0")
        try:
            with open(path, "rb") as file:
                while data := file.read(1 << 18):
                    state.update(data)
        except OSError:
            continue
    return state.hexdigest() if paths else ""


def _oldest(folder: str) -> list[str]:
    """Return the notes that must go so that one more has room."""
    names = os.listdir(folder)
    if len(names) < _MOST:
        return []
    age = {name: os.lstat(os.path.join(folder, name)).st_mtime_ns for name in names}
    return sorted(names, key=age.__getitem__)[: len(names) - _MOST + 1]

"""Themes on the disk: a theme's files laid over those of the theme it extends."""

import os
import re
from _blake2 import blake2b
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from msgspec import Struct

from casesite.messages import files as file_codes
from casesite.messages import theme as codes
from casesite.model.problem import Place, Problem
from casesite.project.files import SETTINGS, is_junction, refused
from casesite.project.names import as_path, is_ignored
from casesite.project.placement import show
from casesite.project.signing import Unreadable, read_regular

BASE: Final = "default"
DESCRIPTION: Final = "theme.yaml"
_LIMIT: Final = 8 << 20
"""The most bytes that one file of a theme may have."""
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]*", re.IGNORECASE)
_EXTENDS: Final = re.compile(rb"""^extends:[ \t]*["']?([^\s"'#]*)""", re.MULTILINE)


class ThemeFiles(Struct, frozen=True, kw_only=True):
    """A theme's files, those it extends included, in the order of their names.

    `files` maps names below the theme's folder (`templates/home.html`, `static/site.css`, `strings/zh.yaml`)
    to bytes, `places` the same names to the paths shown in messages. `strings` gives the bytes of each
    `strings/LANGUAGE.yaml` from the base to the theme, so that a theme may change a single sentence.
    `digest` is over all of it.
    """

    name: str
    files: dict[str, bytes]
    places: dict[str, str]
    strings: dict[str, tuple[tuple[str, bytes], ...]]
    digest: str


def load_theme(root: Path, name: str) -> ThemeFiles | Problem:
    """Read the theme of that name: the project's `themes/NAME` laid over the one that comes with the program.

    A theme without `theme.yaml` extends the default one; with it, what its line `extends:` names, or nothing.
    `theme-missing`, `theme-loop`, at the settings' file as a whole; `file-not-regular` (a link that leads out
    of the project, a pipe), `file-too-large`, `file-unreadable`, `file-name-broken`, at the theme's file.
    """
    chain: list[str] = []
    layers: list[Path] = []
    following: str | None = name
    while following is not None:
        if following in chain:
            return Place(SETTINGS).problem(codes.THEME_LOOP, themes=" → ".join((*chain, following)))
        found = list(_folders(root, following))
        if not found:
            return Place(SETTINGS).problem(codes.THEME_MISSING, theme=following)
        chain.append(following)
        layers += found
        following = _extended(found, following)
    return _joined(root, name, layers)


def _joined(root: Path, name: str, layers: list[Path]) -> ThemeFiles | Problem:
    merged: dict[str, bytes] = {}
    places: dict[str, str] = {}
    strings: dict[str, list[tuple[str, bytes]]] = {}
    for folder in reversed(layers):
        shown = _shown(folder, root)
        for path, data in _read(folder, shown, _bounds(folder, root)):
            if isinstance(data, Problem):
                return data
            merged[path] = data
            places[path] = f"{shown}/{path}"
            if path.startswith("strings/") and path.endswith(".yaml"):
                strings.setdefault(path[8:-5], []).append((places[path], data))
    state = blake2b(digest_size=16)
    for path in sorted(merged):
        for part in (path.encode(), merged[path]):
            state.update(len(part).to_bytes(8) + part)
    for _, data in (layer for language in sorted(strings) for layer in strings[language]):
        state.update(len(data).to_bytes(8) + data)
    return ThemeFiles(
        name=name,
        files=dict(sorted(merged.items())),
        places=places,
        strings={language: tuple(layers) for language, layers in sorted(strings.items())},
        digest=state.hexdigest(),
    )


def _folders(root: Path, name: str) -> Iterator[Path]:
    """Yield the folders of the theme of that name, the uppermost first."""
    if not _NAME.fullmatch(name):
        return
    folders = (root / "themes" / name, *(place / name for place in _shipped()))
    seen: set[str] = set()
    for folder in folders:
        real = os.path.realpath(folder)
        if os.path.isdir(real) and real not in seen:
            seen.add(real)
            yield folder


def _shipped() -> tuple[Path, ...]:
    """Return where the program's own themes lie: beside the package in a checkout, inside it in a wheel."""
    package = Path(str(files("casesite")))
    return package / "themes", package.parent / "themes"


def _extended(folders: list[Path], name: str) -> str | None:
    """Return the name of the theme that this one extends, or nothing."""
    for folder in folders:
        try:
            description = read_regular(folder / DESCRIPTION, _LIMIT)
        except (OSError, Unreadable):  # told when the whole folder is read
            continue
        found = _EXTENDS.search(description)
        return found[1].decode(errors="replace") or None if found else None
    return None if name == BASE else BASE


def _bounds(folder: Path, root: Path) -> tuple[str, ...]:
    """Return where links in this theme may lead: empty for a theme of the program, which is trusted."""
    if not folder.is_relative_to(root / "themes"):
        return ()
    return tuple(os.path.join(os.path.realpath(place), "") for place in (root, *_shipped()))


def _read(
    folder: Path | str, shown: str, bounds: tuple[str, ...], head: str = ""
) -> Iterator[tuple[str, bytes | Problem]]:
    """Yield each file below the folder by its path in the theme, or why it is refused."""
    place = f"{shown}/{head}".rstrip("/")
    if bounds and not os.path.realpath(folder).startswith(bounds):
        yield head, refused(place, Unreadable(file_codes.FILE_NOT_REGULAR), _LIMIT)
        return
    try:
        with os.scandir(folder) as found:
            entries = sorted(
                (entry for entry in found if not is_ignored(entry.name)), key=lambda one: one.name
            )
    except OSError as error:
        yield head, refused(place, error, _LIMIT)
        return
    for entry in entries:
        name = as_path(entry.name)
        if name is None:
            broken = ascii(entry.name)[1:-1]
            yield head, Place(f"{place}/{broken}").problem(file_codes.FILE_NAME_BROKEN, file=broken)
        elif entry.is_dir(follow_symlinks=False) and not is_junction(entry):
            yield from _read(entry.path, shown, bounds, f"{head}{name}/")
        else:
            yield head + name, _file(entry.path, f"{place}/{name}", bounds)


def _file(path: str, shown: str, bounds: tuple[str, ...]) -> bytes | Problem:
    if bounds and not os.path.realpath(path).startswith(bounds):
        return refused(shown, Unreadable(file_codes.FILE_NOT_REGULAR), _LIMIT)
    try:
        return read_regular(path, _LIMIT)
    except (OSError, Unreadable) as error:
        return refused(shown, error, _LIMIT)


def _shown(folder: Path, root: Path) -> str:
    """Return how a theme's folder is named in messages, wherever the program lies."""
    return show(folder, root) if folder.is_relative_to(root / "themes") else f"themes/{folder.name}"

"""Files that go into the output as they stand: the theme's, the site's own, pictures and attachments."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Final

from msgspec import Struct

from casesite.model.artifact import Artifact, Copy, Store
from casesite.model.problem import Problem
from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs import digest

_STATIC: Final = "content/static/"
_PICTURES: Final = frozenset({"jpeg", "png", "gif", "webp"})
_URL: Final = re.compile(r"""url\(\s*(["']?)([^"'()\s?#]+)([?#][^"'()\s]*)?\1\s*\)""")


class ThemeFile(Struct, frozen=True, array_like=True):
    """A static file of the theme, by its name there; the theme's digest stands for its bytes."""

    name: str


def asset_names(theme: Theme) -> dict[str, str]:
    """Return where each static file of the theme lies in the output: `site.css` → `assets/site-1f2e3d4c.css`.

    The eight hex digits are of the file's bytes as written, so a browser may keep it for ever.
    """
    return {name: path for name, (path, _) in _files(theme).items()}


def plan(site: Site, theme: Theme) -> Iterator[Artifact]:
    """Name the theme's static files, the site's own, and the published pictures and attachments."""
    for name, path in asset_names(theme).items():
        yield digest.artifact(path, "assets/theme", ThemeFile(name), theme=theme)
    for asset in site.static:
        yield _copy(
            asset.path.removeprefix(_STATIC), asset.path, asset.digest, picture=asset.kind in _PICTURES
        )
    placed: set[str] = set()
    for target, path in sorted(site.addresses.items()):
        kind, _, source = target.partition("/")
        asset_at = site.assets.get(source) if kind in {"picture", "file"} else None
        if asset_at and path not in placed:
            placed.add(path)
            yield _copy(path, source, asset_at.digest, picture=asset_at.kind in _PICTURES)


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
    """Return a static file of the theme, its style sheets with the names of the files they use."""
    del store
    _, data = _files(theme)[artifact.inputs.name]
    return data


def _copy(path: str, source: str, content: str, *, picture: bool) -> Artifact:
    """Return the artifact of a file that is copied."""
    return digest.artifact(path, "copy", Copy(source, content, picture), theme=None, source=source)


def _files(theme: Theme) -> dict[str, tuple[str, bytes]]:
    """Return output path and bytes of each static file; what a style sheet uses is named before the sheet."""
    files: dict[str, tuple[str, bytes]] = {}
    for name in sorted(theme.static):
        _add(name, theme.static, files, ())
    return dict(sorted(files.items()))


def _add(
    name: str, static: Mapping[str, bytes], files: dict[str, tuple[str, bytes]], above: tuple[str, ...]
) -> None:
    """Add a file and what it uses; `above` are the sheets being added, which it cannot name in turn."""
    if name in files or name in above or name not in static:
        return
    data = static[name]
    folder, base = posixpath.split(name)

    def rename(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, match[2]))
        _add(target, static, files, (*above, name))
        if target not in files:
            return match[0]
        relative = posixpath.relpath(files[target][0], posixpath.join("assets", folder))
        return f'url("{relative}{match[3] or ""}")'

    if name.endswith(".css"):
        text = _URL.sub(rename, data.decode("utf-8", "surrogateescape"))
        data = text.encode("utf-8", "surrogateescape")
    stem, extension = posixpath.splitext(base)
    mark = blake2b(data, digest_size=4).hexdigest()
    files[name] = (posixpath.join("assets", folder, f"{stem}-{mark}{extension}"), data)

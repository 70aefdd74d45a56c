"""Files that go into the output as they stand: the theme's, the site's own, pictures and attachments."""

import posixpath
import re
from collections.abc import Iterator
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
    """Return output path and bytes of each static file; style sheets come last: they name the others."""
    files: dict[str, tuple[str, bytes]] = {}
    for name in sorted(theme.static, key=lambda one: (one.endswith(".css"), one)):
        data = theme.static[name]
        if name.endswith(".css"):
            data = _renamed(name, data, files)
        stem, extension = posixpath.splitext(name)
        mark = blake2b(data, digest_size=4).hexdigest()
        files[name] = (f"assets/{stem}-{mark}{extension}", data)
    return dict(sorted(files.items()))


def _renamed(name: str, data: bytes, files: dict[str, tuple[str, bytes]]) -> bytes:
    """Return a style sheet whose `url(…)` name the theme's other files as they are called in the output."""
    folder = posixpath.dirname(name)

    def replace(match: re.Match[str]) -> str:
        named = files.get(posixpath.normpath(posixpath.join(folder, match[2])))
        if named is None:
            return match[0]
        relative = posixpath.relpath(named[0], posixpath.join("assets", folder))
        return f'url("{relative}{match[3] or ""}")'

    return _URL.sub(replace, data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")

"""The pages of a small site under the built-in theme, looked at as a reader's browser does."""

from functools import cache
from pathlib import Path
from typing import Any

from justhtml import JustHTML
from msgspec.structs import replace

from casesite.gathering.read import Read
from casesite.gathering.site import gather
from casesite.model.problem import Problem
from casesite.model.settings import Settings
from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs import html
from casesite.pipeline.theme import read_theme
from casesite.project.themes import load_theme
from tests.unit.outputs.factory import NOW, Bodies


@cache
def theme(language: str = "zh") -> Theme:
    """Return the built-in theme as builds read it."""
    found, problems = read_theme(load_theme(Path(__file__).parents[4], "default"), language)
    assert found is not None
    assert not problems
    return found


def themed(**templates: str) -> Theme:
    """Return the built-in theme with templates replaced: `home` for `home.html`."""
    base = theme()
    changed = {f"{name}.html": text for name, text in templates.items()}
    state = "".join(f"{name}{text}" for name, text in changed.items())
    return replace(base, templates={**base.templates, **changed}, digest=base.digest + state)


def preview(*cases: Any, **rest: Any) -> Site:  # noqa: ANN401 - any part of Read
    """Gather a site as `serve` shows it, drafts included."""
    read = Read(settings=Settings(title="案例库"), cases=cases, **rest)
    return gather(read, now=NOW, preview=True)[0]


class Pages:
    """The planned pages of a site, rendered when looked at."""

    def __init__(self, site: Site, look: Theme | None = None, **bodies: str) -> None:
        self.theme = look or theme()
        self.store = Bodies(**bodies)
        self.artifacts = {one.path: one for one in html.plan(site, self.theme)}

    def text(self, path: str) -> str:
        """Return a page's markup."""
        made = html.render(self.artifacts[path], self.theme, self.store)
        assert isinstance(made, bytes), made
        return made.decode()

    def problem(self, path: str) -> Problem:
        """Return what keeps a page from being made."""
        made = html.render(self.artifacts[path], self.theme, self.store)
        assert isinstance(made, Problem)
        return made

    def page(self, path: str) -> JustHTML:
        """Return a page's tree; markup that is not well formed is an error."""
        return JustHTML(self.text(path), sanitize=False)

    def words(self, path: str, css: str) -> list[str]:
        """Return the text of each element that matches, spaces at its ends dropped."""
        return [
            " ".join(one.to_text(separator="", strip=False).split()) for one in self.page(path).query(css)
        ]

    def links(self, path: str, css: str = "a") -> list[tuple[str, str]]:
        """Return text and address of each link that matches."""
        return list(zip(self.words(path, css), self.attributes(path, css, "href"), strict=True))

    def attributes(self, path: str, css: str, name: str) -> list[str]:
        """Return one attribute of each element that matches; an element without it gives an empty text."""
        return [(one.attrs or {}).get(name) or "" for one in self.page(path).query(css)]

    def digests(self) -> dict[str, str]:
        """Return the digest of every page."""
        return {path: one.digest for path, one in self.artifacts.items()}

"""Site → artifacts: which files the output has, and how each is made."""

from collections.abc import Iterator
from typing import Final, Protocol

from casesite.model.artifact import Artifact, Store
from casesite.model.problem import Problem
from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs import assets, data, feed, html, search, sitemap
from casesite.outputs.addresses import clashes

__all__ = ["FORMATS", "Format", "akin", "clashes", "plan", "render"]


class Format(Protocol):
    """What each format gives: a module with these two functions."""

    def plan(self, site: Site, theme: Theme) -> Iterator[Artifact]:
        """Name every file of this format, without making it."""
        ...

    def render(self, artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
        """Make one of them."""
        ...


FORMATS: Final[tuple[tuple[str, Format], ...]] = (
    ("html", html),
    ("search", search),
    ("feed", feed),
    ("sitemap", sitemap),
    ("data", data),
    ("assets", assets),
)
_BY_NAME: Final = dict(FORMATS)


def plan(site: Site, theme: Theme) -> list[Artifact]:
    """Return every artifact of the site, in the order of the formats; see `clashes` for paths taken twice."""
    return [artifact for _, each in FORMATS for artifact in each.plan(site, theme)]


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
    """Make one artifact; its kind begins with its format's name. Kind `copy` is copied by whoever writes."""
    return _BY_NAME[artifact.kind.partition("/")[0]].render(artifact, theme, store)


def akin(one: Artifact, other: Artifact) -> bool:
    """Say whether two artifacts that follow each other are made with less work in one process."""
    return one.kind == other.kind and one.kind.startswith("search/") and search.akin(one, other)

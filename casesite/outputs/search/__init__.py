"""Search data."""

from collections.abc import Iterator

from casesite.model.artifact import Artifact, Store
from casesite.model.problem import Problem
from casesite.model.site import Site
from casesite.model.theme import Theme


def plan(site: Site, theme: Theme) -> Iterator[Artifact]:
    """Name every file of this format."""
    del site, theme
    return iter(())


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
    """Make one of them."""
    del theme, store
    raise LookupError(artifact.kind)

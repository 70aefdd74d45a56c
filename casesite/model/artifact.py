"""One file of the output, before it is made."""

from typing import Any, Protocol

from msgspec import Struct

from casesite.model.case import Body


class Artifact(Struct, frozen=True, kw_only=True):
    """One file to be made: `path` below the output folder, with `/`.

    `kind` names the format that renders it (`html`, `search`, …) and what it is there (`html/case`).
    `inputs` is a frozen value (a Struct of that format) that holds all the result depends on, bodies by
    their digest. `digest` (hex) is over kind, inputs, the theme's digest where the theme is used, and the
    versions of what shapes the output. `needs` are ids of the cases whose bodies rendering will ask the
    store for. `source` is the project path that it comes from, for messages, or empty.
    """

    path: str
    kind: str
    inputs: Any
    digest: str
    needs: tuple[str, ...] = ()
    source: str = ""


class Copy(Struct, frozen=True, array_like=True):
    """The inputs of an artifact of kind `copy`: a file copied as it stands, a picture without metadata."""

    source: str
    digest: str
    picture: bool


class Store(Protocol):
    """Where the large parts of cases lie: asked by case id, read when needed."""

    def __hash__(self) -> int: ...

    def body(self, case_id: str) -> Body:
        """Return the body of a case of this build."""
        ...

    def terms(self, case_id: str) -> bytes:
        """Return the search terms of a case of this build, as `chinese.terms` packed them."""
        ...

    def words(self, case_id: str) -> bytes:
        """Return the words of a case that are found by sound, as `chinese.sounded` packed them."""
        ...

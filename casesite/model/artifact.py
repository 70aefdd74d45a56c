"""One file of the output, before it is made."""

from collections.abc import Callable
from typing import Any, Protocol

from msgspec import Struct

from casesite.model.case import Body


class Later(Struct, frozen=True, array_like=True):
    """A frozen value that is made when it is asked for: a pure function and what it takes."""

    make: Callable[..., Any]
    given: tuple[Any, ...]


class Artifact(Struct, frozen=True):
    """One file to be made: `path` below the output folder, with `/`.

    `kind` names the format that renders it (`html`, `search`, …) and what it is there (`html/case`).
    `digest` (hex) is over kind, inputs, the theme's digest where the theme is used, and the versions of
    what shapes the output. `told` are the inputs, or a `Later`: most artifacts of a build stand as they were
    written, and nobody asks for theirs. `needs` are ids of the cases whose bodies rendering will ask the
    store for. `source` is the project path that it comes from, for messages, or empty.
    """

    path: str
    kind: str
    digest: str
    told: Any
    needs: tuple[str, ...] = ()
    source: str = ""

    @property
    def inputs(self) -> Any:  # noqa: ANN401 - each format has inputs of its own type
        """A frozen value (a Struct of that format): all the result depends on, bodies by their digest."""
        told = self.told
        return told.make(*told.given) if type(told) is Later else told

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel with the inputs made: what a `Later` is given holds a whole site."""
        return Artifact, (self.path, self.kind, self.digest, self.inputs, self.needs, self.source)


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

    def terms(self, case_id: str) -> bytes | memoryview:
        """Return the search terms of a case of this build, as `chinese.terms` packed them."""
        ...

    def words(self, case_id: str) -> bytes:
        """Return the words of a case that are found by sound, as `chinese.sounded` packed them."""
        ...

"""A problem in a file: a value with its place, a code and the words that fill the code's sentence."""

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "hint", "off"]


class Problem(Struct, frozen=True, order=True, array_like=True):
    """Something a person should mend or know.

    `path` is relative to the project, with `/`. `line` and `column` count from 1; 0 stands for the
    whole file. `values` fill the sentence and the cure that `casesite.messages` holds for `code`.
    `excerpt` is the source line as it stands, without its line end.
    """

    path: str
    line: int
    column: int
    code: str
    values: tuple[tuple[str, str], ...] = ()
    excerpt: str = ""


class Place(Struct, frozen=True, array_like=True):
    """Where in a file something stands; counts as in `Problem`."""

    path: str
    line: int = 0
    column: int = 0
    excerpt: str = ""

    def problem(self, code: str, **values: str) -> Problem:
        """Return the problem `code` at this place."""
        return Problem(self.path, self.line, self.column, str(code), tuple(values.items()), self.excerpt)


class Finding(Struct, frozen=True, array_like=True):
    """A problem as it counts for one run: how severe, and whether it is about something to be published."""

    problem: Problem
    severity: Severity
    public: bool

    @property
    def blocking(self) -> bool:
        """Whether it keeps the site from being written."""
        return self.public and self.severity == "error"

"""The lines of a file, so that whatever is found in it can say where it stands."""

from typing import NamedTuple

from casesite.model.problem import Place

_LONGEST = 1000


class Lines(NamedTuple):
    """A file's path and its lines without line ends."""

    path: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, path: str, text: str) -> "Lines":
        """Make the lines of a text whose line ends are newlines alone, as `decode` gives it."""
        return cls(path, tuple(text.split("\n")))

    def line(self, number: int) -> str:
        """Return a line, counted from 1; empty outside the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, line: int, column: int) -> Place:
        """Return the place of a line and column, both from 1. A very long line is cut in the excerpt."""
        return Place(self.path, line, column, self.line(line)[:_LONGEST])

    @property
    def whole(self) -> Place:
        """The file as a whole."""
        return Place(self.path)

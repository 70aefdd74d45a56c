"""What the random editor knows of the project it writes."""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass
class CaseFile:
    """A case as its file is written: fields (raw YAML), paragraphs, and how the bytes look."""

    place: str
    fields: dict[str, str]
    body: list[str]
    line_end: str = "\n"
    mark: str = ""
    comment: str = ""

    def text(self) -> str:
        """Return the file's text."""
        lines = [f"{key}: {value}" for key, value in self.fields.items()]
        head = "\n".join(["---", *([f"# {self.comment}"] if self.comment else []), *lines, "---", "", ""])
        return self.mark + (head + "\n\n".join(self.body) + "\n").replace("\n", self.line_end)


@dataclass
class State:
    """All that is written; `made` counts names, so that none is given twice."""

    made: int = 0
    settings: dict[str, str] = field(
        default_factory=lambda: {"title": "案例库", "url": "https://cases.example.org", "id": "cases"}
    )
    cases: dict[str, CaseFile] = field(default_factory=dict)

    def number(self) -> int:
        """Return a number that was not given before."""
        self.made += 1
        return self.made


class Tree(NamedTuple):
    """The files of the project with their times, and what the editor knew then."""

    files: dict[str, tuple[bytes, int]]
    state: State

"""A submission as it becomes a draft: fields, text, and an account of everything that was changed."""

from collections import Counter

from msgspec import Struct

from casesite.intake.fields import as_lines
from casesite.model.problem import Problem


class Line(Struct, frozen=True, array_like=True):
    """A line of the submission: `number` counts from 1 in the original; `indented` is how it began."""

    number: int
    text: str
    indented: bool = False


class Change(Struct, frozen=True):
    """One change: the rule that made it (a key of `messages.intake.RULES`), and the text around it."""

    rule: str
    line: int
    before: str
    after: str


class Proposal(Struct, frozen=True):
    """Something the editor may take over: a `figure`, `region`, `org`, `place`, `reading` or `slogan`.

    `fields` are ready for the front matter; `sentence` is where it was found; `count` is how often.
    """

    kind: str
    line: int
    text: str
    sentence: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    count: int = 1


class Draft(Struct, frozen=True, kw_only=True):
    """A draft before it has an id. `title` is empty when none was found; `body` and `note` are Markdown.

    `name` is the original's file name. `changes` and `proposals` run in the order of the original's lines.
    """

    name: str
    title: str
    body: str
    note: str = ""
    authors: tuple[str, ...] = ()
    source: tuple[tuple[str, str], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    changes: tuple[Change, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How often each rule changed something, most often first."""
        return dict(Counter(change.rule for change in self.changes).most_common())

    def as_markdown(self, case_id: str, day: str) -> str:
        """Return the draft's file; `day` is the date of import (ISO)."""
        head = as_lines(
            {
                "id": case_id,
                "title": self.title,
                "date": day,
                "authors": self.authors,
                "source": dict(self.source),
                "readings": dict(self.readings),
                "status": "inbox",
            }
        )
        return "\n".join(("---", *head, "---", "", self.body, ""))

"""`content/letters/*.yaml`: readers' letters, one or a list of them in a file."""

from typing import Literal, cast

from casesite.messages import yaml as yaml_codes
from casesite.model.case import Rejected
from casesite.model.document import Letter
from casesite.model.fields import LETTER
from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.reading.decode import YAML_LIMIT, decode
from casesite.reading.form import Form
from casesite.reading.keys import OF_LETTER
from casesite.reading.lines import Lines
from casesite.reading.marked_yaml import parse
from casesite.reading.nodes import Mapping, Sequence


def read_letters(source: Source) -> tuple[Letter, ...] | Rejected:
    """Read the letters of a file; the first one carries the problems of the file as a whole."""
    text = decode(source, YAML_LIMIT)
    if isinstance(text, Problem):
        return Rejected(path=source.path, status="unknown", problems=(text,))
    lines = Lines.of(text.path, text.text)
    tree = parse(text.text, lines)
    if tree.broken or tree.root is None:
        problems = (*text.problems, *tree.problems)
        return Rejected(path=source.path, status="unknown", problems=problems) if problems else ()
    items = tree.root.items if isinstance(tree.root, Sequence) else (tree.root,)
    whole = [
        *text.problems,
        *tree.problems,
        *(
            lines.place(item.line, item.column).problem(yaml_codes.YAML_NOT_MAPPING)
            for item in items
            if not isinstance(item, Mapping)
        ),
    ]
    letters = []
    for item in items:
        if isinstance(item, Mapping):
            letters.append(_letter(Form(item, LETTER, lines, whole, wording=OF_LETTER)))
            whole = []
    if whole:
        return Rejected(path=source.path, status="unknown", problems=tuple(whole))
    return tuple(letters)


def _letter(form: Form) -> Letter:
    """Read one letter."""
    return Letter(
        path=form.lines.path,
        case=form.text("case"),
        date=form.date("date"),
        name=form.text("name"),
        text=form.prose("text"),
        status=cast("Literal['waiting', 'shown', 'refused']", form.choice("status") or "waiting"),
        reply=form.prose("reply"),
        problems=form.collected(),
    )

"""A theme's `strings/LANGUAGE.yaml`: keys to sentences."""

from casesite.messages import values as codes
from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.reading.decode import YAML_LIMIT, decode
from casesite.reading.lines import Lines
from casesite.reading.marked_yaml import parse_mapping
from casesite.reading.nodes import Scalar


def read_strings(source: Source) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the sentences by key; what is not a text is reported and left out."""
    text = decode(source, YAML_LIMIT)
    if isinstance(text, Problem):
        return {}, (text,)
    lines = Lines.of(text.path, text.text)
    mapping, problems = parse_mapping(text.text, lines)
    strings: dict[str, str] = {}
    wrong: list[Problem] = []
    for key, value in mapping.pairs if mapping else ():
        if isinstance(value, Scalar):
            strings[key.text] = value.text
        else:
            wrong.append(
                lines.place(value.line, value.column).problem(
                    codes.FIELD_NOT_TEXT,
                    field=key.text,
                    found=lines.line(value.line)[value.column - 1 :].strip(),
                )
            )
    return strings, (*text.problems, *problems, *wrong)

"""`casesite new`: a new case, issue or page with its fields laid out, to be filled in."""

import json
import re
from pathlib import Path
from typing import Final

from casesite.chinese.slug import slug
from casesite.commands.parser import Parser, UsageError, Values
from casesite.commands.place import day_of, now_of, project_of, settings_at
from casesite.messages.code import Language
from casesite.messages.interface import say
from casesite.model.fields import CASE, ISSUE, PAGE, Table
from casesite.model.nearest import nearest
from casesite.project.create import create_file
from casesite.project.ids import next_id

_CASE_FIELDS: Final = ("issue", "org", "region", "topics", "tags", "summary")
_KINDS: Final = ("case", "issue", "page")
_PAIR: Final = 2
_PLAIN: Final = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`](?:[^:#]|:(?!\s|$)|(?<!\s)#)*""")


class NewValues(Values):
    """The values of this command's options."""

    words: list[str]
    now: str | None


def configure(parser: Parser) -> None:
    """Declare the command's options."""
    parser.project_argument(positional=False)
    parser.option("--now", "now", metavar="TIME")
    parser.add_argument(
        "words", nargs="+", metavar="[case|issue|page] TITLE", help=say("kind", parser.language)
    )


def run(values: NewValues) -> int:
    """Create the file and name it."""
    kind, title = _asked(values)
    root = project_of(values)
    day = day_of(now_of(values), settings_at(root))
    make = {"case": _case, "issue": _issue, "page": _page}[kind]
    path, text = make(root, title, day, values.lang)
    if not create_file(root, path, text):
        raise UsageError(say("exists", values.lang, path=path))
    print(say("created", values.lang, path=path))
    return 0


def _asked(values: NewValues) -> tuple[str, str]:
    """Return kind and title: `new 标题` makes a case."""
    words = values.words
    kind, rest = (words[0], words[1:]) if words[0] in _KINDS and len(words) > 1 else ("case", words)
    meant = nearest(words[0], _KINDS) if words[0] not in _KINDS and len(words) > 1 else ""
    if meant and _one_edit(words[0].lower(), meant):
        raise UsageError(
            say("kind-wrong", values.lang, found=words[0], nearest=meant, title=" ".join(rest[1:]))
        )
    title = " ".join(" ".join(rest).split())
    if not title:
        raise UsageError(say("no-title", values.lang))
    return kind, title


def _one_edit(word: str, other: str) -> bool:
    """Say whether one letter more, less, changed or exchanged with its neighbour tells two words apart."""
    longer, shorter = sorted((word, other), key=len, reverse=True)
    if len(longer) > len(shorter):
        return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
    wrong = [place for place in range(len(word)) if word[place] != other[place]]
    exchanged = (
        len(wrong) == _PAIR and word[wrong[0]] == other[wrong[1]] and word[wrong[1]] == other[wrong[0]]
    )
    return len(wrong) < _PAIR or exchanged


def _case(root: Path, title: str, day: str, language: Language) -> tuple[str, str]:
    case_id = next_id(root, day[:7])
    lines = [f"id: {case_id}", f"title: {_quoted(title)}", f"date: {day}"]
    lines += [_empty(CASE, key, language) for key in _CASE_FIELDS]
    lines += [f"status: draft  # {say('publish-later', language)}"]
    return f"content/cases/{case_id}.md", _document(lines, say("write-here", language))


def _issue(root: Path, title: str, day: str, language: Language) -> tuple[str, str]:
    name = day[:7]
    while (root / f"content/issues/{name}.md").exists():
        name = f"{name}-2" if len(name) == len(day[:7]) else f"{day[:7]}-{int(name.rpartition('-')[2]) + 1}"
    number = sum(1 for _ in (root / "content/issues").glob("*.md")) + 1
    lines = [
        f"number: {number}",
        f"title: {_quoted(title)}",
        f"date: {day}",
        _empty(ISSUE, "cases", language),
    ]
    return f"content/issues/{name}.md", _document(lines, say("note-here", language))


def _page(root: Path, title: str, day: str, language: Language) -> tuple[str, str]:
    del root, day
    lines = [f"title: {_quoted(title)}", _empty(PAGE, "summary", language), "menu: false"]
    return f"content/pages/{slug(title)}.md", _document(lines, say("write-here", language))


def _document(lines: list[str], body: str) -> str:
    return "\n".join(("---", *lines, "---", "", body, ""))


def _empty(table: Table, key: str, language: Language) -> str:
    """Return a field left empty, with what it is for and how it would be written."""
    field = table.names[key]
    help_text = field.zh if language == "zh" else field.en
    example = say("such-as", language, example=field.example) if field.example else ""
    return f"{key}:  # {field.label}，{help_text}{example}"


def _quoted(text: str) -> str:
    """Return a text as YAML takes it, quoted only where it must be."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

"""`casesite import`: submissions become drafts, each with its original and a report of every change."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from casesite.commands.parser import Parser, UsageError, Values
from casesite.commands.place import context_at, day_of, now_of, project_of
from casesite.commands.report import as_text
from casesite.intake.article import read_article
from casesite.intake.draft import Draft
from casesite.intake.report import Filed, as_html, as_json, as_record, problem_record
from casesite.messages import find, intake
from casesite.messages.code import Language
from casesite.messages.interface import say
from casesite.model.problem import Finding, Place, Problem
from casesite.model.source import Source
from casesite.project.drafts import BESIDE, DRAFT, read_file, write_draft
from casesite.project.ids import next_id
from casesite.reading.context import Context
from casesite.reading.decode import decode

_KINDS: Final = frozenset({".txt", ".text"})
_INTO: Final = re.compile(r"(?:inbox|cases)(?:/[^./\\:*?\"<>|\s][^/\\:*?\"<>|]*)*")
_MOST_TRIES: Final = 1000
_REPORT: Final = f"{BESIDE}/report.html"


class ImportValues(Values):
    """The values of this command's options."""

    files: list[str]
    into: str
    dry_run: bool
    now: str | None
    format: str


class _Target(NamedTuple):
    """Where drafts go, and what is known of the site they are for."""

    root: Path
    folder: str
    day: str
    context: Context
    language: Language


class _Done(NamedTuple):
    """One submission: its draft, or the problem that kept it from becoming one."""

    draft: Draft | None
    filed: Filed
    problems: tuple[Problem, ...]


def configure(parser: Parser) -> None:
    """Declare the command's options."""
    parser.project_argument(positional=False)
    parser.add_argument("files", nargs="+", metavar="FILE", help=say("files", parser.language))
    parser.option("--into", "into", metavar="DIR", default="inbox")
    parser.switch("--dry-run", "dry-run")
    parser.option("--now", "now", metavar="TIME")
    parser.option("--format", "format", choices=("text", "json"), default="text")


def run(values: ImportValues) -> int:
    """Import each file; 1 when one of them could not be."""
    into = values.into.replace("\\", "/").removeprefix("content/").strip("/")
    if not _INTO.fullmatch(into):
        raise UsageError(say("into-wrong", values.lang, value=values.into))
    root = project_of(values)
    context = context_at(root)
    settings = context.settings
    target = _Target(root, f"content/{into}", day_of(now_of(values), settings), context, values.lang)
    done = [_import(target, name, dry=values.dry_run) for name in values.files]
    if values.format == "json":
        print(_json(values, done))
    else:
        for one in done:
            _print(values, one)
    return 1 if any(one.draft is None for one in done) else 0


def _import(target: _Target, name: str, *, dry: bool) -> _Done:
    """Read one file, and write its draft unless `dry`."""
    source = _submission(name)
    if isinstance(source, Problem):
        return _failed(target, source)
    draft = _read(source, target)
    if isinstance(draft, Problem):
        return _failed(target, draft)
    for filed in _places(target, draft.name):
        written = dry or write_draft(
            target.root, filed.path.rpartition("/")[0], _files(draft, filed, source.data, target)
        )
        if isinstance(written, Problem):
            return _failed(target, written)
        if written:
            return _Done(draft, filed, draft.problems)
    wrong = Place(target.folder).problem(intake.NOT_WRITTEN, path=target.folder, reason="FileExistsError")
    return _failed(target, wrong)


def _failed(target: _Target, problem: Problem) -> _Done:
    return _Done(None, Filed("", "", "", target.day), (problem,))


def _submission(name: str) -> Source | Problem:
    """Read a file of a kind that can be imported."""
    shown = Path(name).name
    if Path(name).suffix.lower() not in _KINDS:
        return Place(shown).problem(intake.IMPORT_KIND, file=shown)
    return read_file(Path(name), shown)


def _read(source: Source, target: _Target) -> Draft | Problem:
    text = decode(source)
    if isinstance(text, Problem):
        return text
    return read_article(
        text.text,
        name=text.path,
        known=target.context.readings,
        vocabularies=target.context.vocabularies,
        hints=text.problems,
    )


def _places(target: _Target, name: str) -> Iterator[Filed]:
    """Yield where a draft may go: the next free id, then those after it, if another command was quicker."""
    month = target.day[:7]
    first = int(next_id(target.root, month).rpartition("-")[2])
    for number in range(first, first + _MOST_TRIES):
        case_id = f"{month}-{number:03}"
        folder = f"{target.folder}/{case_id}"
        yield Filed(case_id, f"{folder}/{DRAFT}", f"{folder}/{BESIDE}/original/{name}", target.day)


def _files(draft: Draft, filed: Filed, original: bytes, target: _Target) -> Mapping[str, bytes]:
    """Return the files of the draft's folder by their paths in it."""
    return {
        DRAFT: draft.as_markdown(filed.case_id, filed.day).encode(),
        f"{BESIDE}/original/{draft.name}": original,
        _REPORT: as_html(draft, filed, target.language).encode(),
        f"{BESIDE}/report.json": as_json(draft, filed, target.language).encode(),
    }


def _print(values: ImportValues, done: _Done) -> None:
    """Tell a person: what is to be looked at, where the draft is, how much each rule changed."""
    language = values.lang
    if done.problems:
        print(as_text(_findings(done), language), end="\n\n")
    draft = done.draft
    if draft is None:
        return
    changes = len(draft.changes)
    if values.dry_run:
        print(say("would-import", language, path=done.filed.path, changes=changes))
    else:
        report = f"{done.filed.path.removesuffix(DRAFT)}{_REPORT}"
        print(say("imported", language, path=done.filed.path, changes=changes, report=report))
    for name, count in draft.counts.items():
        print("  " + say("import-rule", language, rule=intake.rule(name, language), count=count))
    for one in draft.changes if values.dry_run else ():
        after = one.after or intake.word("nothing", language)
        rule = intake.rule(one.rule, language)
        print(say("import-change", language, line=one.line, rule=rule, before=one.before, after=after))


def _findings(done: _Done) -> tuple[Finding, ...]:
    return tuple(Finding(problem, find(problem.code).severity, public=True) for problem in done.problems)


def _json(values: ImportValues, done: list[_Done]) -> str:
    """Return everything as one JSON object."""
    drafts = [as_record(one.draft, one.filed, values.lang) for one in done if one.draft]
    wrong = [
        problem_record(problem, values.lang) for one in done if not one.draft for problem in one.problems
    ]
    return json.dumps(
        {"written": not values.dry_run, "drafts": drafts, "problems": wrong}, ensure_ascii=False, indent=1
    )

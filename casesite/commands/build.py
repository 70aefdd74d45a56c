"""`casesite build`: makes the site, or says what keeps it from being made."""

import gc
import sys
import webbrowser
from pathlib import Path

from casesite.commands.building import Order, Outcome, build_site
from casesite.commands.parser import Parser, Values
from casesite.commands.place import now_of, project_of
from casesite.commands.report import as_brief_text, as_json, counts, waiting_line, waiting_record
from casesite.commands.report_file import REPORT, write_report
from casesite.messages.interface import say


class BuildValues(Values):
    """The values of this command's options."""

    out: str | None
    adopt: bool
    strict: bool
    now: str | None
    format: str
    open: bool
    doubts: bool


def configure(parser: Parser) -> None:
    """Declare the command's options."""
    parser.project_argument()
    parser.option("--out", "out", metavar="DIR")
    parser.switch("--adopt", "adopt")
    parser.switch("--strict", "strict")
    parser.option("--now", "now", metavar="TIME")
    parser.option("--format", "format", choices=("text", "json", "html"), default="text")
    parser.switch("--doubts", "doubts")
    parser.switch("--open", "open")


def run(values: BuildValues) -> int:
    """Build; 0 when the site is in place, 1 when a problem kept it from being written."""
    gc.disable()  # a build leaves little in circles, and the process ends with it
    root = project_of(values)
    out = str(Path(values.out).absolute()) if values.out else ""
    order = Order(
        root, now_of(values), out=out, adopt=values.adopt, strict=values.strict, unsure=values.doubts
    )
    outcome = build_site(order)
    if values.format == "json":
        print(_as_json(values, outcome, root))
    else:
        _print(values, outcome, root)
    if outcome.summary is None:
        if values.open and values.format == "html" and (root / REPORT).is_file():
            webbrowser.open((root / REPORT).absolute().as_uri())
        return 1
    if values.open:
        webbrowser.open((outcome.out / "index.html").absolute().as_uri())
    return 0


def _print(values: BuildValues, outcome: Outcome, root: Path) -> None:
    """Tell a person: findings, then one line of counts, then what was done."""
    language = values.lang
    shown = tuple(finding for finding in outcome.findings if finding.public)
    hidden = len(outcome.findings) - len(shown)
    if outcome.forgotten:
        print(say("ledger", language), file=sys.stderr)
    if values.format == "html":
        write_report(root, outcome.findings, language)
    elif shown:
        print(as_brief_text(shown, language), end="\n\n")
    if shown:
        print(counts(shown, language))
    if hidden:
        print(say("drafts", language, count=hidden, command="casesite check"))
    if outcome.summary is None:
        print(say("not-built", language))
        return
    done = outcome.summary
    print(
        say(
            "built",
            language,
            cases=outcome.cases,
            files=done.written + done.kept,
            written=done.written,
            kept=done.kept,
            removed=done.removed,
        )
    )
    if outcome.waiting.total:
        print(waiting_line(outcome.waiting, language))
    home = outcome.out / "index.html"
    print(say("built-at", language, path=str(home.relative_to(root) if home.is_relative_to(root) else home)))


def _as_json(values: BuildValues, outcome: Outcome, root: Path) -> str:
    done = outcome.summary
    return as_json(
        outcome.findings,
        values.lang,
        built=done is not None,
        project=root.name,
        cases=outcome.cases,
        written=done.written if done else 0,
        kept=done.kept if done else 0,
        removed=done.removed if done else 0,
        waiting=waiting_record(outcome.waiting),
    )

"""Makes the site as `casesite build` asks, and tells of it."""

import contextlib
import sys
import webbrowser
from pathlib import Path

from casesite.commands.build import BuildValues
from casesite.commands.building import Order, Outcome, build_site
from casesite.commands.laps import Laps
from casesite.commands.place import now_of, project_of
from casesite.commands.report import as_brief_text, as_json, counts, waiting_line, waiting_record
from casesite.commands.report_file import REPORT, write_report
from casesite.messages.interface import say
from casesite.project.publish import Summary
from casesite.project.standing import Asked, Left, Sources, look, remember


def make(values: BuildValues, out: str, jobs: int, asked: Asked | None, started: int) -> int:
    """Build into `out` (empty for the settings' own) and tell; the exit code as of `casesite build`.

    `jobs` is how many processes are to do it, 0 for as many as pays. `asked` is under which the next build
    finds that nothing has changed, where that can be told; `started` is when this one began (nanoseconds).
    """
    root, laps = project_of(values), Laps(started)
    order = Order(
        root,
        now_of(values),
        out=out,
        adopt=values.adopt,
        strict=values.strict,
        unsure=values.doubts,
        jobs=jobs,
        lap=laps,
    )
    laps("lap-start")
    sources = look(asked, started) if asked else None
    outcome = build_site(order)
    if outcome.forgotten and values.format != "json":
        print(say("ledger", values.lang), file=sys.stderr)
    if values.format == "html":
        write_report(root, outcome.findings, values.lang)
    sys.stdout.write(_told(values, outcome, root))
    if outcome.summary is None:
        _tell_laps(values, laps)
        if values.open and values.format == "html" and (root / REPORT).is_file():
            webbrowser.open((root / REPORT).absolute().as_uri())
        return 1
    if values.open:
        webbrowser.open((outcome.out / "index.html").absolute().as_uri())
    if asked and sources and outcome.standing:
        _remember(asked, sources, outcome, values, root)
        laps("lap-remember")
    _tell_laps(values, laps)
    return 0


def _tell_laps(values: BuildValues, laps: Laps) -> None:
    if values.profile:
        print(laps.told(values.lang), file=sys.stderr, end="")


def _remember(asked: Asked, sources: Sources, outcome: Outcome, values: BuildValues, root: Path) -> None:
    """Note that the site stands, and what there will be to say while it does."""
    done = outcome.summary or Summary()
    still = outcome._replace(summary=Summary(kept=done.written + done.kept))
    told = _told(values, still, root)
    left = Left(str(outcome.out.resolve()), outcome.standing, outcome.journal, *outcome.span, told)
    with contextlib.suppress(OSError):  # it costs the next build time, nothing else
        remember(asked, sources, left)


def _told(values: BuildValues, outcome: Outcome, root: Path) -> str:
    """Return what a person or a program is told: findings, counts, what was done."""
    return (_as_json if values.format == "json" else _as_text)(values, outcome, root) + "\n"


def _as_text(values: BuildValues, outcome: Outcome, root: Path) -> str:
    language = values.lang
    shown = tuple(finding for finding in outcome.findings if finding.public)
    hidden = len(outcome.findings) - len(shown)
    lines = []
    if shown:
        lines += [as_brief_text(shown, language), ""] if values.format == "text" else []
        lines.append(counts(shown, language))
    if hidden:
        lines.append(say("drafts", language, count=hidden, command="casesite check"))
    if outcome.summary is None:
        return "\n".join((*lines, say("not-built", language)))
    done = outcome.summary
    lines.append(
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
        lines.append(waiting_line(outcome.waiting, language))
    home = outcome.out / "index.html"
    shown_home = str(home.relative_to(root) if home.is_relative_to(root) else home)
    return "\n".join((*lines, say("built-at", language, path=shown_home)))


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

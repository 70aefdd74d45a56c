"""`casesite serve`: previews the site on this machine, drafts too, and follows every saved change."""

import signal
import sys
import threading
import time
import webbrowser
from pathlib import Path
from typing import Final

from casesite.commands.building import Order, Outcome, build_site
from casesite.commands.fault import report_fault
from casesite.commands.parser import Parser, UsageError, Values
from casesite.commands.place import now_of, project_of
from casesite.commands.report import as_text, counts
from casesite.commands.standing import STATE
from casesite.messages.interface import say
from casesite.outputs.report import render_readings, render_report
from casesite.outputs.unsure import parted
from casesite.project.watch import watch
from casesite.serving.server import Server

_STATE: Final = f"{STATE}/preview"
_OUT: Final = f"{_STATE}/site"
"""Never the output folder, so that no draft can be published by mistake."""
PROBLEMS: Final = "/_problems"
READINGS: Final = "/_readings"
"""Addresses of the preview's own pages."""
_HIGHEST_PORT: Final = 65535


class ServeValues(Values):
    """The values of this command's options."""

    port: str
    no_open: bool
    now: str | None


def configure(parser: Parser) -> None:
    """Declare the command's options."""
    parser.project_argument()
    parser.option("--port", "port", default="0", metavar="N")
    parser.switch("--no-open", "no-open")
    parser.option("--now", "now", metavar="TIME")


def run(values: ServeValues) -> int:
    """Serve until interrupted; problems are shown as a page, and the server lives on."""
    root = project_of(values)
    folder = root / _OUT
    folder.mkdir(parents=True, exist_ok=True)
    with _server(values, folder) as server:
        building = threading.Lock()

        def rebuild(_: frozenset[str] = frozenset()) -> None:
            with building:
                follow(values, root, server)

        # Watched from before the first build: what is saved meanwhile is built right after it.
        with watch(root, rebuild):
            rebuild()
            print(say("serving", values.lang, url=server.address), flush=True)
            if not values.no_open:
                webbrowser.open(server.address)
            _wait_for_interrupt()
    return 0


def follow(values: ServeValues, root: Path, server: Server) -> None:
    """Build the preview anew and show what came of it; a bug is told, and the next change followed again."""
    try:
        _show(_preview(values, root), server, values)
    except BrokenPipeError:  # nobody reads on: the preview ends, from whichever thread that was noticed
        signal.raise_signal(signal.SIGINT)
    except Exception as fault:  # noqa: BLE001 — it would end the thread that watches, and print a traceback
        print(report_fault(fault, values.lang), file=sys.stderr, flush=True)


def _server(values: ServeValues, folder: Path) -> Server:
    """Return the server on the port asked for. Raises `UsageError` for a port that cannot be had."""
    if not (values.port.isascii() and values.port.isdigit() and int(values.port) <= _HIGHEST_PORT):
        raise UsageError(say("port-wrong", values.lang, value=values.port))
    try:
        return Server(folder, int(values.port))
    except OSError:
        raise UsageError(say("port-taken", values.lang, value=values.port)) from None


def _preview(values: ServeValues, root: Path) -> Outcome:
    """Build the preview: cases of every status, as things stand now."""
    return build_site(
        Order(root, now_of(values), out=_OUT, state=_STATE, everything=True, preview=True, unsure=True)
    )


def _show(outcome: Outcome, server: Server, values: ServeValues) -> None:
    """Let open pages load anew, or show them what must be mended first."""
    language, findings = values.lang, outcome.findings
    problems, unsure = parted(findings)
    if problems:
        print(as_text(problems, language), end="\n\n")
    print(counts(findings, language), flush=True)
    server.offer(
        {
            PROBLEMS: render_report(findings, language, title="report-title", readings=READINGS),
            READINGS: render_readings(findings, language, problems=PROBLEMS),
        },
        [
            *([(say("banner", language, count=len(problems)), PROBLEMS)] if problems else ()),
            *([(say("unsure-link", language, count=len(unsure)), READINGS)] if unsure else ()),
        ],
    )
    if outcome.summary is None:
        server.show_problems(render_report(findings, language, readings=READINGS))
        return
    print(say("rebuilt", language, written=outcome.summary.written), flush=True)
    server.show_problems(None)


def _wait_for_interrupt() -> None:
    """Sleep in short steps: on Windows a longer wait is not interrupted."""
    while True:
        time.sleep(0.5)

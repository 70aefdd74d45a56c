"""`casesite serve`: previews the site on this machine, drafts too, and follows every saved change."""

import contextlib
import gc
import signal
import sys
import threading
import time
import webbrowser
from pathlib import Path
from typing import Final

from casesite.commands.building import Kept, Order, Outcome, build_site, put_away
from casesite.commands.fault import report_fault
from casesite.commands.parser import Parser, UsageError, Values
from casesite.commands.place import now_of, project_of
from casesite.commands.report import as_text, counts
from casesite.commands.standing import STATE
from casesite.messages.interface import say
from casesite.model.problem import Problem
from casesite.outputs.report import render_readings, render_report
from casesite.outputs.unsure import parted
from casesite.pipeline.ahead import page_ahead
from casesite.project.drafts import read_file
from casesite.project.watch import watch
from casesite.serving.server import Server

_STATE: Final = f"{STATE}/preview"
_OUT: Final = f"{_STATE}/site"
"""Never the output folder, so that no draft can be published by mistake."""
_FEW: Final = 3
"""So many edited cases are shown ahead of the rest."""
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
        preview = Preview(values, root, server)
        # Watched from before the first build: what is saved meanwhile is built right after it.
        with watch(root, preview.follow):
            preview.follow()
            print(say("serving", values.lang, url=server.address), flush=True)
            if not values.no_open:
                webbrowser.open(server.address)
            try:
                _wait_for_interrupt()
            finally:
                preview.close()
    return 0


class Preview:
    """The site as the editor sees it, built again and again in one process; what was read stays in memory."""

    def __init__(self, values: ServeValues, root: Path, server: Server) -> None:
        self._values = values
        self._root = root
        self._server = server
        self._kept: Kept | None = None
        self._building = threading.Lock()
        self._closed = False

    def follow(self, changed: frozenset[str] = frozenset()) -> None:
        """Build anew and show what came of it; a bug is told, and the next change followed again.

        `changed` are paths in the project. Where but the words of a few cases were, their pages go ahead.
        """
        with self._building:
            if self._closed:
                return
            try:
                self._go_ahead(changed)
                self._build()
            except BrokenPipeError:  # nobody reads on: it ends, from whichever thread that was noticed
                signal.raise_signal(signal.SIGINT)
            except Exception as fault:  # noqa: BLE001 — it would end the thread that watches, with a traceback
                self._kept = None
                print(report_fault(fault, self._values.lang), file=sys.stderr, flush=True)

    def close(self) -> None:
        """Build no more, and leave what was read to the next preview."""
        with self._building:
            self._closed = True
            if self._kept is not None:
                put_away(self._order(), self._kept)

    def _go_ahead(self, changed: frozenset[str]) -> None:
        """Show the pages of the edited cases at once: who has just saved looks at these."""
        if self._kept is None or self._server.problems is not None or len(changed) > _FEW:
            return
        pages = [page for path in changed if (page := self._page_ahead(self._kept, path))]
        beside = self._root / _STATE / "ahead"
        with contextlib.suppress(OSError):  # a courtesy: the build follows
            for path, data in pages:
                beside.write_bytes(data)
                beside.replace(self._server.folder / path)
                self._server.reload()

    def _page_ahead(self, kept: Kept, path: str) -> tuple[str, bytes] | None:
        place = self._root / path
        if path not in kept.ledger.signed or not place.resolve().is_relative_to(self._root.resolve()):
            return None
        source = read_file(place, path)
        return None if isinstance(source, Problem) else page_ahead(kept.build, source)

    def _build(self) -> None:
        outcome = build_site(self._order(), self._kept)
        if self._kept is None and outcome.kept is not None:
            gc.freeze()  # what is held for good need not be looked through again and again
        self._kept = outcome.kept
        _show(outcome, self._server, self._values)

    def _order(self) -> Order:
        """Return what is built: cases of every status, as things stand now."""
        now = now_of(self._values)
        return Order(self._root, now, out=_OUT, state=_STATE, everything=True, preview=True, unsure=True)


def _server(values: ServeValues, folder: Path) -> Server:
    """Return the server on the port asked for. Raises `UsageError` for a port that cannot be had."""
    if not (values.port.isascii() and values.port.isdigit() and int(values.port) <= _HIGHEST_PORT):
        raise UsageError(say("port-wrong", values.lang, value=values.port))
    try:
        return Server(folder, int(values.port))
    except OSError:
        raise UsageError(say("port-taken", values.lang, value=values.port)) from None


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

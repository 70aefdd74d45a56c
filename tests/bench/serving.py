"""The preview: from saving a file to its new page over HTTP, by a client as real as a browser's.

A page is either asked for again and again until the new text is there, or, as an open page does, when the
server's event says that there is something new.
"""

import http.client
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Self

from tests.bench.edits import EDITS, Shown, edited
from tests.bench.lanes import Timed, tell
from tests.bench.measure import NOW, Measured, environment

_ADDRESS: Final = re.compile(r"http://(127\.0\.0\.1:\d+)/")
_MARK: Final = re.compile(rb"/_reload\.js\?([\w-]+)")
_AGAIN: Final = 0.002
"""Seconds between two requests of a client that polls."""
_REST: Final = 0.5
"""Seconds in which nothing is done after an edit, so that none meets the end of the one before."""
_LONGEST: Final = 120.0
_START: Final = 3600.0
_PEAK: Final = re.compile(r"VmHWM:\s+(\d+) kB")


class Preview:
    """A running `casesite serve` of a project; used in a `with`, which ends it as Ctrl+C does."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._log = root / "serve.log"

    def __enter__(self) -> Self:
        begun = time.perf_counter()
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [*(sys.executable, "-m", "casesite", "serve"), "--no-open", "--now", NOW, "--lang", "en"],
                cwd=self._root,
                env=environment(),
                stdout=log,
                stderr=log,
            )
        try:
            self._host = self._address(begun + _START)
        except BaseException:
            self._process.kill()
            self._process.wait()
            raise
        self.start = time.perf_counter() - begun
        return self

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGINT if sys.platform != "win32" else signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            tell("serve did not end when it was told to, and was killed")

    def _address(self, end: float) -> str:
        """Return host and port once the first build is there."""
        while time.perf_counter() < end and self._process.poll() is None:
            found = _ADDRESS.search(self._log.read_text(encoding="utf-8", errors="replace"))
            if found:
                return found[1]
            time.sleep(0.01)
        message = f"serve did not start: {self._log.read_text(encoding='utf-8', errors='replace')[-500:]}"
        raise RuntimeError(message)

    def connection(self) -> http.client.HTTPConnection:
        """Return a connection of its own."""
        return http.client.HTTPConnection(self._host, timeout=_LONGEST)

    def peak(self) -> float | None:
        """Return the most that the server held until now, in MB, where the system tells it."""
        try:
            found = _PEAK.search(Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii"))
        except OSError:
            return None
        return int(found[1]) * 1024 / 1e6 if found else None


def _get(connection: http.client.HTTPConnection, path: str) -> bytes:
    connection.request("GET", path)
    return connection.getresponse().read()


def _polled(preview: Preview, shown: Shown, begun: float) -> float:
    """Ask for the page until it shows the edit; return the seconds since `begun`."""
    connection = preview.connection()
    try:
        while shown.text.encode() not in _get(connection, f"/{shown.page}"):
            if time.perf_counter() - begun > _LONGEST:
                message = f"{shown.page} never showed {shown.text}"
                raise RuntimeError(message)
            time.sleep(_AGAIN)
        return time.perf_counter() - begun
    finally:
        connection.close()


class _Waiting:
    """A page that is open: it waits for the event of the state in which it was loaded."""

    def __init__(self, preview: Preview, page: str) -> None:
        self._preview = preview
        self._page = page
        self._listen(self._load())

    def _load(self) -> bytes:
        connection = self._preview.connection()
        try:
            return _get(connection, self._page)
        finally:
            connection.close()

    def _listen(self, page: bytes) -> None:
        found = _MARK.search(page)
        if found is None:
            message = f"{self._page} has no script that loads it again"
            raise RuntimeError(message)
        self._events = self._preview.connection()
        self._events.request("GET", f"/_events?{found[1].decode()}")
        self._answer = self._events.getresponse()

    def seconds(self, mark: bytes, begun: float) -> float:
        """Wait for the event, load the page, and so on until it shows the mark."""
        while time.perf_counter() - begun < _LONGEST:
            while not self._answer.readline().startswith(b"event: reload"):
                if self._answer.isclosed():
                    break
            self._events.close()
            page = self._load()
            if mark in page:
                return time.perf_counter() - begun
            self._listen(page)
        message = f"no event told of {mark.decode()}"
        raise RuntimeError(message)


def measure_serving(root: Path, cases: int, rounds: int) -> Iterator[Timed]:
    """Serve the project and save a case, body and title in turn, once for each client a round.

    The steps are `serve: start` (with its peak) and `serve: body`, `serve: title`, polled and by event; the
    first save of all is not counted, as nobody has looked at a page before it.
    """
    taken: dict[str, list[Measured]] = {}
    with Preview(root) as preview:
        number = 10_000
        for round_ in range(rounds + 1):
            tell(f"serve: round {round_} of {rounds}")
            for name in ("body", "title"):
                for client in ("polled", "event"):
                    number += 1
                    seconds = _saved(preview, (root, cases, number), name, client)
                    if round_:
                        taken.setdefault(f"serve: {name}, {client}", []).append(Measured(seconds))
        peak = preview.peak()
        start = preview.start
    yield Timed("serve: start", "casesite", (Measured(start, None, peak),))
    for step, runs in taken.items():
        yield Timed(step, "casesite", tuple(runs))


def _saved(preview: Preview, place: tuple[Path, int, int], name: str, client: str) -> float:
    """Save one edit and return the seconds until the client has it."""
    _, cases, _ = place
    waiting = _Waiting(preview, f"/cases/{edited(cases)}.html") if client == "event" else None
    begun = time.perf_counter()
    shown = EDITS[name](*place)
    seconds = waiting.seconds(shown.text.encode(), begun) if waiting else _polled(preview, shown, begun)
    time.sleep(_REST)
    return seconds

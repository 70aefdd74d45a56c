"""The sample site, built once, over http in a subfolder and over `file://`; pages that report every fault."""

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.built import Built

REPOSITORY = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    # What a page asks of any other machine fails at once, and is reported.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium, one for all tests of a worker."""
    if CHROMIUM is None:
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build this repository's content by the real command, in lists of four cases so that they have pages."""
    top = tmp_path_factory.mktemp("sample")
    shutil.copytree(REPOSITORY / "content", top / "project" / "content")
    settings = top / "project" / "content" / "site.yaml"
    text, count = re.subn(r"(?m)^page_size: \d+$", "page_size: 4", settings.read_text(encoding="utf-8"))
    assert count == 1
    settings.write_text(text, encoding="utf-8")
    folder = top / "served" / "a" / "b"
    folder.parent.mkdir(parents=True)
    done = subprocess.run(
        [
            sys.executable,
            str(REPOSITORY / "build.py"),
            str(top / "project"),
            "--out",
            str(folder),
            "--now",
            "2026-01-01",
        ],
        cwd=top,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(folder)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - as the library has it
        """Say nothing."""


@pytest.fixture(scope="session")
def served(built: Built) -> Iterator[str]:
    """Serve the folder above the site's, and return the site's address, which lies in a subfolder."""
    handler = partial(_Quiet, directory=str(built.folder.parents[1]))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/a/b/"
        server.shutdown()


@pytest.fixture(params=["http", "file"])
def over(request: pytest.FixtureRequest) -> str:
    """Return the site's address, once over http and once over `file://`."""
    if request.param == "http":
        return str(request.getfixturevalue("served"))
    return str(request.getfixturevalue("on_disk"))


@pytest.fixture(scope="session")
def on_disk(built: Built) -> str:
    """Return the site's address as a folder that is opened by a double click."""
    return built.folder.as_uri() + "/"


class Visit:
    """What a reader's browser did during a test."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.faults: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        """Write down each request of a context, each complaint, and each file that did not come."""
        context.on("console", self._said)
        context.on(
            "weberror", lambda error: self.faults.append(f"{error.page and error.page.url}: {error.error}")
        )
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("requestfailed", self._failed)

    def outside(self, sites: tuple[str, ...]) -> list[str]:
        """Return the requests that left the site."""
        known = (*sites, "data:", "about:", "blob:")
        return [url for url in self.requests if not url.startswith(known)]

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"{message.page and message.page.url}: {message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        # A page that is left while it still loads is no fault.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.faults.append(f"{request.url}: {request.failure}")


Open = Callable[..., Page]


@pytest.fixture
def visit(built: Built, served: str) -> Iterator[Visit]:
    """Fail the test in whose course a page complained, or asked for anything outside the site."""
    happened = Visit()
    yield happened
    assert not happened.faults
    assert not happened.outside((served, built.folder.as_uri() + "/"))


@pytest.fixture
def open_page(browser: Browser, visit: Visit) -> Iterator[Open]:
    """Return a function that opens a watched page in a context of its own, with `new_context`'s options."""
    contexts: list[BrowserContext] = []

    def opened(**options: Any) -> Page:  # noqa: ANN401 - as the library has them
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        visit.watch(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Open) -> Page:
    """Return a watched page."""
    return open_page()

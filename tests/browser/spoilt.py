"""A host that serves a site in a subfolder, and the ways in which a file of its search may not come."""

import json
import re
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, NamedTuple

from playwright.sync_api import Page, Route

_KINDS: Final = {
    "directory": r"search/directory\.js",
    "shard": r"search/s\d[^/]*\.js",
    "text": r"search/(t/.+|[dg]\d[^/]*)\.js",
    "facets": r"search/facets-.+\.js",
    "words": r"search/(words/|sound-|variants-).+\.js",
    "search": r"(.+/)?search-?[0-9a-f]*\.js",
    "search-text": r"(.+/)?search-text[^/]*\.js",
    "search-page": r"(.+/)?search-page[^/]*\.js",
    "search-facets": r"(.+/)?search-facets[^/]*\.js",
    "search-words": r"(.+/)?search-words[^/]*\.js",
}


class Host(NamedTuple):
    """A built site, the one built before it, and where it is served."""

    public: Path
    before: Path
    address: str

    def kind(self, url: str) -> str:
        """Return which file of the search an address is; empty where it is none."""
        path = self.name(url)
        return next((kind for kind, pattern in _KINDS.items() if re.fullmatch(pattern, path)), "")

    def name(self, url: str) -> str:
        """Return a file's path below the site's root."""
        return url.partition("?")[0].removeprefix(self.address)

    def data(self, url: str) -> bytes:
        """Return the file behind an address."""
        return (self.public / self.name(url)).read_bytes()

    def kinds(self) -> set[str]:
        """Return which files of the search this site has."""
        files = (path.relative_to(self.public).as_posix() for path in self.public.rglob("*.js"))
        return {self.kind(self.address + name) for name in files} - {""}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - as the library has it
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder over http, and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


Fault = Callable[[Route, Host], None]


def _html(route: Route, _: Host) -> None:
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>404</title><p>Not here")


def _cut(route: Route, host: Host) -> None:
    data = host.data(route.request.url)
    script(route, data[: len(data) // 4 * 2])


def _foreign(route: Route, _: Host) -> None:
    """Answer with a part that calls itself by another name."""
    script(route, b"casesite._part?.('foreign',[])")


def _hollow(route: Route, host: Host) -> None:
    """Answer with a part of the right name in which nothing stands, as a later version might have it."""
    name = host.name(route.request.url).removeprefix("search/").removesuffix(".js")
    script(route, f"casesite._part?.('{name}',[])".encode())


def script(route: Route, data: bytes) -> None:
    """Answer with a script."""
    route.fulfill(status=200, content_type="text/javascript", body=data)


def silence(_: Route, __: Host) -> None:
    """Never answer."""


FAULTS: Final[dict[str, Fault]] = {
    "missing": lambda route, _: route.fulfill(status=404, content_type="text/html", body="<p>404"),
    "cut": _cut,
    "empty": lambda route, _: script(route, b""),
    "html": _html,
    "foreign": _foreign,
    "hollow": _hollow,
    "blocked": lambda route, _: route.abort(),
}


def spoil(page: Page, host: Host, kind: str, how: Fault, only: Collection[str] = ()) -> None:
    """Spoil files of a kind: all, or only those of these names."""

    def hit(url: str) -> bool:
        return host.kind(url) == kind and (not only or host.name(url) in only)

    page.route(hit, lambda route: how(route, host))


def ask(page: Page, query: str) -> None:
    """Paste a query into the box; what cannot be typed, half a character, is put there as well."""
    box = page.locator("#q")
    box.focus()
    # By its source: half a character is no text that could be sent.
    box.evaluate(f"box => {{ box.value = {json.dumps(query)}; box.dispatchEvent(new InputEvent('input')); }}")

"""The server: one folder, one machine, pages that load themselves again."""

import contextlib
import sys
import threading
from collections.abc import Mapping, Sequence
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import urlsplit

from casesite.serving.events import SCRIPT, Events
from casesite.serving.kinds import content_type
from casesite.serving.paths import find_file

HOST: Final = "127.0.0.1"
_PATIENCE: Final = 10.0
_BLOCK: Final = 1 << 16
_HTML: Final = "text/html; charset=utf-8"
_PAGES: Final = (".html", ".htm")
_BANNER: Final = "/_banner.css"
_BANNER_STYLE: Final = b"""\
.casesite-banner { position: fixed; inset: auto auto 0 0; z-index: 9; margin: 0; padding: .25rem .75rem;
  background: #23201c; border-start-end-radius: 4px; box-shadow: 0 0 0 1px #8887; font: 1rem/1.8 sans-serif; }
.casesite-banner a { color: #faf6ee; margin-inline-end: .75rem; }
.casesite-banner a:last-child { margin-inline-end: 0; }
@media print { .casesite-banner { display: none; } }
"""
_ENDS: Final = (b"</body>", b"</html>")


class Server:
    """Serves a folder to this machine only, from `start` to `close`, which a `with` does by itself.

    `port` 0 takes a free one. `patience` is how many seconds a request may take to arrive. Raises `OSError`
    when the port is taken.
    """

    def __init__(self, folder: Path, port: int = 0, *, patience: float = _PATIENCE) -> None:
        self._events = Events()
        self._problems: bytes | None = None
        self._pages: Mapping[str, bytes] = {}
        self._banner = b""
        answer = type("_Bound", (_Answer,), {"timeout": patience})
        self._http = _Listener((HOST, port), answer)
        self._http.server = self
        self.folder = folder
        self.port: int = self._http.server_address[1]
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    @property
    def address(self) -> str:
        """The address of the home page."""
        return f"http://{HOST}:{self.port}/"

    @property
    def events(self) -> Events:
        """What open pages wait for."""
        return self._events

    @property
    def problems(self) -> bytes | None:
        """The page that is shown instead of every other one."""
        return self._problems

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Begin to answer, in threads of its own."""
        self._thread.start()

    def reload(self) -> None:
        """Let every open page load itself again."""
        self._events.announce()

    def show_problems(self, page: bytes | None) -> None:
        """Answer every request for a page with this one (HTML, UTF-8; status 500) until it is `None`."""
        self._problems = page
        self.reload()

    @property
    def pages(self) -> Mapping[str, bytes]:
        """Pages of the server's own, by their path."""
        return self._pages

    @property
    def banner(self) -> bytes:
        """What stands on every page that is served."""
        return self._banner

    def offer(self, pages: Mapping[str, bytes], links: Sequence[tuple[str, str]] = ()) -> None:
        """Answer these paths with these pages (HTML, UTF-8), and show (text, path) on every other page."""
        self._pages = pages
        shown = " ".join(f'<a href="{escape(path)}">{escape(text)}</a>' for text, path in links)
        banner = f'<link rel="stylesheet" href="{_BANNER}"><p class="casesite-banner">{shown}</p>'
        self._banner = banner.encode() if links else b""

    def close(self) -> None:
        """Stop listening, let waiting pages go; a second call does nothing."""
        self._events.close()
        if self._thread.is_alive():
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there it would let two programs share a port
    server: Server

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 – as inherited
        """Leave out what a browser that goes away causes."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "casesite"
    sys_version = ""
    server: _Listener

    def do_GET(self) -> None:
        """Answer with a file, the problems, or the stream of events."""
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", b"403\n")
            return
        path, _, query = self.path.partition("?")
        if path == "/_events":
            self._stream(query)
        elif path == "/_reload.js":
            self._send(HTTPStatus.OK, content_type(path), SCRIPT)
        elif path == _BANNER:
            self._send(HTTPStatus.OK, content_type(path), _BANNER_STYLE)
        elif path in self.server.server.pages:
            page = self.server.server.pages[path]
            self._send(HTTPStatus.OK, _HTML, self._with_script(page, banner=False))
        else:
            self._send_file()

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for problems."""

    def _is_ours(self) -> bool:
        """Say whether a page of ours or the address bar asks (against DNS rebinding)."""
        hosts = {f"{name}:{self.server.server.port}" for name in (HOST, "localhost")}
        origin = self.headers.get("Origin")
        given = self.headers.get_all("Host") or []
        if len(given) != 1 or given[0].lower() not in hosts:
            return False
        if origin is not None and (urlsplit(origin).scheme != "http" or urlsplit(origin).netloc not in hosts):
            return False
        # What a foreign page embeds comes with this; a link that someone follows is a navigation.
        site = self.headers.get("Sec-Fetch-Site", "none")
        return site in {"none", "same-origin"} or self.headers.get("Sec-Fetch-Mode") == "navigate"

    def _send_file(self) -> None:
        server = self.server.server
        found = find_file(server.folder, self.path)
        is_page = _names_page(found.name if found else self.path.partition("?")[0])
        if server.problems is not None and is_page:
            page = self._with_script(server.problems, banner=False)
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, _HTML, page)
        elif found is None:
            missing = find_file(server.folder, "/404.html")
            page = missing.read_bytes() if missing else b"<!doctype html><title>404</title><p>404\n"
            self._send(HTTPStatus.NOT_FOUND, _HTML, self._with_script(page))
        elif found.suffix in _PAGES:
            self._send(HTTPStatus.OK, _HTML, self._with_script(found.read_bytes()))
        else:
            self._pour(found)

    def _pour(self, path: Path) -> None:
        with path.open("rb") as file:
            left = file.seek(0, 2)
            file.seek(0)
            self._head(HTTPStatus.OK, content_type(path.name), left)
            while self.command != "HEAD" and left > 0 and (data := file.read(min(left, _BLOCK))):
                self.wfile.write(data)
                left -= len(data)

    def _with_script(self, page: bytes, *, banner: bool = True) -> bytes:
        """Add the line that reloads, and the banner, where the body ends."""
        script = b'<script src="/_reload.js?%s" defer></script>' % self.server.server.events.mark.encode()
        place = next((found for end in _ENDS if (found := page.rfind(end)) >= 0), len(page))
        return page[:place] + (self.server.server.banner if banner else b"") + script + page[place:]

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self._head(status, kind, len(body))
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, kind: str, length: int | None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if length is None:
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _stream(self, seen: str) -> None:
        """Keep the connection until there is something new, then say so and end it."""
        events = self.server.server.events
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8", None)
        if self.command == "HEAD":
            return
        with contextlib.suppress(OSError):
            while not events.closed:
                if events.wait(seen or events.mark):
                    self.wfile.write(b"event: reload\ndata:\n\n")
                    return
                self.wfile.write(b":\n\n")


def _names_page(path: str) -> bool:
    name = path.rpartition("/")[2]
    return "." not in name or name.endswith(_PAGES)

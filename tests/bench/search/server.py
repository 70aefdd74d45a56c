"""A folder over http, below a path, that remembers what was asked for and knows what it weighs gzipped."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

BELOW: Final = "/a/b/"
_LEVEL: Final = 9
_TYPES: Final = {".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8"}


class Served:
    """A folder that is served. `missing` has what was asked for in vain."""

    def __init__(self, folder: Path) -> None:
        self.address = ""
        self.missing: list[str] = []
        self._folder = folder
        self._answered: list[str] = []
        self._weights: dict[str, int] = {}

    def taken(self) -> list[str]:
        """Return the paths below the folder that were answered since this was last asked."""
        answered, self._answered = self._answered, []
        return answered

    def weight(self, path: str) -> int:
        """Return a file's bytes as a host would send them: gzipped, where that is less."""
        if path not in self._weights:
            self._weights[path] = weight(self._folder / path)
        return self._weights[path]

    def answer(self, path: str) -> tuple[bytes, str] | None:
        """Return a file's bytes and type."""
        file = self._folder / path
        if not file.is_file():
            if path != "favicon.ico":
                self.missing.append(path)
            return None
        self._answered.append(path)
        known = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        return file.read_bytes(), known or "application/octet-stream"


def weight(file: Path) -> int:
    """Return the bytes of a file as a host would send them."""
    data = file.read_bytes()
    return min(len(gzip.compress(data, _LEVEL)), len(data))


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder for as long as the block lasts."""
    served = Served(folder)

    class Handler(BaseHTTPRequestHandler):
        """Answers from the folder, over connections that are kept."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            found = served.answer(path.removeprefix(BELOW)) if path.startswith(BELOW) else None
            data, kind = found or (b"", "text/plain")
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:  # noqa: ANN401 - as the library has it
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        served.address = f"http://127.0.0.1:{server.server_port}{BELOW}"
        yield served
        server.shutdown()

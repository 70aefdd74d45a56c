"""Telling open pages that there is something new (server-sent events, WHATWG HTML)."""

import secrets
import threading
from typing import Final

HEARTBEAT: Final = 15.0
"""Seconds after which a silent connection gets a comment, so that a page that is gone is noticed."""

SCRIPT: Final = b"""\
"use strict";
{
  const seen = new URL(document.currentScript.src).search;
  const events = new EventSource("/_events" + seen);
  events.addEventListener("reload", () => { events.close(); location.reload(); });
}
"""


class Events:
    """What pages compare: a mark that differs after each `announce` and in each run of the server."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._count = 0
        self._closed = False
        self._changed = threading.Condition()

    @property
    def mark(self) -> str:
        """What a page served now should show; safe in an address."""
        return f"{self._run}-{self._count}"

    @property
    def closed(self) -> bool:
        """Whether the server is about to end."""
        return self._closed

    def announce(self) -> None:
        """Let every open page load itself again."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def wait(self, seen: str, timeout: float = HEARTBEAT) -> bool:
        """Wait until the mark differs from `seen`; `False` when it does not after `timeout` or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self.mark != seen or self._closed, timeout)
            return self.mark != seen and not self._closed

    def close(self) -> None:
        """Let all who wait go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

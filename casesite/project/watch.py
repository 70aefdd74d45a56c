"""Watching a project's folder: one call for each settled change."""

import contextlib
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final, Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from casesite.project.names import is_ignored

_QUIET: Final = 0.02
_LONGEST: Final = 1.0
_WATCHED: Final = ("content", "themes")
# Reading a file opens and closes it: no change.
_CHANGES: Final = frozenset(("created", "modified", "deleted", "moved", "closed"))


class Watch(FileSystemEventHandler):
    """Watches `content/` and `themes/`, also when they come later; made by `watch`, ends with `stop`."""

    def __init__(self, root: Path, on_change: Callable[[frozenset[str]], None]) -> None:
        self._root = root
        self._on_change = on_change
        self._changed: set[str] = set()
        self._wake = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._inside: dict[str, ObservedWatch] = {}
        self._observer: BaseObserver
        self._start_observer()
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop watching; waits for a call that is under way."""
        with self._wake:
            self._stopped = True
            self._wake.notify_all()
        self._observer.stop()
        self._observer.join()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change to a file or of a folder that came or went.

        The project's own folder is watched too, but only for what is called like a watched folder.
        """
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        paths = {self._shown(path) for path in (event.src_path, event.dest_path) if path}
        paths = {
            path
            for path in paths
            if path.partition("/")[0] in _WATCHED and not any(map(is_ignored, path.split("/")))
        }
        for name in paths.intersection(_WATCHED):
            self._enter(name)
        if paths:
            with self._wake:
                self._changed |= paths
                self._wake.notify_all()

    def _shown(self, path: bytes | str) -> str:
        return os.path.relpath(os.fsdecode(path), self._root).replace(os.sep, "/")

    def _enter(self, name: str) -> None:
        """Watch a folder that came, may have been another one before, or went."""
        old = self._inside.pop(name, None)
        if old is not None:
            self._observer.unschedule(old)
        if (self._root / name).is_dir():
            with contextlib.suppress(OSError):  # no room for more watches, or gone again
                self._inside[name] = self._schedule(self._observer, name)

    def _schedule(self, observer: BaseObserver, name: str) -> ObservedWatch:
        return observer.schedule(self, str(self._root / name), recursive=True)

    def _start_observer(self) -> None:
        for kind in (Observer, PollingObserver):
            observer = self._observer = kind()  # its first event may come before the start returns
            observer.schedule(self, str(self._root), recursive=False)
            self._inside = {
                name: self._schedule(observer, name) for name in _WATCHED if (self._root / name).is_dir()
            }
            try:
                observer.start()
            except OSError:  # the system's number of watches is used up
                continue
            return
        message = "no way to watch files"
        raise OSError(message)

    def _run(self) -> None:
        while (changed := self._settled()) is not None:
            self._on_change(changed)

    def _settled(self) -> frozenset[str] | None:
        """Wait for a change and then until nothing more comes, but no longer than a second."""
        with self._wake:
            self._wake.wait_for(lambda: self._changed or self._stopped)
            for _ in range(round(_LONGEST / _QUIET)):
                if self._stopped or not self._wake.wait(_QUIET):
                    break
            changed, self._changed = frozenset(self._changed), set()
            return None if self._stopped else changed


def watch(root: Path, on_change: Callable[[frozenset[str]], None]) -> Watch:
    """Call `on_change` from a thread with the paths (from the project, `/`) that changed, once they settle.

    Names that a build ignores are ignored; output and state folders are not looked into. Where the system has
    no room for more watches, the folders are looked through every second.
    """
    return Watch(root.resolve(), on_change)

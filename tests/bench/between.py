"""Runs a command and prints its exit code, seconds, processor's seconds and peaks in MB; see measure.py.

It imports as little as it can: what it holds itself is the least that a peak can show.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from glob import glob

_STEP = 0.05
"""Seconds between two looks at the memory of several processes."""


def _read(path: str) -> str:
    try:
        with open(path, encoding="ascii", errors="replace") as file:  # noqa: PTH123 - pathlib is large
            return file.read()
    except OSError:  # it has ended, or this is no Linux
        return ""


def _kin(pid: int) -> Iterator[int]:
    """Yield the processes below one, at any depth."""
    for path in glob(f"/proc/{pid}/task/*/children"):  # noqa: PTH207 - pathlib is large
        for child in map(int, _read(path).split()):
            yield child
            yield from _kin(child)


def _line(path: str, name: str) -> float:
    """Return a line in kB of a table of the system, in MB."""
    found = [line.split()[1] for line in _read(path).splitlines() if line.startswith(name)]
    return int(found[0]) * 1024 / 1e6 if found else 0


class _Watch(threading.Thread):
    """Looks at the memory of a process and of those below it, again and again."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._over = threading.Event()
        self.driver = self.together = 0.0

    def run(self) -> None:
        """Look until it is over. As long as the process is alone, the system knows its peak by itself."""
        while not self._over.wait(_STEP):
            kin = list(_kin(self._pid))
            if kin:
                self.driver = max(self.driver, _line(f"/proc/{self._pid}/status", "VmHWM:"))
                held = sum(_line(f"/proc/{pid}/smaps_rollup", "Pss:") for pid in (self._pid, *kin))
                self.together = max(self.together, held)
            elif self.driver:
                self.driver = max(self.driver, _line(f"/proc/{self._pid}/status", "VmHWM:"))

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def main() -> None:
    """Run the command that the arguments are."""
    begun = time.perf_counter()
    child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    watch = _Watch(child.pid)
    watch.start()
    code = child.wait()
    seconds = time.perf_counter() - begun
    watch.end()
    cpu = peak = driver = together = None
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        pass
    else:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = used.ru_utime + used.ru_stime
        peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
        driver = watch.driver or peak
        together = max(watch.together, driver)
    sys.stdout.write(json.dumps([code, seconds, cpu, peak, driver, together]))


if __name__ == "__main__":
    main()

"""How long a process took and how much memory it held at most.

A child's peak starts at that of the process which started it, so a small one stands between: what the caller
holds does not count.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

REPOSITORY: Final = Path(__file__).parent.parent.parent
_BETWEEN: Final = """\
import json, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
seconds = time.perf_counter() - begun
cpu = peak = None
try:
    import resource
except ImportError:  # Windows has none
    pass
else:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
print(json.dumps([code, seconds, cpu, peak]))
"""


class Measured(NamedTuple):
    """Seconds by the clock and of the processor, and the peak in MB; `None` where the system tells none."""

    seconds: float
    cpu: float | None
    peak: float | None


def measure(command: Sequence[str], folder: Path) -> Measured:
    """Run a command in a folder and measure the whole process. It must succeed."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", _BETWEEN, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    code, seconds, cpu, peak = json.loads(done.stdout)
    if code:
        message = f"{' '.join(command)} ended with {code}"
        raise RuntimeError(message)
    return Measured(seconds, cpu, peak)


def build(folder: Path) -> Measured:
    """Build a project as an editor would, and measure it."""
    return measure([sys.executable, "-m", "casesite", "build", "--now", "2026-01-01", "--lang", "en"], folder)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

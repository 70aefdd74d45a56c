"""How long a process took and how much memory it held at most, its children with it.

A child's peak starts at that of the process which started it, so a small one stands between: what the caller
holds does not count. The processor's seconds are those of all threads and of every process waited for.
"""

import json
import os
import signal
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

REPOSITORY: Final = Path(__file__).parent.parent.parent
NOW: Final = "2026-01-01"
_BETWEEN: Final = Path(__file__).with_name("between.py")


class Measured(NamedTuple):
    """Seconds by the clock and of the processor, and peaks in MB; `None` where the system tells none.

    `peak` is the largest process, `driver` the one that was started, `together` all at one time, with what
    they share counted once.
    """

    seconds: float
    cpu: float | None = None
    peak: float | None = None
    driver: float | None = None
    together: float | None = None

    @property
    def cost(self) -> float:
        """Seconds of the processor; those of the clock where the system tells no others."""
        return self.seconds if self.cpu is None else self.cpu

    def then(self, other: "Measured") -> "Measured":
        """Return what the two take one after the other."""
        return Measured(
            self.seconds + other.seconds,
            None if self.cpu is None or other.cpu is None else self.cpu + other.cpu,
            *(_most(pair) for pair in zip(self[2:], other[2:], strict=True)),
        )


def _most(pair: tuple[float | None, float | None]) -> float | None:
    first, second = pair
    return None if first is None or second is None else max(first, second)


def median(runs: Sequence[Measured]) -> Measured:
    """Return the median of each column by itself."""
    return Measured(
        statistics.median(run.seconds for run in runs),
        *(_middle(column) for column in zip(*(run[1:] for run in runs), strict=True)),
    )


def _middle(column: Iterable[float | None]) -> float | None:
    told = [value for value in column if value is not None]
    return statistics.median(told) if told else None


def measure(command: Sequence[str], folder: Path) -> Measured:
    """Run a command in a folder and measure the whole process. It must succeed."""
    between = subprocess.Popen(
        [sys.executable, "-S", str(_BETWEEN), *command],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        said, _ = between.communicate()
    except BaseException:  # interrupted: what it started must not go on writing into a folder that goes
        end_all(between)
        raise
    code, *figures = json.loads(said)
    if code:
        message = f"{' '.join(command)} ended with {code}"
        raise RuntimeError(message)
    return Measured(*figures)


def end_all(process: subprocess.Popen[str]) -> None:
    """End a process that leads a session, with all that it started; on Windows, the process alone."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def environment() -> dict[str, str]:
    """Return the environment in which this checkout is what `casesite` means."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY)}


def build(folder: Path, options: Sequence[str] = ()) -> Measured:
    """Build a project as an editor would, and measure it."""
    return measure(
        [sys.executable, "-m", "casesite", "build", "--now", NOW, "--lang", "en", *options], folder
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

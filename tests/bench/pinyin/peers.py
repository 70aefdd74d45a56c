"""The engines side by side, each in a process of its own that speaks JSON lines.

None is a dependency. Python's peers are put into an environment of their own, npm's into a folder:

    python -m venv PEERS && PEERS/bin/pip install pypinyin pypinyin-dict g2pM numpy
    npm install --prefix NODE pinyin-pro @pinyin-pro/data
    python -m tests.bench.pinyin --python PEERS/bin/python --node NODE
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from tests.bench.measure import REPOSITORY

_WORKERS: Final = Path(__file__).parent / "workers"
_CHUNK: Final = 2000
DATA: Final = REPOSITORY / "casesite" / "chinese" / "data"

PACKAGES: Final = {
    "pypinyin": ("pypinyin",),
    "pypinyin large": ("pypinyin", "pypinyin_dict"),
    "g2pM": ("g2pM", "numpy"),
    "pinyin-pro": ("pinyin-pro",),
    "pinyin-pro complete": ("pinyin-pro", "@pinyin-pro/data"),
}
"""What each peer takes on disk, by the folders that are installed."""


class Peer(NamedTuple):
    """An engine: its name, the command that starts it, and the folders that hold it."""

    name: str
    command: tuple[str, ...]
    folders: tuple[Path, ...]

    def size(self) -> float:
        """Return what it takes on disk in MB, compiled Python not counted."""
        files = (path for folder in self.folders for path in folder.rglob("*") if path.is_file())
        return sum(path.stat().st_size for path in files if path.suffix != ".pyc") / 1e6


class Missing(NamedTuple):
    """An engine that cannot be had, and why."""

    name: str
    why: str


class Answer(NamedTuple):
    """What an engine said: CPU seconds, a list of readings a text, and its doubts as (place, margin)."""

    cpu: float
    readings: list[list[str]]
    doubts: list[list[tuple[int, float]]] | None


class Engine:
    """A running engine."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def read(self, texts: Sequence[str], *, doubts: bool = False) -> Answer:
        """Return the readings of each text, one a character.

        Raises RuntimeError where their number differs from that of the characters, or the process has ended.
        """
        cpu, readings, found = 0.0, [], []
        for start in range(0, len(texts), _CHUNK):
            some = texts[start : start + _CHUNK]
            said = self._ask({"texts": some, "doubts": doubts})
            cpu += said["cpu"]
            readings += said["readings"]
            found.append(said.get("doubts"))
        for text, given in zip(texts, readings, strict=True):
            if len(text) != len(given):
                message = f"{len(given)} readings for {len(text)} characters: {text}"
                raise RuntimeError(message)
        known = [one for some in found if some is not None for one in some]
        return Answer(cpu, readings, known if None not in found else None)

    def speed(self, texts: Sequence[str]) -> float:
        """Return how many CPU seconds the texts take."""
        cpu: float = self._ask({"texts": texts, "speed": True})["cpu"]
        return cpu

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        asking, answering = self._process.stdin, self._process.stdout
        assert asking
        assert answering
        asking.write(json.dumps(question) + "\n")
        asking.flush()
        line = answering.readline()
        if not line:
            message = f"{' '.join(map(str, self._process.args))} has ended"  # type: ignore[arg-type]
            raise RuntimeError(message)
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def started(peer: Peer) -> Iterator[Engine]:
    """Start an engine, and end it afterwards."""
    with subprocess.Popen(
        peer.command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8"},
    ) as process:
        try:
            yield Engine(process)
        finally:
            if process.stdin:
                process.stdin.close()


def ours(name: str = "ours") -> Peer:
    """Return our own engine; `ours words` is measured for speed only."""
    return Peer(name, (sys.executable, str(_WORKERS / "python.py"), name), (DATA,))


def find(python: str, node: Path | None) -> Iterator[Peer | Missing]:
    """Yield each peer, or why it cannot be had."""
    found = shutil.which(python)
    for name in ("pypinyin", "pypinyin large", "g2pM"):
        if found is None:
            yield Missing(name, f"no such program: {python}")
        else:
            absolute = str(Path(found).absolute())
            yield _found(name, (absolute, str(_WORKERS / "python.py"), name), _site(absolute))
    program = shutil.which("node")
    for name in ("pinyin-pro", "pinyin-pro complete"):
        if program is None or node is None:
            why = "Node is not installed" if program is None else "no --node FOLDER was given"
            yield Missing(name, why)
        else:
            modules = node.absolute()
            command = (program, str(_WORKERS / "pinyin_pro.mjs"), str(modules), *name.split()[1:])
            yield _found(name, command, modules / "node_modules")


def _found(name: str, command: tuple[str, ...], home: Path) -> Peer | Missing:
    """Return a peer that reads a sentence, else what its process said last."""
    done = subprocess.run([*command, "--once"], capture_output=True, encoding="utf-8", check=False)
    if done.returncode == 0:
        return Peer(name, command, tuple(home / package for package in PACKAGES[name]))
    said = [line for line in done.stderr.splitlines() if "Error" in line]
    return Missing(name, said[-1].strip() if said else f"ended with {done.returncode}")


def _site(python: str) -> Path:
    """Return where an environment keeps its packages."""
    program = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(subprocess.check_output([python, "-c", program], encoding="utf-8").strip())

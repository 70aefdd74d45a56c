"""Debian's Firefox, driven by `firefox.mjs`: what a reader does in it, and what it complained about."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

FIREFOX: Final = shutil.which("firefox-esr") or shutil.which("firefox")
NODE: Final = shutil.which("node")
_HERE: Final = Path(__file__).parent


def missing() -> str:
    """Return what is not installed, in words; empty when Firefox can be driven."""
    if FIREFOX is None:
        return "Firefox is not installed: apt-get install firefox-esr, as tests/run does for root"
    if NODE is None or not (_HERE / "node_modules" / "puppeteer-core").is_dir():
        return "puppeteer-core is not installed: tests/run does it"
    return ""


class Seen(NamedTuple):
    """What the browser did in the tab since it was opened."""

    faults: list[str]
    requests: list[str]


class Firefox:
    """One tab of a running browser; a step that fails, or waits in vain, raises an AssertionError."""

    def __init__(self, asked: IO[str], answered: IO[str]) -> None:
        self._asked = asked
        self._answered = answered

    def fresh(self) -> None:
        """Leave the tab for a new one, with empty storage."""
        self._do("fresh")

    def open(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self._do("open", address=address)

    def reload(self) -> None:
        """Load the page again."""
        self._do("reload")

    def click(self, selector: str) -> None:
        """Click on the first element that a CSS selector names."""
        self._do("click", selector=selector)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their DOM names."""
        for key in keys:
            self._do("press", key=key)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self._do("type", text=text)

    def evaluate(self, code: str) -> Any:  # noqa: ANN401 - whatever the expression is worth
        """Return the value of a JavaScript expression, awaited, as JSON has it."""
        return self._do("evaluate", code=code)

    def shows(self, code: str, value: object) -> None:
        """Wait until a JavaScript expression has a value."""
        self._do("shows", code=code, value=value)

    def texts(self, selector: str, value: list[str]) -> None:
        """Wait until the elements that a CSS selector names hold these texts."""
        found = f"document.querySelectorAll({json.dumps(selector)})"
        self.shows(f"Array.from({found}, e => e.textContent)", value)

    def seen(self) -> Seen:
        """Return the complaints and the requests of the tab."""
        return Seen(**self._do("seen"))

    def _do(self, deed: str, **given: object) -> Any:  # noqa: ANN401 - as `evaluate`
        self._asked.write(json.dumps({"deed": deed, **given}) + "\n")
        self._asked.flush()
        line = self._answered.readline()
        assert line, "Firefox has gone; its script's last words stand above"
        answer: dict[str, Any] = json.loads(line)
        assert "error" not in answer, f"{deed} {given}: {answer['error']}"
        return answer["value"]


@contextmanager
def running() -> Iterator[Firefox]:
    """Start Firefox without a window, and end it."""
    assert FIREFOX is not None
    assert NODE is not None
    with subprocess.Popen(
        [NODE, str(_HERE / "firefox.mjs"), FIREFOX],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Firefox(process.stdin, process.stdout)
        finally:
            process.stdin.close()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()

"""A whole site in one text, laid out in a folder, built, edited and built again by the real commands."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).parent.parent
NOW = "2026-01-01"
settings.register_profile("house", deadline=None)  # machines differ; no test is timed
settings.load_profile("house")
_MARK = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that rewrites golden files; what it wrote is read before it is committed."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, or write that file with `--update-golden`."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(path: Path, text: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            return
        assert path.is_file(), f"{path} is missing: run once with --update-golden, and read it"
        assert text == path.read_bytes().decode()

    return compare


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


class Showcase:
    """A project in a folder of its own, worked on by the real commands."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def lay(self, text: str) -> "Showcase":
        """Write the files of a text in which `-- PATH --` opens each."""
        parts = _MARK.split(text)
        assert not parts[0].strip(), "a file must begin with its -- PATH -- line"
        for path, body in zip(parts[1::2], parts[2::2], strict=True):
            self.write(path, body)
        return self

    def write(self, path: str, data: str | bytes) -> None:
        """Write a file of the project."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data.encode() if isinstance(data, str) else data)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text that must be there."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new))

    def run(self, *arguments: str, lang: str = "zh") -> Ran:
        """Run `casesite` in the project's folder."""
        return self.start("-m", "casesite", *arguments, "--lang", lang)

    def start(self, *arguments: str) -> Ran:
        """Run Python in the project's folder."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stdout + done.stderr
        return Ran(done.returncode, done.stdout, done.stderr)

    def build(self, *arguments: str) -> dict[str, Any]:
        """Build, and return the report as data with the exit code as `code`."""
        ran = self.run("build", "--now", NOW, "--format", "json", *arguments)
        assert ran.out, ran.err
        report: dict[str, Any] = json.loads(ran.out)
        report["code"] = ran.code
        return report

    def problems(self, *arguments: str) -> list[tuple[str, int, int, str]]:
        """Return (path, line, column, code) of everything that `check` finds."""
        report = json.loads(self.run("check", "--now", NOW, "--format", "json", *arguments).out)
        return [(one["path"], one["line"], one["column"], one["code"]) for one in report["problems"]]

    def page(self, path: str) -> str:
        """Return a file of the built site as text."""
        return (self.root / "public" / path).read_text(encoding="utf-8")

    def tree(self, folder: str = "public") -> dict[str, bytes]:
        """Return every file of the built site with its bytes."""
        top = self.root / folder
        return {
            path.relative_to(top).as_posix(): path.read_bytes()
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], Showcase]:
    """Lay a project out of a text; a title is set unless the text brings its own settings."""

    def lay(text: str) -> Showcase:
        showcase = Showcase(tmp_path / "project")
        if "-- content/site.yaml --" not in text:
            showcase.write("content/site.yaml", "title: 案例库\nurl: https://cases.example.org\nid: cases\n")
        return showcase.lay(text)

    return lay

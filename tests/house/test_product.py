"""What is published speaks of itself alone: no machine's paths, no registry's address, no loose ends."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.sources import REPOSITORY

_TEXTS = {".py", ".md", ".toml", ".yaml", ".yml", ".html", ".css", ".js", ".json", ".txt", ".cfg", ".sh", ""}


def tracked() -> list[Path]:
    """Return the tracked text files; all of the checkout where it is not a repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 – whichever git there is
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [REPOSITORY / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.suffix in _TEXTS and path.is_file() and path != Path(__file__)]


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<![\w.])/(work|root|home)/",
        r"(?<![\w.])/tmp/",
        r"\b[A-Z]:\\Users\\",
        r"\b(pypi|files\.pythonhosted|registry\.npmjs|npmjs|proxy\.golang|conda\.anaconda)\.\w+",
        r"--(index-url|extra-index-url|trusted-host|registry)\b",
        r"\b(TODO|FIXME|XXX|HACK)\b",
        r"^(<<<<<<<|>>>>>>>) ",
    ],
    ids=["unix", "scratch", "windows", "registry", "index", "loose end", "conflict"],
)
def test_no_file_names_a_machine_or_leaves_a_loose_end(pattern: str) -> None:
    wrong = re.compile(pattern, re.MULTILINE)
    found = [
        f"{path.relative_to(REPOSITORY)}: {hit[0]}"
        for path in tracked()
        if (hit := wrong.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert not found

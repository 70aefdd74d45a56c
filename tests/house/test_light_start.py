"""Help is shown at once: it loads nothing that only a build needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import REPOSITORY

HEAVY = {
    "msgspec",
    "yaml",
    "jinja2",
    "markdown_it",
    "mdit_py_plugins",
    "pypinyin",
    "watchdog",
    "rich",
    "http",
    "asyncio",
}
PROGRAM = """
import sys
from casesite.commands import main
code = main(sys.argv[1:])
print("\\n" + " ".join(sorted({name.partition(".")[0] for name in sys.modules})), end="")
raise SystemExit(code)
"""


def loaded(*arguments: str) -> set[str]:
    """Return the names of the top modules that a call loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.rpartition("\n")[2].split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], [], ["--lang", "en", "-h"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert not loaded(*arguments) & HEAVY


def test_a_build_in_which_nothing_changed_loads_nothing_heavy(tmp_path: Path) -> None:
    """Neither what reads nor what renders, nor what opens the ledger."""
    (tmp_path / "content/cases").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_bytes("title: 案例库\nurl: https://example.org\n".encode())
    case = "---\nid: qiao\ntitle: 桥\ndate: 2024-08-20\n---\n\n三个村一起修。\n"
    (tmp_path / "content/cases/qiao.md").write_bytes(case.encode())
    assert loaded("build", str(tmp_path)) >= {"msgspec", "yaml", "jinja2", "markdown_it"}
    second = loaded("build", str(tmp_path))
    assert not second & (HEAVY | {"pathlib", "json", "dataclasses", "logging"})


def test_the_probe_sees_what_a_command_loads() -> None:
    assert loaded("check", "--help") & HEAVY

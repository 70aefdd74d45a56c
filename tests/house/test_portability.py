"""Editors use Windows: every module can be imported where POSIX's own modules are absent."""

import os
import subprocess
import sys

from tests.house.sources import REPOSITORY, modules

ABSENT = (
    "fcntl",
    "resource",
    "pwd",
    "grp",
    "termios",
    "tty",
    "pty",
    "syslog",
    "crypt",
    "msvcrt",
    "winreg",
    "_winapi",
)
WITHOUT = f"""
import importlib, os, signal, sys
for name in {ABSENT!r}:
    sys.modules[name] = None
for name in ("fork", "forkpty", "getuid", "geteuid", "getgid", "umask", "mkfifo", "chown", "statvfs",
             "sched_getaffinity", "O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "O_CLOEXEC"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGKILL", "SIGHUP", "SIGALRM", "SIGUSR1"):
    if hasattr(signal, name):
        delattr(signal, name)
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_module_is_imported_without_what_only_posix_has() -> None:
    names = [f"casesite.{name.replace('/', '.')}" for name, _ in modules() if name != "__init__"]
    program = (
        WITHOUT
        + "for name in sys.argv[1:]:\n    importlib.import_module(name)\nprint('all', len(sys.argv) - 1)"
    )
    done = run(program, *names)
    assert done.stdout == f"all {len(names)}\n", done.stderr


def test_each_room_is_imported_on_its_own() -> None:
    """No module leans on another having been imported before it."""
    program = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)"
    for room in sorted({name.split("/")[0] for name, _ in modules()} - {"__main__", "__init__"}):
        done = run(program, f"casesite.{room}")
        assert done.returncode == 0, done.stderr


def test_a_console_that_lacks_characters_gets_question_marks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "casesite", "--help"],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"build" in done.stdout

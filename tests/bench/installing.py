"""Installing what peers there are, none of them a dependency, into an environment of their own."""

import os
import subprocess
import venv
from pathlib import Path


def python_of(home: Path) -> Path:
    """Return where an environment has its Python."""
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def find_in(home: Path, pattern: str) -> Path | None:
    """Return a file of the packages of an environment."""
    folder = "Lib" if os.name == "nt" else "lib/python3*"
    return next(iter(sorted(home.glob(f"{folder}/site-packages/{pattern}"))), None)


def have(home: Path, requirement: str, pattern: str) -> Path | str:
    """Return a file of a package, which is installed where it is not yet; or why that fails."""
    found = find_in(home, pattern)
    if found is None:
        try:
            if not python_of(home).is_file():
                venv.create(home, with_pip=True)
            command = (str(python_of(home)), "-m", "pip", "install", "--quiet", requirement)
            subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            return f"cannot be installed: {error}"
        found = find_in(home, pattern)
    return found or f"{requirement} came without {pattern}"

"""Nobody skips a floor: the contract in pyproject.toml holds for every import."""

import os
import subprocess
import sys

from tests.house.sources import REPOSITORY, imported, modules


def test_every_import_keeps_to_the_floors() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
        ],
        cwd=REPOSITORY,
        env={**os.environ, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kept, 0 broken" in done.stdout


def test_what_travels_knows_nobody() -> None:
    """The contract lets the rooms of the ground floor see one another's neighbours; the model sees none."""
    strangers = {
        (name, other)
        for name, tree in modules()
        if name.split("/")[0] in {"model", "chinese", "messages"}
        for other in imported(tree)
        if other.startswith("casesite.") and other.split(".")[1] != name.split("/")[0]
    }
    assert not strangers

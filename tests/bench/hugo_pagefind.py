"""Pagefind behind Hugo, on that very site: what a search in Chinese takes there.

The layouts mark a case page's text with `data-pagefind-body`, and leave out its contents, citation, related
and neighbours. It is asked twice: as its manual says, which looks at every page for the mark, and with a
pattern that names the case pages, which is quicker.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.bench.measure import Measured, measure

CASES: Final = ("--glob", "cases/*/index.html")


def forget(folder: Path) -> None:
    """Remove what it left."""
    shutil.rmtree(folder / "public/pagefind", ignore_errors=True)


def index(command: Sequence[str], folder: Path, options: Sequence[str] = ()) -> Measured:
    """Index the site and measure that."""
    return measure([*command, "--site", "public", *options, "--silent"], folder)

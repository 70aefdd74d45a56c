"""A generated project of ours that is built again and again, and its twin, built from nothing to compare."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.corpus import write_project
from tests.bench.edits import Shown, edit_note
from tests.bench.measure import Measured, build

PLAIN = 'search: false\npinyin: "off"\n'
"""Settings without what Hugo alone has not."""


class Size(NamedTuple):
    """What a site weighs: number of files, bytes of all, and the median of the case pages' bytes."""

    files: int
    bytes: int
    page: int


class Project:
    """A project of that many cases with further settings; `options` are given to each build."""

    def __init__(self, folder: Path, cases: int, settings: str = "", options: Sequence[str] = ()) -> None:
        self.root = folder / "project"
        self._clean = folder / "clean"
        self._options = options
        write_project(self.root, cases)
        with (self.root / "content/site.yaml").open("a", encoding="utf-8", newline="\n") as file:
            file.write(settings)
        edit_note(self.root, cases, 0)

    def build(self) -> Measured:
        """Build it and measure that."""
        return build(self.root, self._options)

    def shows(self, shown: Shown) -> bool:
        """Whether an edit is to be seen."""
        return shown.text in (self.root / "public" / shown.page).read_text(encoding="utf-8")

    def forget(self) -> None:
        """Remove what builds left."""
        for name in ("public", ".casesite"):
            shutil.rmtree(self.root / name, ignore_errors=True)

    def same(self) -> bool:
        """Whether the output equals that of a build of the same content from nothing."""
        shutil.rmtree(self._clean, ignore_errors=True)
        for name in ("content", "themes"):
            if (self.root / name).is_dir():
                shutil.copytree(self.root / name, self._clean / name)
        build(self._clean)
        equal = _alike(self.root / "public", self._clean / "public")
        shutil.rmtree(self._clean)
        return equal

    def size(self) -> Size:
        """Weigh the output."""
        return weigh(self.root / "public", "cases/c*.html")


def _alike(one: Path, other: Path) -> bool:
    """Say whether two folders hold the same files with the same bytes; never more than two in memory."""
    paths = _paths(one)
    return paths == _paths(other) and all(
        (one / path).read_bytes() == (other / path).read_bytes() for path in paths
    )


def _paths(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def weigh(folder: Path, pages: str) -> Size:
    """Weigh a site whose case pages are found by that pattern."""
    every = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    cases = sorted(path.stat().st_size for path in folder.glob(pages))
    return Size(len(every), sum(every), cases[len(cases) // 2] if cases else 0)

"""An editor who changes a project at random: every kind of edit, slips, mends, and what befalls a disk.

What can be done lies in three lists: `author_cases.EDITS`, `author_rest.EDITS` and `author_disk.EDITS`.
"""

import copy
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.build import author_cases, author_disk, author_rest
from tests.build.author_state import State, Tree

Edit = Callable[["Author"], None]
_MOST_AT_ONCE: Final = 4


class Author:
    """Edits the project at `root`; the same seed makes the same edits."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)  # noqa: S311 – edits to make, no secret
        self.state = State()
        self.now = "2026-01-01T00:00:00Z"
        self.out = ""
        self.keepsakes: list[dict[str, bytes]] = []
        """What `.casesite` held after earlier builds."""
        self._before: Tree | None = None
        self._good: Tree | None = None

    @property
    def foreign(self) -> frozenset[str]:
        """What the editor has put into the output."""
        there = (author_disk.output(self) / author_disk.FOREIGN).exists()
        return frozenset({author_disk.FOREIGN} if there else ())

    def begin(self) -> None:
        """Write the first state."""
        author_rest.save_settings(self)
        author_rest.write_vocabularies(self)
        self.write(
            "content/issues/2024-08.md", "---\ntitle: 组织联建\ndate: 2024-08-31\n---\n\n本期说联建。\n"
        )
        self.write("content/pages/about.md", "---\ntitle: 关于\nmenu: true\n---\n\n这里收集案例。\n")
        for _ in range(7):
            author_cases.add_case(self)

    def edit(self, *, blocked: bool = False) -> str:
        """Change something, and say what; `blocked` tells that nothing could be built last time."""
        tree = self._tree()
        if not blocked:
            self._good = tree
        before, self._before = self._before, tree
        chance = self.dice.random()
        if blocked and chance < 1 / 3:
            return self._go_back(self._good, "back to what was built")
        if blocked and chance < 2 / 3:
            author_cases.mend(self)
            author_rest.mend(self)
            return "mend"
        if chance < 1 / 10:
            return self._go_back(before, "undo")
        number = 1 if chance < 3 / 4 else self.dice.randint(2, _MOST_AT_ONCE)
        done = [self._choose() for _ in range(number)]
        for edit in done:
            edit(self)
        return "+".join(edit.__name__ for edit in done)

    def _choose(self) -> Edit:
        lists: list[tuple[Edit, ...]] = [author_cases.EDITS, author_rest.EDITS, author_disk.EDITS]
        return self.dice.choice(self.dice.choices(lists, weights=(6, 3, 2))[0])

    def _tree(self) -> Tree:
        files = {
            path.relative_to(self.root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for folder in ("content", "themes")
            for path in sorted((self.root / folder).rglob("*"))
            if path.is_file()
        }
        return Tree(files, copy.deepcopy(self.state))

    def _go_back(self, tree: Tree | None, said: str) -> str:
        """Write an earlier state again, as undo does, or with the times of then, as a copy kept aside."""
        if tree is None:
            return "nothing"
        with_times = self.dice.random() < 1 / 2
        now = self._tree()
        for path in now.files.keys() - tree.files.keys():
            (self.root / path).unlink()
        for path, (data, mtime) in tree.files.items():
            if now.files.get(path, (b"", 0))[0] != data or path not in now.files:
                self.write(path, data)
                if with_times:
                    os.utime(self.root / path, ns=(mtime, mtime))
        self.state = copy.deepcopy(tree.state)
        return f"{said}{' with its times' if with_times else ''}"

    def write(self, path: str, data: str | bytes) -> None:
        """Write a file."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data.encode() if isinstance(data, str) else data)

    def any_case(self) -> str:
        """Return a case there is."""
        return self.dice.choice(sorted(self.state.cases))

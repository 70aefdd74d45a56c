"""A preview that goes on in one process, edit after edit, shows what a preview begun afresh would show.

`CASESITE_ROUNDS` asks for longer sequences, `CASESITE_SEEDS` for other ones.
"""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from casesite.commands.building import build_site
from casesite.commands.serve import Preview, ServeValues
from casesite.serving.server import Server
from tests.build.author import Author
from tests.build.judged import PREVIEW, copied, ran, signs_of, tree_of

ROUNDS: Final = int(os.environ.get("CASESITE_ROUNDS", "20"))
_FIRST, _, _LAST = os.environ.get("CASESITE_SEEDS", "11").partition("-")
SEEDS: Final = range(int(_FIRST), int(_LAST or _FIRST) + 1)
_HERE: Final = ("content/", "themes/")


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Give back to the collector what a preview takes out of its sight for its whole process."""
    yield
    gc.unfreeze()


def _changed(before: dict[str, tuple[int, int, int]], root: Path) -> frozenset[str]:
    """Return what a watcher would name."""
    now = signs_of(root)
    return frozenset(
        path
        for path in before.keys() | now.keys()
        if before.get(path) != now.get(path) and path.startswith(_HERE)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_preview_follows_any_sequence_of_edits(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    author = Author(tmp_path / "project", seed)
    author.begin()
    folder = author.root / PREVIEW.out
    folder.mkdir(parents=True)
    values = ServeValues(lang="zh", now=author.now)
    history = ["begin"]
    changed: frozenset[str] = frozenset()
    with Server(folder) as server:
        preview = Preview(values, author.root, server)
        for number in range(ROUNDS):
            said = f"seed {seed}, after {len(history)}: {', '.join(history[-8:])}"
            values.now = author.now
            preview.follow(changed)
            assert "意外" not in capsys.readouterr().err, said
            clean = copied(author.root, tmp_path / "fresh")
            other = build_site(PREVIEW._replace(root=clean, now=author.now))
            built = other.summary is not None
            assert (server.problems is None) == built, said
            if built:
                found, expected = tree_of(folder), tree_of(other.out)
                differing = found.keys() | expected.keys()
                assert [path for path in sorted(differing) if found.get(path) != expected.get(path)] == [], (
                    said
                )
            if number % 6 == 5:
                preview.close()
                preview = Preview(values, author.root, server)
                history.append("(served anew)")
            if author.dice.random() < 1 / 8:
                ran(author.root, "build", "--now", author.now)
                history.append("(build)")
            before = signs_of(author.root)
            history.append(author.edit(blocked=not built))
            changed = _changed(before, author.root)

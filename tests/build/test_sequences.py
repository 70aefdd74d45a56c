"""Any sequence of edits leads where a clean build leads, and tells what a clean build tells.

`CASESITE_ROUNDS` asks for longer sequences, `CASESITE_SEEDS` for other ones (`7` or `100-120`).
"""

import os
from pathlib import Path
from typing import Final

import pytest

from tests.build.author import Author
from tests.build.judged import judge, judge_check, judge_preview, ran

ROUNDS: Final = int(os.environ.get("CASESITE_ROUNDS", "25"))
_FIRST, _, _LAST = os.environ.get("CASESITE_SEEDS", "1-2").partition("-")
SEEDS: Final = range(int(_FIRST), int(_LAST or _FIRST) + 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_sequence_of_edits_leads_where_a_clean_build_leads(seed: int, tmp_path: Path) -> None:
    author = Author(tmp_path / "project", seed)
    author.begin()
    fresh = tmp_path / "fresh"
    history = ["begin"]
    built = 0
    for _ in range(ROUNDS):
        said = f"seed {seed}, after {len(history)}: {', '.join(history[-8:])}"
        done = judge(author.root, fresh, author.now, out=author.out, foreign=author.foreign, said=said)
        built += done.built
        if author.dice.random() < 1 / 6:
            history.append(_look(author, fresh, said))
        history.append(author.edit(blocked=not done.built))
    assert built > ROUNDS // 2, "most of what is tried can be built"


def _look(author: Author, fresh: Path, said: str) -> str:
    """Run another command between two builds, or this one with an option, and say which."""
    root, now = author.root, author.now
    match author.dice.randrange(4):
        case 0:
            judge_check(root, fresh, now, said)
            return "(check)"
        case 1:
            judge_preview(root, fresh, now, said)
            return "(preview)"
        case 2:
            ran(root, "build", "--strict", "--now", now)
            return "(strict)"
        case _:
            more, named, foreign = ("--doubts",), author.out, author.foreign
            judge(root, fresh, now, out=named, options=more, foreign=foreign, said=f"{said}, doubts")
            return "(doubts)"

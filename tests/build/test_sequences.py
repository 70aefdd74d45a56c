"""Any sequence of edits leads where a clean build leads, and tells what a clean build tells.

`CASESITE_ROUNDS` asks for longer sequences, `CASESITE_SEEDS` for other ones (`7` or `100-120`).
"""

import os
from pathlib import Path
from typing import Final

import pytest

from casesite.commands.building import Order, build_site
from tests.build.author import Author
from tests.build.judged import PREVIEW, judge, judge_check

ROUNDS: Final = int(os.environ.get("CASESITE_ROUNDS", "25"))
_FIRST, _, _LAST = os.environ.get("CASESITE_SEEDS", "1-3").partition("-")
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
        order = Order(author.root, author.now, out=author.out)
        done = judge(order, fresh, foreign=author.foreign, said=said)
        built += done.outcome.summary is not None
        if author.dice.random() < 1 / 6:
            history.append(_look(author, fresh, said))
        history.append(author.edit(blocked=done.outcome.summary is None))
    assert built > ROUNDS // 2, "most of what is tried can be built"


def _look(author: Author, fresh: Path, said: str) -> str:
    """Run another command between two builds, or an option of this one, and say which."""
    order = Order(author.root, author.now, out=author.out)
    match author.dice.randrange(4):
        case 0:
            judge_check(order, fresh, said)
            return "(check)"
        case 1:
            judge(PREVIEW._replace(root=author.root, now=author.now), fresh, said=f"{said}, preview")
            return "(preview)"
        case 2:
            build_site(order._replace(strict=True))
            return "(strict)"
        case _:
            judge(order._replace(unsure=True), fresh, foreign=author.foreign, said=f"{said}, doubts")
            return "(doubts)"

"""Two hundred cases: an edit leads where a clean build leads, in a memory that any machine has."""

import shutil
from pathlib import Path
from typing import Final

from tests.bench.corpus import write_project
from tests.bench.measure import build, tree

CASES: Final = 200
MOST_MB: Final = 300


def test_a_large_site_is_built_anew_only_in_part_and_in_little_memory(tmp_path: Path) -> None:
    root, clean = tmp_path / "project", tmp_path / "clean"
    write_project(root, CASES)
    first = build(root)
    case = root / "content" / "cases" / "c00100.md"
    text = case.read_text(encoding="utf-8")
    case.write_bytes(text.replace("title: ", "title: 再说").encode() + "\n村里修了一座桥。\n".encode())
    second = build(root)
    shutil.copytree(root / "content", clean / "content")
    build(clean)
    made = tree(root / "public")
    assert made == tree(clean / "public")
    assert len([path for path in made if path.startswith("cases/c")]) == CASES
    for peak in (first.peak, second.peak):
        assert peak is None or peak < MOST_MB

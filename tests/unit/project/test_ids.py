"""The id that a new case gets."""

from pathlib import Path

import pytest

from casesite.project.ids import next_id


@pytest.mark.parametrize(
    ("files", "free"),
    [
        ({}, "2026-11-001"),
        ({"content/cases/2026-11-001.md": ""}, "2026-11-002"),
        ({"content/cases/2026-11-003/index.md": ""}, "2026-11-004"),
        ({"content/cases/2026/2026-11-009.md": ""}, "2026-11-010"),
        ({"content/inbox/2026-11-002/index.md": "", "content/cases/2026-11-001.md": ""}, "2026-11-003"),
        ({"content/cases/2026-10-007.md": "", "content/cases/2025-11-007.md": ""}, "2026-11-001"),
        ({"content/cases/qiao.md": "---\ntitle: 桥\nid: 2026-11-005\n---\n"}, "2026-11-006"),
        ({"content/cases/qiao.md": '---\n编号："2026-11-005"\n---\n'}, "2026-11-006"),
        ({"content/cases/qiao.md": "---\nissue: 2026-11-005\n---\n"}, "2026-11-001"),
        ({"content/cases/2026-11-999.md": ""}, "2026-11-1000"),
        ({"content/cases/2026-11-x.md": "", "content/cases/.2026-11-004.md": ""}, "2026-11-001"),
        ({"content/cases/a/2026-11-008.jpg": ""}, "2026-11-001"),
    ],
)
def test_a_new_id_follows_the_highest_of_its_month(tmp_path: Path, files: dict[str, str], free: str) -> None:
    for path, text in files.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    assert next_id(tmp_path, "2026-11") == free

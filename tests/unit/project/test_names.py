"""Names that are ignored, names as people type them."""

import pytest

from casesite.project.names import as_path, is_ignored


@pytest.mark.parametrize(
    ("name", "ignored"),
    [
        ("a.md", False),
        ("案例.md", False),
        ("~a.md", False),
        ("thumbs.md", False),
        ("~$案例.docx", True),
        (".~lock.a.docx#", True),
        (".DS_Store", True),
        ("Thumbs.db", True),
        ("THUMBS.DB", True),
        ("Desktop.ini", True),
        (".a.md.swp", True),
        ("a.md.swp", True),
        (".git", True),
    ],
)
def test_what_programs_leave_behind_is_ignored(name: str, ignored: bool) -> None:  # noqa: FBT001 – a table's column
    assert is_ignored(name) == ignored


@pytest.mark.parametrize(
    ("on_disk", "path"),
    [("a.md", "a.md"), ("案例.md", "案例.md"), ("e\u0301.md", "\u00e9.md"), ("\udcb0.md", None)],
)
def test_names_are_composed(on_disk: str, path: str | None) -> None:
    assert as_path(on_disk) == path

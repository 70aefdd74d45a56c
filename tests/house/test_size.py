"""No file is longer than one sits down to read."""

from tests.house.sources import PACKAGE, REPOSITORY

LIMIT = 300
THEME_LIMIT = 400
SEARCH_SCRIPT = 400
"""What finds is one script: each file is a request of its own, and they come one behind the other."""


def test_no_module_is_long() -> None:
    places = [*PACKAGE.rglob("*.py"), REPOSITORY / "build.py"]
    lines = {
        path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in places
    }
    assert not {name: count for name, count in lines.items() if count > LIMIT}
    assert sorted(lines.values())[len(lines) // 2] <= LIMIT // 3, "the median has grown"


def test_no_script_or_style_sheet_is_long() -> None:
    themes = REPOSITORY / "themes"
    long = {
        path.relative_to(themes).as_posix(): count
        for path in sorted([*themes.rglob("*.js"), *themes.rglob("*.css")])
        if (count := path.read_text(encoding="utf-8").count("\n")) > _most(path.name)
    }
    assert not long


def _most(name: str) -> int:
    """Return how many lines a theme's file may have."""
    if name == "search.js":
        return SEARCH_SCRIPT
    return THEME_LIMIT if name.endswith(".css") else LIMIT


def test_every_module_says_what_it_is() -> None:
    """Its first line would do as its caption in a list: one sentence."""
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        first = text.partition("\n")[0]
        assert first.startswith('"""'), path
        assert len(first) <= 120, path

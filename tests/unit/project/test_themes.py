"""A theme's files over those it extends."""

from pathlib import Path

import pytest

from casesite.messages import theme as codes
from casesite.model.problem import Problem
from casesite.project import themes
from casesite.project.themes import ThemeFiles, load_theme


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program come with a small default theme."""
    lay(
        tmp_path / "shipped",
        {
            "default/theme.yaml": "name: default\n",
            "default/templates/home.html": "home",
            "default/templates/parts/footer.html": "footer",
            "default/static/site.css": "p{}",
            "default/strings/zh.yaml": "home: 首页",
        },
    )
    monkeypatch.setattr(themes, "_shipped", lambda: (tmp_path / "shipped",))


def lay(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def theme(root: Path, name: str) -> ThemeFiles:
    loaded = load_theme(root, name)
    assert isinstance(loaded, ThemeFiles), loaded
    return loaded


def test_the_default_theme_comes_with_the_program(tmp_path: Path) -> None:
    loaded = theme(tmp_path / "site", "default")
    assert loaded.files["templates/home.html"] == b"home"
    assert loaded.places["templates/home.html"] == "themes/default/templates/home.html"
    assert list(loaded.files) == sorted(loaded.files)


def test_one_file_may_be_overridden_alone(tmp_path: Path) -> None:
    root = tmp_path / "site"
    lay(root / "themes/default", {"templates/parts/footer.html": "ours", ".DS_Store": "x"})
    loaded = theme(root, "default")
    assert loaded.files["templates/parts/footer.html"] == b"ours"
    assert loaded.files["templates/home.html"] == b"home"
    assert ".DS_Store" not in loaded.files
    assert loaded.digest != theme(tmp_path, "default").digest


@pytest.mark.parametrize(
    ("description", "has_base"),
    [
        (None, True),
        ("extends: default\n", True),
        ("name: x\nextends: 'default'  # the base\n", True),
        ('extends: "default"', True),
        ("name: x\n", False),
        ("extends:\n", False),
        ("# extends: default\n", False),
    ],
)
def test_a_theme_extends_what_it_says(description: str | None, has_base: bool, tmp_path: Path) -> None:  # noqa: FBT001 – a table's column
    files = {"templates/home.html": "plain"} | ({"theme.yaml": description} if description else {})
    lay(tmp_path / "themes/plain", files)
    loaded = theme(tmp_path, "plain")
    assert loaded.files["templates/home.html"] == b"plain"
    assert ("static/site.css" in loaded.files) == has_base


def test_a_chain_of_themes_and_strings_from_the_base_up(tmp_path: Path) -> None:
    lay(tmp_path / "themes/plain", {"theme.yaml": "extends: default", "strings/zh.yaml": "home: 主页"})
    lay(tmp_path / "themes/ours", {"theme.yaml": "extends: plain", "templates/home.html": "ours"})
    loaded = theme(tmp_path, "ours")
    assert loaded.files["templates/home.html"] == b"ours"
    assert loaded.strings["zh"] == (
        ("themes/default/strings/zh.yaml", "home: 首页".encode()),
        ("themes/plain/strings/zh.yaml", "home: 主页".encode()),
    )


@pytest.mark.parametrize("name", ["nothing", "../content", "a/b", "", "."])
def test_a_theme_that_is_not_there_is_named(name: str, tmp_path: Path) -> None:
    loaded = load_theme(tmp_path, name)
    assert isinstance(loaded, Problem)
    assert (loaded.code, loaded.values) == (codes.THEME_MISSING, (("theme", name),))


def test_themes_in_a_circle_are_named(tmp_path: Path) -> None:
    lay(tmp_path / "themes/a", {"theme.yaml": "extends: b"})
    lay(tmp_path / "themes/b", {"theme.yaml": "extends: a"})
    loaded = load_theme(tmp_path, "a")
    assert isinstance(loaded, Problem)
    assert (loaded.code, loaded.values) == (codes.THEME_LOOP, (("themes", "a → b → a"),))

"""A theme's files over those it extends."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from casesite.messages import files as file_codes
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


def link_file(folder: Path) -> None:
    (folder.parents[2] / "secret").write_text("secret")
    (folder / "templates").mkdir()
    (folder / "templates/x.html").symlink_to(folder.parents[2] / "secret")


def link_folder(folder: Path) -> None:
    (folder / "loop").symlink_to("..", target_is_directory=True)


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


def pipe_as_description(folder: Path) -> None:
    os.mkfifo(folder / "theme.yaml")


def large(folder: Path) -> None:
    with (folder / "large.ttf").open("wb") as file:
        file.truncate((8 << 20) + 1)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")
@pytest.mark.parametrize(
    ("spoil", "path", "code"),
    [
        (link_file, "templates/x.html", file_codes.FILE_NOT_REGULAR),
        (link_folder, "loop", file_codes.FILE_NOT_REGULAR),
        (pipe, "pipe", file_codes.FILE_NOT_REGULAR),
        (pipe_as_description, "theme.yaml", file_codes.FILE_NOT_REGULAR),
        (large, "large.ttf", file_codes.FILE_TOO_LARGE),
    ],
)
def test_what_is_no_plain_file_of_the_project_is_named_and_not_read(
    spoil: Callable[[Path], None], path: str, code: str, tmp_path: Path
) -> None:
    folder = tmp_path / "site/themes/default"
    folder.mkdir(parents=True)
    spoil(folder)
    loaded = load_theme(tmp_path / "site", "default")
    assert isinstance(loaded, Problem)
    assert (loaded.path, loaded.code) == (f"themes/default/{path}", code)


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
def test_a_theme_folder_that_leads_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    lay(tmp_path / "elsewhere", {"templates/home.html": "not ours"})
    (tmp_path / "site/themes").mkdir(parents=True)
    (tmp_path / "site/themes/default").symlink_to(tmp_path / "elsewhere")
    loaded = load_theme(tmp_path / "site", "default")
    assert isinstance(loaded, Problem)
    assert (loaded.path, loaded.code) == ("themes/default", file_codes.FILE_NOT_REGULAR)


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
def test_a_link_inside_the_project_and_a_program_installed_as_links_are_read(tmp_path: Path) -> None:
    lay(tmp_path / "cache", {"base.html": "base"})
    (tmp_path / "shipped/default/templates/base.html").symlink_to(tmp_path / "cache/base.html")
    lay(tmp_path / "site", {"themes/default/templates/a.html": "a"})
    (tmp_path / "site/themes/default/templates/b.html").symlink_to("a.html")
    files = theme(tmp_path / "site", "default").files
    assert (files["templates/base.html"], files["templates/b.html"]) == (b"base", b"a")

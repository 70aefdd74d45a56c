"""What the settings change in the theme's look."""

import pytest

from casesite.model.settings import Settings, ThemeChoice
from casesite.outputs.html.sheet import sheet_path, site_sheet


def made(title: str = "案例库", **choice: object) -> str:
    return site_sheet(Settings(title=title, theme=ThemeChoice(**choice)))  # type: ignore[arg-type] # any field


@pytest.mark.parametrize("accent", ["#0a5", "#00aa55", "#B3321E"])
def test_an_accent_is_set_for_light_and_dark(accent: str) -> None:
    assert f"--accent-light:{accent};--accent-dark:{accent}" in made(accent=accent)


@pytest.mark.parametrize("accent", ["", "red;}body{display:none", "url(https://example.org)", "#12", "#0a5}"])
def test_what_is_no_colour_is_left_out(accent: str) -> None:
    assert "accent" not in made(accent=accent)


def test_paragraphs_without_indent_are_set_apart() -> None:
    assert "--indent:0" in made(indent=False)
    assert "--indent" not in made(indent=True)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("基层党建案例库（示例）", 'content:"基层党建案例库（示例）"'),
        ('a"}body{x:\\url(y)', 'content:"abodyx:url(y)"'),
    ],
)
def test_the_title_runs_on_paper_and_stays_a_text(title: str, head: str) -> None:
    assert head in made(title)


def test_the_sheets_name_follows_its_text() -> None:
    assert sheet_path("a") != sheet_path("b")
    assert sheet_path("a") == sheet_path("a")

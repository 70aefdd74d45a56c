"""A theme fetches nothing from outside, and every template can be read."""

import pytest
from msgspec.structs import replace

from casesite.messages import find
from casesite.outputs.html import check_theme
from tests.unit.outputs.html.pages import theme, themed


def test_the_built_in_theme_is_clean() -> None:
    assert check_theme(theme()) == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ('<script src="https://cdn.example/a.js"></script>', "https://cdn.example/a.js"),
        ('一\n<link rel="stylesheet" href="//fonts.example/css">', "//fonts.example/css"),
        ("<img alt='' src=http://a.example/b.png>", "http://a.example/b.png"),
        ("<style>@import 'https://a.example/x.css'</style>", "https://a.example/x.css"),
        ("<iframe title='t' src='https://a.example/'></iframe>", "https://a.example/"),
    ],
)
def test_an_outside_file_in_a_template_is_named(text: str, address: str) -> None:
    (problem,) = check_theme(themed(own=text))
    assert problem.code == "outside-resource"
    assert problem.path == "themes/default/templates/own.html"
    assert dict(problem.values) == {"address": address}
    assert problem.excerpt[problem.column - 1 :].startswith(address)
    assert address in find(problem.code).sentence("zh", dict(problem.values)).message


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://example.org/">一</a>',
        "{# <script src='https://a.example/a.js'></script> #}",
        "<!-- <img src='https://a.example/a.png'> -->",
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        '<script src="{{ frame.script|rel }}"></script>',
    ],
)
def test_links_and_comments_are_no_files(text: str) -> None:
    assert check_theme(themed(own=text)) == ()


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("a{background:url(https://a.example/a.png)}", ["https://a.example/a.png"]),
        ('@font-face{src:url("//a.example/f.woff2")}', ["//a.example/f.woff2"]),
        ("@import url('https://a.example/x.css');", ["https://a.example/x.css"]),
        ("/* url(https://a.example/) */ a{background:url(b.png)}", []),
    ],
)
def test_an_outside_file_in_a_sheet_is_named(sheet: str, found: list[str]) -> None:
    look = replace(theme(), static={**theme().static, "own.css": sheet.encode()}, digest=sheet)
    problems = check_theme(look)
    assert [dict(one.values)["address"] for one in problems] == found
    assert {one.path for one in problems} <= {"themes/default/static/own.css"}


def test_a_template_that_cannot_be_read_is_named_before_any_page() -> None:
    (problem,) = check_theme(themed(own="一\n{% for %}"))
    assert (problem.code, problem.line) == ("template-syntax", 2)

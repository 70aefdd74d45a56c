"""A slip in a template is named at its line, with the page that was being made."""

import pytest
from msgspec.structs import replace

from casesite.messages import find
from casesite.model.problem import Problem
from casesite.model.theme import Theme
from casesite.outputs import templates

EMPTY = Theme(name="t", templates={}, static={}, strings={"hello": "您好"}, places={}, digest="")


def of(**texts: str) -> Theme:
    named = {f"{name}.html": text for name, text in texts.items()}
    return replace(EMPTY, templates=named, digest=repr(sorted(named.items())))


@pytest.mark.parametrize(
    ("text", "code", "line", "excerpt", "values"),
    [
        ("一\n{% if %}\n", "template-syntax", 2, "{% if %}", {}),
        ("一\n二\n{{ nothing }}", "template-undefined", 3, "{{ nothing }}", {"name": "nothing"}),
        ("{{ t.nothing }}", "template-undefined", 1, "{{ t.nothing }}", {"name": "nothing"}),
        ("{{ page.nothing.more }}", "template-undefined", 1, "{{ page.nothing.more }}", {"name": "nothing"}),
        ("\n{% include 'gone.html' %}", "template-missing", 2, "{% include 'gone.html' %}", {}),
        ("{{ 1 / 0 }}", "template-failed", 1, "{{ 1 / 0 }}", {"page": "a.html"}),
    ],
)
def test_each_slip_is_named_at_its_line(
    text: str, code: str, line: int, excerpt: str, values: dict[str, str]
) -> None:
    problem = templates.render(of(home=text), "home.html", {"page": {}}, "a.html")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.code, problem.line) == ("themes/t/templates/home.html", code, line)
    assert problem.excerpt == excerpt
    assert values.items() <= dict(problem.values).items()
    for language in ("zh", "en"):
        assert find(problem.code).sentence(language, dict(problem.values)).message


def test_a_slip_in_a_part_is_named_there() -> None:
    theme = of(home="{% include 'part.html' %}", part="一\n{{ nothing }}")
    problem = templates.render(theme, "home.html", {}, "a.html")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == ("themes/t/templates/part.html", 2)


def test_the_path_shown_is_where_the_template_lies() -> None:
    theme = replace(of(home="{{ x }}"), places={"home.html": "themes/own/templates/home.html"}, digest="own")
    problem = templates.render(theme, "home.html", {}, "a.html")
    assert isinstance(problem, Problem)
    assert problem.path == "themes/own/templates/home.html"


def test_a_template_that_is_not_there_is_a_problem() -> None:
    problem = templates.render(of(), "home.html", {}, "a.html")
    assert isinstance(problem, Problem)
    assert problem.code == "template-missing"


def test_text_is_escaped_and_never_run() -> None:
    made = templates.render(of(home="{{ t.hello }}：{{ text }}"), "home.html", {"text": "{{ 7*7 }}<b>"}, "a")
    assert made == "您好：{{ 7*7 }}&lt;b&gt;"


def test_two_themes_keep_apart() -> None:
    values = {"text": "一"}
    assert templates.render(of(home="甲{{ text }}"), "home.html", values, "a") == "甲一"
    assert templates.render(of(home="乙{{ text }}"), "home.html", values, "a") == "乙一"


def test_a_piece_is_filled_once_for_its_key() -> None:
    theme = of(part="{{ text }}<i>")
    first = templates.piece(theme, "part.html", "k", {"text": "<一>"})
    assert first == "&lt;一&gt;<i>"
    assert templates.piece(theme, "part.html", "k", {"text": "二"}) is first
    assert templates.piece(theme, "part.html", "other", {"text": "二"}) == "二<i>"

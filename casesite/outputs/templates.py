"""A theme's templates: the environment they run in, and every slip in them named at its line."""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from types import SimpleNamespace, TracebackType
from typing import Any, Final, NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, TemplateNotFound, pass_context
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from markupsafe import Markup

from casesite.messages import theme as codes
from casesite.model.problem import Place, Problem
from casesite.model.theme import Theme
from casesite.outputs.relative import relative
from casesite.outputs.wording import Wording

_THEMES: Final = 4
"""How many themes' environments are kept: one is used by a build, a preview may change it."""
_PIECES: Final = 20_000
"""How many shared pieces are kept; then they are made anew."""


class _Missing(StrictUndefined):
    """What a template names and the page does not have: using it is an error that knows its name."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class _Key:
    """A theme that compares by its digest, so that its environment can be remembered."""

    __slots__ = ("theme",)

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.theme.digest == self.theme.digest

    def __hash__(self) -> int:
        return hash(self.theme.digest)


def markup(xml: str) -> str:
    """Return text that is markup already, so that a template does not escape it."""
    return Markup(xml)  # noqa: S704 - only for fragments that reading made, where all text is escaped


def render(theme: Theme, name: str, values: Mapping[str, Any], page: str) -> str | Problem:
    """Fill a template (`case.html`) with values; `t` in it holds the theme's sentences.

    Filters: those of `outputs.wording`, and `rel`, which wants the way to the output's root as `root`.
    `page` is the path of the page in the output, for messages: `template-syntax`, `template-undefined`,
    `template-missing`, `template-failed`, each at the template's line.
    """
    try:
        return _template(_engine(_Key(theme)), name).render(values)
    except Exception as error:  # noqa: BLE001 - a template may fail in any way, and that is its author's to mend
        return _problem(theme, error, name, page)


def piece(theme: Theme, name: str, key: Hashable, values: Mapping[str, Any]) -> str:
    """Return a template's markup for a page that is being filled; the same `key` gives the same markup.

    What many pages share (the masthead, a case in lists) is so filled once. Errors travel to `render`.
    """
    engine = _engine(_Key(theme))
    known = engine.pieces.get((name, key))
    if known is None:
        if len(engine.pieces) >= _PIECES:
            engine.pieces.clear()
        known = engine.pieces[name, key] = Markup(_template(engine, name).render(values))  # noqa: S704 - filled and escaped by a template
    return known


def compile_problems(theme: Theme) -> tuple[Problem, ...]:
    """Compile every template and name those that do not stand: `template-syntax`."""
    environment = _engine(_Key(theme)).environment
    problems = []
    for name in sorted(theme.templates):
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            problems.append(_problem(theme, error, name, name))
    return tuple(problems)


class _Engine(NamedTuple):
    """A theme's environment, its templates compiled so far, and pieces that several pages share."""

    environment: Environment
    compiled: dict[str, Template]
    pieces: dict[tuple[str, Hashable], str]


def _template(engine: _Engine, name: str) -> Template:
    """Return a template, compiled once."""
    template = engine.compiled.get(name)
    if template is None:
        template = engine.compiled[name] = engine.environment.get_template(name)
    return template


@lru_cache(maxsize=_THEMES)
def _engine(key: _Key) -> _Engine:
    """Return what runs a theme's templates."""
    theme = key.theme

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = theme.templates.get(name)
        return None if text is None else (text, _place(theme, name), lambda: True)

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals["t"] = SimpleNamespace(**theme.strings)
    environment.filters |= Wording(theme.strings).filters()
    environment.filters["rel"] = _rel
    return _Engine(environment, {}, {})


@pass_context
def _rel(context: Context, address: str) -> str:
    """Return an address as the page that is being filled writes it."""
    return relative(context.resolve_or_missing("root"), address)


def _place(theme: Theme, name: str) -> str:
    """Return the path that messages show for a template."""
    return theme.places.get(name) or f"themes/{theme.name}/templates/{name}"


def _problem(theme: Theme, error: Exception, name: str, page: str) -> Problem:
    """Return what went wrong, at the innermost template's line."""
    if isinstance(error, TemplateSyntaxError):
        known = error.name or name
        place = _at(theme, known, error.lineno)
        return place.problem(codes.TEMPLATE_SYNTAX, detail=error.message or "")
    known, line = _innermost(theme, error.__traceback__) or (name, 0)
    place = _at(theme, known, line)
    if isinstance(error, TemplateNotFound):
        return place.problem(codes.TEMPLATE_MISSING, template=str(error.name or ""), page=page)
    if isinstance(error, UndefinedError):
        return place.problem(codes.TEMPLATE_UNDEFINED, name=error.message or "", page=page)
    return place.problem(codes.TEMPLATE_FAILED, detail=f"{type(error).__name__}: {error}", page=page)


def _at(theme: Theme, name: str, line: int) -> Place:
    """Return a place in a template with its line."""
    lines = theme.templates.get(name, "").splitlines()
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return Place(_place(theme, name), line, 1 if line else 0, excerpt)


def _innermost(theme: Theme, trace: TracebackType | None) -> tuple[str, int] | None:
    """Return the template and line where an error arose."""
    names = {_place(theme, name): name for name in theme.templates}
    found = None
    while trace is not None:
        name = names.get(trace.tb_frame.f_code.co_filename)
        if name is not None:
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found

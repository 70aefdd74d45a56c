"""What a theme must not do: fetch anything from outside, or hold a template that cannot be read."""

import re
from collections.abc import Iterator
from typing import Final

from casesite.messages import theme as codes
from casesite.model.problem import Place, Problem
from casesite.model.theme import Theme
from casesite.outputs import templates

_OUTSIDE: Final = r"(?:https?:)?//[^\s\"'()<>]+"
_TAG: Final = re.compile(
    r"<(?:link|script|img|source|video|audio|iframe|embed|object|input|track|use|image)\b[^>]*?"
    rf"\s(?:href|src|srcset|data|poster|xlink:href)\s*=\s*[\"']?\s*({_OUTSIDE})",
    re.IGNORECASE,
)
_SHEET: Final = re.compile(
    rf"(?:url\(\s*[\"']?\s*|@import\s+[\"']\s*|image-set\(\s*[\"']\s*)({_OUTSIDE})", re.IGNORECASE
)
_SCRIPT: Final = re.compile(rf"(?:\.src\s*=|\bfetch\(|\bimport\()\s*[\"'`]({_OUTSIDE})", re.IGNORECASE)
_COMMENT: Final = re.compile(r"/\*.*?\*/|<!--.*?-->|\{#.*?#\}", re.DOTALL)
_TEXTS: Final = {
    ".html": (_TAG, _SHEET),
    ".svg": (_TAG, _SHEET),
    ".css": (_SHEET,),
    ".js": (_SCRIPT,),
}


def check_theme(theme: Theme) -> tuple[Problem, ...]:
    """Return `template-syntax` and `outside-resource` problems of a theme, sorted."""
    problems = list(templates.compile_problems(theme))
    for name, text in theme.templates.items():
        problems += _outside(theme.places.get(name, f"themes/{theme.name}/templates/{name}"), text, ".html")
    for name, data in theme.static.items():
        ending = name[name.rfind(".") :].lower()
        if ending in _TEXTS:
            place = theme.places.get(f"static/{name}", f"themes/{theme.name}/static/{name}")
            problems += _outside(place, data.decode("utf-8", "replace"), ending)
    return tuple(sorted(problems))


def _outside(path: str, text: str, ending: str) -> Iterator[Problem]:
    """Yield each use of a file from outside, at its line and column; comments are skipped."""
    bare = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    lines = text.split("\n")
    for pattern in _TEXTS[ending]:
        for match in pattern.finditer(bare):
            line = bare.count("\n", 0, match.start(1))
            column = match.start(1) - (bare.rfind("\n", 0, match.start(1)) + 1)
            place = Place(path, line + 1, column + 1, lines[line].rstrip("\r"))
            yield place.problem(codes.OUTSIDE_RESOURCE, address=match[1])

"""A theme's files to the theme that outputs use: texts decoded, sentences of one language parsed."""

from collections.abc import Iterator

from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.model.theme import Theme
from casesite.project.themes import ThemeFiles
from casesite.reading.strings import read_strings

_USUAL = "zh"


def read_theme(files: ThemeFiles | Problem, language: str) -> tuple[Theme | None, tuple[Problem, ...]]:
    """Return the theme with its sentences in `language` (`zh-Hans`), in Chinese where it lacks them."""
    if isinstance(files, Problem):
        return None, (files,)
    problems: list[Problem] = []
    strings: dict[str, str] = {}
    for path, data in _layers(files, language.partition("-")[0]):
        found, wrong = read_strings(Source(path, data, ""))
        strings |= found
        problems += wrong
    theme = Theme(
        name=files.name,
        templates={
            name.removeprefix("templates/"): data.decode("utf-8", "replace").replace("\r\n", "\n")
            for name, data in files.files.items()
            if name.startswith("templates/")
        },
        static={
            name.removeprefix("static/"): data
            for name, data in files.files.items()
            if name.startswith("static/")
        },
        strings=strings,
        places={name.removeprefix("templates/"): place for name, place in files.places.items()},
        digest=files.digest,
    )
    return theme, tuple(problems)


def _layers(files: ThemeFiles, language: str) -> Iterator[tuple[str, bytes]]:
    yield from files.strings.get(_USUAL, ())
    if language != _USUAL:
        yield from files.strings.get(language, ())

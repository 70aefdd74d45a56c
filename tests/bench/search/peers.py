"""What the peers are given: the same texts, a plain page a case for Pagefind and one script for the baseline.

Pagefind is no dependency. It is installed into an environment of its own, which `--peers` names:

    python -m venv PEERS && PEERS/bin/pip install "pagefind[extended]"
"""

import gzip
import json
import subprocess
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.installing import have
from tests.bench.measure import Measured, measure
from tests.bench.search.truth import Case, Field

_BLANK: Final = (
    '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><link rel="icon" href="data:,"></html>\n'
)


class Pagefind(NamedTuple):
    """An installed Pagefind: the command and its version."""

    command: tuple[str, ...]
    version: str


def install(folder: Path) -> Pagefind | str:
    """Install Pagefind where it is not yet; return why when that fails.

    The package's own command starts Python first; what is measured is the program it brings.
    """
    program = have(folder, "pagefind[extended]", "pagefind_bin_extended/pagefind_extended*")
    if isinstance(program, str):
        return program
    said = subprocess.run((program, "--version"), capture_output=True, encoding="utf-8", check=True)
    return Pagefind((str(program),), said.stdout.split()[-1])


def write_pages(cases: Sequence[Case], folder: Path) -> None:
    """Write a page a case that holds its fields and nothing else, and a blank one to search from."""
    (folder / "cases").mkdir(parents=True)
    (folder / "index.html").write_text(_BLANK, encoding="utf-8")
    for case in cases:
        title = next(field.text for field in case.fields if field.kind == "title")
        body = "\n".join(_element(field) for field in case.fields)
        page = (
            f'<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f"</head><body><main data-pagefind-body>\n{body}\n</main></body></html>\n"
        )
        (folder / case.url).write_text(page, encoding="utf-8")


def _element(field: Field) -> str:
    tag = "h1" if field.kind == "title" else "p"
    return f"<{tag}>{escape(field.text)}</{tag}>"


def index(pagefind: Pagefind, folder: Path) -> Measured:
    """Let Pagefind index the pages and measure that."""
    command = (*pagefind.command, "--site", str(folder), "--glob", "cases/*.html", "--silent")
    return measure(command, folder)


def addresses(folder: Path) -> dict[str, str]:
    """Return the address of each of Pagefind's results, by its id."""
    found = {}
    for path in (folder / "pagefind/fragment").iterdir():
        data = gzip.decompress(path.read_bytes())
        found[path.stem] = json.loads(data[data.index(b"{") :])["url"].lstrip("/")
    return found


def write_whole(cases: Sequence[Case], folder: Path) -> Path:
    """Write all texts as one script, and a blank page to search from."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(_BLANK, encoding="utf-8")
    texts = [[case.url, [field.text for field in case.fields]] for case in cases]
    data = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    (folder / "texts.js").write_text(f"window.texts={data};\n", encoding="utf-8")
    return folder

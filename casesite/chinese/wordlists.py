"""Word lists by kind, as files of the package hold them.

A line in brackets begins a kind, one that begins with # is a comment; words have spaces between.
"""

from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a file in `data/` by kind, in order."""
    kinds: dict[str, tuple[str, ...]] = {}
    text = files("casesite.chinese").joinpath(f"data/{name}").read_text(encoding="utf-8")
    for part in text.split("\n[")[1:]:
        kind, _, members = part.partition("]")
        lines = [line for line in members.split("\n") if not line.startswith("#")]
        kinds[kind] = tuple(" ".join(lines).split())
    return kinds

"""Traditional characters as simplified ones, for look-up only: never for what a reader sees.

`data/variants.txt` holds pairs of a traditional and a simplified character, from the table `TSCharacters`
of OpenCC (Apache-2.0, as opencc-python-reimplemented 0.1.7 ships it), the first choice where it gives
several.
"""

from functools import cache
from importlib.resources import files


@cache
def table() -> dict[int, str]:
    """Return the table for `str.translate`."""
    pairs = files("casesite.chinese").joinpath("data/variants.txt").read_text(encoding="utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}


def simplified(text: str) -> str:
    """Return the text with each traditional character replaced; its length and all other characters stay."""
    return text.translate(table())

"""Characters that no word decides: read by what stands around them.

Each rule sees the run of Han characters in simplified form, the place of the character, the length of the
word before it (0 at the run's start) and the character before the run, and returns a reading or an empty
text.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

Rule = Callable[[str, int, int, str], str]

_FIGURE: Final = re.compile("[0-9０-９]")
_NUMERALS: Final = frozenset("一二两三四五六七八九十百千万亿几数多每这那哪余")
_TAKEN_AS: Final = frozenset("以作视变成选定列评称化转立划分合改升命建")
_SCOPE: Final = 14
"""How many characters back 以 … 为 is looked for."""


def _counter(run: str, place: int, _before: int, outside: str) -> str:
    """只 after a number counts animals."""
    if (place and run[place - 1] in _NUMERALS) or (not place and _FIGURE.match(outside)):
        return "zhī"
    return ""


def _adverb(run: str, place: int, before: int, _outside: str) -> str:
    """地 behind a word of two or more characters and before another word makes an adverb: 扎实地开展."""
    return "de" if before > 1 and place + 1 < len(run) else ""


def _as(run: str, place: int, _before: int, _outside: str) -> str:
    """为 is "as" in 以…为…, and "become" behind a verb of making or calling."""
    scope = run[max(0, place - _SCOPE) : place]
    return "wéi" if "以" in scope[:-1] or scope[-1:] in _TAKEN_AS else ""


RULES: Final[Mapping[str, Rule]] = {"只": _counter, "地": _adverb, "为": _as}

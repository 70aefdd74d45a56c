"""Characters that a paste from Word or a web page brings along: invisible ones, and ones no font has."""

import re
from collections import Counter
from typing import Final

from casesite.messages import files
from casesite.model.problem import Place, Problem

DIRECTIONS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls that turn the direction of text around: what is read is not what is written."""

_BREAKS: Final = re.compile("[\u2028\u2029]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
_FOUND: Final = re.compile("[\u00ad\u200b\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufeff]")
_NAMED: Final = 6
_EXCERPT: Final = 200


def without_pasted(path: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a file's text without what cannot be seen, and one warning that counts and names it all.

    A line or paragraph separator becomes a space; characters for private use stay, since what they meant is
    unknown. Lines keep their numbers.
    """
    first = _FOUND.search(text)
    if first is None:
        return text, ()
    counts = Counter(_FOUND.findall(text))
    names = [_name(char) for char in sorted(counts)]
    shown = " ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    begin = text.rfind("\n", 0, first.start()) + 1
    line = text[begin:].partition("\n")[0][: first.start() - begin + _EXCERPT]
    place = Place(
        path,
        text.count("\n", 0, begin) + 1,
        first.start() - begin + 1,
        _FOUND.sub(lambda found: _name(found[0]), line),
    )
    problem = place.problem(files.CHARACTERS_PASTED, count=str(sum(counts.values())), names=shown)
    return _INVISIBLE.sub("", _BREAKS.sub(" ", text)), (problem,)


def _name(char: str) -> str:
    return f"U+{ord(char):04X}"

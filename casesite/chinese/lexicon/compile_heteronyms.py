"""Makes the table of readings: `python -m casesite.chinese.lexicon.compile_heteronyms`.

From pypinyin's readings of single characters (MIT; its sources are named in NOTICE), those that the lexicon
has in words, and a few that both lack.
"""

from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Final

from casesite.chinese.lexicon import Lexicon, lexicon
from casesite.chinese.lexicon.compile import of_characters
from casesite.chinese.text import is_han

_MORE: Final = {"区": "ōu"}
_LEAVE: Final = frozenset("̄̌̀")
"""Marks of syllables that no key types: m̄, ê̄."""


def compiled(known: Lexicon) -> str:
    """Return the file: a line a character, with its readings, the lexicon's first; in the order of codes."""
    readings: defaultdict[str, list[str]] = defaultdict(list)
    for char, reading in known.characters.items():
        readings[char].append(reading)
    for char, listed in of_characters().items():
        readings[char] += listed
    for word, syllables in sorted(known.words.items()):
        for char, syllable in zip(word, syllables.split(" "), strict=True):
            readings[char].append(syllable)
    for char, reading in _MORE.items():
        readings[char].append(reading)
    lines = []
    for char, several in sorted(readings.items()):
        kept = [one for one in dict.fromkeys(several) if one and not _LEAVE & set(one)]
        if is_han(char) and (len(kept) > 1 or (kept and char not in known.characters)):
            lines.append(f"{char}{' '.join(kept)}\n")
    return "".join(lines)


if __name__ == "__main__":
    target = Path(str(files("casesite.chinese").joinpath("data/heteronyms.txt")))
    target.write_text(compiled(lexicon()), encoding="utf-8", newline="\n")

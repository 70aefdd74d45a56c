"""Words and readings: what Chinese words there are, how common they are, how they are read.

`data/lexicon.txt`, which `compile` makes, holds lines in four parts, each behind its name: `characters` (a
reading and the characters that have it by default), `words` (length, cost, and the words of that length and
cost), `readings` (a word and its syllables, where they are not its characters' defaults), `places` (the
words that name places). A cost is the logarithm of how rare a word is; the cheapest way to cut a text into
words is the likeliest.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Lexicon(NamedTuple):
    """The lexicon as looked up.

    `reach` gives, for the first two characters of any word, the length of the longest word that begins with
    them. `dearest` is the cost of a character that is no word. A reading in `words` is syllables with
    spaces between.
    """

    characters: dict[str, str]
    costs: dict[str, int]
    reach: dict[str, int]
    words: dict[str, str]
    places: frozenset[str]
    dearest: int


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, loaded when first asked for."""
    text = files("casesite.chinese").joinpath("data/lexicon.txt").read_text(encoding="utf-8")
    head, rest = text.split("\ncharacters\n")
    by_reading, rest = rest.split("\nwords\n")
    by_cost, rest = rest.split("\nreadings\n")
    special, by_length = rest.split("\nplaces\n")
    characters: dict[str, str] = {}
    for line in by_reading.split("\n"):
        reading, _, members = line.partition(" ")
        characters |= dict.fromkeys(members, reading)
    costs: dict[str, int] = {}
    reach: dict[str, int] = {}
    for line in by_cost.split("\n"):
        length, cost, *words = line.split(" ")
        costs |= dict.fromkeys(words, int(cost))
        # Lengths rise from line to line, so that the longest is set last.
        reach |= dict.fromkeys([word[:2] for word in words], int(length))
    readings = {word: reading for word, _, reading in (line.partition(" ") for line in special.split("\n"))}
    return Lexicon(
        characters, costs, reach, readings, frozenset(by_length.split()), int(head.rpartition(" ")[2])
    )

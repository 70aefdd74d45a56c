"""What counts as the same text in a search: one table, held alike here and by the page's own script.

The table is in UTF-16 units, as a script sees text, and frozen: no Unicode table of a run time takes part.
In this order: full-width letters and digits become half-width, capitals small, an accent of a Latin letter
is dropped, and so is what has no width; every run of marks, with the white space in it, becomes one `|`;
other white space vanishes beside a Han character and becomes `|` elsewhere. What no range names stays.
"""

import re
from typing import Final

SEPARATOR: Final = "|"

SPACES: Final = "9-d 20 85 a0 1680 2000-200a 2028 2029 202f 205f 3000"
"""Code units in hexadecimal, inclusive; so are all tables below. The script of the page holds the same."""

MARKS: Final = (
    "0-8 e-1f 21-2f 3a-40 5b-60 7b-84 86-9f a1-a9 ab ac ae-b1 b4 b6-b8 bb bf d7 f7 2010-2027 2030-205e "
    "20a0-20cf 2190-243f 2500-2775 2794-2bff 2e00-2e7f 3001-3004 3008-3020 3030 303d-303f 30a0 30fb "
    "fe10-fe19 fe30-fe6f ff01-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-ffef fffc fffd"
)
DROPPED: Final = "ad 300-36f 61c 180e 200b-200f 202a-202e 2060-206f fe00-fe0f feff fff9-fffb"
HAN: Final = (
    "2e80-2fdf 3005-3007 3021-3029 3031-3035 3038-303b 3041-309f 30a1-30fa 30fc-30ff 3105-312f 31a0-31bf "
    "31f0-31ff 3400-4dbf 4e00-9fff d800-dfff f900-faff ff66-ff9d"
)
"""Characters of a writing without spaces, kana among them. The surrogates stand for the planes above."""

ACCENTED: Final = (
    "c0:aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y "
    "100:aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll."
    "...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz. "
    "1cd:aaiioouuuuuuuuuu"
)
"""Letters without their accents, from a first code unit on; a dot stands for one that stays."""

_QUOTED: Final = re.compile('[“"](.*?)[”"]', re.DOTALL)


def normalise(text: str) -> str:
    """Return a text as it is searched in; may begin and end with `|`.

    >>> normalise("２０２４年，GDP 增长  3.5%")
    '2024年|gdp增长3|5|'
    """
    text = _FOLDED.sub(_fold, text)
    text = _MARKS.sub(SEPARATOR, text)
    if _SPACE.search(text):
        text = _AROUND.sub(SEPARATOR, text)
        text = _BESIDE_HAN.sub("", text)
        text = _SPACE.sub(SEPARATOR, text)
    return text


def query_terms(query: str) -> tuple[str, ...]:
    """Return the normalised terms of a query, each once: all of them must be found.

    White space parts terms; what stands in “…” or "…" is one term whole. Separators at a term's ends are
    dropped, and so is a term of nothing else.
    """
    pieces = []
    end = 0
    for quoted in _QUOTED.finditer(query):
        pieces += [*_SPACE.split(query[end : quoted.start()]), quoted[1]]
        end = quoted.end()
    pieces += _SPACE.split(query[end:])
    terms = (normalise(piece).strip(SEPARATOR) for piece in pieces)
    return tuple(dict.fromkeys(term for term in terms if term))


def holds(text: str, query: str) -> bool:
    """Whether one field or block of text holds every term of a query."""
    inside = normalise(text)
    return all(term in inside for term in query_terms(query))


def _units(ranges: str) -> str:
    """Return ranges as the inside of a character class of `re`; surrogates as the planes they stand for."""
    inside = ""
    for each in ranges.split():
        first, _, last = each.partition("-")
        if first == "d800":
            inside += "\U00010000-\U0010ffff\ud800-\udfff"
        else:
            inside += f"\\u{int(first, 16):04x}-\\u{int(last or first, 16):04x}"
    return inside


def _folds() -> dict[str, str]:
    """Return what each folded character becomes; marks of full width are left to `MARKS`."""
    full = {chr(ord(char) + 0xFEE0): char.lower() for char in _WIDENED}
    small = {chr(unit): chr(unit + 0x20) for unit in range(ord("A"), ord("Z") + 1)}
    plain = {
        chr(int(first, 16) + at): letter
        for first, _, letters in (row.partition(":") for row in ACCENTED.split())
        for at, letter in enumerate(letters)
        if letter != "."
    }
    dropped = {
        chr(unit): ""
        for first, _, last in (each.partition("-") for each in DROPPED.split())
        for unit in range(int(first, 16), int(last or first, 16) + 1)
    }
    return {**full, **small, **plain, **dropped}


def _fold(match: re.Match[str]) -> str:
    return _FOLDS[match[0]]


_WIDENED: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FOLDS: Final = _folds()
_FOLDED: Final = re.compile(f"[{''.join(_FOLDS)}]")
_MARKS: Final = re.compile(f"[{_units(MARKS)}]+")
_SPACE: Final = re.compile(f"[{_units(SPACES)}]+")
_AROUND: Final = re.compile(f"[{_units(SPACES)}]*\\|[|{_units(SPACES)}]*")
_BESIDE_HAN: Final = re.compile(
    f"(?<=[{_units(HAN)}])[{_units(SPACES)}]+|[{_units(SPACES)}]+(?=[{_units(HAN)}])"
)

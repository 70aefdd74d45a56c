"""Half-width marks of a Chinese sentence made full width; figures, addresses, code, Latin sentences stay.

`发展,增收` becomes `发展，增收`; `1,744`, `10:30`, `https://a.cn/?q=1`, `GDP, CPI and more` stay as they are.
Full stops after Han characters and pairs of straight quotes around them are rules of their own.
"""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from casesite.chinese.text import HAN_RANGES, count_han, is_wide

_FULL: Final = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_PROTECTED: Final = re.compile(
    r"`[^`\n]+`"  # code
    r"|[A-Za-z][A-Za-z0-9+.-]{1,15}://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+"  # addresses
    r"|(?:www\.)[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"  # mail
)
_FILE: Final = re.compile(
    r"[^\s，。；：、！？“”（）《》,;:\"]{1,60}"
    r"\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|jpe?g|png|gif|zip|rar|mp[34]|html?|wps)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(r"(?:^|(?<=[\s。；;]))[（(]?第?[一二三四五六七八九十百零〇]+[)）]?\.")
"""`一.背景` counts; it ends no sentence."""
_TRAILING: Final = ",;:!?)."
"""What ends the sentence rather than the address before it."""
_QUOTES: Final = "“”‘’\"'"
_CLOSING: Final = frozenset("》）)】%％‰")
_SPACES: Final = " \u00a0"
_LATIN: Final = re.compile("[A-Za-z]")
_HAN: Final = re.compile(f"[{HAN_RANGES}]")


class Mended(NamedTuple):
    """A mark that was made full width: `start` and `end` are where it stood, with spaces that go too.

    `rule` is `punctuation`, `full-stop` or `quotes`.
    """

    start: int
    end: int
    mark: str
    rule: str = "punctuation"


def mend(line: str) -> tuple[str, tuple[Mended, ...]]:
    """Return a line with its punctuation mended, and each mark that changed at its place in the old line."""
    if not _HAN.search(line):
        return line, ()
    latin = len(_LATIN.findall(_PROTECTED.sub("", line))) > 2 * count_han(line)
    closed = _pairs(line)
    protected = _protected(line)
    found: list[Mended] = [] if latin else _quotes(line, protected)
    names = _named(line) if "." in line else frozenset()
    for place, char in enumerate(line):
        if char == "." and not latin and place not in protected and place not in names:
            if _ends(line, place):
                found.append(Mended(place, _after_spaces(line, place + 1), "。", "full-stop"))
            continue
        if char not in _FULL or place in protected:
            continue
        if char in "()":
            if place in closed:
                found.append(Mended(place, place + 1, _FULL[char]))
        elif _is_chinese(line, place, latin=latin):
            found.append(Mended(place, _after_spaces(line, place + 1), _FULL[char]))
    found.sort()
    return _replaced(line, found), tuple(found)


def _replaced(line: str, found: list[Mended]) -> str:
    parts: list[str] = []
    place = 0
    for mended in found:
        parts += (line[place : mended.start], mended.mark)
        place = mended.end
    return "".join(parts) + line[place:]


def _protected(line: str) -> frozenset[int]:
    """Return the places within code and addresses."""
    places: set[int] = set()
    for found in _PROTECTED.finditer(line):
        end = found.end()
        while line[end - 1] in _TRAILING and line[found.start()] != "`":
            end -= 1
        places.update(range(found.start(), end))
    return frozenset(places)


def _named(line: str) -> frozenset[int]:
    """Return the places within names of files and counted headings."""
    found = [match for pattern in (_FILE, _ORDINAL) for match in pattern.finditer(line)]
    return frozenset(place for match in found for place in range(match.start(), match.end()))


def _ends(line: str, place: int) -> bool:
    """Whether the dot at `place` ends a Chinese sentence: after Han, before Han or the line's end."""
    before = _neighbour(line, place - 1, -1)
    if (not _HAN.match(before) and before not in _CLOSING) or line[place - 1 : place] in ("", *_SPACES):
        return False
    if line[place + 1 : place + 2] == ".":
        return False
    after = _neighbour(line, place + 1, 1)
    return not after or _chinese(after)


def _quotes(line: str, protected: frozenset[int]) -> list[Mended]:
    """Return the straight quotes that stand in pairs around Chinese; an odd one leaves the line alone."""
    places = [at for at, char in enumerate(line) if char == '"' and at not in protected]
    if len(places) % 2:
        return []
    found: list[Mended] = []
    for start, end in zip(places[::2], places[1::2], strict=True):
        before = line[start - 1 : start]
        if before.isdigit() and line[end - 1].isdigit():  # inches
            return []
        around = _HAN.match(before) and _HAN.match(line[end + 1 : end + 2])
        if before != "=" and end > start + 1 and (around or _HAN.search(line, start, end)):
            found += [Mended(start, start + 1, "“", "quotes"), Mended(end, end + 1, "”", "quotes")]
    return found


def _pairs(line: str) -> frozenset[int]:
    """Return the places of brackets that belong together and hold something Chinese.

    `(GDP)`, `(1)` and `f(x)` stay, so does a bracket without its partner; one whose partner is full width
    becomes so too.
    """
    han = [found.start() for found in _HAN.finditer(line)]
    opened: list[int] = []
    places: set[int] = set()
    for place, char in enumerate(line):
        if char in "(（":
            opened.append(place)
        elif char in ")）" and opened:
            start = opened.pop()
            if bisect_left(han, start) < bisect_left(han, place) or line[start] == "（" or char == "）":
                places.update(at for at in (start, place) if line[at] in "()")
    return frozenset(places)


def _is_chinese(line: str, place: int, *, latin: bool) -> bool:
    """Whether the mark at `place` belongs to a Chinese sentence."""
    left = _neighbour(line, place - 1, -1)
    right = _neighbour(line, place + 1, 1)
    if latin:
        return _chinese(left) and _chinese(right)
    if _chinese(left):
        # A Latin sentence that quotes a Chinese word: “the word 汉字, which”.
        return not (line[place + 1 : place + 2] in _SPACES and right.isascii() and right.isalpha())
    if not left or not right:
        return bool(left) and line[place] in ",;"
    return _chinese(right) and line[place] in ",;:"


def _chinese(char: str) -> bool:
    return bool(char) and is_wide(char)


def _neighbour(line: str, place: int, step: int) -> str:
    """Return the nearest character that is neither a quote nor a space, or nothing at the line's end."""
    while 0 <= place < len(line) and (line[place] in _QUOTES or line[place] in _SPACES):
        place += step
    return line[place] if 0 <= place < len(line) else ""


def _after_spaces(line: str, place: int) -> int:
    """Step over the spaces that were set behind a half-width mark; a full-width one brings its own."""
    while place < len(line) and line[place] in _SPACES:
        place += 1
    return place

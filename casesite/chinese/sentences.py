"""The first sentences of a text, for a summary."""

import re
from typing import Final

_PAIRS: Final = {
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
}
_STRAIGHT: Final = '"'
_ENDS: Final = frozenset("。！？…!?")
_CLAUSES: Final = frozenset("，；、：,;:")
_NUMBER: Final = re.compile(
    r"[0-9０-９]+(?:[.,:：．/%％-]?[0-9０-９A-Za-z]+)*[%％‰]?"
    r"|https?://[!-~]+"
    r"|[A-Za-z][A-Za-z0-9.'’@_+-]*[A-Za-z0-9@_+-]|[A-Za-z]"
)
_FULL_STOP: Final = re.compile(
    r"(?:(?<![A-Za-z.])(?!(?:Dr|Mr|Mrs|Ms|St|No|Nos|vs|cf|Fig|Prof|Jr|Sr|approx|etc)\.)[A-Za-z]{2,40}"
    r"|(?:[A-Z]\.){1,6}[A-Z]|[0-9]{3,40}|[%)\]”’\"])"
    r"\.(?=[”’\")]?(?: +[A-Z“‘\"(\u4e00-\u9fff]|\Z))"
)
"""What ends an English sentence: a full stop after a word, before a space and a capital letter."""
_PARTS: Final = "\u0300-\u036f\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
_JOINED: Final = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|.(?:[{_PARTS}]+(?:(?<=\u200d).)?)+")
"""A character with what changes it (a variant, an accent), and emoji that are shown as one."""
_NEAR: Final = 80
"""How far beyond the limit a number or a word is looked for."""
_ELLIPSIS: Final = "…"


def first_sentences(text: str, limit: int = 120) -> str:
    """Return as many whole sentences from the start as fit in `limit` characters.

    Never cut inside 《》 “” ‘’ （）, a number, an address or a character of several code points; marks that
    are never closed hold nothing. Without a sentence that fits: cut at a clause's end, which becomes `…`;
    without that, where the limit is and nothing is open. Line breaks and runs of spaces become one space.
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    ends, clauses, free = _places(text, limit)
    if ends:
        return text[: ends[-1]]
    if clauses:
        return text[: clauses[-1]] + _ELLIPSIS
    return text[: free[-1] if free else limit - 1].rstrip() + _ELLIPSIS


def _places(text: str, limit: int) -> tuple[list[int], list[int], list[int]]:
    """Return where a cut may be: after a sentence, before a clause mark, anywhere (where `…` still fits)."""
    ends: list[int] = []
    clauses: list[int] = []
    free: list[int] = []
    within = {
        place
        for pattern in (_NUMBER, _JOINED)
        for match in pattern.finditer(text[: limit + _NEAR])
        for place in range(match.start() + 1, match.end())
    }
    stops = {match.end() - 1 for match in _FULL_STOP.finditer(text[: limit + _NEAR])}
    open_marks: list[str] = []
    for place, char in enumerate(text[:limit]):
        if not open_marks and 0 < place < limit and place not in within:
            free.append(place)
            if char in _CLAUSES:
                clauses.append(place)
        if open_marks and char == open_marks[-1]:
            open_marks.pop()
            before = place - 1
            sentence = not open_marks and (text[before] in _ENDS or before in stops)
        else:
            closer = _STRAIGHT if char == _STRAIGHT else _PAIRS.get(char, "")
            if closer and text.find(closer, place + 1) > 0:
                open_marks.append(closer)
            sentence = not open_marks and (place in stops or (char in _ENDS and place not in within))
        if sentence and text[place + 1 : place + 2] not in _ENDS:
            ends.append(place + 1)
    return ends, clauses, free

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
_CLOSERS: Final = frozenset(_PAIRS.values())
_ENDS: Final = frozenset("。！？…!?")
_CLAUSES: Final = frozenset("，；、：,;:")
_NUMBER: Final = re.compile(
    r"[0-9０-９]+(?:[.,:：．/%％-]?[0-9０-９A-Za-z]+)*[%％‰]?|[A-Za-z][A-Za-z0-9.'’@_+-]*"
)
_ELLIPSIS: Final = "…"


def first_sentences(text: str, limit: int = 120) -> str:
    """Return as many whole sentences from the start as fit in `limit` characters.

    Never cut inside 《》 “” ‘’ （） or a number. Without a sentence that fits: cut at a clause's end, which
    becomes `…`; without that, where the limit is and nothing is open. Line breaks and runs of spaces become
    one space.
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
    within = {place for match in _NUMBER.finditer(text) for place in range(match.start() + 1, match.end())}
    open_marks: list[str] = []
    for place, char in enumerate(text[:limit]):
        if not open_marks and 0 < place < limit and place not in within:
            free.append(place)
            if char in _CLAUSES and place not in within:
                clauses.append(place)
        if open_marks and char == open_marks[-1]:
            open_marks.pop()
            sentence = not open_marks and char in _CLOSERS and text[place - 1] in _ENDS
        else:
            if char in _PAIRS:
                open_marks.append(_PAIRS[char])
            sentence = not open_marks and char in _ENDS and place not in within
        if sentence and text[place + 1 : place + 2] not in _ENDS:
            ends.append(place + 1)
    return ends, clauses, free

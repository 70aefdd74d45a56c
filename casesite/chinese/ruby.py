"""Ruby: pinyin above the words of a text, as well-formed XML.

Levels: `off` and `marked` add none (what authors mark is set elsewhere, by `ruby`); `names` marks names;
`hard` names and words with a character beyond level 1 of the standard list; `all` every Han word.
"""

from collections.abc import Sequence
from typing import Final

from casesite.chinese.levels import common
from casesite.chinese.names import Names, spans
from casesite.chinese.pinyin import Readings, Word, words

__all__ = ["Names", "escape", "mark", "ruby"]

_LONGEST_PLACE: Final = 6
"""A name of more characters is marked word by word, so that a line can break in it anywhere."""
_SILENT: Final = ("off", "marked")


def escape(text: str) -> str:
    """Escape text for XML, so that it may stand in an element or in a quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def ruby(word: str, syllables: Sequence[str], kind: str = "m") -> str:
    """Return the element of one word, a syllable a character.

    `kind` becomes its class: m (marked by the author), n (name), h (hard) or a (other). ValueError where the
    syllables are not as many as the characters.
    """
    pairs = "".join(
        f'{escape(char)}<rp>(</rp><rt lang="zh-Latn-pinyin">{escape(syllable)}</rt><rp>)</rp>'
        for char, syllable in zip(word, syllables, strict=True)
    )
    return f'<ruby class="{kind}">{pairs}</ruby>'


def mark(text: str, level: str, names: Names, readings: Readings) -> str:
    """Return the text escaped for XML, with ruby on the words that the level asks for.

    Without the elements `rt` and `rp` and the tags it is the text.
    """
    if level in _SILENT:
        return escape(text)
    found, given = _cut(text, names, readings)
    level_one = common()
    parts: list[str] = []
    place = 0
    for start, end in [*spans([word for word, _ in found], given), (len(found), len(found))]:
        for word, syllables in found[place:start]:
            kind = "" if level == "names" or not syllables else "a" if level_one.issuperset(word) else "h"
            parts.append(_marked(word, syllables, kind if level == "all" or kind == "h" else ""))
        parts += [_marked(word, syllables, "n") for word, syllables in _whole(found[start:end])]
        place = end
    return "".join(parts)


def _cut(text: str, names: Names, readings: Readings) -> tuple[list[Word], frozenset[int]]:
    """Return the text's words, and which of them are given names; a given name is one word."""
    found: list[Word] = []
    given: set[int] = set()
    place = 0
    for start, end in names.phrases.spans(text):
        found += words(text[place:start], readings)
        given.add(len(found))
        found.append(_whole(words(text[start:end], readings), len(text))[0])
        place = end
    return found + words(text[place:], readings), frozenset(given)


def _whole(parts: list[Word], longest: int = _LONGEST_PLACE) -> list[Word]:
    """Return words as one, where that is not too long."""
    name = "".join(word for word, _ in parts)
    if not parts or len(name) > longest:
        return parts
    return [(name, tuple(syllable for word, read in parts for syllable in read or ("",) * len(word)))]


def _marked(word: str, syllables: tuple[str, ...], kind: str) -> str:
    """Return one word, as ruby where it has a kind and its reading is known."""
    if kind and all(syllables) and syllables:
        return ruby(word, syllables, kind)
    return escape(word)

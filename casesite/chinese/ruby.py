"""Ruby: pinyin above the words of a text, as well-formed XML."""

from collections.abc import Iterable, Sequence
from typing import Self

from msgspec import Struct

from casesite.chinese.pinyin import Readings, words


class Names(Struct, frozen=True):
    """Terms that are marked at level `names`, longest first, then in code order."""

    terms: tuple[str, ...] = ()

    @classmethod
    def of(cls, terms: Iterable[str]) -> Self:
        """Make names from terms in any order; terms of one character are left out."""
        return cls(
            tuple(sorted({term for term in terms if len(term) > 1}, key=lambda term: (-len(term), term)))
        )


def escape(text: str) -> str:
    """Escape text for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def ruby(word: str, syllables: Sequence[str], kind: str = "m") -> str:
    """Return the element of one word: `kind` is m (marked by the author), n (name), h (hard) or a (other)."""
    pairs = "".join(
        f'{escape(char)}<rp>(</rp><rt lang="zh-Latn-pinyin">{escape(syllable)}</rt><rp>)</rp>'
        for char, syllable in zip(word, syllables, strict=True)
    )
    return f'<ruby class="{kind}">{pairs}</ruby>'


def mark(text: str, level: str, names: Names, readings: Readings) -> str:
    """Return the text escaped, with ruby on the words that the level asks for."""
    if level in ("off", "marked"):
        return escape(text)
    return "".join(
        ruby(word, syllables, "a") if syllables and level == "all" else escape(word)
        for word, syllables in words(text, readings)
    )

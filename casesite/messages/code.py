"""A problem's code: its name, its usual severity, and its sentence and cure in both languages."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, Self

Language = Literal["zh", "en"]


class Sentence(NamedTuple):
    """What is wrong, and one concrete step that mends it; both may name values in braces.

    `bare` is the cure to give when a value that `cure` names is empty (no nearest name, say).
    """

    message: str
    cure: str
    bare: str = ""


class Code(str):
    """A code such as `field-unknown`; it is its own name, so that it travels as plain text."""

    __slots__ = ("en", "severity", "zh")
    severity: Literal["error", "warning", "hint"]
    zh: Sentence
    en: Sentence

    def __new__(
        cls,
        name: str,
        severity: Literal["error", "warning", "hint"],
        *,
        zh: tuple[str, str] | tuple[str, str, str],
        en: tuple[str, str] | tuple[str, str, str],
    ) -> Self:
        """Make a code of that name; each language gives (message, cure) or (message, cure, bare cure)."""
        code = super().__new__(cls, name)
        code.severity = severity
        code.zh = Sentence(*zh)
        code.en = Sentence(*en)
        return code

    def sentence(self, language: Language, values: Mapping[str, str]) -> Sentence:
        """Return message and cure with the values filled in."""
        text = self.zh if language == "zh" else self.en
        empty = any(not value and f"{{{name}}}" in text.cure for name, value in values.items())
        cure = text.bare if text.bare and empty else text.cure
        return Sentence(text.message.format_map(values), cure.format_map(values))

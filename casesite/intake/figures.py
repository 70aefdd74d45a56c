"""Figures that an article gives, as proposals: `3346万元`, `12个项目`, `780名群众`, with their sentences."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from casesite.chinese.pinyin import words
from casesite.chinese.text import is_han
from casesite.intake.draft import Line, Proposal

_MEASURES: Final = (
    "亿元|万元|千元|元|亿斤|万斤|公斤|斤|万吨|吨|万亩|亩|公顷|平方公里|万平方米|平方米|公里|千米|米"
    "|千瓦时|万千瓦|千瓦|兆瓦|个百分点|%|％|倍"
)
_COUNTED: Final = (
    "万人次|人次|万分|万人|万户|万件|万株|万个|个|名|人|位|户|家|件|起|场|次|条|支|处|所|座|项|期|份|辆|台|套|批"
    "|类|种|株|棵|盏|间|栋|幢|岁"
)
_FIGURE: Final = re.compile(
    r"(近|超过|超|约|达到|达)?(?<![0-9A-Za-z.,:/-])([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(余|多)?"
    f"(?:({_MEASURES})(余|多)?|({_COUNTED}))"
)
_ABOUT: Final = {"近": "近", "超过": "超", "超": "超", "约": "近", "余": "余", "多": "余"}
_SENTENCES: Final = re.compile("[^。！？；]*[。！？；]?[”’]?")
_NEAR: Final = 12
_NEVER: Final = frozenset("人岁")


def find_figures(lines: Iterable[Line]) -> Iterator[Proposal]:
    """Yield each figure with its sentence; `fields` are an indicator's, its name left to the editor."""
    for line in lines:
        for sentence in _SENTENCES.findall(line.text):
            for found in _FIGURE.finditer(sentence):
                about, value, more, unit, later, counted = found.groups()
                mark = _ABOUT.get(more or later or about or "", "")
                noun = _noun(sentence[found.end() :]) if counted and counted not in _NEVER else ""
                fields = [("value", value.replace(",", "")), ("unit", unit or counted)]
                if mark:
                    fields.append(("about", mark))
                start = found.start(2)
                text = sentence[start : found.end()] + noun
                yield Proposal("figure", line.number, text, sentence.strip(), tuple(fields))


def _noun(rest: str) -> str:
    """Return the word that is counted, where one follows at once: 项目 of `12个项目`."""
    if not rest or not is_han(rest[0]):
        return ""
    first, *others = (word for word, _ in words(rest[:_NEAR]))
    if len(first) > 1:
        return first
    return first + others[0] if others and len(others[0]) > 1 and is_han(others[0][0]) else ""

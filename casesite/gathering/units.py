"""Units that convert into each other, and exact conversion between them."""

from fractions import Fraction
from typing import Final

_MU: Final = Fraction(2000, 3)  # 15 亩 = 1 公顷 = 10,000 m²

_TABLE: Final[dict[str, tuple[str, Fraction]]] = {
    "元": ("money", Fraction(1)),
    "人民币": ("money", Fraction(1)),
    "块": ("money", Fraction(1)),
    "平方米": ("area", Fraction(1)),
    "平米": ("area", Fraction(1)),
    "㎡": ("area", Fraction(1)),
    "m²": ("area", Fraction(1)),
    "亩": ("area", _MU),
    "公顷": ("area", Fraction(10000)),
    "平方公里": ("area", Fraction(1000000)),
    "平方千米": ("area", Fraction(1000000)),
    "米": ("length", Fraction(1)),
    "里": ("length", Fraction(500)),
    "公里": ("length", Fraction(1000)),
    "千米": ("length", Fraction(1000)),
    "斤": ("weight", Fraction(1, 2)),
    "公斤": ("weight", Fraction(1)),
    "千克": ("weight", Fraction(1)),
    "吨": ("weight", Fraction(1000)),
    "人": ("people", Fraction(1)),
    "名": ("people", Fraction(1)),
    "位": ("people", Fraction(1)),
    "口": ("people", Fraction(1)),
    "人次": ("visits", Fraction(1)),
    "户": ("households", Fraction(1)),
    "家": ("firms", Fraction(1)),
    "小时": ("hours", Fraction(1)),
    "千瓦": ("power", Fraction(1)),
    "兆瓦": ("power", Fraction(1000)),
    "千瓦时": ("energy", Fraction(1)),
    "度": ("energy", Fraction(1)),
}
_MULTIPLES: Final = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}


def measure(unit: str) -> tuple[str, Fraction]:
    """Return what a unit counts and how many of the basic unit it is; a unit we do not know counts itself.

    `万`, `亿`, `千`, `百` before a unit multiply it (`百万元`, `万人`).
    """
    unit = unit.strip()
    factor = Fraction(1)
    while unit not in _TABLE and len(unit) > 1 and unit[0] in _MULTIPLES:
        factor *= _MULTIPLES[unit[0]]
        unit = unit[1:]
    if unit in _MULTIPLES:
        return "", factor * _MULTIPLES[unit]
    kind, size = _TABLE.get(unit, (unit, Fraction(1)))
    return kind, factor * size


def factor(unit: str, wanted: str) -> Fraction | None:
    """Return what a value in `unit` is multiplied by to be in `wanted`, or None when they do not compare."""
    kind, size = measure(unit)
    other, basis = measure(wanted)
    return size / basis if kind == other else None

"""Indicators across cases: which there are, and the totals of those that may be added."""

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from casesite.gathering.units import factor
from casesite.messages import site as codes
from casesite.model.case import Card, Figure
from casesite.model.problem import Place, Problem
from casesite.model.site import Total
from casesite.model.vocabulary import Indicator

_DECIMAL: Final = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?")
_EXACT: Final = 10**6


def indicators(cards: Iterable[Card], vocabulary: tuple[Indicator, ...] | None) -> tuple[Indicator, ...]:
    """Return the site's indicators: the vocabulary's, or those that the cases use, the most used first."""
    if vocabulary is not None:
        return vocabulary
    counts: dict[str, int] = {}
    found: dict[str, Indicator] = {}
    for card in cards:
        for figure in card.figures:
            name = figure.id or figure.label
            counts[name] = counts.get(name, 0) + 1
            found.setdefault(name, Indicator(name, figure.label, (), figure.unit))
    return tuple(found[name] for name in sorted(found, key=lambda one: (-counts[one], one)))


def totals(cards: Iterable[Card], known: tuple[Indicator, ...]) -> tuple[tuple[Total, ...], list[Problem]]:
    """Add up the indicators that the site lets be added, each in its own unit, exactly.

    Values are decimals and factors fractions (亩 and 公顷), so nothing is rounded before the sum is
    written. A figure in a unit that does not compare stays out and is named.
    """
    names = {
        name: one for one in known if one.aggregate == "sum" for name in (one.id, one.label, *one.aliases)
    }
    found: dict[str, list[tuple[Fraction, str]]] = {}
    units = {one.id: one.unit for one in known}
    problems: list[Problem] = []
    for card in cards:
        for figure in card.figures:
            indicator = names.get(figure.id) or names.get(figure.label)
            value = _value(figure) if indicator else None
            if indicator is None or value is None:
                continue
            unit = units[indicator.id] = units[indicator.id] or figure.unit
            times = factor(figure.unit or unit, unit)
            if times is None:
                problems.append(
                    Place(card.path).problem(
                        codes.FIGURE_UNIT, label=figure.label, unit=figure.unit, wanted=unit
                    )
                )
                continue
            found.setdefault(indicator.id, []).append((value * times, figure.about))
    return tuple(_total(one, found[one.id], units[one.id]) for one in known if one.id in found), problems


def _value(figure: Figure) -> Fraction | None:
    """Return a figure's value; what is no decimal number has been named by reading."""
    return Fraction(figure.value) if _DECIMAL.fullmatch(figure.value) else None


def _total(indicator: Indicator, values: list[tuple[Fraction, str]], unit: str) -> Total:
    """Return the sum; it is about as exact as its parts: one mark when they share it, else `约`."""
    marks = {about for _, about in values if about}
    about = "" if not marks else marks.pop() if len(marks) == 1 else "约"
    total = decimal(sum((value for value, _ in values), Fraction(0)))
    return Total(indicator.id, indicator.label, total, unit, about, len(values))


def decimal(value: Fraction) -> str:
    """Write a value as a plain decimal number: whole when six places hold it, else rounded half up to two."""
    places = 6 if (value * _EXACT).denominator == 1 else 2
    scaled = abs(value) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and text != "0" else text

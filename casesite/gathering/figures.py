"""Indicators across cases: which there are, the totals of those that may be added, who has the most."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from casesite.gathering.units import factor
from casesite.messages import site as codes
from casesite.model.case import Card, Figure
from casesite.model.problem import Place, Problem
from casesite.model.site import Ranking, Total
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
    names = _names(one for one in known if one.aggregate == "sum")
    found: dict[str, list[tuple[Fraction, str]]] = {}
    units = {one.id: one.unit for one in known}
    problems: list[Problem] = []
    for card, figure, indicator, value in _valued(cards, names):
        unit = units[indicator.id] = units[indicator.id] or figure.unit
        times = factor(figure.unit or unit, unit)
        if times is None:
            problem = Place(card.path).problem(
                codes.FIGURE_UNIT, label=figure.label, unit=figure.unit, wanted=unit
            )
            problems.append(problem)
            continue
        found.setdefault(indicator.id, []).append((value * times, figure.about))
    return tuple(_total(one, found[one.id], units[one.id]) for one in known if one.id in found), problems


def rankings(cards: Iterable[Card], known: tuple[Indicator, ...]) -> tuple[Ranking, ...]:
    """Return for each indicator in use its cases (given newest first), the greatest value first.

    Values compare exactly, each in the unit that a total would have; of several figures of one case the
    greatest counts. A figure in a unit that does not compare stays out.
    """
    names = _names(known)
    units = {one.id: one.unit for one in known}
    times: dict[tuple[str, str], Fraction | None] = {}
    found: dict[str, dict[str, Fraction | int]] = {}
    for card, figure, indicator, value in _valued(cards, names):
        unit = units[indicator.id] = units[indicator.id] or figure.unit
        pair = (figure.unit or unit, unit)
        if pair not in times:
            times[pair] = factor(*pair)
        if (by := times[pair]) is None:
            continue
        values = found.setdefault(indicator.id, {})
        here = value if by == 1 else value * by
        values[card.id] = max(here, values.get(card.id, here))
    return tuple(
        Ranking(one.id, one.label, units[one.id], _greatest_first(found[one.id]))
        for one in known
        if one.id in found
    )


def _valued(
    cards: Iterable[Card], names: Mapping[str, Indicator]
) -> Iterator[tuple[Card, Figure, Indicator, Fraction | int]]:
    """Yield every figure of these indicators that has a value, with its card."""
    for card in cards:
        for figure in card.figures:
            indicator = names.get(figure.id) or names.get(figure.label)
            value = _value(figure) if indicator else None
            if indicator is not None and value is not None:
                yield card, figure, indicator, value


def _greatest_first(values: Mapping[str, Fraction | int]) -> tuple[str, ...]:
    """Return the cases by value, falling; equal ones stay as they are."""
    return tuple(sorted(values, key=values.__getitem__, reverse=True))


def _names(known: Iterable[Indicator]) -> dict[str, Indicator]:
    """Return indicators by all that a figure may call them."""
    return {name: one for one in known for name in (one.id, one.label, *one.aliases)}


def _value(figure: Figure) -> Fraction | int | None:
    """Return a figure's value; what is no decimal number has been named by reading."""
    if figure.value.isascii() and figure.value.isdigit():
        return int(figure.value)
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

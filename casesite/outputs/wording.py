"""Dates, sizes, figures and mail links as the site's language writes them."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote

from casesite.model.case import Figure
from casesite.model.site import Total

_AFTER: Final = frozenset({"余", "多"})
"""Marks that stand after the number; the others (超, 近, 约) stand before it."""
_STEP: Final = 1024
_PER_MINUTE: Final = 400
"""How many characters of a text are read in a minute."""
_UNITS: Final = ("B", "KB", "MB", "GB")


class Wording:
    """What templates ask to have put into words, each a filter of its name; `strings` are the theme's."""

    def __init__(self, strings: Mapping[str, str]) -> None:
        self._strings = strings

    def filters(self) -> dict[str, Callable[..., Any]]:
        """Return the filters by name."""
        return {
            "date": self.date,
            "size": self.size,
            "issue": self.issue,
            "before": self.before,
            "after": self.after,
            "plain": self.plain,
            "reason": self.reason,
            "extent": self.extent,
            "mail_to": mail_to,
        }

    def date(self, iso: str) -> str:
        """Return an ISO date (or its year, or year and month) as the language writes it."""
        parts = iso.split("-")
        pattern = ("date_year", "date_month", "date_day")[min(len(parts), 3) - 1]
        names = dict(zip(("year", "month", "day"), (part.lstrip("0") for part in parts), strict=False))
        return self._strings.get(pattern, iso).format(**names) if iso else ""

    def size(self, count: int) -> str:
        """Return a number of bytes as people say it: `24 KB`, `1.5 MB`."""
        value = float(count)
        for unit in _UNITS:
            if value < _STEP or unit == _UNITS[-1]:
                return f"{value:.1f} {unit}".replace(".0 ", " ") if unit != "B" else f"{count} B"
            value /= _STEP
        return str(count)

    def issue(self, number: str) -> str:
        """Return an issue's number with the word for it: `8` → `第 8 期`; what has words already stays."""
        return (
            self._strings.get("issue_number", "{number}").format(number=number)
            if number.isdigit()
            else number
        )

    def extent(self, words: int) -> str:
        """Return how long a text of so many words is (字数), and how long it takes to read.

        Counts are rounded, to hundreds from a thousand on and to tens from a hundred on; a begun minute is
        one.
        """
        step = 100 if words >= 1000 else 10 if words >= 100 else 1  # noqa: PLR2004  as above
        return self._strings.get("extent_value", "{words}").format(
            words=f"{(words + step // 2) // step * step:,}", minutes=max(1, -(-words // _PER_MINUTE))
        )

    def before(self, figure: Figure | Total) -> str:
        """Return what stands before a figure's value: 超, 近, 约."""
        return "" if figure.about in _AFTER else figure.about

    def after(self, figure: Figure | Total) -> str:
        """Return what stands between a figure's value and its unit: 余."""
        return figure.about if figure.about in _AFTER else ""

    def plain(self, figure: Figure | Total) -> str:
        """Return a figure in one piece: `3346余万元`."""
        return f"{self.before(figure)}{figure.value}{self.after(figure)}{figure.unit}"

    def reason(self, reason: str, label: str) -> str:
        """Return why a case is related: `同主题：跨村联建`."""
        return self._strings.get(f"related_{reason}", "{label}").format(label=label)


def mail_to(mail: str, subject: str = "") -> str:
    """Return a mail link with its subject filled in (RFC 6068)."""
    address = quote(mail, safe="@.+-_")
    return f"mailto:{address}?subject={quote(subject, safe='')}" if subject else f"mailto:{address}"

"""Which cases are finished or begun but not in the site, so that none is forgotten."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from casesite.model.case import Card

_STAGES: Final = ("inbox", "draft", "review", "selected")


class Waiting(NamedTuple):
    """How many cases wait: by status, in the order of the work, and those that have their moment.

    `next` is the day on which the first of these appears, in the site's own time, or empty.
    """

    stages: tuple[tuple[str, int], ...] = ()
    scheduled: int = 0
    next: str = ""

    @property
    def total(self) -> int:
        """How many wait in all."""
        return self.scheduled + sum(number for _, number in self.stages)


def waiting(cards: Iterable[Card], now: str, timezone: str) -> Waiting:
    """Count what is not published yet at `now`; withdrawn and expired cases wait for nothing.

    `timezone` is an offset such as `+08:00`.
    """
    every = list(cards)
    numbers = {stage: sum(1 for card in every if card.status == stage) for stage in _STAGES}
    moments = sorted(
        card.publish_at for card in every if card.status == "published" and card.publish_at > now
    )
    return Waiting(
        tuple((stage, number) for stage, number in numbers.items() if number),
        len(moments),
        _day(moments[0], timezone) if moments else "",
    )


def _day(moment: str, timezone: str) -> str:
    """Return the day of a moment in UTC (`YYYY-MM-DDTHH:MM:SSZ`) where the site is at home."""
    zone = dt.datetime.fromisoformat(f"1970-01-01T00:00:00{timezone}").tzinfo
    return dt.datetime.fromisoformat(moment).astimezone(zone).date().isoformat()

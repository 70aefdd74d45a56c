"""What is public at a given moment: status, publish_at, expire_at."""

from collections.abc import Iterable

from casesite.model.case import Card


def is_public(card: Card, now: str) -> bool:
    """Whether a case is to be published at `now`.

    Moments are `YYYY-MM-DDTHH:MM:SSZ`, so that text compares as time. A case appears at its `publish_at`
    and is gone at its `expire_at`.
    """
    return (
        card.status == "published"
        and (not card.publish_at or card.publish_at <= now)
        and (not card.expire_at or now < card.expire_at)
    )


def span(cards: Iterable[Card], now: str) -> tuple[str, str]:
    """Return from when on (that moment too), and until when, all is public that is at `now`; empty: ever.

    Drafts count too: whether a case waits for its moment is told as well.
    """
    moments = {moment for card in cards for moment in (card.publish_at, card.expire_at) if moment}
    before = max((moment for moment in moments if moment <= now), default="")
    return before, min((moment for moment in moments if moment > now), default="")

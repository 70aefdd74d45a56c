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


def next_change(cards: Iterable[Card], now: str) -> str:
    """Return the first moment after `now` at which a published case appears or goes, or an empty text.

    A build that finds nothing changed before that moment may keep the site as it stands.
    """
    moments = (
        moment
        for card in cards
        if card.status == "published"
        for moment in (card.publish_at, card.expire_at)
        if moment > now
    )
    return min(moments, default="")

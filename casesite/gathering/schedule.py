"""What is public at a given moment: status, publish_at, expire_at."""

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

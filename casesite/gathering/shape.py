"""What of a case other pages are built on: while that stays, an edit changes but what its own page tells."""

from msgspec.structs import replace

from casesite.model.case import Card, Details


def keeps_shape(before: tuple[Card, Details], after: tuple[Card, Details]) -> bool:
    """Whether only the words of a case were changed: title, summary, body, what only its own page shows.

    Then its page stands where it stood, on the same shelves, in the same issue, with links that lead where
    they led. Where in the source something is written does not count.
    """
    return _shape(*before) == _shape(*after)


def _shape(card: Card, details: Details) -> tuple[object, ...]:
    return (
        replace(card, title="", summary="", words=0, figures=()),
        details.attachments,
        details.aliases,
        details.related,
        details.anchors,
        details.checks_off,
        {link.target for link in details.links},
    )

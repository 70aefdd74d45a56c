"""What outputs show of a case, as digests: those of a page are made of these instead of all its values.

They are told once, when a case is read, and remembered with it.
"""

from hashlib import blake2b
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from casesite.model.case import Card, Details

_SIZE: Final = 16
_ENCODER: Final = msgspec.msgpack.Encoder()


class Shown(Struct, frozen=True, array_like=True):
    """Digests of 16 bytes: over what lists show of a case, over its public fields, over all its page shows.

    What its body alone tells (words, headings) is not among the public fields.
    """

    teaser: bytes
    record: bytes
    page: bytes


def shown(card: Card, details: Details) -> Shown:
    """Return the digests of a case. Where its links stand in its source is for messages alone."""
    figure = card.figures[0] if card.figures else None
    place = card.region[-1] if card.region else ""
    record = (
        (card.id, card.title, card.date, card.updated, card.summary, card.org, card.region, card.topics),
        (card.tags, card.figures, card.cover, card.featured, card.fields),
        (details.title_en, details.summary_en, details.period, details.attachments, details.authors),
        (details.source, details.corrections),
    )
    return Shown(
        _digest((card.id, card.title, card.date, card.summary, place, card.org, figure, card.status)),
        _digest(record),
        _digest((card, replace(details, links=(), places=()))),
    )


def _digest(value: Any) -> bytes:  # noqa: ANN401 - plain values and Structs of them
    return blake2b(_ENCODER.encode(value), digest_size=_SIZE).digest()

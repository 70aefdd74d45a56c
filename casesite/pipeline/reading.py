"""A batch of cases read: pure, so that it can be done in any process."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import msgspec

from casesite.chinese.sounded import Sounder, Spoken
from casesite.chinese.telling import telling
from casesite.model.case import Case, Rejected
from casesite.model.problem import Problem
from casesite.model.settings import Settings
from casesite.model.shown import shown
from casesite.model.source import Source
from casesite.model.vocabulary import Vocabularies
from casesite.outputs.search import pack_case
from casesite.pipeline.library import Bulk, bulk_of, parts_of
from casesite.project.ledger import KnownCase
from casesite.reading.cases import read_case
from casesite.reading.context import Context

_LEADING = ("lead", "heading")


class Manuscript(NamedTuple):
    """A case's source; `inbox` where it is one that was sent in."""

    source: Source
    inbox: bool


class Outcome(NamedTuple):
    """What came of a source: a case with its large parts, or why it was rejected."""

    path: str
    digest: str
    """Of the bytes read."""
    case: KnownCase | Rejected
    bulk: Bulk = Bulk()
    unsure: tuple[Problem, ...] = ()


class Reader:
    """Reads cases. To another process it travels as the settings and vocabularies it was made from.

    `share` is as in `chinese.sounded.share_of`.
    """

    def __init__(self, context: Context, share: int) -> None:
        self._context = context
        self._share = share

    def __reduce__(self) -> tuple[Any, ...]:
        return _reader, (self._encoded,)

    @cached_property
    def _encoded(self) -> bytes:
        context = self._context
        return msgspec.msgpack.encode((context.settings, context.vocabularies, context.unsure, self._share))

    @cached_property
    def _sounder(self) -> Sounder:
        return Sounder(self._context.readings, self._share)

    def read(self, manuscript: Manuscript) -> Outcome:
        """Read one case."""
        source, inbox = manuscript
        case = read_case(source, self._context, inbox)
        if isinstance(case, Rejected):
            return Outcome(source.path, source.digest, case)
        packed = pack_case(case)
        words = self._sounder.pack(_spoken(case, packed.data), case.card.id)
        bulk = bulk_of(case.body, packed, words)
        parts = parts_of(bulk)
        known = KnownCase(
            case.card,
            case.details,
            parts.body,
            shown(case.card, case.details),
            case.problems,
            terms=parts.terms,
            digests=packed.digests,
            telling=telling(packed.data, (*case.card.topics, case.card.org, *case.card.region)),
            words=parts.words,
            sounds=words.digests,
        )
        return Outcome(source.path, source.digest, known, bulk, case.unsure)


def read_batch(reader: Reader, batch: Sequence[Manuscript]) -> list[Outcome]:
    """Read some cases."""
    return [reader.read(manuscript) for manuscript in batch]


@lru_cache(maxsize=1)  # one build has one reader
def _reader(data: bytes) -> Reader:
    """Return the reader that was encoded so."""
    settings, vocabularies, unsure, share = msgspec.msgpack.decode(
        data, type=tuple[Settings, Vocabularies, bool, int]
    )
    return Reader(Context.of(settings, vocabularies)._replace(unsure=unsure), share)


def _spoken(case: Case, packed: bytes) -> Spoken:
    card, blocks = case.card, case.body.blocks
    return Spoken(
        title=card.title,
        names=(*card.topics, *card.tags, card.org, *card.region),
        leading=(card.summary, *(block.text for block in blocks if block.kind in _LEADING)),
        running=[block.text for block in blocks if block.kind not in _LEADING],
        terms=packed,
    )

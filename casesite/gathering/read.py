"""All that was read of a project, as gathering takes it."""

from typing import NamedTuple

from msgspec import Struct

from casesite.model.case import Card, Details, Rejected
from casesite.model.document import Issue, Letter, Page
from casesite.model.settings import Settings
from casesite.model.shown import Shown
from casesite.model.source import Asset
from casesite.model.vocabulary import Vocabularies


class ReadCase(NamedTuple):
    """A case without its body, which is named by its digest; `terms` are the digests of its search terms."""

    card: Card
    details: Details
    body: str
    shown: Shown
    terms: bytes = b""
    telling: bytes = b""
    """Its telling words, as `chinese.telling` packs them."""
    words: bytes = b""
    """The digests of its words found by sound."""


class Read(Struct, frozen=True, kw_only=True):
    """What the project holds, whatever its status: cases in any order, each body by its digest.

    `rejected` are files that could not be read as far as a document. `assets` are all files other than
    Markdown below `content/cases`, `content/issues`, `content/pages` and `content/inbox`, `static` those
    below `content/static`; both by their path in the project.
    `refused` are paths that are there but may not be read or are damaged; an error names each already.
    """

    settings: Settings
    vocabularies: Vocabularies = Vocabularies()
    cases: tuple[ReadCase, ...] = ()
    issues: tuple[Issue, ...] = ()
    pages: tuple[Page, ...] = ()
    letters: tuple[Letter, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    assets: dict[str, Asset] = {}
    static: tuple[Asset, ...] = ()
    refused: frozenset[str] = frozenset()

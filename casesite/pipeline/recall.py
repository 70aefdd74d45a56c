"""Reads the documents of a project, but only those that changed: the others are remembered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Final, Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from casesite.chinese import sounded, terms
from casesite.chinese.sounded import share_of
from casesite.gathering.read import Read, ReadCase
from casesite.model.case import Rejected
from casesite.model.document import Issue, Letter, Page
from casesite.model.executor import Crew, in_order
from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.pipeline.library import Pack, Parts, put_away
from casesite.pipeline.reading import Manuscript, Outcome, Reader, read_batch
from casesite.project.files import Snapshot
from casesite.project.ledger import KnownCase, Ledger
from casesite.reading.context import Context
from casesite.reading.issues import read_issue
from casesite.reading.letters import read_letters
from casesite.reading.pages import read_page

_CASES: Final = "content/cases"
_INBOX: Final = "content/inbox"
_ISSUES: Final = "content/issues"
_PAGES: Final = "content/pages"
_LETTERS: Final = "content/letters"
_STATIC: Final = "content/static/"
_BATCH: Final = 25
"""So many cases are handed over at once."""
_SECONDS: Final = 0.007
"""What it takes to read one case, about."""

Kept = TypeVar("Kept")


class Documents(NamedTuple):
    """All that was read. `switched_off` are (path, code) of `checks_off`.

    `parts` tells where the large parts of the case of a source path lie. Never by id: two files may claim
    one, and only gathering knows whose it is.
    """

    read: Read
    parts: dict[str, Parts]
    problems: tuple[Problem, ...]
    switched_off: frozenset[tuple[str, str]]


class _Heard(NamedTuple, Generic[Kept]):
    """A document with the readings in it that are not sure, which are remembered apart from it."""

    document: Kept
    unsure: tuple[Problem, ...] = ()


class Recall:
    """Reads through what the last build knew; `ledger` is what this one will leave behind.

    Keys are digests over the source's path and bytes and over all that reading it depends on, so a
    remembered value can never be stale. What was read without listening for unsure readings is read again
    when these are asked for.
    """

    def __init__(self, snapshot: Snapshot, known: Ledger, pack: Pack, context: Context) -> None:
        self._snapshot = snapshot
        self._known = known
        self._pack = pack
        self._context = context
        # By the number of files, so that one more or less makes nothing be read again.
        self._share = share_of(len(_markdown(snapshot, _CASES)))
        self.ledger = Ledger(version=known.version, signed=snapshot.signed)
        self.rejected: list[Rejected] = []
        self.problems: list[Problem] = []

    def cases(self, manuscripts: Iterable[tuple[str, bool]], crew: Crew) -> list[KnownCase]:
        """Return the cases of these sources, each told with whether it is of the inbox, without the rejected.

        Those that must be read are read by `crew`.
        """
        keys: dict[str, str] = {}
        unread: list[tuple[str, bool]] = []
        for path, inbox in manuscripts:
            key = self._key(path, self._snapshot.signed[path].digest)
            known = self._known.cases.get(key)
            keys[path] = key
            if known is None or not self._is_kept(known) or not self._was_heard(key):
                unread.append((path, inbox))
            else:
                self.ledger.cases[key] = known
        for batch in in_order(crew.fit(len(unread) * _SECONDS), read_batch, self._batches(unread)):
            for outcome in batch:
                keys[outcome.path] = self._learn(outcome)
        return [self.ledger.cases[key] for key in keys.values() if key in self.ledger.cases]

    def _batches(self, unread: Sequence[tuple[str, bool]]) -> Iterator[tuple[Reader, list[Manuscript]]]:
        """Yield the sources to be read, opened as they are asked for."""
        if not unread:
            return
        reader = Reader(self._context, self._share)
        for start in range(0, len(unread), _BATCH):
            batch = []
            for path, inbox in unread[start : start + _BATCH]:
                source = self._snapshot.source(path)
                if isinstance(source, Problem):
                    self.problems.append(source)
                else:
                    batch.append(Manuscript(source, inbox))
            yield reader, batch

    def _learn(self, outcome: Outcome) -> str:
        """Remember what was read by the key of the bytes read, which may be younger than the snapshot."""
        key = self._key(outcome.path, outcome.digest)
        case = outcome.case
        if isinstance(case, Rejected):
            self.rejected.append(case)
        else:
            put_away(self._pack, Parts(case.body, case.terms, case.words), outcome.bulk)
            self.ledger.cases[key] = case
            self._hear(key, outcome.unsure)
        return key

    def _is_kept(self, known: KnownCase) -> bool:
        return all(part in self._pack for part in (known.body, known.terms, known.words))

    def _was_heard(self, key: str) -> bool:
        """Keep what is known of unsure readings; whether no more is asked for."""
        if key in self._known.unsure:
            self.ledger.unsure[key] = self._known.unsure[key]
            return True
        return not self._context.unsure

    def _hear(self, key: str, found: tuple[Problem, ...]) -> None:
        if self._context.unsure:
            self.ledger.unsure[key] = found

    def issue(self, path: str) -> Issue | None:
        """Return the issue of a source, or `None` when it was rejected."""
        known, kept = self._known.issues, self.ledger.issues
        return self._recalled(path, known, kept, _read_issue)

    def page(self, path: str) -> Page | None:
        """Return the page of a source, or `None` when it was rejected."""
        known, kept = self._known.pages, self.ledger.pages
        return self._recalled(path, known, kept, _read_page)

    def letters(self, path: str) -> tuple[Letter, ...]:
        """Return the letters of a source; none when it was rejected."""
        known, kept = self._known.letters, self.ledger.letters
        return self._recalled(path, known, kept, _read_letters) or ()

    def _recalled(
        self,
        path: str,
        known: dict[str, Kept],
        kept: dict[str, Kept],
        read: Callable[[Source, Context], "_Heard[Kept] | Rejected"],
    ) -> Kept | None:
        key = self._key(path, self._snapshot.signed[path].digest)
        value = known.get(key)
        if value is None or not self._was_heard(key):
            done = self._read(path, lambda source: read(source, self._context))
            if done is None:
                return None
            key, (value, found) = done
            self._hear(key, found)
        kept[key] = value
        return value

    def _read(self, path: str, read: Callable[[Source], Kept | Rejected]) -> tuple[str, Kept] | None:
        """Read a source; the key is that of the bytes read, which may be younger than the snapshot."""
        source = self._snapshot.source(path)
        if isinstance(source, Problem):
            self.problems.append(source)
            return None
        value = read(source)
        if isinstance(value, Rejected):
            self.rejected.append(value)
            return None
        return self._key(path, source.digest), value

    def _key(self, path: str, digest: str) -> str:
        versions = f"{terms.VERSION} {sounded.VERSION} {self._share}"
        parts = (path, digest, self._context.digest, versions)
        return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def read_documents(
    recall: Recall, snapshot: Snapshot, context: Context, crew: Crew, *, inbox: bool
) -> Documents:
    """Read every document of the project, the cases by `crew`; those of the inbox only with `inbox`."""
    manuscripts = [(path, False) for path in _markdown(snapshot, _CASES)]
    if inbox:
        manuscripts += [(path, True) for path in _markdown(snapshot, _INBOX)]
    known = recall.cases(manuscripts, crew)
    issues = [issue for path in _markdown(snapshot, _ISSUES) if (issue := recall.issue(path))]
    pages = [page for path in _markdown(snapshot, _PAGES) if (page := recall.page(path))]
    letters = [letter for path in snapshot.texts(_LETTERS) for letter in recall.letters(path)]
    read = Read(
        settings=context.settings,
        vocabularies=context.vocabularies,
        cases=tuple(
            ReadCase(
                card=one.card,
                details=one.details,
                body=one.body,
                shown=one.shown,
                terms=one.digests,
                telling=one.telling,
                words=one.sounds,
            )
            for one in known
        ),
        issues=tuple(issues),
        pages=tuple(pages),
        letters=tuple(letters),
        rejected=tuple(recall.rejected),
        assets={path: asset for path, asset in snapshot.assets.items() if not path.startswith(_STATIC)},
        static=tuple(asset for path, asset in snapshot.assets.items() if path.startswith(_STATIC)),
        refused=frozenset(problem.path for problem in snapshot.problems),
    )
    found = [*recall.problems]
    for documents in (known, issues, pages, letters, recall.rejected):
        found += [problem for one in documents for problem in one.problems]
    if context.unsure:
        found += [problem for problems in recall.ledger.unsure.values() for problem in problems]
    return Documents(
        read=read,
        parts={case.card.path: Parts(case.body, case.terms, case.words) for case in known},
        problems=tuple(found),
        switched_off=frozenset((one.card.path, code) for one in known for code, _ in one.details.checks_off),
    )


def _read_issue(source: Source, context: Context) -> _Heard[Issue] | Rejected:
    read = read_issue(source, context)
    return read if isinstance(read, Rejected) else _Heard(replace(read, unsure=()), read.unsure)


def _read_letters(source: Source, _: Context) -> _Heard[tuple[Letter, ...]] | Rejected:
    read = read_letters(source)
    return read if isinstance(read, Rejected) else _Heard(read)


def _read_page(source: Source, context: Context) -> _Heard[Page] | Rejected:
    read = read_page(source, context)
    return read if isinstance(read, Rejected) else _Heard(replace(read, unsure=()), read.unsure)


def _markdown(snapshot: Snapshot, folder: str) -> list[str]:
    return [path for path in snapshot.texts(folder) if path.lower().endswith(".md")]

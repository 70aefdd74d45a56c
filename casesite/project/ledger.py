"""What is known from the last build: checked data, never code, thrown away whole when in doubt."""

from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from casesite.model.case import Card, Details
from casesite.model.document import Issue, Letter, Page
from casesite.model.problem import Problem
from casesite.model.shown import Shown
from casesite.project.replacing import read_checked, write_checked
from casesite.project.signing import Signed

FILE: Final = "ledger"
_MAGIC: Final = b"casesite ledger 1\n"


class KnownCase(Struct, frozen=True, array_like=True):
    """A case as it was read; `body`, `terms` and `words` are the keys of these parts of it in the pack.

    `digests` are those of its search terms, class by class; `telling` are its telling words;
    `sounds` are the digests of its words found by sound, letter by letter.
    """

    card: Card
    details: Details
    body: str
    shown: Shown
    problems: tuple[Problem, ...] = ()
    terms: str = ""
    digests: bytes = b""
    telling: bytes = b""
    words: str = ""
    sounds: bytes = b""


class Ledger(Struct, kw_only=True):
    """The last build's knowledge; every part may be empty, and a build then does that part's work again.

    `version` is that of everything that shapes the output. `started` is when the build began (nanoseconds).
    The keys of `cases`, `issues`, `pages` and `letters` are digests over the source's bytes and all that
    reading it depends on. `unsure` has by the same keys the readings that are not sure, of those documents
    that were listened to. `theme` is the digest of a theme in which nothing was wrong. What was written to
    the output, `publish` knows.
    """

    version: str
    started: int = 0
    signed: dict[str, Signed] = {}
    cases: dict[str, KnownCase] = {}
    issues: dict[str, Issue] = {}
    pages: dict[str, Page] = {}
    letters: dict[str, tuple[Letter, ...]] = {}
    unsure: dict[str, tuple[Problem, ...]] = {}
    theme: str = ""


class Loaded(Struct, frozen=True):
    """A ledger, and why it is empty: `new`, `version` or `damaged`; `known` when it is not."""

    ledger: Ledger
    state: Literal["known", "new", "version", "damaged"]


def load(state: Path, version: str) -> Loaded:
    """Read the ledger of the state folder; a fresh one when there is none for this version that checks."""
    path = state / FILE
    data = read_checked(path, _MAGIC)
    if data is None:
        return Loaded(Ledger(version=version), "damaged" if path.exists() else "new")
    begun = version.encode() + b"\n"
    if not data.startswith(begun):
        return Loaded(Ledger(version=version), "version")
    try:
        return Loaded(msgspec.msgpack.decode(memoryview(data)[len(begun) :], type=Ledger), "known")
    except (msgspec.DecodeError, RecursionError):
        return Loaded(Ledger(version=version), "damaged")


def forget(state: Path) -> None:
    """Delete the ledger, so that the next build does all its work again."""
    (state / FILE).unlink(missing_ok=True)


def save(state: Path, ledger: Ledger) -> None:
    """Put the ledger in place in one step; `ledger.version` must be free of line ends. Raises `OSError`."""
    state.mkdir(parents=True, exist_ok=True)
    body = msgspec.msgpack.encode(ledger)
    write_checked(state / FILE, _MAGIC, ledger.version.encode(), b"\n", body)

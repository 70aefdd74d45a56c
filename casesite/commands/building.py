"""One build from the door inwards: lock the output, read, judge, make what changed, put it in place whole."""

import contextlib
import os
from collections.abc import Iterator
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from time import time_ns
from typing import Final, NamedTuple

from msgspec.structs import replace

from casesite.commands.place import settings_at
from casesite.commands.standing import STATE
from casesite.gathering.waiting import Waiting
from casesite.messages.output import WORKERS_DIED
from casesite.model.executor import Alone, Crew, WorkersDiedError
from casesite.model.problem import Finding, Place, Problem
from casesite.pipeline import Build, Lap, Project, prepare
from casesite.pipeline.judging import judge
from casesite.pipeline.library import DamagedPackError, MemoryPack, Pack
from casesite.pipeline.making import make
from casesite.project.executors import Hands, collect_circles
from casesite.project.files import Snapshot, take_snapshot
from casesite.project.ledger import Ledger, Loaded, forget, load, save
from casesite.project.lock import locked
from casesite.project.pack_store import PackStore, PackUnwritableError, discard
from casesite.project.publish import Summary, open_output
from casesite.project.themes import load_theme
from casesite.project.version import build_version

_PACK: Final = "bodies.pack"
_UNINDEXED: Final = 1 << 20
"""So many bytes of a pack may be looked through when it is opened."""
_WAIT: Final = 10.0
"""Seconds to wait for another build of the same output."""


class Order(NamedTuple):
    """What is to be built, and how. `out` is empty for the settings' own output folder.

    With `everything` the inbox is read too; with `preview` all cases are shown, whatever their status; with
    `unsure` readings that are not sure are told.
    """

    root: Path
    now: str
    out: str = ""
    state: str = STATE
    adopt: bool = False
    strict: bool = False
    everything: bool = False
    preview: bool = False
    unsure: bool = False
    jobs: int = 0
    """How many processes work on it; 0 for as many as pays."""
    memory: bool = False
    """Whether what is read stays in memory, as nothing can be put away."""
    lap: Lap = lambda _: None


class Kept(NamedTuple):
    """What a program that builds again and again holds in memory, instead of reading it from the disk."""

    build: Build
    ledger: Ledger


class Outcome(NamedTuple):
    """What came of it: `summary` is there when the site was put in place; `out` is the output folder."""

    findings: tuple[Finding, ...]
    out: Path
    cases: int
    summary: Summary | None = None
    waiting: Waiting = Waiting()
    """The cases that are not published yet."""
    span: tuple[str, str] = ("", "")
    """From when on, and until when, the same cases are public (see `gathering.schedule.span`)."""
    journal: str = ""
    """Where the output's journal lies while it is being put in place."""
    standing: str = ""
    """The digest of the output's survey, or empty where changes there cannot be told from outside."""
    kept: Kept | None = None
    forgotten: bool = False
    """What was remembered of the last build was damaged, and everything was made again."""

    def blocked(self, *, strict: bool) -> bool:
        """Say whether the findings keep the site from being written."""
        return any(
            finding.blocking or (strict and finding.public and finding.severity == "warning")
            for finding in self.findings
        )


def build_site(order: Order, kept: Kept | None = None) -> Outcome:
    """Build the site and put it in place; with problems the old one stays as it is.

    `kept` is of the last build of this program, with the same order but for the moment: what was read is
    taken from it then.
    """
    if order.out and order.state == STATE:
        order = order._replace(state=_state_of(order))
    try:
        return _build(order, kept)
    except WorkersDiedError:
        return _died(order)
    except PackUnwritableError:
        return _build(order._replace(memory=True), kept)
    except DamagedPackError:
        forget(order.root / order.state)
        discard(order.root / order.state / _PACK)
        return _build(order)._replace(forgotten=True)


def _state_of(order: Order) -> str:
    """Return where the notes of an output lie that the command names: each output has its own.

    The settings' own output is known by where it lies, however it is named.
    """
    outs = (settings_at(order.root).output, order.out)
    usual, named = (os.path.normcase(os.path.realpath(order.root / out)) for out in outs)
    if named == usual:
        return STATE
    return f"{STATE}/out-{blake2b(named.encode(errors='surrogateescape'), digest_size=4).hexdigest()}"


def _build(order: Order, kept: Kept | None = None) -> Outcome:
    settings, version = settings_at(order.root), build_version()
    out = order.root / (order.out or settings.output)
    state = order.root / order.state
    opened = open_output(
        out,
        state,
        order.root,
        adopt=order.adopt,
        wait=_WAIT,
        owner=settings.id,
        version=version,
        lasting=not order.preview,
    )
    if isinstance(opened, Problem):
        outcome = _check(order, _look(order, version, kept), MemoryPack())
        return outcome._replace(findings=(*judge([opened]), *outcome.findings), out=out)
    with opened as output, _pack(order) as pack:
        # Not before: while it was waited for the lock, another build may have learnt more.
        looked = _look(order, version, kept)
        order.lap("lap-look")
        with Hands(order.jobs) as crew:
            build = _prepared(order, looked, pack, crew)
            outcome = _outcome(build, looked, out)
            made = None
            if not outcome.blocked(strict=order.strict):
                collect_circles()
                # Nobody else can read from a pack in memory.
                makers = crew if isinstance(pack, PackStore) else Alone()
                made = make(build, output, looked.snapshot, makers, order.lap)
        if kept is None or (isinstance(pack, PackStore) and pack.unindexed > _UNINDEXED):
            _remember(order, looked, build, pack)
        order.lap("lap-remember")
        if made is None:
            return outcome
        if isinstance(made, Summary):
            return outcome._replace(summary=made, journal=output.journal, standing=output.standing)
        every = sorted((*judge(made), *outcome.findings), key=attrgetter("problem"))
        return outcome._replace(findings=tuple(every))


def check_site(order: Order) -> Outcome:
    """Read, gather, plan and judge; make nothing."""
    try:
        return _check_site(order)
    except WorkersDiedError:
        return _died(order)
    except PackUnwritableError:
        return _check_site(order._replace(memory=True))


def _check_site(order: Order) -> Outcome:
    with locked(order.root / order.state / "lock", wait=_WAIT) as lock:
        looked = _look(order, build_version())
        if isinstance(lock, Problem):
            return _check(order, looked, MemoryPack())
        with _pack(order) as pack:
            return _check(order, looked, pack)


def _died(order: Order) -> Outcome:
    return Outcome(judge([Place("").problem(WORKERS_DIED)]), order.root, 0)


class _Looked(NamedTuple):
    """The project as it was found."""

    snapshot: Snapshot
    ledger: Ledger
    started: int
    version: str
    forgotten: bool


def _look(order: Order, version: str, kept: Kept | None = None) -> _Looked:
    started = time_ns()
    loaded = load(order.root / order.state, version) if kept is None else Loaded(kept.ledger, "known")
    known = loaded.ledger
    snapshot = take_snapshot(order.root, known.signed, last_start=known.started)
    return _Looked(snapshot, known, started, version, loaded.state == "damaged")


@contextlib.contextmanager
def _pack(order: Order) -> Iterator[Pack]:
    """Open the pack of bodies; one in memory where nothing can be written."""
    if order.memory:
        yield MemoryPack()
        return
    try:
        pack = PackStore.open(order.root / order.state / _PACK)
    except OSError:
        yield MemoryPack()
        return
    with pack:
        yield pack


def _prepared(order: Order, looked: _Looked, pack: Pack, crew: Crew) -> Build:
    project = Project(
        looked.snapshot, looked.ledger, pack, lambda name: load_theme(order.root, name), crew, order.lap
    )
    return prepare(
        project,
        now=order.now,
        everything=order.everything,
        preview=order.preview,
        unsure=order.unsure,
    )


def _check(order: Order, looked: _Looked, pack: Pack) -> Outcome:
    with Hands(order.jobs) as crew:
        build = _prepared(order, looked, pack, crew)
    _remember(order, looked, build, pack)
    return _outcome(build, looked, order.root)


def _outcome(build: Build, looked: _Looked, out: Path) -> Outcome:
    return Outcome(
        build.findings,
        out,
        len(build.site.entries),
        waiting=build.waiting,
        span=build.span,
        forgotten=looked.forgotten,
        kept=Kept(build, replace(build.ledger, version=looked.version, started=looked.started)),
    )


def put_away(order: Order, kept: Kept) -> None:
    """Leave on the disk what a program held in memory, for the next one to begin with."""
    with locked(order.root / order.state / "lock") as lock, _pack(order) as pack:
        if isinstance(pack, PackStore) and not isinstance(lock, Problem):
            _save(order, kept.ledger, pack)


def _remember(order: Order, looked: _Looked, build: Build, pack: Pack) -> None:
    """Leave behind what the next build need not read again."""
    if not isinstance(pack, PackStore):
        return
    ledger = replace(build.ledger, version=looked.version, started=looked.started)
    if not _unchanged(ledger, looked.ledger):
        _save(order, ledger, pack)


def _save(order: Order, ledger: Ledger, pack: PackStore) -> None:
    with contextlib.suppress(OSError):  # a full disk costs the next build time, nothing else
        pack.keep(key for case in ledger.cases.values() for key in (case.body, case.terms, case.words))
        pack.commit()
        save(order.root / order.state, ledger)


def _unchanged(new: Ledger, old: Ledger) -> bool:
    """Say whether nothing was learnt; `started` stays the older one then, which trusts less."""
    return replace(new, started=0) == replace(old, started=0)

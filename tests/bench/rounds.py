"""Every step, ours and the peers' in turn on projects of their own."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench import hugo, hugo_pagefind
from tests.bench.edits import EDITS
from tests.bench.goals import HUGO, PLAIN, PYTHON, QUICK, SEARCH
from tests.bench.lanes import Lane, Timed, in_turn, tell
from tests.bench.measure import Measured, measure
from tests.bench.project import PLAIN as PLAIN_SETTINGS
from tests.bench.project import Project, Size, weigh
from tests.bench.publishing import measure_publishing
from tests.bench.serving import measure_serving

STEPS: Final = ("cold", "nothing", *EDITS, "serve", "publish", "help")
_WITH_PEERS: Final = ("body",)
"""Edits that the peers do too: to them, every edit is the same work."""
_FILES: Final = 8
"""Files of output a case, about as many as ours has."""
_CASES_OF_HUGO: Final = "cases/c*/index.html"


class Wanted(NamedTuple):
    """What is to be measured; `options` are given to each of our builds."""

    cases: int
    rounds: int
    steps: Sequence[str]
    verify: bool
    options: Sequence[str] = ()


class Peers(NamedTuple):
    """The peers that can be had: their programs."""

    hugo: Path | None = None
    pagefind: tuple[str, ...] = ()


class _Site(NamedTuple):
    """The peer's program and its site."""

    program: Path
    root: Path

    def build(self) -> Measured:
        return hugo.build(self.program, self.root)


class Bench:
    """The projects, ours and the peer's, and what is done to them."""

    def __init__(self, folder: Path, wanted: Wanted, peers: Peers) -> None:
        self._folder = folder
        self._wanted = wanted
        self._peers = peers
        tell(f"laying out {wanted.cases} cases")
        self._ours = Project(folder / "ours", wanted.cases, options=wanted.options)
        self._plain = Project(folder / "plain", wanted.cases, PLAIN_SETTINGS, wanted.options)
        self._hugo = _Site(peers.hugo, hugo.lay(folder / "hugo", wanted.cases)) if peers.hugo else None

    def run(self) -> Iterator[Sequence[Timed]]:
        """Do the steps that are wanted, in their order."""
        if "cold" not in self._wanted.steps:
            self._build()
        for step in self._wanted.steps:
            yield self._step(step)

    def _step(self, step: str) -> Sequence[Timed]:
        wanted = self._wanted
        if step == "cold":
            return in_turn(step, self._cold(), wanted.rounds)
        if step == "serve":
            return list(measure_serving(self._ours.root, wanted.cases, wanted.rounds))
        if step == "publish":
            files = wanted.cases * _FILES
            return list(measure_publishing(self._folder / "publish", files, wanted.rounds))
        if step == "help":
            return in_turn(step, (self._help, self._python), max(wanted.rounds, 5))
        return list(self._edit(step))

    def sizes(self) -> Iterator[tuple[str, Size]]:
        """Weigh the sites that were built."""
        for program, project in (("casesite", self._ours), (PLAIN, self._plain)):
            if (project.root / "public").is_dir():
                yield program, project.size()
        if self._hugo is not None and (self._hugo.root / "public").is_dir():
            name = SEARCH if self._peers.pagefind else HUGO
            yield name, weigh(self._hugo.root / "public", _CASES_OF_HUGO)

    def _build(self) -> None:
        """Build all once, for what comes without a cold build before it."""
        if not set(self._wanted.steps) & {"nothing", *EDITS}:
            return
        self._ours.build()
        self._plain.build()
        if self._hugo is not None:
            self._hugo.build()

    def _cold(self) -> Sequence[Lane]:
        def ours(_: int) -> Mapping[str, Measured]:
            self._ours.forget()
            return {"casesite": self._ours.build()}

        def plain(_: int) -> Mapping[str, Measured]:
            self._plain.forget()
            return {PLAIN: self._plain.build()}

        def peers(_: int) -> Mapping[str, Measured]:
            if self._hugo is not None:
                hugo.forget(self._hugo.root)
            return self._peer(cold=True)

        return ours, peers, plain

    def _edit(self, step: str) -> Iterator[Timed]:
        def ours(number: int) -> Mapping[str, Measured]:
            return {"casesite": self._built(self._ours, step, number)}

        def plain(number: int) -> Mapping[str, Measured]:
            return {PLAIN: self._built(self._plain, step, number)}

        def peers(number: int) -> Mapping[str, Measured]:
            if self._hugo is not None and step in EDITS:
                EDITS[step](self._hugo.root, self._wanted.cases, number + 1)
            return self._peer()

        lanes: tuple[Lane, ...] = (ours,)
        if step == "nothing":
            lanes = (ours, self._python, peers, plain)
        elif step in _WITH_PEERS:
            lanes = (ours, peers, plain)
        for one in in_turn(step, lanes, self._wanted.rounds):
            if one.program == "casesite" and step in EDITS and self._wanted.verify:
                tell(f"{step}: compared with a clean build")
                yield one._replace(same=self._ours.same())
            else:
                yield one

    def _built(self, project: Project, step: str, number: int) -> Measured:
        """Build one of ours after that edit, if it is one, which is then to be seen."""
        if step not in EDITS:
            return project.build()
        shown = EDITS[step](project.root, self._wanted.cases, number + 1)
        run = project.build()
        if not project.shows(shown):
            message = f"{shown.page} does not show {shown.text!r}"
            raise RuntimeError(message)
        return run

    def _peer(self, *, cold: bool = False) -> Mapping[str, Measured]:
        """Build the peer's site, and index it both ways: each comes after the same build."""
        if self._hugo is None:
            return {}
        built = self._hugo.build()
        if not self._peers.pagefind:
            return {HUGO: built}
        every = hugo_pagefind.index(self._peers.pagefind, self._hugo.root)
        if cold:
            hugo_pagefind.forget(self._hugo.root)
        cases = hugo_pagefind.index(self._peers.pagefind, self._hugo.root, hugo_pagefind.CASES)
        return {HUGO: built, SEARCH: built.then(every), QUICK: built.then(cases)}

    def _help(self, _: int) -> Mapping[str, Measured]:
        return {"casesite": measure([sys.executable, "-m", "casesite", "--help"], self._folder)}

    def _python(self, _: int) -> Mapping[str, Measured]:
        return {PYTHON: measure([sys.executable, "-c", "pass"], self._folder)}

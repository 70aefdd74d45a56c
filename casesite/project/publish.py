"""Publishing: what changed is staged, and the new site takes the old one's place whole."""

import contextlib
import os
import shutil
from pathlib import Path
from typing import NamedTuple, Self

from msgspec import Struct

from casesite.messages import output as codes
from casesite.model.problem import Place, Problem
from casesite.project.folders import Folders
from casesite.project.journal import finish
from casesite.project.live import LiveTree
from casesite.project.lock import Lock, take_lock
from casesite.project.manifest import MANIFEST, Manifest, encode_manifest, read_manifest
from casesite.project.placement import home_of, refusal, show
from casesite.project.record import Record, Written, load_record, save_record
from casesite.project.stage import Berth, Stage, Staged, write_failure
from casesite.project.switching import (
    CannotRenameError,
    Change,
    bring_up,
    place_all,
    spare_is_good,
    switch,
)
from casesite.project.trees import Foreign, changed_at, clash, inode, make_folder


class _Claim(NamedTuple):
    """Whose the files are to be, and whether what others put there may give way."""

    owner: str
    adopt: bool
    version: str
    lasting: bool


class Summary(Struct, frozen=True):
    """How many files a commit wrote, left as they stood and removed; the manifest is not counted."""

    written: int = 0
    kept: int = 0
    removed: int = 0


class Output:
    """The output folder during one build, locked; made by `open_output`, used in a `with`.

    Every file of the next site is named once: `keep` for one that stands, `write` or `copy` for one that is
    made. What is not named is removed by `commit`. Leaving without it leaves the old site and no litter.
    """

    def __init__(
        self, folders: Folders, root: Path, lock: Lock, there: Manifest | None, claim: _Claim
    ) -> None:
        self._folders = folders
        self._root = root
        self._lock = lock
        self._adopt = claim.adopt
        self._owner = claim.owner
        self._is_named = there is not None and there.owner == claim.owner
        self._version = claim.version
        self._lasting = claim.lasting
        self._record = load_record(folders.record, folders.out)
        if self._record.version != claim.version:
            self._record.outputs = {}
        self._live = LiveTree(folders.out, self._record, there)
        self._stage = Stage(Berth(str(folders.stage), str(folders.out), str(root)))
        self._kept: set[str] = set()
        self._failed: Problem | None = None
        self._begun = False
        self._out = os.path.join(folders.out, "")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was staged and let others build."""
        try:
            # A journal speaks of staged files: the next build still needs them.
            if not self._folders.journal.exists():
                self._stage.discard()
                with contextlib.suppress(OSError):
                    self._folders.home.rmdir()  # when it lies beside the output and holds nothing
        finally:
            self._lock.release()

    @property
    def journal(self) -> str:
        """Where this output's journal lies when the step to a new site is not finished."""
        return str(self._folders.journal)

    @property
    def standing(self) -> str:
        """The digest of the live tree's survey; empty where changes there cannot be told from outside."""
        return self._live.digest

    def stands(self, path: str, digest: str) -> bool:
        """Say whether the artifact of that digest is there just as it was written."""
        return self._live.stands(path, digest)

    def keep(self, path: str) -> None:
        """Take over a file that `stands`."""
        self._kept.add(path)

    def berth(self) -> Berth | Problem:
        """Open the stage and return where it is: `output-disk-full`, `output-read-only`, `output-failed`."""
        try:
            self._stage.open()
        except OSError as error:
            self._failed = self._failed or write_failure(self._shown(""), error)
            return self._failed
        return self._stage.berth

    def take(self, result: Staged | Problem) -> Problem | None:
        """Take over a file that a bench staged; of a problem, return it: `commit` then fails as well."""
        if isinstance(result, Problem):
            self._failed = self._failed or result
            return result
        self._kept.discard(result.path)
        self._stage.take(result)
        return None

    def write(self, path: str, digest: str, data: bytes) -> Problem | None:
        """Stage a file of the next site; problems as of `Bench.write`."""
        berth = self.berth()
        return self.take(berth if isinstance(berth, Problem) else self._stage.bench.write(path, digest, data))

    def copy(self, path: str, digest: str, source: Path, *, picture: bool) -> Problem | None:
        """Stage a copy of a file; problems as of `Bench.copy`."""
        berth = self.berth()
        bench = self._stage.bench
        return self.take(
            berth if isinstance(berth, Problem) else bench.copy(path, digest, source, picture=picture)
        )

    def commit(self) -> Summary | Problem:
        """Put the new site in the old one's place: `output-in-the-way` and those of `write`, old site whole.

        `output-unfinished` when the step itself was interrupted: the next build finishes it.
        """
        if self._failed is not None:
            return self._failed
        ours = self._live.ours
        new = frozenset(self._kept | self._stage.written.keys())
        summary = Summary(len(self._stage.written), len(self._kept), len(ours - new))
        listed = self._is_named and new == ours
        if not self._stage.written and listed:
            return summary
        try:
            foreign = self._live.foreign(new)
            in_the_way = clash(foreign, new, adopt=self._adopt)
            if in_the_way is not None:
                return Place("").problem(codes.OUTPUT_IN_THE_WAY, file=in_the_way)
            foreign = Foreign(tuple(path for path in foreign.files if path not in new), foreign.moved)
            if not listed:
                listing = encode_manifest(new, self._owner)
                self._stage.fill(MANIFEST, "", lambda file: file.write(listing))
            self._publish(self._change(ours, new, foreign))
        except OSError as error:
            shown = str(error.filename2 or error.filename or self._shown(""))
            if self._begun or self._folders.journal.exists():
                reason = error.strerror or type(error).__name__
                return Place("").problem(codes.OUTPUT_UNFINISHED, file=shown, reason=reason)
            return write_failure(shown, error)
        return summary

    def _change(self, ours: frozenset[str], new: frozenset[str], foreign: Foreign) -> Change:
        written = frozenset(self._stage.written)
        kept = frozenset(self._kept) | ({MANIFEST} - written)
        return Change(kept, written, ours - new, foreign)

    def _publish(self, change: Change) -> None:
        folders, record = self._folders, self._record
        in_place = folders.must_stay
        linked = change.kept.intersection(record.touched) if spare_is_good(folders, record) else None
        sources = {path: self._stage.name(path) for path in change.written}
        if not in_place:
            bring_up(folders, record, change, self._stage)
            try:
                switch(folders, change.foreign.moved, lasting=self._lasting)
                self._begun = True
            except CannotRenameError:
                in_place = True
                sources = {path: os.path.join(folders.spare, path) for path in change.written}
        if in_place:
            place_all(folders, change, sources)
            self._begun = True
            shutil.rmtree(folders.spare, ignore_errors=True)
            linked = None
        self._remember(change, linked, in_place=in_place)

    def _remember(self, change: Change, linked: frozenset[str] | None, *, in_place: bool) -> None:
        """Write down what stands now; give the spare tree its first links, which the next build needs.

        `linked` are the files that got a second name, which the disk notes; `None` when that may be any.
        """
        folders = self._folders
        outputs = dict(self._record.outputs)
        for path in outputs.keys() - self._kept:
            del outputs[path]
        outputs.update(self._stage.written)
        outputs.pop(MANIFEST, None)
        touched = tuple(sorted(change.written | change.stale))
        if in_place:
            # The new inodes are those of the stage but for copies from another file system.
            outputs = {path: _signed(self._out + path, entry) for path, entry in outputs.items()}
            touched = ()
        elif not inode(folders.spare):
            first = Change(change.kept | change.written, frozenset(), frozenset(), change.foreign)
            bring_up(folders, Record(), first, self._stage)
            linked, touched = None, ()
        self._live.look_again(change, linked)
        self._record = Record(
            out=str(folders.out),
            version=self._version,
            outputs=outputs,
            touched=touched,
            foreign=change.foreign.files,
            moved=change.foreign.moved,
            live=inode(folders.out),
            spare=inode(folders.spare),
            since=changed_at(folders.spare),
            folders=self._live.folders,
        )
        save_record(folders.record, self._record)
        folders.doubt.unlink(missing_ok=True)

    def _shown(self, path: str) -> str:
        return show(self._folders.out / path, self._root)


def _signed(path: str, entry: Written) -> Written:
    status = os.lstat(path)
    return Written(entry.digest, status.st_size, status.st_mtime_ns, status.st_ino)


def open_output(  # noqa: PLR0913 - which output, and choices that have names
    out: Path,
    state: Path,
    root: Path,
    *,
    adopt: bool = False,
    wait: float = 0.0,
    owner: str = "",
    version: str = "",
    lasting: bool = True,
) -> Output | Problem:
    """Lock the output for one build and finish what a fault may have left, waiting up to `wait` seconds.

    `state` is where this output's notes and trees lie (`.casesite`, or a folder of its own for a preview).
    `owner` is the site's id: the files of a site with another one are not ours. What another `version` of
    the program wrote does not stand. Where a new site need not be `lasting`, it is not waited for the disk
    to hold it.
    `output-place`, `output-not-ours`, `output-in-the-way`, `build-locked`, and those of `Output.write`.
    """
    folders = _folders(out, state, root)
    try:
        make_folder(folders.state)
        lock = take_lock(folders.state / "lock", wait=wait)
        if isinstance(lock, Problem):
            return lock
        try:
            finish(folders.journal)
            root = root.resolve()
            there = read_manifest(folders.out)
            if there is not None and not there.is_of(owner):
                there = None
            refused = refusal(folders.out, root, folders.state, is_ours=adopt or there is not None)
            if refused is None:
                return Output(folders, root, lock, there, _Claim(owner, adopt, version, lasting))
        except OSError:
            lock.release()
            raise
        lock.release()
    except OSError as error:
        return write_failure(str(error.filename2 or error.filename or out), error)
    return refused


def _folders(out: Path, state: Path, root: Path) -> Folders:
    out = (root / out).resolve()
    state = (root / state).resolve()
    return Folders(out, state, home_of(out, state))

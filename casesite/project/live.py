"""The live tree as a build finds it: which of our files stand as they were written, and what is not ours."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from casesite.project.manifest import Manifest
from casesite.project.record import Record
from casesite.project.survey import Survey, digest_of, survey, survey_one
from casesite.project.switching import Change
from casesite.project.trees import Foreign, find_foreign, folders_of


class LiveTree:
    """The output folder `out` beside the record of what the last commit left in it.

    `ours` are the paths that its manifest names. A folder that looks as it was left is trusted as a whole; in
    another one each file is looked at.
    """

    def __init__(self, out: Path, record: Record, there: Manifest | None) -> None:
        self._out = os.path.join(out, "")
        self._record = record
        self.ours = frozenset() if there is None else there.paths
        self._found = survey(str(out))
        found = self._found.folders.items() if self._found else ()
        self._same = {folder for folder, digest in found if record.folders.get(folder) == digest}

    @property
    def folders(self) -> dict[str, bytes]:
        """The survey of the tree, as in `Record`."""
        return self._found.folders if self._found else {}

    @property
    def digest(self) -> str:
        """The digest of that survey; empty where changes there cannot be told from outside."""
        return digest_of(self._found.folders) if self._found else ""

    def stands(self, path: str, digest: str) -> bool:
        """Say whether the artifact of that digest is there just as it was written."""
        known = self._record.outputs.get(path)
        if known is None or known.digest != digest or path not in self.ours:
            return False
        if path.rpartition("/")[0] in self._same:
            return True
        try:
            status = os.lstat(self._out + path)
        except OSError:
            return False
        return (
            known.inode == status.st_ino
            and known.mtime_ns == status.st_mtime_ns
            and known.size == status.st_size
            and stat.S_ISREG(status.st_mode)
        )

    def foreign(self, new: frozenset[str]) -> Foreign:
        """Return what is not ours, for a `new` site: as it was last time, where nothing came or went."""
        record, folders = self._record, self.folders
        is_known = folders and folders == record.folders and record.outputs.keys() == self.ours
        if is_known and not record.moved:
            return Foreign(record.foreign, ())
        every = self.ours if new == self.ours else new | self.ours
        return find_foreign(Path(self._out), self.ours, folders_of(every))

    def look_again(self, change: Change, linked: Iterable[str] | None) -> None:
        """Look at the folders whose files came, went or got a second name (`linked`; `None` for any)."""
        if self._found is None or linked is None or change.foreign.moved:
            self._found = survey(self._out)
            return
        changed = folders_of((*change.written, *change.stale, *linked, *change.foreign.files)) | {""}
        looked = {folder: survey_one(os.path.join(self._out, folder)) for folder in changed}
        kept = {folder: digest for folder, digest in self._found.folders.items() if folder not in changed}
        self._found = Survey(kept | {folder: digest for folder, digest in looked.items() if digest})

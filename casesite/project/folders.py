"""Where one output's trees, stage and notes lie."""

import os
from pathlib import Path
from typing import NamedTuple


class Folders(NamedTuple):
    """`out` is the live site, `state` holds the notes, `home` (on the output's file system) the trees."""

    out: Path
    state: Path
    home: Path

    @property
    def must_stay(self) -> bool:
        """Whether the output folder cannot be renamed, as far as that shows beforehand."""
        if self.out in self.home.parents or os.path.ismount(self.out):
            return True
        return self.out.exists() and not os.access(self.out.parent, os.W_OK)

    @property
    def stage(self) -> Path:
        """Files written for the next site."""
        return self.home / "stage"

    @property
    def spare(self) -> Path:
        """The second tree: the site before."""
        return self.home / "spare"

    @property
    def aside(self) -> Path:
        """Where the live tree waits between two renames."""
        return self.home / "aside"

    @property
    def record(self) -> Path:
        """What the last commit wrote."""
        return self.state / "record"

    @property
    def journal(self) -> Path:
        """What the next build must finish, when it is there."""
        return self.state / "journal"

    @property
    def doubt(self) -> Path:
        """There while the spare tree is being changed: found at the start, that tree is made anew."""
        return self.state / "doubt"

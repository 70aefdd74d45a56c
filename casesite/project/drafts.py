"""Submissions come in: read wherever they lie, written to a folder of their own, never over anything.

    content/inbox/2026-11-001/
        index.md                       the draft
        .import/original/a.txt         the submission, byte for byte
        .import/report.html, .json     what was changed

Names that begin with a dot are never read as content: the original cannot be published by mistake, and
the folder can be moved to `content/cases` as it stands.
"""

import os
import shutil
from _blake2 import blake2b
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from casesite.messages import files as codes
from casesite.messages import intake
from casesite.model.problem import Place, Problem
from casesite.model.source import Source
from casesite.project.signing import Unreadable, read_regular

DRAFT: Final = "index.md"
BESIDE: Final = ".import"
_LIMIT: Final = 16 << 20


def read_file(place: Path, path: str, limit: int = _LIMIT) -> Source | Problem:
    """Read a file that may lie anywhere, of at most `limit` bytes; `path` is its name in messages."""
    try:
        data = read_regular(place, limit)
    except Unreadable as error:
        values = {"size": str(error.size), "limit": str(limit)} if error.size else {}
        return Place(path).problem(error.code, file=path, **values)
    except FileNotFoundError:
        return Place(path).problem(intake.IMPORT_MISSING, file=path)
    except OSError:
        return Place(path).problem(codes.FILE_UNREADABLE, file=path)
    return Source(path, data, blake2b(data, digest_size=16).hexdigest())


def write_draft(root: Path, folder: str, files: Mapping[str, bytes]) -> bool | Problem:
    """Make the folder (`content/inbox/2026-11-001`) with these files; False when it is there already.

    What could not be written whole is taken away again: `import-not-written`. A folder that leads out of the
    project is refused: `file-not-regular`.
    """
    target = root / folder
    if not os.path.realpath(target).startswith(os.path.join(os.path.realpath(root), "")):
        return Place(folder).problem(codes.FILE_NOT_REGULAR, file=folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _not_written(folder, error)
    try:
        target.mkdir()
    except FileExistsError:
        return False
    except OSError as error:
        return _not_written(folder, error)
    try:
        for name in sorted(files, key=lambda name: (name == DRAFT, name)):
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            with open(place, "xb") as file:
                file.write(files[name])
    except OSError as error:
        shutil.rmtree(target, ignore_errors=True)
        return _not_written(folder, error)
    return True


def _not_written(folder: str, error: OSError) -> Problem:
    return Place(folder).problem(
        intake.NOT_WRITTEN, path=folder, reason=error.strerror or type(error).__name__
    )

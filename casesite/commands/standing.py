"""Whether a build would change nothing: asked first, so that nothing that only a build needs is loaded."""

import os
import sys
import time
from typing import Final

from casesite.commands.parser import Values
from casesite.project.standing import Asked, stands

STATE: Final = ".casesite"
"""Where a project's notes lie."""
_SETTINGS: Final = os.path.join("content", "site.yaml")
_FORM: Final = "%Y-%m-%dT%H:%M:%SZ"


def asked_by(values: Values, *options: str) -> Asked | None:
    """Return what a command asks for; `None` when where the project lies is not plain to see.

    `options` are the command's own.
    """
    named = values.project or getattr(values, "folder", None)
    if os.pardir in (named or "").split(os.sep):  # behind a link it leads elsewhere than it reads
        return None
    root = absolute(named or os.curdir)
    while not os.path.isfile(os.path.join(root, _SETTINGS)):
        above = os.path.dirname(root)
        if named or above == root:
            return None
        root = above
    now = getattr(values, "now", None)
    every = (values.lang, *options, "" if now is None else now, "=" if now is None else "given")
    return Asked(root, os.path.join(root, STATE), every)


def absolute(path: str) -> str:
    """Return a path of the command line from the root on."""
    return os.path.abspath(path)


def still(values: Values, asked: Asked | None) -> bool:
    """Say what there is to say where the site stands as a build would make it; otherwise return False."""
    if asked is None:
        return False
    try:
        told = stands(asked, "" if getattr(values, "now", None) is not None else _now())
    except (OverflowError, ValueError, OSError):  # a moment beyond the calendar
        return False
    if told is None:
        return False
    sys.stdout.write(told)
    return True


def _now() -> str:
    """Return the moment as `place.now_of` does, without the calendar."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isascii() and epoch.isdigit() else time.time()
    return time.strftime(_FORM, time.gmtime(seconds))

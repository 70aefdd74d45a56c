"""What several commands take from the command line: the project's folder and the present moment."""

import datetime as dt
import os
from pathlib import Path
from typing import Final

from casesite.commands.parser import UsageError, Values
from casesite.messages.code import Code, Language
from casesite.messages.interface import say
from casesite.model.settings import Settings
from casesite.model.source import Source
from casesite.project.drafts import read_file
from casesite.project.files import CONTENT, SETTINGS, find_project, is_project
from casesite.reading import dates
from casesite.reading.context import Context
from casesite.reading.settings import read_settings
from casesite.reading.vocabularies import read_vocabularies

_FORM: Final = "%Y-%m-%dT%H:%M:%SZ"


def project_of(values: Values) -> Path:
    """Return the project's folder: the one named, else the one here or above. Raises `UsageError`."""
    named = values.project or getattr(values, "folder", None)
    if named is not None:
        folder = Path(named)
        if is_project(folder):
            return folder.absolute()
        raise UsageError(_none_at(folder, values.lang))
    found = find_project(Path.cwd())
    if found is None and is_project(Path.cwd()):
        found = Path.cwd()
    if found is None:
        raise UsageError(_none_at(Path.cwd(), values.lang))
    return found


def _none_at(folder: Path, language: Language) -> str:
    """Say that there is no project in a folder, and how one begins."""
    word = "no-content" if (folder / CONTENT).is_dir() else "no-project"
    return say(word, language, path=str(folder)) + "\n" + say("start", language)


def now_of(values: Values) -> str:
    """Return the moment given by `--now`, else by `SOURCE_DATE_EPOCH`, else the clock's, in UTC.

    Any form of a date that a case may have is taken (`2026年11月1日`); a time without an offset is Beijing
    time. Raises `UsageError`.
    """
    given = getattr(values, "now", None)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given is None:
        try:
            moment = (
                dt.datetime.fromtimestamp(int(epoch), dt.UTC)
                if epoch.isascii() and epoch.isdigit()
                else dt.datetime.now(dt.UTC)
            )
        except (OverflowError, ValueError, OSError):  # beyond the calendar
            raise UsageError(say("epoch-wrong", values.lang, value=epoch)) from None
        return moment.strftime(_FORM)
    found = dates.moment(given, "+08:00")
    if isinstance(found, Code):
        raise UsageError(say("now-wrong", values.lang, value=given))
    return found


def day_of(now: str, settings: Settings) -> str:
    """Return the day (ISO) that it is at the site's place at `now`."""
    moment = dt.datetime.fromisoformat(now) + dt.timedelta(minutes=dates.minutes(settings.timezone))
    return moment.date().isoformat()


def settings_at(root: Path) -> Settings:
    """Return a project's settings as far as they can be read."""
    source = read_file(root / SETTINGS, SETTINGS)
    settings, _ = read_settings(source if isinstance(source, Source) else None)
    return settings


def context_at(root: Path) -> Context:
    """Return a project's settings and vocabularies; what is wrong with them is for `check` to say."""
    data = sorted((root / "content/data").glob("*.y*ml"))
    vocabularies, _ = read_vocabularies(
        {place.name: read_file(place, f"content/data/{place.name}") for place in data}
    )
    return Context.of(settings_at(root), vocabularies)

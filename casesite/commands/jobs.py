"""The option `--jobs` of the commands that read all cases."""

import re
from typing import Final

from casesite.commands.parser import Parser, UsageError, Values
from casesite.messages.interface import say

AUTO: Final = "auto"
_NUMBER: Final = re.compile("[1-9][0-9]{0,2}")


class JobsValues(Values):
    """The value of this option."""

    jobs: str


def configure_jobs(parser: Parser) -> None:
    """Declare the option."""
    parser.option("--jobs", "jobs", metavar="N", default=AUTO)


def jobs_of(values: JobsValues) -> int:
    """Return how many processes are asked for, 0 for as many as pays. Raises `UsageError`."""
    given = values.jobs
    if given == AUTO:
        return 0
    if _NUMBER.fullmatch(given) is None:
        raise UsageError(say("jobs-wrong", values.lang, value=given))
    return int(given)

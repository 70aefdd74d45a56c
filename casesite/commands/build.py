"""`casesite build`: makes the site, or says what keeps it from being made."""

import gc
import time

from casesite.commands.jobs import JobsValues, configure_jobs, jobs_of
from casesite.commands.parser import Parser
from casesite.commands.standing import absolute, asked_by, still


class BuildValues(JobsValues):
    """The values of this command's options."""

    out: str | None
    adopt: bool
    strict: bool
    now: str | None
    format: str
    open: bool
    doubts: bool
    profile: bool


def configure(parser: Parser) -> None:
    """Declare the command's options."""
    parser.project_argument()
    parser.option("--out", "out", metavar="DIR")
    parser.switch("--adopt", "adopt")
    parser.switch("--strict", "strict")
    parser.option("--now", "now", metavar="TIME")
    parser.option("--format", "format", choices=("text", "json", "html"), default="text")
    parser.switch("--doubts", "doubts")
    configure_jobs(parser)
    parser.switch("--profile", "profile")
    parser.switch("--open", "open")


def run(values: BuildValues) -> int:
    """Build; 0 when the site is in place, 1 when a problem kept it from being written."""
    gc.disable()  # a build leaves little in circles, and the process ends with it
    started, jobs = time.time_ns(), jobs_of(values)
    out = absolute(values.out) if values.out else ""
    plain = values.format != "html" and not values.open and ".." not in (values.out or "")
    asked = (
        asked_by(values, "build", values.format, out, f"{values.adopt:d}{values.strict:d}{values.doubts:d}")
        if plain
        else None
    )
    if not values.profile and still(values, asked):
        return 0
    from casesite.commands.making import make

    return make(values, out, jobs, asked, started)

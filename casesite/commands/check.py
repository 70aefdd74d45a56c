"""`casesite check`: reports everything that is wrong, in drafts and the inbox too, and makes no site."""

from casesite.commands.building import Order, check_site
from casesite.commands.jobs import JobsValues, configure_jobs, jobs_of
from casesite.commands.parser import Parser
from casesite.commands.place import now_of, project_of
from casesite.commands.report import as_brief_text, as_json, counts
from casesite.commands.report_file import write_report
from casesite.messages.interface import say


class CheckValues(JobsValues):
    """The values of this command's options."""

    strict: bool
    now: str | None
    format: str


def configure(parser: Parser) -> None:
    """Declare the command's options."""
    parser.project_argument()
    parser.switch("--strict", "strict")
    parser.option("--now", "now", metavar="TIME")
    parser.option("--format", "format", choices=("text", "json", "html"), default="text")
    configure_jobs(parser)


def run(values: CheckValues) -> int:
    """Check; 1 when something keeps the site from being built."""
    root, written = project_of(values), True
    jobs = jobs_of(values)
    order = Order(root, now_of(values), strict=values.strict, everything=True, unsure=True, jobs=jobs)
    outcome = check_site(order)
    if values.format == "json":
        print(as_json(outcome.findings, values.lang, cases=outcome.cases))
    else:
        if values.format == "html":
            written = write_report(root, outcome.findings, values.lang)
        elif outcome.findings:
            print(as_brief_text(outcome.findings, values.lang), end="\n\n")
        print(counts(outcome.findings, values.lang))
        errors = [finding for finding in outcome.findings if finding.severity == "error"]
        if errors and not outcome.blocked(strict=False):
            print(say("drafts-only", values.lang))
    return 1 if outcome.blocked(strict=values.strict) or not written else 0

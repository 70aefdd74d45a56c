"""Problems to findings: how much each counts, and which keep the site from being written."""

from collections.abc import Iterable
from typing import Final

from casesite.gathering.read import Read
from casesite.messages import find
from casesite.messages.layout import CASES_VANISHED, FOLDER_UNKNOWN, SETTINGS_NAME
from casesite.messages.site import SETTINGS_MISSING
from casesite.model.problem import Finding, Problem, Severity

_PUBLIC: Final = ("published", "withdrawn")
_FOLLOWS: Final[dict[str, str]] = {CASES_VANISHED: FOLDER_UNKNOWN, SETTINGS_MISSING: SETTINGS_NAME}
"""What only follows from another problem is not told beside it: mending the cause mends both."""


def drafts_of(read: Read) -> frozenset[str]:
    """Return the paths of documents that are not to be published: what is wrong there blocks nothing."""
    waiting = (card.path for card, *_ in read.cases if card.status not in _PUBLIC)
    rejected = (one.path for one in read.rejected if one.status == "inbox")
    return frozenset((*waiting, *rejected))


def judge(
    problems: Iterable[Problem],
    checks: Iterable[tuple[str, str]] = (),
    drafts: frozenset[str] = frozenset(),
    switched_off: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[Finding, ...]:
    """Return the findings sorted by file and line.

    The settings' `checks` may raise or lower a warning or hint, or switch it off, and so may a case's
    `checks_off`; an error they cannot weaken: what is broken stays so.
    """
    chosen = dict(checks)
    findings = []
    every = sorted(set(problems))
    codes = {problem.code for problem in every}
    for problem in every:
        if _FOLLOWS.get(problem.code) in codes:
            continue
        severity: Severity = find(problem.code).severity
        if severity != "error":
            severity = _chosen(chosen.get(problem.code), severity)
            if severity == "off" or (problem.path, problem.code) in switched_off:
                continue
        findings.append(Finding(problem, severity, problem.path not in drafts))
    return tuple(findings)


def _chosen(name: str | None, usual: Severity) -> Severity:
    match name:
        case "error":
            return "error"
        case "warning":
            return "warning"
        case "hint":
            return "hint"
        case "off":
            return "off"
    return usual

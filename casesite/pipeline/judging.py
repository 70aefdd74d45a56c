"""Problems to findings: how much each counts, and which keep the site from being written."""

from collections.abc import Iterable

from casesite.gathering.read import Read
from casesite.messages import find
from casesite.model.problem import Finding, Problem, Severity

_PUBLIC = ("published", "withdrawn")


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
    for problem in sorted(set(problems)):
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

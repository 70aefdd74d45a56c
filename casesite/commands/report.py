"""Findings as a person or a program reads them: one report, sorted by file and line."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Final

from casesite.gathering.waiting import Waiting
from casesite.messages import find
from casesite.messages.code import Language
from casesite.messages.interface import say
from casesite.model.fields import CASE
from casesite.model.problem import Finding

_INDENT: Final = "    "
_MOST_UNSURE: Final = 20
"""So many readings of one file that are not sure are told one by one; more would hide what must be mended."""
_LONGEST_EXCERPT: Final = 100
_FIRST_WIDE: Final = 0x1100
"""Characters from here on are mostly two columns wide on a terminal; a caret may be a column off."""


def as_text(findings: Sequence[Finding], language: Language) -> str:
    """Draw each finding: place, severity, sentence; then the line, a caret and the cure."""
    return "\n".join(_drawn(finding, language) for finding in findings)


def as_brief_text(findings: Sequence[Finding], language: Language) -> str:
    """Draw each finding, file by file; of readings that are not sure the least sure, then how many more."""
    from casesite.outputs.unsure import parted

    files: dict[str, list[Finding]] = {finding.problem.path: [] for finding in findings}
    other, unsure = parted(findings)
    for finding in (*other, *unsure):
        files[finding.problem.path].append(finding)
    more = Counter(finding.problem.path for finding in unsure)
    drawn: list[str] = []
    for path, found in files.items():
        left = max(0, more[path] - _MOST_UNSURE)
        drawn.append(as_text(found[: len(found) - left], language))
        if left:
            drawn.append(say("unsure-more", language, path=path, count=left))
    return "\n".join(drawn)


def as_json(findings: Sequence[Finding], language: Language, **more: object) -> str:
    """Return the findings, and what else is to be told, as one JSON object with a final newline left off."""
    return json.dumps(
        {"problems": [_record(f, language) for f in findings], **more}, ensure_ascii=False, indent=1
    )


def counts(findings: Sequence[Finding], language: Language) -> str:
    """Return how many errors, warnings and hints there are, in one sentence."""
    if not findings:
        return say("clean", language)
    number = Counter(finding.severity for finding in findings)
    return say("counts", language, errors=number["error"], warnings=number["warning"], hints=number["hint"])


def waiting_line(waiting: Waiting, language: Language) -> str:
    """Say how many cases are not published yet, by status and moment."""
    names = {choice.value: choice.label for choice in CASE.names["status"].choices}
    parts = [f"{names[stage] if language == 'zh' else stage} {number}" for stage, number in waiting.stages]
    if waiting.scheduled:
        parts.append(say("waiting-scheduled", language, count=waiting.scheduled, date=waiting.next))
    return say(
        "waiting", language, count=waiting.total, parts=("、" if language == "zh" else ", ").join(parts)
    )


def waiting_record(waiting: Waiting) -> dict[str, int | str]:
    """Return the same as data: each status that has cases, how many have a moment, and the next day."""
    return {**dict(waiting.stages), "scheduled": waiting.scheduled, "next": waiting.next}


def _drawn(finding: Finding, language: Language) -> str:
    problem = finding.problem
    sentence = find(problem.code).sentence(language, dict(problem.values))
    place = problem.path
    if problem.line:
        place += f":{problem.line}"
        if problem.column:
            place += f":{problem.column}"
    mark = "" if finding.public else say("draft", language)
    severity = say(finding.severity, language) + mark
    lines = [" ".join(filter(None, (place, severity, sentence.message, f"[{problem.code}]")))]
    if problem.excerpt and problem.line:
        lines += _pointed_at(problem.excerpt, problem.column)
    lines += [_INDENT + line for line in sentence.cure.splitlines()]
    return "\n".join(lines)


def _pointed_at(excerpt: str, column: int) -> list[str]:
    """Return the source line, cut to a window around the column, with a caret below it."""
    text = excerpt.replace("\t", " ")
    start = max(0, column - 1 - _LONGEST_EXCERPT // 2) if len(text) > _LONGEST_EXCERPT else 0
    shown = text[start : start + _LONGEST_EXCERPT]
    before = ("…" if start else "") + shown[: max(0, column - 1 - start)]
    line = _INDENT + ("…" if start else "") + shown
    if not column:
        return [line]
    gap = "".join("  " if ord(character) >= _FIRST_WIDE and character != "…" else " " for character in before)
    return [line, f"{_INDENT}{gap}^"]


def _record(finding: Finding, language: Language) -> dict[str, object]:
    problem = finding.problem
    sentence = find(problem.code).sentence(language, dict(problem.values))
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": finding.severity,
        "blocking": finding.blocking,
        "code": problem.code,
        "message": sentence.message,
        "cure": sentence.cure,
        "excerpt": problem.excerpt,
    }

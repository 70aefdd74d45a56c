"""The report as a page in a file: `.casesite/report.html`, never in the output."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from casesite.commands.standing import STATE
from casesite.messages.code import Language
from casesite.messages.interface import say
from casesite.model.problem import Finding
from casesite.outputs.report import render_report
from casesite.project.replacing import write_whole

REPORT: Final = f"{STATE}/report.html"


def write_report(root: Path, findings: Sequence[Finding], language: Language) -> bool:
    """Write the report and say where it lies; False, and a sentence, when that was not possible."""
    place = root / REPORT
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, render_report(findings, language, title="report-title"))
    except OSError:
        print(say("report-unwritten", language, path=REPORT), file=sys.stderr)
        return False
    print(say("report-at", language, path=REPORT))
    return True

"""A bug becomes one sentence: the traceback goes to a file that the editor can send on."""

import tempfile
import traceback
from pathlib import Path

from casesite.messages.code import Language
from casesite.messages.interface import say


def report_fault(fault: Exception, language: Language) -> str:
    """Write the details of an unexpected exception to a new file and return the sentence that names it."""
    details = "".join(traceback.format_exception(fault))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="casesite-", suffix=".txt", delete=False
    ) as file:
        file.write(details)
    return say("bug", language, error=type(fault).__name__, path=str(Path(file.name)))

"""What looks like Markdown but stayed text: slips of the keyboard, a reading whose brace does not close."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from markdown_it.token import Token

from casesite.chinese.text import HAN_RANGES
from casesite.messages import ruby
from casesite.reading.markdown.author_ruby import in_line
from casesite.reading.markdown.draft import Draft
from casesite.reading.markdown.slips import MASK, SUSPECT, masked, slips

_OPEN: Final = re.compile(f"\\{{[{HAN_RANGES}]{{1,20}}\\|[a-zA-ZÀ-ɏḀ-ỿ’' ]{{0,40}}(?![}}｝|｜])")
_MOST: Final = 500
"""So many of a block are looked at."""


def suspicious(text: str) -> bool:
    """Whether text that stayed text may hold what was meant to be Markdown."""
    return SUSPECT.search(text) is not None


def report_unread(draft: Draft, inline: Token, texts: Sequence[str]) -> None:
    """Report what was meant as Markdown in `texts`, the pieces of a block that stayed text.

    Code is never looked at, and with an escape in it text is meant.
    """
    content = masked(inline.content)
    unread = MASK.join(texts)
    seen: set[int] = set()
    for slip in islice(slips(content), _MOST):
        if slip.at not in seen and slip.found in unread:
            seen.add(slip.at)
            place, values = draft.place(inline, slip.at), slip.values
            if values.get("fixed", "").startswith("{"):
                values = {**values, "fixed": in_line(values["fixed"], place.excerpt)}
            draft.report(place, slip.code, **values)
    for found in islice(_OPEN.finditer(content), _MOST):
        if found.start() not in seen and found[0] in unread:
            draft.report(draft.place(inline, found.start()), ruby.OPEN, text=found[0].rstrip())

"""What looks like a link or ruby but is none: a space before a bracket, full-width ones, an open brace."""

import re
from typing import Final

from markdown_it.token import Token

from casesite.chinese.text import HAN_RANGES
from casesite.messages import markdown as codes
from casesite.reading.markdown.draft import Draft

_LOOKS: Final = re.compile(r"!?\[[^\[\]\n]{0,80}\] ?(?:\([^()\n]{1,200}\)|（[^（）\n]{1,200}）)")
_ADDRESS: Final = re.compile(
    r"https?:|(?:case|issue|page):|\.(?:md|html?|jpe?g|png|gif|webp|pdf|docx?|xlsx?|pptx?|csv|zip|mp[34])\b"
)
_OPEN: Final = re.compile(f"\\{{[{HAN_RANGES}]{{1,20}}\\|[a-zA-ZÀ-ɏḀ-ỿ’' ]{{0,40}}(?!\\}})")


def report_unread(draft: Draft, inline: Token, text: str) -> None:
    """Report what looks like a link or ruby in text that stayed text; with escapes in it, text is meant."""
    for found in _LOOKS.finditer(text):
        at = inline.content.find(found[0])
        if at >= 0 and _ADDRESS.search(found[0]):
            draft.report(draft.place(inline, at), codes.LINK_UNREAD, text=found[0])
    for found in _OPEN.finditer(text):
        at = inline.content.find(found[0])
        if at == 0 or (at > 0 and inline.content[at - 1] != "\\"):
            draft.report(draft.place(inline, at), codes.RUBY_OPEN, text=found[0].rstrip())

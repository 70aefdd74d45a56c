"""What looks like a link but is none: a space before the bracket or in the address, full-width brackets."""

import re
from typing import Final

from markdown_it.token import Token

from casesite.messages import markdown as codes
from casesite.reading.markdown.draft import Draft

_LOOKS: Final = re.compile(r"!?\[[^\[\]\n]{0,80}\] ?(?:\([^()\n]{1,200}\)|（[^（）\n]{1,200}）)")
_ADDRESS: Final = re.compile(
    r"https?:|(?:case|issue|page):|\.(?:md|html?|jpe?g|png|gif|webp|pdf|docx?|xlsx?|pptx?|csv|zip|mp[34])\b"
)


def report_unread(draft: Draft, inline: Token, text: str) -> None:
    """Report what looks like a link in text that stayed text."""
    for found in _LOOKS.finditer(text):
        at = inline.content.find(found[0])
        if at >= 0 and _ADDRESS.search(found[0]):  # with escapes in it, it is meant as text
            draft.report(draft.place(inline, at), codes.LINK_UNREAD, text=found[0])

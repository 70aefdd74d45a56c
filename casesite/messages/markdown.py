"""Problems inside a Markdown body."""

from typing import Final

from casesite.messages.code import Code

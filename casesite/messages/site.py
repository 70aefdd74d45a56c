"""Problems between documents: ids, issues, related cases, letters."""

from typing import Final

from casesite.messages.code import Code

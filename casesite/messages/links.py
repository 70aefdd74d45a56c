"""Problems of links, pictures and attachments."""

from typing import Final

from casesite.messages.code import Code

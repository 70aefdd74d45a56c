"""Problems of the output folder, addresses and publishing."""

from typing import Final

from casesite.messages.code import Code

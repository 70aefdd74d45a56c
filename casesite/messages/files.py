"""Problems of files as such: encoding, size, kind, place."""

from typing import Final

from casesite.messages.code import Code

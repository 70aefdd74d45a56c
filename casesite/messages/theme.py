"""Problems of a theme: missing files, template errors, outside resources."""

from typing import Final

from casesite.messages.code import Code

"""Findings of the import of submissions."""

from typing import Final

from casesite.messages.code import Code

"""CSV that Excel and WPS open as it is meant."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

_BOM: Final = "\ufeff"
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?%?")
_FORMULA: Final = re.compile("[ \t\r\n\xa0\u3000]*[=+\\-@＝＋－＠]|[\t\r]")


def csv_table(rows: Iterable[Iterable[str]]) -> bytes:
    """Write rows as CSV (RFC 4180): UTF-8 with BOM, CRLF, and no cell that a sheet would run as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return (_BOM + out.getvalue()).encode()


def _cell(text: str) -> str:
    """Return a cell's text, with an apostrophe before what would run as a formula; plain numbers stay."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text

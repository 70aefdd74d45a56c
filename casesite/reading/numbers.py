"""Numbers as editors write them, to plain decimal text; never through binary fractions."""

import re
from typing import Final

_WIDE: Final = str.maketrans("０１２３４５６７８９．，－＋", "0123456789.,-+")
_DECIMAL: Final = re.compile(r"([+-]?)((?:[0-9]{1,3}(?:,[0-9]{3})+)|[0-9]{1,30})(\.[0-9]{1,30})?")
_JSON: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,9}")


def decimal(text: str) -> str | None:
    """Return a decimal number such as `-1400.50`, without group commas; None when it is not one.

    Zeros at the end are kept, since they say how exact the number is.
    """
    match = _DECIMAL.fullmatch(text.strip().translate(_WIDE).replace("−", "-"))
    return _plain(match) if match else None


def leading(text: str) -> str:
    """Return the number that a text begins with, or an empty text: `3346` of `3346万元`."""
    match = _DECIMAL.match(text.strip().translate(_WIDE))
    return _plain(match) if match else ""


def whole(text: str) -> int | None:
    """Return a whole number of at most nine digits; None when it is not one."""
    plain = text.strip().translate(_WIDE)
    return int(plain) if _WHOLE.fullmatch(plain) else None


def _plain(match: re.Match[str]) -> str:
    """Return what was matched in its plain form."""
    digits = match[2].replace(",", "").lstrip("0") or "0"
    sign = "-" if match[1] == "-" and (digits + (match[3] or "")).strip("0.") else ""
    return f"{sign}{digits}{match[3] or ''}"


def is_json(text: str) -> bool:
    """Whether a text is a number as JSON writes it, of a length that readers of JSON take."""
    return _JSON.fullmatch(text) is not None

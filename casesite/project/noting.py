"""Our notes as bytes, whatever names the disk holds: one that is no text is kept, and found again."""

import re
from typing import Any, Final

import msgspec

_PLAIN: Final = b"="
_ESCAPED: Final = b"\\"
_ODD: Final = re.compile("[\ud800-\udfff]")
_KEPT: Final = re.compile("\0([0-9a-f]{4})")
"""NUL stands in no name, so it can mark what stands for half a character."""


def encode(notes: Any) -> bytes:  # noqa: ANN401 - a struct of any kind
    """Return a struct as bytes."""
    try:
        return _PLAIN + msgspec.msgpack.encode(notes)
    except UnicodeEncodeError:
        plain = _mapped(msgspec.to_builtins(notes), _ODD, lambda found: f"\0{ord(found[0]):04x}")
        return _ESCAPED + msgspec.msgpack.encode(plain)


def decode(data: bytes, kind: Any) -> Any:  # noqa: ANN401 - as given
    """Return the struct of that kind. Raises `msgspec.DecodeError` (or its `ValidationError`)."""
    if data[:1] == _PLAIN:
        return msgspec.msgpack.decode(data[1:], type=kind)
    if data[:1] != _ESCAPED:
        raise msgspec.DecodeError
    plain = _mapped(msgspec.msgpack.decode(data[1:]), _KEPT, lambda found: chr(int(found[1], 16)))
    return msgspec.convert(plain, type=kind)


def _mapped(value: Any, wanted: re.Pattern[str], change: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    """Return plain values with a change made in each text."""
    if isinstance(value, str):
        return wanted.sub(change, value)
    if isinstance(value, dict):
        return {_mapped(key, wanted, change): _mapped(one, wanted, change) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(one, wanted, change) for one in value]
    return value

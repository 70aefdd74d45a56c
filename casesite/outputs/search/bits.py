"""How numbers are written as bits, for the index: short codes of numbers that are mostly small.

Codes are texts of 0 and 1, which Python joins faster than it shifts numbers. The highest bit comes first.
"""

from binascii import b2a_base64
from functools import cache
from typing import Final

_KNOWN: Final = 8
"""Of a Rice code with r plain bits, this many times 2**r codes are made at once."""


def gamma(number: int) -> str:
    """Return a number from 1 on: as many zeros as it has bits beyond the first, then itself.

    Elias, P., "Universal codeword sets and representations of the integers", 1975: γ.

    >>> gamma(1), gamma(5)
    ('1', '00101')
    """
    bits = f"{number:b}"
    return "0" * (len(bits) - 1) + bits


def rice(number: int, plain: int) -> str:
    """Return a number from 0 on: what it holds of 2**plain as ones, a zero, then the lowest `plain` bits.

    Rice, R. F., "Some practical universal noiseless coding techniques", JPL 79-22, 1979.

    >>> rice(9, 2)
    '11001'
    """
    known = rices(plain)
    if number < len(known):
        return known[number]
    return "1" * (number >> plain) + "0" + _plain(number, plain)


@cache
def rices(plain: int) -> tuple[str, ...]:
    """Return the Rice codes of the smallest numbers."""
    return tuple(
        "1" * (number >> plain) + "0" + _plain(number, plain) for number in range(_KNOWN << min(plain, 12))
    )


def _plain(number: int, width: int) -> str:
    return f"{number & (1 << width) - 1:0{width}b}" if width else ""


def to_text(bits: str) -> str:
    """Return bits as base 64, filled up with zeros."""
    size = -(-len(bits) // 8)
    data = int(bits.ljust(size * 8, "0") or "0", 2).to_bytes(size, "big")
    return b2a_base64(data, newline=False).decode("ascii")

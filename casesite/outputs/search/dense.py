"""Numbers as text of as few bits as they tell: an adaptive binary range coder, 15 bits a character.

After G. N. N. Martin, "Range encoding" (1979); the chances of a bit follow Laplace's rule of succession. A
number goes bit by bit, the highest first, each bit in the context of those before it, so frequent numbers
and runs become short and even ones cost no more than their digits. `search-facets.js` reads it back.

The characters are U+3000 to U+AFFF: in UTF-16 among Chinese names, they suit the one table that gzip
makes for both. None is a control, a quote, a backslash, a surrogate or markup.
"""

from collections.abc import Hashable
from typing import Final

_DIGIT: Final = 15
_LOW: Final = 1 << 30
_FULL: Final = 1 << 45
"""Twice a digit of room above `_LOW` and yet exact in JavaScript's numbers."""
_MOST: Final = 1 << 12
"""Counts are halved beyond, so that what was long ago fades."""
_FIRST: Final = 0x3000


class Writer:
    """Takes bits and numbers, gives text. A context is any name; bits of one context share their chances."""

    def __init__(self) -> None:
        self._low = 0
        self._range = _FULL
        self._digits: list[int] = []
        self._counts: dict[Hashable, list[int]] = {}

    def bit(self, context: Hashable, bit: bool) -> None:  # noqa: FBT001 - the value written
        """Write a bit."""
        counts = self._counts.get(context)
        if counts is None:
            counts = self._counts[context] = [1, 1]
        bound = self._range // (counts[0] + counts[1]) * counts[0]
        if bit:
            self._low += bound
            self._range -= bound
            if self._low >= _FULL:
                self._carry()
        else:
            self._range = bound
        counts[bit] += 1
        if counts[0] + counts[1] > _MOST:
            counts[:] = (counts[0] + 1) >> 1, (counts[1] + 1) >> 1
        while self._range < _LOW:
            self._shift()

    def number(self, context: Hashable, size: int, number: int) -> None:
        """Write a number from 0 to below `size`."""
        node = 1
        for shift in range((size - 1).bit_length() - 1, -1, -1):
            bit = number >> shift & 1
            self.bit((context, node), bool(bit))
            node = node << 1 | bit

    def text(self) -> str:
        """Return all that was written; nothing may follow."""
        for _ in range(_FULL.bit_length() // _DIGIT):
            self._shift()
        return "".join(chr(_FIRST + digit) for digit in self._digits)

    def _carry(self) -> None:
        self._low -= _FULL
        place = len(self._digits) - 1
        while self._digits[place] == (1 << _DIGIT) - 1:
            self._digits[place] = 0
            place -= 1
        self._digits[place] += 1

    def _shift(self) -> None:
        self._digits.append(self._low >> 30)
        self._low = (self._low & _LOW - 1) << _DIGIT
        self._range <<= _DIGIT

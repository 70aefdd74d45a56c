"""Long lists in pages, counted from the oldest, so that a new case changes the newest page only."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from casesite.outputs.html.frame import Link
from casesite.outputs.html.inputs import Pager

Item = TypeVar("Item")


def paged(items: Sequence[Item], size: int, address: str) -> Iterator[tuple[str, Sequence[Item], Pager]]:
    """Yield address, items and pager of each page, the newest first; `items` run newest first.

    The newest page lies at `address` (`topics/kua-cun.html`), older ones at `topics/kua-cun-1.html`, counted
    from the oldest. All but the newest are full.
    """
    count = max(1, -(-len(items) // size))
    for number in range(count, 0, -1):
        stop = len(items) - (number - 1) * size
        newest = number == count
        pager = Pager(
            number=number,
            newer="" if newest else page_address(address, number + 1, count),
            older=page_address(address, number - 1, count) if number > 1 else "",
            newest="" if newest else address,
            earlier=tuple(
                Link(str(one), page_address(address, one, count)) for one in range(number - 1, 0, -1)
            )
            if newest
            else (),
        )
        yield page_address(address, number, count), items[max(0, stop - size) : stop], pager


def page_address(address: str, number: int, count: int) -> str:
    """Return the address of page `number` of `count`, counted from the oldest."""
    return address if number == count else f"{address.removesuffix('.html')}-{number}.html"

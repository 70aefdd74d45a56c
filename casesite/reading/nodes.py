"""What YAML is to the rest of reading: texts, lists and mappings that know where they stand in the file."""

from typing import Final, NamedTuple

DEPTH: Final = 32
"""The most levels of lists and mappings in one another."""


class Scalar(NamedTuple):
    """A text. `plain` is one without quotes that is no block either; `last` is the line on which it ends."""

    text: str
    line: int
    column: int
    plain: bool = True
    last: int = 0


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys and values in order; of a key given twice the first stays. An empty value stands at its key."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def last_line(node: Node) -> int:
    """Return the last line on which something of a node stands."""
    if isinstance(node, Scalar):
        return max(node.line, node.last)
    inner = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.pairs)
    return max((node.line, *(last_line(item) for item in inner)))

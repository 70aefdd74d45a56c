"""The inverted index: which documents hold which pair of characters, cut into shards by a fixed table.

A shard is a flat list of texts, three for each first unit of a pair, in the order of `chinese.terms`: the
unit; the second units of its pairs; the postings of each pair, parted by spaces. A posting is one character:
its code tells how far its document's number is beyond the last one, and the weight of the pair there. UTF-8
makes small codes short, so nothing has to be wrapped in another code.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, groupby
from typing import Final

from msgspec import Struct

from casesite.chinese.terms import CLASSES, DIGEST, cut, units
from casesite.model.artifact import Artifact, Store
from casesite.outputs import digest
from casesite.outputs.search.script import part_of, path, quoted

FEWEST: Final = 8
_NO_TERMS: Final = bytes(CLASSES * DIGEST)
_SKIP: Final = 1 << 18
"""A gap of that many documents is a code of its own, so that every gap can be written."""
_FIRST_CODE: Final = 35  # after space, ! and "


class Shard(Struct, frozen=True, array_like=True):
    """Shard `number` of `shards`, a power of two. `pages` are the packed terms of the first documents."""

    number: int
    shards: int
    pages: tuple[bytes, ...]
    terms: str = ""
    """A digest of the digests of its classes: the same for the shards that share a class."""


def number_of_shards(documents: int) -> int:
    """Return how many shards an index of that many documents has, a power of two.

    Half as many as documents or more, up to 512 for 1,000; from there on as their square root does: shards
    grow slowly too, so that neither their number nor what a query loads grows with the site.
    """
    bits = documents.bit_length()
    return max(1 << min(bits - 1, (bits + 1) // 2 + 4), FEWEST) if bits else FEWEST


def plan(
    pages: Sequence[tuple[bytes, bytes]], digests: Iterable[bytes], ids: tuple[str, ...]
) -> Iterator[tuple[str, Artifact | None]]:
    """Yield the digest and the artifact of every shard in order; None for one that is known to be empty.

    Documents count from 0: first `pages`, as (packed terms, their digests), then the cases `ids`, whose
    `digests` come in the same order. A shard's digest is over those of its classes of terms alone, so that a
    document's change touches only the shards of terms that changed.
    """
    rows = [*(each for _, each in pages), *(each or _NO_TERMS for each in digests)]
    table = memoryview(b"".join(rows)).cast("I")
    classes = [table[column::CLASSES].tobytes().rstrip(b"\0") for column in range(CLASSES)]
    sums = [blake2b(column, digest_size=16).digest() if column else b"" for column in classes]
    shards = number_of_shards(len(rows))
    packed = tuple(data for data, _ in pages)
    for number in range(shards):
        first, last = _classes(number, shards)
        inside = sums[first:last]
        if any(inside):
            yield _artifact(Shard(number, shards, packed, digest.of(inside)), ids)
        else:
            yield "", None


def _artifact(shard: Shard, ids: tuple[str, ...]) -> tuple[str, Artifact]:
    """Return a shard's digest, as its name holds it, and its artifact."""
    state = digest.of((shard.number, shard.shards, shard.terms))
    made = digest.artifact("", "search/shard", shard, theme=None, shared=state)
    short = made.digest[:8]
    return short, Artifact(
        path=path(_name(shard.number, short)),
        kind=made.kind,
        inputs=shard,
        digest=made.digest,
        needs=ids,
    )


def _classes(number: int, shards: int) -> tuple[int, int]:
    """Return which classes a shard holds, or holds a part of: the first, and the one after the last."""
    first = number * CLASSES // shards
    return first, max((number + 1) * CLASSES // shards, first + 1)


def _name(number: int, short: str) -> str:
    return f"s{number}-{short}"


def render(artifact: Artifact, store: Store) -> bytes:
    """Write a shard."""
    shard: Shard = artifact.inputs
    parts = max(shard.shards // CLASSES, 1)
    found = _invert(_Documents(shard, artifact.needs, store))
    if parts > 1:
        # Beyond 256 shards, the low byte of the second unit parts a class further.
        mine = shard.number % parts
        found = {term: each for term, each in found.items() if (term >> 8 & 0xFF) * parts >> 8 == mine}
    texts: list[str] = []
    for lead, terms in groupby(sorted(found), key=lambda term: term >> 16):
        inside = list(terms)
        texts.append(quoted(chr(units(lead << 16)[0])))
        texts.append(quoted("".join(chr(units(term)[1]) for term in inside)))
        texts.append(quoted(" ".join(_postings(found[term]) for term in inside)))
    name = _name(shard.number, artifact.digest[:8])
    return part_of(name, f"[{','.join(texts)}]")


class _Documents:
    """The terms of some classes in all documents; equal to another if these are the same."""

    def __init__(self, shard: Shard, ids: tuple[str, ...], store: Store) -> None:
        self.classes = _classes(shard.number, shard.shards)
        self._pages, self._ids, self._store = shard.pages, ids, store
        self._key = (*self.classes, shard.terms)

    def __iter__(self) -> Iterator[bytes]:
        return chain(self._pages, map(self._store.terms, self._ids))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Documents) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=1)  # the shards that share a class follow each other
def _invert(documents: _Documents) -> dict[int, list[int]]:
    """Return each term of a shard with its documents' numbers, rising, each four times plus the weight."""
    first, last = documents.classes
    found: dict[int, list[int]] = defaultdict(list)
    for number, data in enumerate(documents):
        terms, weights = cut(data, first, last)
        base = number << 2
        for term, weight in zip(terms, weights, strict=True):
            found[term].append(base | weight)
    return found


def _postings(values: Iterable[int]) -> str:
    """Write documents and weights, as `_invert` has them."""
    codes: list[str] = []
    last = -1 << 2
    for value in values:
        gap = value - last - 4
        codes.append(_CODES[gap] if gap < _KNOWN else _code(gap))
        last = value & ~3
    return "".join(codes)


def _code(gap: int) -> str:
    """Return the character of a gap; it is never a control, a space, a quote, a backslash or a surrogate."""
    skips, rest = divmod(gap >> 2, _SKIP)
    code = (rest << 2 | gap & 3) + _FIRST_CODE
    code += code >= 0x5C  # noqa: PLR2004 - the backslash
    code += 0x21 * (code >= 0x7F)  # noqa: PLR2004 - delete and the second set of controls
    code += 0x800 * (code >= 0xD800)  # noqa: PLR2004 - surrogates
    return chr(0x10FFFD) * skips + chr(code)


_KNOWN: Final = 4096
_CODES: Final = tuple(map(_code, range(_KNOWN)))

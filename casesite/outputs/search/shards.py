"""The inverted index: which documents hold which pair of characters, cut into shards by a fixed table.

A shard is a row of bits in base 64, most significant first; `bits` has the codes. A unit counts here by its
bytes changed about, as `chinese.terms` has it. Terms stand in their order, each number as its distance from
the one before:

    γ(leads), then for each first unit, from the least of the shard's class on:
        γ(distance), γ(seconds), then for each second unit, from the least of the shard's on:
            rice(distance - 1, bits(span) - bits(seconds) - 1), γ(documents), then for each from 0 on:
                rice(distance - 1, bits(all documents) - bits(documents)), weight, places

`bits(n)` is the length of n in binary, `span` 65,536 over the number of shards that share a class, and no
Rice code has less than 0 plain bits. A weight is 0, 10, 110 or 111. Places are 0 and two bits for one part of
the document, 1 and four bits, the last part's first, for several.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain, groupby, repeat
from operator import or_
from struct import Struct as Layout
from typing import Final
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from casesite.chinese.terms import CLASSES, DIGEST, Packed, cut, joined
from casesite.model.artifact import Artifact, Store
from casesite.outputs import digest
from casesite.outputs.search.bits import gamma, rice, rices, to_text
from casesite.outputs.search.script import part, path, short

_NO_TERMS: Final = bytes(CLASSES * DIGEST)
_WEIGHTS: Final = ("0", "10", "110", "111")
_KEPT: Final = 1 << 13
"""So many codes of each number of plain bits are made once."""
_SINGLE: Final = {1: "000", 2: "001", 4: "010", 8: "011"}


class Cases(Struct, frozen=True, array_like=True):
    """What the index knows of the cases, beside their own terms, which the store has.

    `beside[n]` says which of `labels` (packed terms) the n-th case has beside its own, or -1.
    """

    pages: tuple[bytes, ...]
    """The packed terms of the documents that come first."""
    labels: tuple[bytes, ...]
    beside: tuple[int, ...]


class Shard(Struct, frozen=True, array_like=True):
    """Shard `number` of `shards`, a power of two, over `documents`."""

    number: int
    shards: int
    documents: int
    cases: Cases
    terms: str = ""
    """A digest of the digests of its classes: the same for the shards that share a class."""


def number_of_shards(documents: int) -> int:
    """Return how many shards an index of that many documents has, a power of two.

    About as many as documents, up to 1,024 for 1,000; from there on as their square root does: shards grow
    slowly too, so that neither their number nor what a query loads grows with the site.
    """
    bits = documents.bit_length()
    return 1 << min(bits, (bits + 1) // 2 + 5)


def plan(
    pages: Sequence[Packed], digests: Iterable[bytes], beside: Sequence[Packed | None], ids: tuple[str, ...]
) -> Iterator[tuple[str, Artifact | None]]:
    """Yield the digest and the artifact of every shard in order; None for one that is known to be empty.

    Documents count from 0: first `pages`, then the cases `ids`, whose own `digests` of terms, and the terms
    they have `beside` these, come in the same order. A shard's digest is over those of its classes of terms
    alone, so that a document's change touches only the shards of terms that changed.
    """
    known = dict.fromkeys(filter(None, beside))
    labels = {label.data: place for place, label in enumerate(known)}
    sums_of = {label.data: _sums(label) for label in known}
    own = (each or _NO_TERMS for each in digests)
    more = (sums_of[label.data] if label else () for label in beside)
    rows = [*(page.digests for page in pages), *map(_joined, own, more)]
    table = memoryview(b"".join(rows)).cast("I")
    classes = [table[column::CLASSES].tobytes().rstrip(b"\0") for column in range(CLASSES)]
    sums = [blake2b(column, digest_size=16).digest() if column else b"" for column in classes]
    shards = number_of_shards(len(rows))
    cases = Cases(
        tuple(page.data for page in pages),
        tuple(labels),
        tuple(labels[label.data] if label else -1 for label in beside),
    )
    terms: dict[tuple[int, int], str] = {}
    for number in range(shards):
        first, last = _classes(number, shards)
        inside = sums[first:last]
        if any(inside):
            if (first, last) not in terms:
                terms[first, last] = digest.of(inside)
            yield _artifact(Shard(number, shards, len(rows), cases, terms[first, last]), ids)
        else:
            yield "", None


def _sums(label: Packed) -> tuple[tuple[int, bytes], ...]:
    """Return where in a row of digests the classes stand that a label has terms of, with their digests."""
    starts = range(0, len(label.digests), DIGEST)
    found = ((start, label.digests[start : start + DIGEST]) for start in starts)
    return tuple((start, each) for start, each in found if any(each))


def _joined(own: bytes, more: Sequence[tuple[int, bytes]]) -> bytes:
    """Return the digests of a document's terms, class by class, with those it has beside its own."""
    if not more:
        return own
    row = bytearray(own)
    for start, each in more:
        both = crc32(each, int.from_bytes(row[start : start + DIGEST], "big")) or 1
        row[start : start + DIGEST] = both.to_bytes(DIGEST, "big")
    return bytes(row)


def _artifact(shard: Shard, ids: tuple[str, ...]) -> tuple[str, Artifact]:
    """Return a shard's digest, as its name holds it, and its artifact."""
    state = digest.of((shard.number, shard.shards, shard.documents.bit_length(), shard.terms))
    made = digest.artifact("", "search/shard", shard, theme=None, shared=state)
    name = _name(shard.number, made.digest)
    return short(made.digest), replace(made, path=path(name), needs=ids)


def _classes(number: int, shards: int) -> tuple[int, int]:
    """Return which classes a shard holds, or holds a part of: the first, and the one after the last."""
    first = number * CLASSES // shards
    return first, max((number + 1) * CLASSES // shards, first + 1)


def _name(number: int, digits: str) -> str:
    return f"s{number}-{short(digits)}"


def render(artifact: Artifact, store: Store) -> bytes:
    """Write a shard."""
    shard: Shard = artifact.inputs
    parts = max(shard.shards // CLASSES, 1)
    rows = _rows(_Documents(shard, artifact.needs, store), shard.documents.bit_length(), parts)
    before = (_classes(shard.number, shard.shards)[0] << 8) - 1
    row = rows[shard.number % parts]
    bits = [gamma(len(row))] if row else []
    for lead, count, codes in row:
        bits += (gamma(lead - before), gamma(count), codes)
        before = lead
    return part(_name(shard.number, artifact.digest), to_text("".join(bits)))


class _Documents:
    """The terms of some classes in all documents; equal to another if these are the same."""

    def __init__(self, shard: Shard, ids: tuple[str, ...], store: Store) -> None:
        self.classes = _classes(shard.number, shard.shards)
        self._cases, self._ids, self._store = shard.cases, ids, store
        self._key = (*self.classes, shard.terms)

    def own(self) -> Iterator[bytes | memoryview]:
        """Yield the packed terms of each document."""
        yield from self._cases.pages
        yield from map(self._store.terms, self._ids)

    def beside(self) -> Iterator[tuple[tuple[int, ...], bytes, list[int]]]:
        """Yield terms with their marks, and which documents have them beside their own."""
        first, last = self.classes
        for place, label in enumerate(self._cases.labels):
            terms, marks = cut(label, first, last)
            if terms:
                beside = enumerate(self._cases.beside, len(self._cases.pages))
                yield terms, marks, [number for number, other in beside if other == place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Documents) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=1)  # the shards that share a class follow each other
def _rows(documents: _Documents, size: int, parts: int) -> tuple[list[tuple[int, int, str]], ...]:
    """Return for each of the shards that share a class its first units, each with its seconds.

    Of those is told how many there are, and how they are written. Beyond 256 shards, the low
    byte of the second unit, which is its highest here, parts a class further.
    """
    found = _invert(documents)
    rows: tuple[list[tuple[int, int, str]], ...] = tuple([] for _ in range(parts))
    span = 0x10000 // parts
    for lead, inside in groupby(sorted(found), key=lambda term: term >> 16):
        terms = list(inside)
        end = 0
        for mine, row in enumerate(rows):
            first = (lead << 16) + mine * span
            start, end = end, bisect_left(terms, first + span, end)
            if start == end:
                continue
            plain = max(span.bit_length() - (end - start).bit_length() - 1, 0)
            known = rices(plain)
            codes = []
            last = first - 1
            for term in terms[start:end]:
                gap = term - last - 1
                last = term
                codes.append(known[gap] if gap < len(known) else rice(gap, plain))
                codes.append(_postings(found[term], size))
            row.append((lead, end - start, "".join(codes)))
    return rows


def _invert(documents: _Documents) -> dict[int, list[int]]:
    """Return each term of a shard with its documents' numbers, rising, each 64 times plus its mark there."""
    found: dict[int, list[int]] = defaultdict(list)
    packed, marks, counts = joined(documents.own(), *documents.classes)
    bases = chain.from_iterable(map(repeat, range(0, len(counts) << 6, 1 << 6), counts))
    values = map(or_, bases, marks)
    for term, value in zip(Layout(f">{len(marks)}I").unpack(packed), values, strict=True):
        found[term].append(value)
    _add(found, documents)
    return found


def _add(found: dict[int, list[int]], documents: _Documents) -> None:
    """Add the terms that documents have beside their own; a mark that is there already weighs no less."""
    more: dict[int, dict[int, int]] = {}
    for terms, marks, numbers in documents.beside():
        for term, mark in zip(terms, marks, strict=True):
            more.setdefault(term, {}).update(dict.fromkeys(numbers, mark))
    for term, beside in more.items():
        own = {value >> 6: value & 63 for value in found[term]}
        for number, mark in beside.items():
            own[number] = own[number] | mark & ~3 if number in own else mark
        found[term] = [number << 6 | own[number] for number in sorted(own)]


def _postings(values: list[int], size: int) -> str:
    """Return how many documents, then each with its mark, as `_invert` has them."""
    many = len(values)
    codes = _codes(max(size - many.bit_length(), 0))
    if many == 1:
        return "1" + codes[values[0]]
    return gamma(many) + "".join(
        [codes[value - (last | 63) - 1] for last, value in zip([-1, *values], values, strict=False)]
    )


class _Codes(dict[int, str]):
    """How a document with its mark is written: the distance from the one before, 64 times, plus the mark."""

    def __init__(self, plain: int) -> None:
        super().__init__()
        self._plain = plain

    def __missing__(self, value: int) -> str:
        """Write it; what comes first is mostly what comes often, and is kept."""
        code = rice(value >> 6, self._plain) + _MARKS[value & 63]
        if len(self) < _KEPT:
            self[value] = code
        return code


@cache
def _codes(plain: int) -> _Codes:
    """Return the codes with so many plain bits."""
    return _Codes(plain)


def _mark(mark: int) -> str:
    """Return a mark's weight and places."""
    places = mark >> 2
    return _WEIGHTS[mark & 3] + _SINGLE.get(places, f"1{places:04b}")


_MARKS: Final = tuple(map(_mark, range(64)))

"""Addresses of terms: a hash tells apart those whose slugs clash, and the plain address links them."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Final, NamedTuple

_LIMIT: Final = 80
_DIGITS: Final = 4


class Slugs(NamedTuple):
    """The slug of each term, and for each plain slug that several claim, those terms."""

    by_term: dict[str, str]
    shared: dict[str, tuple[str, ...]]


def assign(wanted: Mapping[str, str], fixed: frozenset[str] = frozenset()) -> Slugs:
    """Give each term its wanted slug, or that with `-` and hex digits where two want the same.

    The digits are of the hash of its name. All that clash get them, whatever the order, and more digits
    while these still clash. A slug that ends like the number of a page (`ai-1` beside `ai`) always gets
    one, but for `fixed` terms, whose slug the site chose.
    """
    claims: dict[str, list[str]] = {}
    for term, slug in sorted(wanted.items()):
        claims.setdefault(slug, []).append(term)
    plain = {slug for slug, terms in claims.items() if len(terms) == 1}
    by_term: dict[str, str] = {}
    shared: dict[str, tuple[str, ...]] = {}
    for slug, terms in claims.items():
        numbered = _like_a_page(slug)
        if len(terms) == 1 and (terms[0] in fixed or not numbered):
            by_term[terms[0]] = slug
            continue
        by_term.update(_hashed(slug, terms, plain))
        if len(terms) > 1 and not numbered:
            shared[slug] = tuple(terms)
    return Slugs(by_term, shared)


def _like_a_page(slug: str) -> bool:
    """Whether a slug ends as the older pages of a list do: a hyphen and a number from 1."""
    _, hyphen, number = slug.rpartition("-")
    return bool(hyphen) and number.isdigit() and not number.startswith("0")


def _hashed(slug: str, terms: list[str], plain: set[str]) -> dict[str, str]:
    """Return slugs with as few digits as tell these terms from each other and from all plain ones."""
    hashes = {term: blake2b(term.encode(), digest_size=16).hexdigest() for term in terms}
    for digits in range(_DIGITS, 33):
        stem = slug[: _LIMIT - digits - 1].rstrip("-")
        found = {term: f"{stem}-{hashes[term][:digits]}" for term in terms}
        names = set(found.values())
        if len(names) == len(terms) and not names & plain and not any(map(_like_a_page, names)):
            return found
    raise AssertionError(slug)

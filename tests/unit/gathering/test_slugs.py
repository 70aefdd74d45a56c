"""Addresses of terms, whatever the terms."""

from hypothesis import given
from hypothesis import strategies as st

from casesite.gathering.slugs import assign

SLUGS = st.sampled_from(["shi-jian", "ai", "ai-1", "ai-0", "x", "shi-jian-1f", "2024-08"])


@given(st.dictionaries(st.text(min_size=1, max_size=3), SLUGS, max_size=30))
def test_no_two_terms_share_an_address_and_order_changes_nothing(wanted: dict[str, str]) -> None:
    slugs = assign(wanted)
    names = list(slugs.by_term.values())
    assert sorted(slugs.by_term) == sorted(wanted)
    assert len(set(names)) == len(names)
    assert not set(names) & set(slugs.shared)
    assert assign(dict(reversed(wanted.items()))) == slugs

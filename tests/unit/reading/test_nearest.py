"""A misspelt name leads to the one that was meant."""

import pytest

from casesite.model.fields import CASE, ISSUE, SETTINGS
from casesite.reading.nearest import nearest, nearest_field


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("标提", "title"),
        ("题目", "title"),
        ("regoin", "region"),
        ("place", "region"),
        ("地点", "region"),
        ("category", "topics"),
        ("topic", "topics"),
        ("author", "authors"),
        ("publish-at", "publish_at"),
        ("keywords", "tags"),
        ("phone", "private"),
        ("zzzzzz", None),
        ("", None),
    ],
)
def test_fields_of_a_case(word: str, key: str | None) -> None:
    field = nearest_field(word, CASE)
    assert (field.key if field else None) == key


def test_each_table_has_its_own_names() -> None:
    assert (found := nearest_field("site_name", SETTINGS)) is not None
    assert found.key == "title"
    assert (found := nearest_field("order", ISSUE)) is not None
    assert found.key == "cases"


@pytest.mark.parametrize(
    ("word", "terms", "found"),
    [
        ("党建", ("党建联建", "乡村治理"), "党建联建"),
        ("济宁", ("济南市", "济宁市"), "济宁市"),
        ("PARTY", ("party", "people"), "party"),
        ("生态", ("党建联建",), ""),
        ("a", (), ""),
    ],
)
def test_terms(word: str, terms: tuple[str, ...], found: str) -> None:
    assert nearest(word, terms) == found


@pytest.mark.parametrize("table", [CASE, SETTINGS, ISSUE])
def test_a_word_used_by_mistake_is_no_name_itself(table: object) -> None:
    assert isinstance(table, type(CASE))
    mistaken = [word for field in table.fields for word in field.mistaken]
    assert not set(mistaken) & set(table.names)
    assert len(mistaken) == len(set(mistaken))

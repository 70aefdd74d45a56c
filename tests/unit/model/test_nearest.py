"""A misspelt name leads to the one that was meant."""

import pytest

from casesite.model.fields import CASE, ISSUE, SETTINGS
from casesite.model.nearest import nearest, nearest_field


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
        ("2024-08-03", ("2024-08-003", "2023-01-001"), "2024-08-003"),
        ("Photo.jpg", ("photo.JPG", "photos.jpg"), "photo.JPG"),
        ("xyz", ("about", "fields"), ""),
        ("b", ("b",), ""),
        ("a", (), ""),
        ("", ("a", ""), ""),
    ],
)
def test_names(word: str, terms: tuple[str, ...], found: str) -> None:
    assert nearest(word, terms) == found


def test_among_many_names_a_slip_is_still_found() -> None:
    names = [f"2024-{n:05}" for n in range(5000)]
    assert nearest("2o24-04987", names) == "2024-04987"


def test_the_order_of_names_does_not_matter() -> None:
    names = ["A-b", "a_b", "a b", "a-c"]
    assert {nearest("a-B", names), nearest("a-B", names[::-1])} == {"A-b"}


@pytest.mark.parametrize("table", [CASE, SETTINGS, ISSUE])
def test_a_word_used_by_mistake_is_no_name_itself(table: object) -> None:
    assert isinstance(table, type(CASE))
    mistaken = [word for field in table.fields for word in field.mistaken]
    assert not set(mistaken) & set(table.names)
    assert len(mistaken) == len(set(mistaken))

"""What is public when."""

import pytest

from casesite.gathering.schedule import is_public
from tests.unit.gathering.factory import case, gathered

NOON = "2024-09-01T12:00:00Z"


@pytest.mark.parametrize(
    ("fields", "public"),
    [
        ({}, True),
        ({"status": "review"}, False),
        ({"status": "inbox"}, False),
        ({"status": "withdrawn"}, False),
        ({"publish_at": NOON}, True),
        ({"publish_at": "2024-09-01T12:00:01Z"}, False),
        ({"expire_at": NOON}, False),
        ({"expire_at": "2024-09-01T12:00:01Z"}, True),
        ({"status": "draft", "publish_at": "2020-01-01T00:00:00Z"}, False),
    ],
)
def test_status_and_moments_decide(fields: dict[str, str], public: bool) -> None:  # noqa: FBT001 - a table's column
    card = case("a", **fields)[0]
    assert is_public(card, NOON) == public
    assert [entry.card.id for entry in gathered(case("a", **fields), now=NOON).entries] == (
        ["a"] if public else []
    )


def test_a_preview_shows_all_but_what_is_withdrawn() -> None:
    site = gathered(
        case("a", status="draft"),
        case("b", expire_at=NOON),
        case("c", status="withdrawn"),
        now=NOON,
        preview=True,
    )
    assert [entry.card.id for entry in site.entries] == ["b", "a"]
    assert [card.id for card in site.withdrawn] == ["c"]

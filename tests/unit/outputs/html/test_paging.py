"""A new case changes the newest page of a list and no other."""

from casesite.outputs.html.frame import Link
from casesite.outputs.html.paging import paged


def laid(items: str) -> list[tuple[str, str, int, str, str, str]]:
    return [
        (path, "".join(part), pager.number, pager.newer, pager.older, pager.newest)
        for path, part, pager in paged(items, 2, "topics/a.html")
    ]


def test_pages_count_from_the_oldest() -> None:
    assert laid("edcba") == [
        ("topics/a.html", "e", 3, "", "topics/a-2.html", ""),
        ("topics/a-2.html", "dc", 2, "topics/a.html", "topics/a-1.html", "topics/a.html"),
        ("topics/a-1.html", "ba", 1, "topics/a-2.html", "", "topics/a.html"),
    ]


def test_a_new_item_changes_the_newest_page_only() -> None:
    assert laid("fedcba")[1:] == laid("edcba")[1:]


def test_a_short_list_is_one_page() -> None:
    assert laid("ba") == [("topics/a.html", "ba", 1, "", "", "")]
    assert laid("") == [("topics/a.html", "", 1, "", "", "")]


def test_the_newest_page_names_all_older_ones() -> None:
    newest, *others = paged("edcba", 2, "topics/a.html")
    assert newest[2].earlier == (Link("2", "topics/a-2.html"), Link("1", "topics/a-1.html"))
    assert all(not pager.earlier for _, _, pager in others)

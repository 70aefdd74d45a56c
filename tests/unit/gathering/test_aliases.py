"""Old addresses."""

import pytest

from casesite.model.site import Alias
from tests.unit.gathering.factory import case, gathered, issue, page, reported


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("old/a.html", "old/a.html"),
        ("/old/a.html", "old/a.html"),
        ("old/", "old/index.html"),
        ("old", "old/index.html"),
        ("案例/桥.html", "案例/桥.html"),
        ("%E6%A1%A5.html", "桥.html"),
        ("a.htm", "a.htm"),
    ],
)
def test_an_old_address_leads_to_its_case(written: str, address: str) -> None:
    site = gathered(case("a", aliases=(written,)))
    assert site.aliases == (Alias(address, "cases/a.html", "content/cases/a.md"),)


@pytest.mark.parametrize(
    "written",
    [
        *("", "/", "..", "../x.html", "a/../../x.html", "a/./b.html", "%2e%2e/x.html", "//x.org/a"),
        *("http://x.org/a", "a?b=1", "a#b", "a b.html", "con.html", "a\\b.html", "a./b.html", ".htaccess"),
        *("a\x00b.html", "x" * 300, "桥" * 100),
    ],
)
def test_an_address_outside_the_site_or_unsafe_on_a_disk_is_an_error(written: str) -> None:
    found = reported(case("a", aliases=(written,)))
    assert [line.split()[1] for line in found] == ["alias-wrong"]
    assert gathered(case("a", aliases=(written,))).aliases == ()


def test_an_old_address_that_is_taken_is_an_error() -> None:
    found = reported(
        case("a", aliases=("cases/B.html", "about.html", "tags/x.html", "cases/a.html")),
        case("b", aliases=("old.html",), tags=("x",)),
        case("c", aliases=("OLD.html",)),
        pages=(page("about"),),
    )
    assert found == [
        "content/cases/a.md:0 alias-clash about.html content/pages/about.md",
        "content/cases/a.md:0 alias-clash cases/B.html content/cases/b.md",
        "content/cases/a.md:0 alias-clash tags/x.html tags/x.html",
        "content/cases/c.md:0 alias-clash OLD.html content/cases/b.md",
    ]


def test_issues_pages_and_withdrawn_cases_keep_theirs_and_drafts_have_none() -> None:
    site = gathered(
        case("a", issue="8"),
        case("gone", status="withdrawn", aliases=("w.html",)),
        case("draft", status="draft", aliases=("d.html",)),
        issues=(issue("8", aliases=("i.html",)),),
        pages=(page("about", aliases=("p.html",)),),
    )
    assert [(alias.address, alias.target) for alias in site.aliases] == [
        ("i.html", "issues/8.html"),
        ("p.html", "about.html"),
        ("w.html", "cases/gone.html"),
    ]

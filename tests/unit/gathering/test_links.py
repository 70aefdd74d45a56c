"""Links between documents: what is broken, what is not published, and what is left alone."""

import pytest

from casesite.gathering.read import Read
from casesite.gathering.site import gather
from casesite.model.case import Link
from casesite.model.settings import MenuItem, Settings
from tests.unit.gathering.factory import NOW, body, case, issue, page, rejected, reported

SOON = "publish_at: 2024-12-01T00:00:00Z content/cases/soon.md"


@pytest.mark.parametrize(
    ("target", "report"),
    [
        ("case/b", []),
        ("case/b#step", []),
        ("source/content/cases/b.md#step", []),
        ("page/about", []),
        ("issue/2024-08", []),
        ("issue/第8期", []),
        ("anchor/own", []),
        ("case/zzz", ["content/cases/a.md:10 link-broken zzz"]),
        ("case/bb", ["content/cases/a.md:10 link-broken bb b"]),
        ("case/B", ["content/cases/a.md:10 link-broken B b"]),
        ("page/abuot", ["content/cases/a.md:10 link-broken abuot about"]),
        ("issue/2024-80", ["content/cases/a.md:10 link-broken 2024-80 2024-08"]),
        (
            "source/content/cases/c.md",
            ["content/cases/a.md:10 link-broken content/cases/c.md"],
        ),
        ("case/b#stop", ["content/cases/a.md:10 anchor-broken stop content/cases/b.md step"]),
        ("anchor/onw", ["content/cases/a.md:10 anchor-broken onw content/cases/a.md own"]),
        ("page/about#x", ["content/cases/a.md:10 anchor-broken x content/pages/about.md"]),
        ("case/gone", ["content/cases/a.md:10 link-withdrawn gone"]),
        ("case/draft", ["content/cases/a.md:10 link-unpublished draft draft content/cases/draft.md"]),
        (
            "case/soon",
            ["content/cases/a.md:10 link-unpublished soon " + SOON],
        ),
    ],
)
def test_a_link_is_followed_to_its_end(target: str, report: list[str]) -> None:
    found = reported(
        case("a", target, anchors=("own",)),
        case("b", anchors=("step",), issue="2024-08"),
        case("gone", status="withdrawn"),
        case("draft", status="draft"),
        case("soon", publish_at="2024-12-01T00:00:00Z"),
        pages=(page("about", body=body("team")),),
        issues=(issue("2024-08", number="第8期"),),
    )
    assert found == report


def test_a_draft_may_link_to_another_draft() -> None:
    assert reported(case("a", "case/b", status="draft"), case("b", status="review")) == []


def test_the_issue_a_case_names_is_never_a_broken_link() -> None:
    assert reported(case("a", "issue/2024年第8期", issue="2024年第8期", status="draft")) == []


def test_an_issue_without_a_public_case_cannot_be_linked_to() -> None:
    found = reported(case("a", "issue/9"), case("b", issue="9", status="draft"), issues=(issue("9"),))
    assert found == [
        "content/cases/a.md:10 link-unpublished 9 draft content/issues/9.md",
        "content/issues/9.md:0 issue-empty 9",
    ]


def test_a_withdrawn_case_shows_no_text_so_its_links_are_not_checked() -> None:
    assert reported(case("a", "case/nowhere", status="withdrawn")) == []


def test_pages_and_issues_are_checked_like_cases() -> None:
    found = reported(
        case("a", issue="8"),
        pages=(page("about", "case/x1"),),
        issues=(issue("8", "case/x2"),),
    )
    assert found == [
        "content/issues/8.md:10 link-broken x2",
        "content/pages/about.md:10 link-broken x1",
    ]


@pytest.mark.parametrize("target", ["case/bad", "case/other-id", "source/content/cases/bad.md"])
def test_a_case_that_could_not_be_read_is_not_reported_again_as_a_broken_link(target: str) -> None:
    assert reported(case("a", target), rejected=(rejected("content/cases/bad.md"),)) == []


def test_what_is_broken_in_the_inbox_excuses_nothing_for_it_blocks_nothing() -> None:
    unread = (rejected("content/inbox/bad.md"),)
    found = reported(case("a", "case/bad", "source/content/inbox/bad.md"), rejected=unread)
    assert [line.split()[1] for line in found] == ["link-broken", "link-broken"]


def test_an_unread_case_excuses_no_link_to_a_page() -> None:
    found = reported(case("a", "page/x"), rejected=(rejected("content/cases/bad.md"),))
    assert found == ["content/cases/a.md:10 link-broken x"]


def test_the_menu_is_checked_in_the_settings() -> None:
    menu = (
        MenuItem("关于", "ref:page/abuot"),
        MenuItem("外部", "https://example.com"),
        MenuItem("首页", "index.html"),
    )
    settings = Settings(title="案例库", url="https://example.org", menu=menu)
    found = reported(settings=settings, pages=(page("about"),))
    assert found == ["content/site.yaml:0 link-broken abuot ref:page/about"]


def test_one_hint_says_that_the_site_has_no_address() -> None:
    assert reported(case("a"), settings=Settings(title="案例库")) == ["content/site.yaml:0 url-missing"]


@pytest.mark.parametrize(
    ("target", "excerpt", "cure"),
    [
        ("case/qaio", "见[桥](case:qaio)。", "case:qiao"),
        ("case/qaio", "related: [qaio]", "qiao"),
        ("source/content/cases/lu2.md", "见[路](lu2.md)。", "lu.md"),
        ("source/content/cases/2024/mne.md", "见[门](2024/mne.md)。", "2024/men.md"),
        ("source/content/pages/abuot.md", "见[关于](../pages/abuot.md)。", "../pages/about.md"),
        ("source/content/cases/qiao.md", "见[桥](qiao.md)。", "case:qiao"),
        ("source/content/cases/a2.md", "见[桥](a2.md)。", ""),
        ("file/content/cases/qiao.html", "见[桥](qiao.html)。", "case:qiao"),
        ("file/content/cases/qiao", "见[桥](qiao)。", "case:qiao"),
        ("file/content/cases/about.html", "见[关于](about.html)。", "page:about"),
    ],
)
def test_the_cure_of_a_broken_link_is_what_to_type_there(target: str, excerpt: str, cure: str) -> None:
    column = (excerpt.find("[") + 1) if excerpt[0] == "见" else excerpt.index("[") + 2
    found = gather(
        Read(
            settings=Settings(title="案例库", id="a", url="https://example.org"),
            cases=(
                case("a", links=(Link(target, 10, column, excerpt),)),
                case("qiao", path="content/cases/qiao/index.md"),
                case("lu"),
                case("gate", path="content/cases/2024/men.md"),
            ),
            pages=(page("about"),),
        ),
        now=NOW,
    )[1]
    assert [(one.code, dict(one.values)["nearest"]) for one in found] == [("link-broken", cure)]

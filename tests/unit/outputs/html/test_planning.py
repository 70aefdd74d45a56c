"""All pages of a site: each is made, none holds what the rules forbid, none changes without cause."""

import re

import pytest
from msgspec.structs import replace

from casesite.model.case import Body, Figure
from casesite.model.document import Issue, Page
from casesite.model.site import Alias, Hub, Site
from casesite.outputs import html
from tests.unit.outputs.factory import case, site
from tests.unit.outputs.html.pages import Pages, theme, themed

ISSUES = tuple(
    Issue(
        id=name,
        number=name,
        title=f"第{name}期的题目",
        date=f"2024-0{name}-28",
        path=f"content/issues/{name}.md",
        body=Body("<p>按</p>"),
    )
    for name in "78"
)


def rich(*, edited: str = "", url: str = "https://example.org/cases") -> Site:
    """Make a site with a page of every kind; `edited` changes the title of case `c1`."""
    cases = [
        case(
            f"c{number}",
            title=f"案例{number}" + (edited if number == 1 else ""),
            date=f"2024-0{7 + number % 2}-0{1 + number % 9}",
            issue="78"[number % 2],
            region=("山东省", ("济宁市", "青岛市")[number % 2]),
            topics=(("治理", "服务", "增收")[number % 3],),
            org=f"单位{number % 4}",
            tags=("示例",),
            figures=(Figure("f", "整合资金", str(number), "万元", "", "", "原句。"),),
        )
        for number in range(12)
    ]
    pages = tuple(
        Page(name=name, title=name, path=f"content/pages/{name}.md", address=f"{name}.html", menu=True)
        for name in ("about", "manual/a", "manual/b")
    )
    one = site(
        *cases,
        case("gone", status="withdrawn"),
        issues=ISSUES,
        pages=pages,
        settings={"page_size": 3, "url": url},
    )
    hub = Hub("topics/x.html", "甲 · 乙", (("甲", "topics/zhi-li.html"),))
    return replace(one, hubs=(hub,), aliases=(Alias("old.html", "cases/c1.html", "content/cases/c1.md"),))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_made_and_its_markup_is_well_formed(language: str) -> None:
    pages = Pages(rich(), theme(language))
    kinds = {one.kind for one in pages.artifacts.values()}
    assert len(kinds) == 14, sorted(kinds)
    for path in pages.artifacts:
        if path.endswith(".html"):
            assert pages.words(path, "h1"), path


@pytest.mark.parametrize(
    "forbidden",
    [
        r"<[^>]*\sstyle\s*=",
        r"<[^>]*\son[a-z]+\s*=",
        r"<style",
        r"<base",
        r"javascript:",
        r"integrity=",
        r"crossorigin",
        r"<script(?![^>]*\ssrc=)",
        r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*(?:href|src)="(?:https?:)?//',
        r'(?:href|src|action)="/',
    ],
)
def test_no_page_holds_what_the_policy_forbids(forbidden: str) -> None:
    pages = Pages(rich())
    found = {path: match[0] for path in pages.artifacts if (match := re.search(forbidden, pages.text(path)))}
    assert not found


def test_every_link_between_pages_leads_to_one() -> None:
    pages = Pages(rich())
    others = {"feed.xml", "cases.csv", *(f"topics/{one}.xml" for one in ("zhi-li", "fu-wu", "zeng-shou"))}
    for path in pages.artifacts:
        if not path.endswith(".html"):
            continue
        for text, address in pages.links(path):
            if ":" in address or address.startswith("#"):
                continue
            parts = path.split("/")[:-1]
            for step in address.partition("#")[0].split("/"):
                parts = parts[:-1] if step == ".." else [*parts, step]
            assert "/".join(parts) in pages.artifacts or "/".join(parts) in others, (path, text, address)


def test_every_case_is_within_three_clicks_without_a_script() -> None:
    pages = Pages(rich())
    reached = {"index.html"}
    for _ in range(3):
        for path in [one for one in reached if one.endswith(".html")]:
            folder = path.split("/")[:-1]
            for _, address in pages.links(path):
                if ":" not in address and not address.startswith("#"):
                    parts = list(folder)
                    for step in address.partition("#")[0].split("/"):
                        parts = parts[:-1] if step == ".." else [*parts, step]
                    if "/".join(parts) in pages.artifacts:
                        reached.add("/".join(parts))
    assert {f"cases/c{number}.html" for number in range(12)} <= reached


def test_each_page_says_what_it_is() -> None:
    pages = Pages(rich())
    titles = [pages.words(path, "title")[0] for path in pages.artifacts if path.endswith(".html")]
    assert len(titles) == len(set(titles)), sorted(one for one in titles if titles.count(one) > 1)


def test_addresses_in_the_head_are_absolute_and_only_with_an_address() -> None:
    canonical = Pages(rich()).attributes("cases/c1.html", 'link[rel="canonical"]', "href")
    assert canonical == ["https://example.org/cases/cases/c1.html"]
    assert not Pages(rich(url="")).page("cases/c1.html").query('link[rel="canonical"], [property="og:url"]')


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_a_new_body_changes_one_page() -> None:
    before = rich()
    entries = tuple(
        replace(entry, body="new") if entry.card.id == "c1" else entry for entry in before.entries
    )
    after = replace(before, entries=entries)
    assert changed(Pages(before).digests(), Pages(after).digests()) == {"cases/c1.html"}


def test_a_new_title_changes_the_pages_that_show_it() -> None:
    before, after = Pages(rich()), Pages(rich(edited="（改）"))
    found = changed(before.digests(), after.digests())
    assert "cases/c1.html" in found
    for path in before.artifacts:
        if path.endswith(".html"):
            assert ("案例1（改）" in after.text(path)) <= (path in found), path
            assert (path in found) == (before.text(path) != after.text(path)), path


def test_a_changed_template_changes_every_page_but_the_sites_own_sheet() -> None:
    before, after = Pages(rich()).digests(), Pages(rich(), themed(own="")).digests()
    assert {path for path in before if before[path] == after[path]} == {
        path for path in before if path.startswith("assets/")
    }


def test_a_slip_in_a_template_names_the_page_and_its_line() -> None:
    pages = Pages(rich(), themed(shelf="一\n{{ page.colour }}"))
    problem = pages.problem("topics/zhi-li.html")
    assert (problem.code, problem.line) == ("template-undefined", 2)
    assert dict(problem.values) == {"name": "colour", "page": "topics/zhi-li.html"}


def test_pages_do_not_depend_on_the_order_they_are_made_in() -> None:
    first = Pages(rich())
    forward = {path: first.text(path) for path in first.artifacts}
    second = Pages(rich())
    assert {path: second.text(path) for path in reversed(second.artifacts)} == forward


def test_artifacts_name_their_source_and_the_body_they_need() -> None:
    planned = {one.path: one for one in html.plan(rich(), theme())}
    assert planned["cases/c1.html"].needs == ("c1",)
    assert planned["cases/c1.html"].source == "content/cases/c1.md"
    assert planned["issues/8.html"].source == "content/issues/8.md"
    assert planned["about.html"].source == "content/pages/about.md"

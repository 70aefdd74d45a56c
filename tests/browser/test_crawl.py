"""Every link of the site leads somewhere, every page opens without a complaint, every case is near."""

from collections import deque
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from tests.browser.built import ABOUT, HOME, KINDS, Built
from tests.browser.conftest import Open, Visit

pytestmark = pytest.mark.browser

CLICKS = 3
STATE = ("h=", "q=")
"""How a fragment begins that is read by the script."""


def test_every_reference_leads_to_a_file_and_an_anchor(built: Built) -> None:
    broken = []
    for page in built.pages():
        for tag, value in built.markup(page).links:
            there = built.target(page, value)
            if there is None:
                if tag not in {"a", "form"}:
                    broken.append(f"{page}: <{tag}> takes {value} from another site")
                continue
            path, anchor = there
            if not (built.folder / path).is_file():
                broken.append(f"{page}: {value} is missing")
            elif anchor and not anchor.startswith(STATE) and anchor not in built.markup(path).ids:
                broken.append(f"{page}: {value} has no such anchor")
    assert not broken


def test_no_page_gives_an_id_twice(built: Built) -> None:
    twice = {
        page: sorted({one for one in ids if ids.count(one) > 1})
        for page in built.pages()
        if len(ids := built.markup(page).ids) != len(set(ids))
    }
    assert not twice


def test_style_sheets_take_nothing_from_elsewhere(built: Built) -> None:
    sheets = sorted((built.folder / "assets").glob("*.css"))
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        assert "url(" not in text
        assert "@import" not in text


def test_every_page_is_linked(built: Built) -> None:
    """What lies in the folder is reached from the home page, but addresses that have moved, and the 404."""
    steps = _steps(built)
    lonely = [page for page in built.pages() if page not in steps and page != KINDS["missing"]]
    assert [page for page in lonely if "noindex" not in built.markup(page).meta.get("robots", "")] == []


def test_every_case_is_three_clicks_from_home(built: Built) -> None:
    steps = _steps(built)
    assert len(built.cases()) >= 10
    assert {page: steps.get(page) for page in built.cases() if steps.get(page, 99) > CLICKS} == {}


def test_every_case_is_reached_without_a_script(built: Built, on_disk: str, open_page: Open) -> None:
    """By links that can be seen, not only that stand in the markup."""
    page = open_page(java_script_enabled=False)

    def seen(path: str) -> set[str]:
        page.goto(on_disk + path)
        found = set()
        for link in page.locator("a[href]").all():
            value = link.get_attribute("href") or ""
            there = built.target(path, value)
            if there and link.is_visible():
                found.add(there[0])
        return found

    first = seen(HOME)
    missing = set(built.cases()) - first
    for path in sorted(first - set(built.cases())):
        if not missing:
            break
        if path.endswith(".html"):
            missing -= seen(path)
    assert not missing


def test_every_page_opens_from_a_folder_without_complaint(
    built: Built, on_disk: str, open_page: Open
) -> None:
    page = open_page()
    for path in built.pages():
        page.goto(on_disk + path, wait_until="load")
        moved = built.markup(path).meta.get("refresh", "")
        if moved:
            there = built.target(path, moved.partition("url=")[2])
            assert there
            page.wait_for_url(on_disk + there[0])
        assert page.evaluate("[document.querySelectorAll('h1').length, document.title !== '']") == [
            1,
            True,
        ], path


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_a_page_of_each_kind_opens_in_a_subfolder_of_a_server(
    path: str, served: str, open_page: Open
) -> None:
    page = open_page()
    page.goto(served + path, wait_until="load")
    assert page.locator("h1").count() == 1
    assert page.locator("main").is_visible()


def test_links_of_a_page_work_by_clicking(over: str, open_page: Open) -> None:
    page = open_page()
    page.goto(over + HOME)
    page.locator(".menu a[href$='about.html']").click()
    assert unquote(page.url) == over + ABOUT
    page.go_back()
    assert page.locator("body.home").count() == 1


def test_the_watch_sees_what_it_should(browser: Browser, served: str) -> None:
    """A page that complains, or that asks another machine, would be noticed."""
    seen = Visit()
    with browser.new_context() as context:
        seen.watch(context)
        page = context.new_page()
        page.goto(served + ABOUT)
        assert not seen.faults
        page.evaluate(
            """() => new Promise((done) => {
                const picture = new Image();
                picture.onerror = done;
                picture.src = "https://example.org/picture.png";
            })"""
        )
        assert any("Content Security Policy" in one for one in seen.faults)
        page.goto(served + "none.html")
        assert any("404" in one for one in seen.faults)
        page.evaluate("setTimeout(() => { throw new Error('broken') })")
        page.wait_for_timeout(50)
        assert any("broken" in one for one in seen.faults)


def _steps(built: Built) -> dict[str, int]:
    """Return how many clicks each page is away from home."""
    steps = {HOME: 0}
    queue = deque([HOME])
    while queue:
        here = queue.popleft()
        for tag, value in built.markup(here).links:
            there = built.target(here, value)
            if tag == "a" and there and there[0].endswith(".html") and there[0] not in steps:
                steps[there[0]] = steps[here] + 1
                queue.append(there[0])
    return steps

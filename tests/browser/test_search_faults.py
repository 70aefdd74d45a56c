"""The search when something is wrong: each fault is said in words, the rest goes on, nothing hangs."""

import shutil
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.spoilt import FAULTS, Host, ask, script, serving, silence, spoil
from tests.conftest import Showcase

pytestmark = pytest.mark.browser

SITE = """\
-- content/site.yaml --
title: 案例库
url: https://cases.example.org
id: cases
-- content/cases/bridge.md --
---
title: 山里的断桥
date: 2024-08-20
region: 山东省/济宁市
topics: [修桥]
---

两年前，断桥拦住了路。后来断桥修好了。
-- content/cases/road.md --
---
title: 山路通了
date: 2024-09-01
---

那座断桥也不再拦人。
-- content/cases/water.md --
---
title: 水渠通了
date: 2024-09-02
---

一渠清水进了田，DNS也通了。
"""
LATER = "新来的技术员说，断桥早就修好了。"
ASKED: Final = "断桥"
OTHER: Final = "水渠"
SCRIPTS: Final = ["search", "search-text", "search-page"]
LIMIT: Final = 45
"""Seconds after which a page has said what did not come: one part's limit, and the directory asked anew."""


@pytest.fixture(name="host", scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    top = tmp_path_factory.mktemp("faults")
    showcase = Showcase(top / "project").lay(SITE)
    assert showcase.build()["code"] == 0
    before = shutil.copytree(showcase.root / "public", top / "before")
    # Another case, older than all: every number after it moves.
    showcase.write("content/cases/new.md", f"---\ntitle: 新桥\ndate: 2020-01-01\n---\n\n{LATER}\n")
    assert showcase.build()["code"] == 0
    public = shutil.copytree(showcase.root / "public", top / "host" / "a" / "sub")
    (top / "host" / "favicon.ico").write_bytes(b"")
    with serving(top / "host") as address:
        yield Host(public, before, address + "a/sub/")


@pytest.fixture(name="page")
def tab(browser: Browser) -> Iterator[Page]:
    """Open a page on which no error of ours may go uncaught; a broken file's own bad grammar is none."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{error.name}: {error.message}"))
    yield page
    page.unroute_all(behavior="ignoreErrors")
    context.close()
    assert [error for error in errors if not error.startswith("SyntaxError")] == []


def counts(page: Page, number: int) -> None:
    """Wait until the page says, exactly, how many were found."""
    expect(page.locator(".results-count")).to_have_text(f"共 {number} 条")


def complains(page: Page) -> None:
    """Wait until the page says that something did not come."""
    expect(page.locator("#results")).to_contain_text("没有载入")


@pytest.fixture(name="needed", scope="module")
def files_of_one_query(browser: Browser, host: Host) -> frozenset[str]:
    """Return the files that one query needs and the other does not."""
    asked: list[set[str]] = []
    for query, number in [(ASKED, 3), (OTHER, 1)]:
        page = browser.new_page()
        asked.append(set())
        page.on("request", lambda request: asked[-1].add(host.name(request.url)))
        page.goto(host.address + "search.html#q=" + query)
        counts(page, number)
        page.close()
    needed = asked[0] - asked[1]
    assert {"shard", "text"} <= {host.kind(host.address + name) for name in needed}
    return frozenset(needed)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", ["shard", "text"])
def test_a_part_that_does_not_come_is_said_and_the_next_query_works(
    page: Page, host: Host, needed: frozenset[str], kind: str, fault: str
) -> None:
    spoil(page, host, kind, FAULTS[fault], needed)
    page.goto(host.address + "search.html#q=" + ASKED)
    complains(page)
    ask(page, OTHER)
    counts(page, 1)
    # Once it comes, all is found.
    page.unroute_all()
    ask(page, ASKED)
    counts(page, 3)


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        *(("directory", fault) for fault in FAULTS),
        *((kind, fault) for kind in SCRIPTS for fault in ("missing", "cut", "empty")),
    ],
)
def test_a_search_that_cannot_start_is_said_and_starts_when_it_can(
    page: Page, host: Host, kind: str, fault: str
) -> None:
    if kind not in host.kinds():
        pytest.skip("this theme has no such script")
    spoil(page, host, kind, FAULTS[fault])
    page.goto(host.address + "search.html")
    page.locator("#q").fill(ASKED)
    complains(page)
    expect(page.get_by_role("link", name="水渠通了").first).to_be_visible()
    page.unroute_all()
    page.locator("#q").blur()
    ask(page, OTHER)
    counts(page, 1)


@pytest.mark.parametrize("fault", ["missing", "cut", "hollow"])
@pytest.mark.parametrize("kind", ["facets", "words", "search-facets", "search-words"])
def test_what_only_helps_may_be_missing(page: Page, host: Host, kind: str, fault: str) -> None:
    if kind not in host.kinds():
        pytest.skip("this site has no such file")
    spoil(page, host, kind, FAULTS[fault])
    page.goto(host.address + "search.html#q=" + ASKED)
    expect(page.locator("#results li .result-title")).to_have_count(3)
    expect(page.locator(".results-count")).to_contain_text("共 3 条")
    # Words are asked for after Latin letters, and after nothing was found.
    for query, titles in [("dns", ["水渠通了"]), ("无影无踪", []), ("山里的断桥", ["山里的断桥"])]:
        ask(page, query)
        expect(page.locator("#results li .result-title")).to_have_text(titles)
        expect(page.locator("#results")).not_to_have_attribute("aria-busy", "true")


@pytest.mark.parametrize("kind", ["directory", "shard", "text"])
def test_what_never_answers_is_given_up(page: Page, host: Host, needed: frozenset[str], kind: str) -> None:
    page.clock.install()
    spoil(page, host, kind, silence, () if kind == "directory" else needed)
    # A page has not loaded before what it asked for at once.
    page.goto(host.address + "search.html#q=" + ASKED, wait_until="domcontentloaded")
    expect(page.locator("#results")).to_have_attribute("aria-busy", "true")
    for _ in range(0, LIMIT, 5):
        page.clock.fast_forward(5_000)
        page.wait_for_timeout(100)
        if "没有载入" in page.locator("#results").inner_text():
            break
    complains(page)
    expect(page.locator("#results")).not_to_have_attribute("aria-busy", "true")


def test_a_query_that_was_overtaken_says_nothing_more(page: Page, host: Host, needed: frozenset[str]) -> None:
    held: list[Route] = []
    spoil(page, host, "shard", lambda route, _: held.append(route), needed)
    page.goto(host.address + "search.html#q=" + ASKED, wait_until="domcontentloaded")
    expect(page.locator("#results")).to_have_attribute("aria-busy", "true")
    ask(page, OTHER)
    counts(page, 1)
    assert held
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    counts(page, 1)
    expect(page.locator("#results li .result-title")).to_have_text(["水渠通了"])
    ask(page, ASKED)
    counts(page, 3)


def test_an_older_directory_in_the_cache_is_noticed(page: Page, host: Host) -> None:
    old = (host.before / "search" / "directory.js").read_bytes()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if "?" in route.request.url:
            route.continue_()
        else:
            script(route, old)

    page.route(lambda url: host.kind(url) == "directory", answer)
    page.goto(host.address + "search.html#q=" + LATER[:8])
    counts(page, 1)
    expect(page.locator("#results li .result-title")).to_have_text(["新桥"])
    ask(page, ASKED)
    counts(page, 3)
    assert len(asked) == 2


@pytest.mark.parametrize(("query", "number"), [(ASKED, 3), ("dns", 1)])
def test_a_directory_of_an_older_version_in_the_cache_is_noticed(
    page: Page, host: Host, query: str, number: int
) -> None:
    """Scripts are asked for by names with a digest, and are new; the directory's name is always the same."""
    old = b"casesite._part('directory',{build:'0',documents:3,pages:0,shards:'0123456789abcdef',group:256})"
    page.route(
        lambda url: host.kind(url) == "directory",
        lambda route: route.continue_() if "?" in route.request.url else script(route, old),
    )
    page.goto(host.address + "search.html#q=" + query)
    counts(page, number)


def test_a_site_built_anew_behind_an_open_page_is_noticed(page: Page, host: Host) -> None:
    """What a page holds of the build before is not taken for the new one's: numbers mean other documents."""

    def answer(route: Route) -> None:
        file = host.before / host.name(route.request.url)
        if file.is_file():
            route.fulfill(status=200, body=file.read_bytes())
        else:
            route.fulfill(status=404)

    page.route(lambda url: "/search/" in url, answer)
    page.goto(host.address + "search.html#q=" + ASKED)
    counts(page, 2)
    page.unroute_all()
    ask(page, LATER[:8])
    counts(page, 1)
    expect(page.locator("#results li .result-title")).to_have_text(["新桥"])
    ask(page, "山里的断桥")
    counts(page, 1)
    expect(page.locator("#results li .result-title")).to_have_text(["山里的断桥"])
    ask(page, ASKED)
    counts(page, 3)


def test_a_directory_that_stays_old_is_said_and_not_asked_for_again_and_again(page: Page, host: Host) -> None:
    old = (host.before / "search" / "directory.js").read_bytes()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        script(route, old)

    page.route(lambda url: host.kind(url) == "directory", answer)
    page.goto(host.address + "search.html#q=" + ASKED)
    complains(page)
    ask(page, ASKED + "修")
    complains(page)
    assert len(asked) <= 3


@pytest.mark.parametrize("query", [ASKED, "断桥拦住"], ids=["told by the index", "told by the text"])
def test_a_text_of_another_document_is_not_taken_for_the_one_asked_for(
    page: Page, host: Host, needed: frozenset[str], query: str
) -> None:
    """After a case was added, numbers mean other documents: the host has the new texts, the page the old."""
    texts = [name for name in needed if host.kind(host.address + name) == "text"]
    if not all((host.before / name).is_file() for name in texts):
        pytest.skip("names of texts hold a digest")

    def answer(route: Route, _: Host) -> None:
        script(route, (host.before / host.name(route.request.url)).read_bytes())

    spoil(page, host, "text", answer, texts)
    page.goto(host.address + "search.html#q=" + query)
    complains(page)


@pytest.mark.parametrize("refused", ["localStorage", "sessionStorage", "history"])
def test_what_the_browser_refuses_is_done_without(page: Page, host: Host, refused: str) -> None:
    refusal = "throw new DOMException('refused', 'SecurityError')"
    page.add_init_script(
        f"history.replaceState = history.pushState = () => {{ {refusal}; }};"
        if refused == "history"
        else f"Object.defineProperty(window, '{refused}', {{ get() {{ {refusal}; }} }});"
    )
    page.goto(host.address + "search.html")
    ask(page, ASKED)
    counts(page, 3)
    ask(page, OTHER)
    counts(page, 1)
    page.locator("#results li a").first.click()
    expect(page.locator("#text mark").first).to_have_text(OTHER)

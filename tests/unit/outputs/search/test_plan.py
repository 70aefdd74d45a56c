"""Which files the search has, and which of them an edit touches."""

import re

from casesite.model.case import Block, Body
from casesite.model.document import Page
from casesite.model.settings import Settings
from casesite.model.site import Site
from casesite.outputs import search
from tests.unit.outputs.search.factory import THEME, Cases


def two() -> Cases:
    return Cases().add("a", "断桥修好了。").add("b", "山路通了。", date="2024-09-01")


def paths(cases: Cases, *pages: Page) -> set[str]:
    return {artifact.path for artifact in cases.plan(*pages)}


def kinds(changed: set[str]) -> set[str]:
    return {path.removeprefix("search/")[0] for path in changed}


def test_only_the_directory_has_a_fixed_name() -> None:
    fixed = paths(two()) & paths(two().add("a", "全换了。").add("b", "这也换了。"))
    assert "search/directory.js" in fixed
    assert not {path for path in fixed if re.match("search/s[0-9]", path)}


def test_an_edited_text_touches_its_document_and_the_shards_of_changed_pairs() -> None:
    before, after = two().plan(), two().add("a", "断桥建好了。").plan()
    known = {artifact.path: artifact.digest for artifact in before}
    fresh = {artifact.path for artifact in after if known.get(artifact.path) != artifact.digest}
    assert kinds(fresh) == {"t", "s", "d"}
    # 桥修 修好 → 桥建 建好, by the low bytes of 桥, 修, 建 in 4 shards.
    shards = {path.split("-")[0] for path in fresh if path.startswith("search/s")}
    assert shards == {f"search/s{(ord(char) & 255) * 4 >> 8}" for char in "桥修建"}


def test_what_is_not_searched_changes_no_shard() -> None:
    before, after = paths(two()), paths(two().add("a", "断桥修好了。", cover=None, words=9))
    assert before == after


def test_the_newest_case_moves_no_other() -> None:
    before, after = paths(two()), paths(two().add("c", "新", date="2024-10-01"))
    assert {path for path in before if path.startswith("search/t")} <= after


def test_a_case_without_search_has_no_document() -> None:
    assert len(paths(two()) - paths(two().add("b", "山路通了。", date="2024-09-01", search=False))) > 0
    sources = {artifact.source for artifact in two().add("b", "山路通了。", search=False).plan()}
    assert "content/cases/b.md" not in sources
    assert "content/cases/a.md" in sources


def test_a_site_can_do_without_search() -> None:
    site = Site(settings=Settings(title="案例库", search=False), entries=two().site().entries)
    assert list(search.plan(site, THEME)) == []


def test_a_site_without_cases_has_an_empty_directory() -> None:
    (artifact,) = Cases().plan()
    assert search.render(artifact, THEME, Cases()).startswith(b'casesite._part("directory",{"build":')


def test_pages_are_documents_unless_they_say_no() -> None:
    page = Page(
        name="about",
        title="关于",
        path="content/pages/about.md",
        address="about.html",
        body=Body("", (Block("text", "", "本馆介绍"),)),
    )
    hidden = Page(name="h", title="不找", path="content/pages/h.md", address="h.html", search=False)
    sources = {artifact.source for artifact in two().plan(page, hidden)}
    assert "content/pages/about.md" in sources
    assert "content/pages/h.md" not in sources


def test_the_same_site_is_the_same_bytes() -> None:
    one, other = two(), Cases().add("b", "山路通了。", date="2024-09-01").add("a", "断桥修好了。")
    assert [search.render(artifact, THEME, one) for artifact in one.plan()] == [
        search.render(artifact, THEME, other) for artifact in other.plan()
    ]

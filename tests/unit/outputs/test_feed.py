"""Feeds that a reader's program takes."""

import json
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from casesite.model.artifact import Artifact
from casesite.model.case import Correction
from casesite.model.document import Issue
from casesite.model.site import Site
from casesite.outputs import feed
from tests.unit.outputs.factory import ID, THEME, URL, Bodies, case, site

ATOM = "{http://www.w3.org/2005/Atom}"


def planned(one: Site) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in feed.plan(one, THEME)}


def atom(one: Site, path: str = "feed.xml", **xml: str) -> ET.Element:
    data = feed.render(planned(one)[path], THEME, Bodies(**xml))
    assert isinstance(data, bytes)
    return ET.fromstring(data)  # noqa: S314 - our own feed


def texts(root: ET.Element, path: str) -> list[str]:
    return [element.text or "" for element in root.findall("/".join(ATOM + part for part in path.split("/")))]


def test_without_an_address_of_its_own_a_site_has_no_feed() -> None:
    assert planned(site(case("a"), settings={"url": ""})) == {}


def test_the_site_each_issue_and_each_topic_have_one() -> None:
    one = site(case("a", issue="8", topics=("养老",)), issues=(Issue(id="8", number="8", title="八"),))
    assert sorted(planned(one)) == ["feed.json", "feed.xml", "issues/8.xml", "topics/yang-lao.xml"]


def test_ids_come_from_the_sites_id_and_the_cases_never_from_an_address() -> None:
    here = atom(site(case("a")))
    moved = atom(site(case("a"), settings={"url": "https://moved.example"}))
    assert texts(here, "entry/id") == [f"urn:uuid:{uuid5(UUID(ID), 'a')}"]
    assert texts(moved, "entry/id") == texts(here, "entry/id")
    assert texts(moved, "id") == texts(here, "id")


def test_updated_is_the_newest_of_date_and_corrections_in_the_sites_time_zone() -> None:
    one = site(case("a", updated="2024-08-25"), case("b", date="2024-08-21"))
    root = atom(one)
    assert texts(root, "updated") == ["2024-08-25T00:00:00+08:00"]
    assert texts(root, "entry/updated") == ["2024-08-21T00:00:00+08:00", "2024-08-25T00:00:00+08:00"]
    assert texts(root, "entry/published") == ["2024-08-21T00:00:00+08:00", "2024-08-20T00:00:00+08:00"]


def test_the_text_is_whole_with_absolute_links_and_without_pinyin() -> None:
    one = site(case("a", links=("case/b", "anchor/s", "page/none")), case("b"))
    xml = (
        '<h2 id="s">节</h2><p><ruby class="m">汶上<rp>(</rp><rt lang="zh-Latn-pinyin">wèn shàng</rt>'
        "<rp>)</rp></ruby>"
        '<a href="ref:case/b#x">乙</a><a href="ref:anchor/s">上</a></p>'
    )
    content = texts(atom(one, a=xml), "entry/content")[1]
    assert content == (
        f'<h2 id="s">节</h2><p>汶上<a href="{URL}/cases/b.html#x">乙</a>'
        f'<a href="{URL}/cases/a.html#s">上</a></p>'
    )


def test_corrections_stand_first_and_are_escaped() -> None:
    one = site(case("a", corrections=(Correction("2024-08-25", "资金 <3346>"),)))
    assert texts(atom(one), "entry/content") == [
        "<p><strong>更正 2024-08-25</strong> 资金 &lt;3346&gt;</p><p>正文</p>"
    ]


def test_withdrawn_cases_and_drafts_are_not_in_it() -> None:
    one = site(case("a"), case("gone", status="withdrawn"), case("draft", status="draft"))
    assert texts(atom(one), "entry/title") == ["案例a"]


def test_any_character_in_a_title_leaves_it_well_formed() -> None:
    root = atom(site(case("a", title='<b> & "x" ]]> \x07\uffff', summary="a < b")))
    assert texts(root, "entry/title") == ['<b> & "x" ]]> ']
    assert texts(root, "entry/summary") == ["a < b"]


def test_the_newest_twenty_are_in_it_and_an_issue_has_all_its_cases() -> None:
    one = site(*(case(f"c{n:02}", issue="8") for n in range(30)))
    assert texts(atom(one), "entry/title")[:2] == ["案例c29", "案例c28"]
    assert len(texts(atom(one), "entry/title")) == 20
    assert len(texts(atom(one, "issues/8.xml"), "entry/title")) == 30


def test_json_feed_says_the_same() -> None:
    data = feed.render(planned(site(case("a", topics=("养老",), org="街道办")))["feed.json"], THEME, Bodies())
    assert isinstance(data, bytes)
    whole = json.loads(data)
    assert whole["version"] == "https://jsonfeed.org/version/1.1"
    assert whole["feed_url"] == f"{URL}/feed.json"
    assert whole["home_page_url"] == f"{URL}/"
    (item,) = whole["items"]
    assert (item["title"], item["content_html"], item["tags"]) == ("案例a", "<p>正文</p>", ["养老"])
    assert item["authors"] == [{"name": "街道办"}]


def test_an_empty_site_has_a_feed_with_a_fixed_date() -> None:
    assert texts(atom(site()), "updated") == ["1970-01-01T00:00:00+08:00"]


def test_a_feed_changes_with_a_body_or_an_address_in_it_and_not_with_a_line_number() -> None:
    def state(target: str, other: str) -> str:
        return planned(site(case("a", links=(target,)), case(other)))["feed.xml"].digest

    assert state("case/b", "b") == state("case/b", "b")
    assert state("case/b", "b") != state("case/none", "b")
    body = site(case("a"))
    edited = site(case("a")._replace(body="edited"))
    assert planned(body)["feed.xml"].digest != planned(edited)["feed.xml"].digest

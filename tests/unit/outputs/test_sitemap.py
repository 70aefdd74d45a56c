"""What search engines are told."""

from typing import Any
from xml.etree import ElementTree as ET

from casesite.model.document import Page
from casesite.model.site import Site
from casesite.model.source import Asset
from casesite.outputs import sitemap
from tests.unit.outputs.factory import THEME, URL, Bodies, case, site

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def files(one: Site) -> dict[str, str]:
    made = {artifact.path: sitemap.render(artifact, THEME, Bodies()) for artifact in sitemap.plan(one, THEME)}
    return {path: data.decode() for path, data in made.items() if isinstance(data, bytes)}


def small(**settings: Any) -> Site:  # noqa: ANN401 - any setting
    return site(
        case("a", issue="8", updated="2024-08-25"),
        case("gone", status="withdrawn"),
        case("draft", status="draft"),
        pages=(Page(name="about", title="关于", path="content/pages/about.md", address="about.html"),),
        settings=settings,
    )


def test_every_public_page_is_listed_and_nothing_else() -> None:
    made = files(small())
    lists = ["issues/index.html", "years/index.html"]
    addresses = ["", "cases/a.html", *lists, "issues/8.html", "about.html", "years/2024.html"]
    assert made["urls.txt"].splitlines() == [f"{URL}/{address}" for address in addresses]
    root = ET.fromstring(made["sitemap.xml"])  # noqa: S314 - our own file
    assert [loc.text for loc in root.findall("s:url/s:loc", NAMES)] == made["urls.txt"].splitlines()
    assert [date.text for date in root.findall("s:url/s:lastmod", NAMES)] == ["2024-08-25"] * 4


def test_robots_txt_is_always_there() -> None:
    assert files(small())["robots.txt"] == f"User-agent: *\nDisallow:\n\nSitemap: {URL}/sitemap.xml\n"
    assert files(small(url="")) == {"robots.txt": "User-agent: *\nDisallow:\n"}
    assert files(small(noindex=True)) == {"robots.txt": "User-agent: *\nDisallow: /\n"}


def test_a_robots_txt_of_the_sites_own_takes_its_place() -> None:
    one = site(static=(Asset("content/static/robots.txt", 1, "d", "text"),))
    assert "robots.txt" not in files(one)


def test_names_that_are_not_ascii_are_encoded() -> None:
    one = site(pages=(Page(name="关于", title="关于", path="content/pages/关于.md", address="关于.html"),))
    assert f"{URL}/%E5%85%B3%E4%BA%8E.html" in files(one)["urls.txt"].splitlines()

"""Two files on one path."""

from casesite.outputs import digest
from casesite.outputs.addresses import clashes


def test_a_path_taken_twice_names_both_sources_also_when_only_the_case_differs() -> None:
    found = clashes(
        [
            digest.artifact("about.html", "html/page", 1, theme=None, source="content/pages/about.md"),
            digest.artifact("About.html", "copy", 2, theme=None, source="content/static/About.html"),
            digest.artifact("other.html", "html/page", 3, theme=None, source="content/pages/other.md"),
        ]
    )
    assert [(one.path, one.code, dict(one.values)) for one in found] == [
        (
            "content/static/About.html",
            "address-clash",
            {"address": "About.html", "other": "content/pages/about.md"},
        )
    ]


def test_a_file_that_takes_a_page_of_the_sites_own_is_the_one_to_mend() -> None:
    (one,) = clashes(
        [
            digest.artifact("index.html", "html/home", 1, theme=None),
            digest.artifact("index.html", "copy", 2, theme=None, source="content/static/index.html"),
        ]
    )
    assert one.path == "content/static/index.html"
    assert (one.code, dict(one.values)) == (
        "address-reserved",
        {"address": "index.html", "other": "index.html"},
    )


def test_a_file_where_a_folder_must_be_is_told_once_whatever_the_order() -> None:
    pages = [
        digest.artifact("cases/a.html", "html/case", 1, theme=None, source="content/cases/a.md"),
        digest.artifact("cases/b.html", "html/case", 2, theme=None, source="content/cases/b.md"),
        digest.artifact("search/x/0.js", "search/shard", 3, theme=None),
    ]
    files = [
        digest.artifact("Cases", "copy", 4, theme=None, source="content/static/Cases"),
        digest.artifact("search", "copy", 5, theme=None, source="content/static/search"),
    ]
    expected = {
        (
            "content/static/Cases",
            "address-clash",
            (("address", "Cases"), ("other", "content/cases/a.md")),
        ),
        (
            "content/static/search",
            "address-reserved",
            (("address", "search"), ("other", "search/x/0.js")),
        ),
    }
    for artifacts in ([*pages, *files], [*files, *pages]):
        found = clashes(artifacts)
        assert len(found) == len(expected)
        assert {(one.path, one.code, one.values) for one in found} == expected

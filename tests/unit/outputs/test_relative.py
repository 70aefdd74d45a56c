"""Addresses work from any folder and from `file://`."""

import pytest

from casesite.outputs.relative import relative, root_of


@pytest.mark.parametrize(
    ("page", "address", "written"),
    [
        ("index.html", "cases/a.html", "cases/a.html"),
        ("cases/a.html", "index.html", "../index.html"),
        ("manual/deep/x.html", "cases/a.html#step", "../../cases/a.html#step"),
        ("cases/a.html", "files/表 1.xlsx", "../files/%E8%A1%A8%201.xlsx"),
        ("cases/a.html", "https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("cases/a.html", "mailto:a@example.org", "mailto:a@example.org"),
        ("cases/a.html", "#step", "#step"),
        ("index.html", "javascript:alert(1)", "javascript%3Aalert(1)"),
    ],
)
def test_an_address_leads_from_the_page(page: str, address: str, written: str) -> None:
    assert relative(root_of(page), address) == written

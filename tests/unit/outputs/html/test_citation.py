"""How a case is to be cited, after GB/T 7714."""

from typing import Any

import pytest

from tests.unit.outputs.factory import case, site
from tests.unit.outputs.html.pages import Pages


@pytest.mark.parametrize(
    ("values", "url", "citation"),
    [
        (
            {"org": "苑庄镇党委"},
            "https://example.org/cases",
            "苑庄镇党委. 跨村联建[EB/OL]. 案例库, (2024-08-20). https://example.org/cases/cases/a.html.",
        ),
        ({"org": "苑庄镇党委"}, "", "苑庄镇党委. 跨村联建[EB/OL]. 案例库, (2024-08-20)."),
        (
            {"org": "苑庄镇党委", "authors": ("甲", "乙", "丙", "丁")},
            "",
            "甲, 乙, 丙, 等. 跨村联建[EB/OL]. 案例库, (2024-08-20).",
        ),
        ({}, "", "跨村联建[EB/OL]. 案例库, (2024-08-20)."),
    ],
)
def test_a_citation(values: dict[str, Any], url: str, citation: str) -> None:
    one = site(case("a", title="跨村联建", **values), settings={"url": url})
    assert Pages(one).words("cases/a.html", "#citation") == [citation]


def test_the_date_of_access_is_the_readers() -> None:
    (place,) = Pages(site(case("a"))).page("cases/a.html").query("#citation [data-today]")
    assert place.to_text() == ""

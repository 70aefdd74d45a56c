"""A theme is looked through once: a right one is remembered, a wrong one told each time."""

from collections.abc import Callable
from typing import Final

import pytest

from casesite import pipeline
from casesite.commands.building import Order, build_site
from casesite.model.problem import Problem
from casesite.model.theme import Theme
from tests.conftest import Showcase

TEMPLATE: Final = "themes/default/templates/404.html"
WRONG: Final = "{% if %}\n"
SITE: Final = """\
-- content/site.yaml --
title: 案例库
url: https://example.org
-- content/cases/qiao.md --
---
id: qiao
title: 断桥重连
date: 2024-08-20
---

三个村一起修。
"""


def test_what_is_wrong_in_a_theme_is_told_at_each_build_until_it_is_mended(
    site: Callable[[str], Showcase],
) -> None:
    there = site(SITE)
    assert there.problems() == []
    there.write(TEMPLATE, WRONG)
    told = there.problems()
    assert [(path, code) for path, _, _, code in told] == [(TEMPLATE, "template-syntax")]
    assert there.problems() == told
    (there.root / TEMPLATE).unlink()
    assert there.problems() == []


def test_a_theme_that_was_found_right_is_not_looked_through_again(
    site: Callable[[str], Showcase], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = site(SITE)
    looked: list[str] = []

    def check(theme: Theme) -> tuple[Problem, ...]:
        looked.append(theme.digest)
        return ()

    def build() -> None:
        assert build_site(Order(root=there.root, now="2026-01-01T00:00:00Z")).summary

    monkeypatch.setattr(pipeline, "check_theme", check)
    build()
    there.edit("content/cases/qiao.md", "三个", "四个")
    build()
    assert len(looked) == 1
    there.write("themes/default/static/own.css", "p{}")
    build()
    assert len(set(looked)) == 2

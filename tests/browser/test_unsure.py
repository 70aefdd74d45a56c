"""Readings that are not sure, in the preview and in the report, and how long a case is, in a browser."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from casesite.commands import serve
from casesite.commands.serve import ServeValues
from casesite.serving.server import Server
from tests.browser.built import CASE
from tests.browser.conftest import REPOSITORY, Open

pytestmark = pytest.mark.browser

SITE: Final = """---
id: a
title: 断桥重连
date: 2024-08-20
pinyin: all
---

还要只争朝夕，**为**人重情重义。他这样一个人，好干净，倒好，行，重，长，得，还。
"""


class Preview(NamedTuple):
    """A project under preview: its folder, and the address of the server."""

    root: Path
    address: str


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Build a small project as `casesite serve` does, and serve it."""
    cases = tmp_path / "content/cases"
    cases.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: 案例库\n", encoding="utf-8")
    (cases / "a.md").write_text(SITE, encoding="utf-8")
    folder = tmp_path / ".casesite/preview/site"
    folder.mkdir(parents=True)
    with Server(folder) as server:
        serve.Preview(ServeValues(lang="zh", now="2026-01-01"), tmp_path, server).follow()
        yield Preview(tmp_path, server.address)


def test_a_reading_is_found_from_any_page_and_its_line_copied(preview: Preview, browser: Browser) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.goto(preview.address + "cases/a.html")
        banner = page.locator(".casesite-banner a", has_text="读音存疑")
        expect(page.locator(".casesite-banner a")).to_have_text(
            ["1 处问题", re.compile("读音存疑 [0-9]+ 处")]
        )
        assert banner.evaluate("one => getComputedStyle(one.parentElement).position") == "fixed"
        banner.click()
        expect(page.locator("h1")).to_have_text("读音存疑")
        first = page.locator("li").first
        expect(first.locator("mark")).to_have_count(1)
        line = first.locator("code").first.text_content()
        first.locator("button").first.click()
        expect(first.locator("button").first).to_have_text("已复制")
        assert page.evaluate("navigator.clipboard.readText()") == line
        page.get_by_role("link", name="检查报告").click()
        page.get_by_role("link", name="读音存疑").click()
        expect(page.locator("h1")).to_have_text("读音存疑")
        assert not faults


def test_the_least_sure_come_first(preview: Preview) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "casesite", "check", str(preview.root), "--format", "html"],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=True,
    )
    assert done.stdout
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "casesite", "pinyin", "--doubts", "--format", "json"),
            *("--file", str(preview.root / "content/cases/a.md")),
        ],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=True,
    )
    doubts = json.loads(ran.stdout)["doubts"]
    least = min(doubts, key=lambda one: one["margin"])
    page = (preview.root / ".casesite/report.html").read_text(encoding="utf-8")
    assert page.index("<mark>") == page.index(f"<mark>{least['character']}</mark>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_each_line_stands_there_to_be_taken(
    preview: Preview, browser: Browser, scheme: str
) -> None:
    with browser.new_context(
        java_script_enabled=False,
        viewport={"width": 360, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
    ) as context:
        page = context.new_page()
        page.goto(preview.address + "_readings")
        assert page.locator("li code").count() >= 1
        assert page.locator("button").count() == 0
        box = page.locator("main").bounding_box()
        assert box
        assert box["width"] <= 360


def test_a_case_says_how_long_it_is(over: str, page: Page) -> None:
    page.goto(over + CASE)
    fact = page.locator(".facts dd", has_text="阅读约")
    expect(fact).to_have_text("约 1,300 字 · 阅读约 4 分钟")
    expect(fact).to_be_visible()
    page.emulate_media(media="print")
    expect(fact).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_how_long_a_case_is_fits_its_line(on_disk: str, open_page: Open, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(on_disk + CASE)
    fact = page.locator(".facts dd", has_text="阅读约")
    fact.scroll_into_view_if_needed()
    assert fact.evaluate("one => one.scrollWidth <= one.clientWidth")
    lines = fact.evaluate(
        "one => one.getClientRects()[0].height / parseFloat(getComputedStyle(one).lineHeight)"
    )
    assert round(lines) == 1

"""A page that is open in a browser shows what is new by itself, under the strictest content policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from casesite.serving.server import Server

POLICY = "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that nobody watches: a server that stops is part of the test."""
    with browser.new_context() as context:
        yield context.new_page()


def write(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(f"<!doctype html>{POLICY}<p>{text}</p>", encoding="utf-8")


def test_an_open_page_follows_each_build(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "preview"
    write(folder, "一")
    with Server(folder) as server:
        page.goto(server.address)
        expect(page.locator("p")).to_have_text("一")
        write(folder, "二")
        server.reload()
        expect(page.locator("p")).to_have_text("二")
        server.show_problems("<!doctype html><p>有问题</p>".encode())
        expect(page.locator("p")).to_have_text("有问题")
        write(folder, "三")
        server.show_problems(None)
        expect(page.locator("p")).to_have_text("三")
        port = server.port
    write(folder, "四")
    with Server(folder, port):
        # Another run of the server: the page that stayed open notices that it is behind.
        expect(page.locator("p")).to_have_text("四", timeout=20_000)

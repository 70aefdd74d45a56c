"""Waiting in a page whose policy lets no text be run as code, which Playwright's own waiting would do."""

from typing import Any

from playwright.sync_api import Page

_STEP = 25.0
_STEPS = 800


def wait_until(page: Page, expression: str, arg: Any = None) -> None:  # noqa: ANN401 - whatever the page is given
    """Wait, at most 20 seconds, until an expression or a function of `arg` is true in the page."""
    for _ in range(_STEPS):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(_STEP)
    message = f"never true: {expression}"
    raise AssertionError(message)

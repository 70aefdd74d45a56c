"""Asking the engines in Chromium: for all hits, from an empty cache, and one query after another."""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.search.engines import ALL, Engine
from tests.bench.search.queries import Query
from tests.bench.search.server import Served

_TEN: Final = 10
SESSION: Final = 10
"""So many queries a reader asks before the next reader comes with an empty cache."""
_ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class Answer(NamedTuple):
    """What an engine said to a query: addresses, milliseconds, gzipped bytes by kind of file.

    `total`, `exact` and `shown` (address, parts of the snippet, of the title, the snippet) are ours alone.
    """

    query: Query
    urls: tuple[str, ...]
    ms: float
    taken: Counter[str]
    total: int | None
    exact: bool | None
    shown: list[Any]


class Asked(NamedTuple):
    """All that was measured of one engine in the browser.

    `every` has all hits of each query; `first` its first ten from an empty cache, `further` after others in
    one session, `again` asked once more. `before` is what was loaded before the first query; `faults` what
    the console said.
    """

    every: list[Answer]
    first: list[Answer]
    further: list[Answer]
    again: list[Answer]
    before: Counter[str]
    faults: list[str]


def find() -> str | None:
    """Return where Chromium is, if it is installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """Start Chromium for as long as the block lasts."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield started
        started.close()


class Reader:
    """Asks one engine."""

    def __init__(self, started: Browser, engine: Engine, served: Served) -> None:
        self._browser, self._engine, self._served = started, engine, served
        self._faults: list[str] = []
        self._before: Counter[str] = Counter()

    def ask(self, queries: Sequence[Query], cold: Sequence[Query]) -> Asked:
        """Ask everything; `cold` from an empty cache each."""
        every = self._every(queries)
        first = [answer for query in cold for answer in self._session([query])[0]]
        further, again = [], []
        for start in range(0, len(queries), SESSION):
            answers, repeated = self._session(queries[start : start + SESSION])
            further += answers[1:]
            again += repeated
        missing = [f"missing: {path}" for path in self._served.missing]
        return Asked(every, first, further, again, self._before, self._faults + missing)

    def _every(self, queries: Sequence[Query]) -> list[Answer]:
        with self._page() as page:
            return [self._answer(page, query, ALL) for query in queries]

    def _session(self, queries: Sequence[Query]) -> tuple[list[Answer], list[Answer]]:
        """Ask each from an empty cache on, and then each again."""
        with self._page() as page:
            answers = [self._answer(page, query, _TEN) for query in queries]
            return answers, [self._answer(page, query, _TEN) for query in queries]

    @contextmanager
    def _page(self) -> Iterator[Page]:
        """Open the page anew, with nothing in any cache."""
        context = self._browser.new_context()
        page = context.new_page()
        page.on("console", lambda said: self._faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self._faults.append(str(error)))
        self._served.taken()
        page.goto(self._served.address + self._engine.page, wait_until="load")
        self._before += self._taken()
        yield page
        context.close()

    def _answer(self, page: Page, query: Query, limit: int) -> Answer:
        typed = self._engine.typed(query.text)
        found = page.evaluate(self._engine.ask, [typed, limit])
        urls = (self._engine.address.get(hit, hit) for hit in found["hits"])
        return Answer(
            query,
            tuple(urls),
            found["ms"],
            self._taken(),
            found.get("total"),
            found.get("exact"),
            found.get("shown", []),
        )

    def _taken(self) -> Counter[str]:
        """Return what was loaded since last asked, by kind."""
        taken: Counter[str] = Counter()
        for path in self._served.taken():
            if kind := self._engine.kind(path):
                taken[kind] += self._served.weight(path)
        return taken

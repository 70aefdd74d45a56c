"""How exact, light and quick the search is, beside others: `python -m tests.bench.search [--cases 1000]`.

The truth is Python's `in` on texts read from the built pages (truth.py); the queries are parts of these texts
and words spelled by sound or otherwise (queries.py, spelled.py). All engines are asked the same in one run,
in Chromium over http in a subfolder (engines.py, browsing.py). How Pagefind is had stands in peers.py.
"""

import argparse
import json
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser

from tests.bench.measure import Measured
from tests.bench.search import browsing, engines, peers, scores, table
from tests.bench.search.building import Projects, Step
from tests.bench.search.engines import Engine
from tests.bench.search.queries import SPELLED, SUBSTRING, Query, Texts, draw
from tests.bench.search.server import serve
from tests.bench.search.spelled import draw_spelled
from tests.bench.search.table import Result
from tests.bench.search.truth import Case, read_cases

_KINDS: Final = len(SUBSTRING) + len(SPELLED)
_PEERS: Final = Path(tempfile.gettempdir()) / "casesite-search-peers"


def _say(line: str) -> None:
    """Show a line at once, also where the output is a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument(
        "--queries", type=int, default=18 * _KINDS, help="of all kinds together (default: %(default)s)"
    )
    parser.add_argument(
        "--cold", type=int, default=3, help="one query of so many is asked from an empty cache (default: 3)"
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="of each build; 0 measures none (default: %(default)s)"
    )
    parser.add_argument(
        "--peers", type=Path, default=_PEERS, metavar="FOLDER", help="where Pagefind is, or is put if absent"
    )
    parser.add_argument("--no-peers", action="store_true", help="ours alone")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


def main() -> int:
    """Measure and print; 2 without a browser."""
    options = _options()
    program = browsing.find()
    if program is None:
        _say("not measured: Chromium is not installed")
        return 2
    with tempfile.TemporaryDirectory() as name, browsing.browser(program) as browser:
        _run(options, Path(name), browser)
    return 0


def _run(options: argparse.Namespace, folder: Path, browser: Browser) -> None:
    projects = Projects(folder, options.cases)
    cold = projects.cold(options.rounds) if options.rounds else None
    if cold is None:
        projects.build()
    cases = read_cases(projects.public)
    asking = _Asking(browser, cases, options)
    _say(
        f"{len(cases)} cases, {len(asking.queries)} queries; Python {platform.python_version()}, "
        f"Chromium {browser.version}"
    )
    results = [asking.result(engines.ours(projects.public))]
    if not options.no_peers:
        results += _peers(asking, folder, options.peers)
    _say("")
    for line in table.lines(results):
        _say(line)
    _say("")
    for line in table.own_lines(results[0]):
        _say(line)
    for line in asking.short(results[0]):
        _say(f"short: {line}")
    _say(f"sought and missed, by field: {dict(asking.missed(results[0]).most_common()) or 'none'}")
    edits = projects.edits(options.rounds) if cold else []
    if cold:
        _say("")
        for line in table.building_lines(cold, edits, results):
            _say(line)
    if options.json:
        record = _record(options, results, [cold, *edits] if cold else [])
        options.json.write_bytes(f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode())


class _Asking:
    """The queries, their truth, and the browser to ask them in."""

    def __init__(self, browser: Browser, cases: Sequence[Case], options: argparse.Namespace) -> None:
        each = max(options.queries // _KINDS, 1)
        self.cases = cases
        self.queries = _mingled([*draw(Texts(cases), each), *draw_spelled(cases, each)])
        self._sought = {query: query.sought(cases) for query in self.queries}
        self._judge = scores.Judge(cases, self._sought)
        self._browser = browser
        self._cold = options.cold

    def result(self, engine: Engine, built: Measured | None = None) -> Result:
        """Ask an engine everything."""
        by_kind: dict[str, list[Query]] = {}
        for query in self.queries:
            by_kind.setdefault(query.kind, []).append(query)
        cold = [query for some in by_kind.values() for query in some[:: self._cold]]
        begun = time.perf_counter()
        with serve(engine.folder) as served:
            asked = browsing.Reader(self._browser, engine, served).ask(self.queries, cold)
        _say(f"{engine.name}: asked in {time.perf_counter() - begun:.0f} s")
        ours = engine.reads
        return Result(
            engine,
            self._judge.scores(asked.every),
            asked,
            table.size(engine),
            tuple(scores.counts(some, self._sought) for some in (asked.every, asked.further)) if ours else (),
            scores.snippets([*asked.first, *asked.further]) if ours else None,
            built,
        )

    def short(self, result: Result) -> Iterator[str]:
        """Tell which queries fall short."""
        return self._judge.short(result.asked.every)

    def missed(self, result: Result) -> Counter[str]:
        """Count what was sought and not found by the fields that hold it."""
        return scores.missed(result.asked.every, self._sought, self.cases)


def _mingled(queries: Sequence[Query]) -> list[Query]:
    """Return queries in another order, the kinds among each other, the same on every machine."""
    places = [(number * 0.618034 % 1, query) for number, query in enumerate(queries)]
    return [query for _, query in sorted(places, key=lambda one: one[0])]


def _peers(asking: _Asking, folder: Path, home: Path) -> Iterator[Result]:
    """Ask Pagefind and the baseline, over the same texts."""
    pagefind = peers.install(home)
    if isinstance(pagefind, str):
        _say(f"Pagefind: not measured: {pagefind}")
    else:
        _say(f"Pagefind {pagefind.version}, extended")
        site = folder / "pagefind"
        peers.write_pages(asking.cases, site)
        built = peers.index(pagefind, site)
        plain, quoted = engines.pagefind(site, peers.addresses(site))
        yield asking.result(plain, built)
        yield asking.result(quoted)
    yield asking.result(engines.whole_text(peers.write_whole(asking.cases, folder / "whole")))


def _record(options: argparse.Namespace, results: Sequence[Result], steps: Sequence[Step]) -> dict[str, Any]:
    """Return everything measured as plain data."""
    return {
        "cases": options.cases,
        "queries": options.queries,
        "python": platform.python_version(),
        "engines": {
            result.engine.name: {
                "scores": {kind: score._asdict() for kind, score in result.scores.items()},
                "figures": {
                    name: one._asdict() if one else None for name, one in table.figures(result).items()
                },
                "size": result.size._asdict(),
                "counts": [one._asdict() for one in result.exact],
                "snippets": result.marked,
                "before": dict(result.asked.before),
                "faults": result.asked.faults,
                "indexing": result.built._asdict() if result.built else None,
            }
            for result in results
        },
        "builds": [step._asdict() for step in steps],
    }


if __name__ == "__main__":
    raise SystemExit(main())

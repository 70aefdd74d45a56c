"""The table of search.md: a row a measure, a column an engine, and the goal."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tests.bench.measure import Measured
from tests.bench.search.browsing import Answer, Asked
from tests.bench.search.building import Step
from tests.bench.search.engines import DIRECTORY, INDEX, SCRIPTS, TEXT, Engine
from tests.bench.search.queries import SPELLED, SUBSTRING
from tests.bench.search.scores import Counts, Score, Spread, spread, taken
from tests.bench.search.server import weight

_WIDTH: Final = 21
_NAME: Final = 42
_BLOCK: Final = 4096
_GOALS: Final = {
    **dict.fromkeys(SUBSTRING, "1 / 1"),
    **dict.fromkeys(("pinyin", "initials", "mixed pinyin", "traditional"), "1 / >= .95"),
    "homophones": ">= .90 / >= .95",
}


class Size(NamedTuple):
    """The files of a search: gzipped MB of the index and of the text, MB on disk, of whole blocks, files."""

    of_index: float
    of_text: float
    disk: float
    blocks: float
    files: int


class Result(NamedTuple):
    """All that is known of one engine; `built` is what indexing took, if measured."""

    engine: Engine
    scores: dict[str, Score]
    asked: Asked
    size: Size
    exact: tuple[Counts, ...] = ()
    marked: tuple[int, int] | None = None
    built: Measured | None = None


def size(engine: Engine) -> Size:
    """Weigh an engine's files; scripts are not counted."""
    weights: dict[str, int] = {}
    disk = blocks = files = 0
    for path in engine.folder.rglob("*"):
        kind = engine.kind(path.relative_to(engine.folder).as_posix()) if path.is_file() else ""
        if kind and kind != SCRIPTS:
            weights[kind] = weights.get(kind, 0) + weight(path)
            disk += path.stat().st_size
            blocks += -(-path.stat().st_size // _BLOCK) * _BLOCK
            files += 1
    index = sum(weights.get(kind, 0) for kind in INDEX)
    return Size(index / 1e6, weights.get(TEXT, 0) / 1e6, disk / 1e6, blocks / 1e6, files)


def lines(results: Sequence[Result]) -> Iterator[str]:
    """Yield the rows about answers, bytes and times."""
    yield _row("recall / precision", [result.engine.name for result in results], "goal")
    for kind in (*SUBSTRING, *SPELLED):
        queries = max(result.scores[kind].queries for result in results if kind in result.scores)
        yield _row(
            f"{kind} ({queries})", [_score(result.scores.get(kind)) for result in results], _GOALS[kind]
        )
    yield ""
    yield _row("gzipped kB, median / 95 of 100", [result.engine.name for result in results], "goal")
    for name, goal, which, kinds in _BYTES:
        yield _row(name, [_pair(spread(taken(_answers(one, which), kinds))) for one in results], goal)
    yield ""
    yield _row("milliseconds, median / 95 of 100", [result.engine.name for result in results], "goal")
    for name, goal, which in _TIMES:
        cells = [_pair(spread(answer.ms for answer in _answers(one, which))) for one in results]
        yield _row(name, cells, goal)
    yield ""
    yield _row("all of it", [result.engine.name for result in results], "goal a 1,000")
    yield _row("index, gzipped MB", [f"{result.size.of_index:.2f}" for result in results], "<= 1.1")
    yield _row("text, gzipped MB", [f"{result.size.of_text:.2f}" for result in results])
    yield _row("MB on disk", [f"{result.size.disk:.2f}" for result in results], "<= 5")
    yield _row("MB on disk in blocks of 4 KiB", [f"{result.size.blocks:.2f}" for result in results])
    yield _row("files", [str(result.size.files) for result in results])
    yield _row("console errors", [str(len(result.asked.faults)) for result in results], "0")


def own_lines(result: Result) -> Iterator[str]:
    """Yield what is asked of ours alone."""
    if result.exact and result.marked:
        for name, one in zip(("all hits", "ten hits"), result.exact, strict=True):
            yield (
                f"counts, {name}: {one.exact} of {one.queries} said to be exact, {one.wrong} of these wrong"
            )
        yield f"snippets that hold and mark the query: {result.marked[0]} of {result.marked[1]}"
    before = sum(result.asked.before.values())
    yield f"loaded of the search before it is asked: {before} bytes"
    for kind in SPELLED:
        first = [one for one in result.asked.first if one.query.kind == kind]
        loaded = _pair(spread(taken(first, (*INDEX, TEXT))))
        yield f"{kind}, from an empty cache: {loaded} kB, {_pair(spread(one.ms for one in first))} ms"
    for fault in dict.fromkeys(result.asked.faults):
        yield f"fault: {fault}"


def building_lines(cold: Step, edits: Sequence[Step], peers: Sequence[Result]) -> Iterator[str]:
    """Yield what building takes."""
    yield f"{'building, CPU seconds and peak MB':{_NAME}} {'with':>14} {'without':>14} {'search':>14}  goal"
    yield _step(cold, "<= 1.5, <= 200 a 1,000")
    for result in peers:
        if result.built and result.built.cpu is not None and result.built.peak is not None:
            built = f"{result.built.cpu:.2f}, {result.built.peak:.0f}"
            yield f"{f'{result.engine.name}, indexing':{_NAME}} {'':>14} {'':>14} {built:>14}"
    nothing = edits[0]
    yield _step(nothing, "")
    for step, goal in zip(edits[1:], ("<= 0.05", "<= 0.15", "<= 1"), strict=True):
        yield _step(step, "")
        more, without = step.cpu - nothing.cpu, step.cpu_without - nothing.cpu_without
        cells = "".join(f"{cpu:15.2f}" for cpu in (more, without, more - without))
        yield f"{'  less one without changes':{_NAME}}{cells}  {goal}"


def _step(step: Step, goal: str) -> str:
    columns = ((step.cpu, step.peak), (step.cpu_without, step.peak_without), (step.own_cpu, step.own_peak))
    cells = " ".join(f"{f'{cpu:.2f}, {peak:.0f}':>14}" for cpu, peak in columns)
    return f"{step.name:{_NAME}} {cells}  {goal}".rstrip()


def _row(name: str, cells: Sequence[str], goal: str = "") -> str:
    return f"{name:{_NAME}}{''.join(f'{cell:>{_WIDTH}}' for cell in cells)}  {goal}".rstrip()


def _score(score: Score | None) -> str:
    if score is None:
        return "-"
    precision = "-" if score.precision is None else f"{score.precision:.3f}"
    return f"{score.recall:.3f} / {precision}"


def _pair(one: Spread | None) -> str:
    return "-" if one is None else f"{one.median:.1f} / {one.p95:.1f}"


def _substring(answers: Sequence[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.query.kind in SUBSTRING]


_BYTES: Final[tuple[tuple[str, str, str, tuple[str, ...]], ...]] = (
    ("before the box answers (directory)", "<= 4", "first", (DIRECTORY,)),
    ("index and text to ten results", "<= 25", "first", (*INDEX, TEXT)),
    ("  of that the index", "", "first", INDEX),
    ("  scripts beside", "<= 8", "first", (SCRIPTS,)),
    ("a further query, index and text", "<= 6 / 25", "further", (*INDEX, TEXT)),
    ("  of that the index", "<= 20 at 10,000", "further", INDEX),
)
"""Name, goal, which answers, which kinds of files."""

_TIMES: Final = (
    ("first query, empty cache", "- / 50", "first"),
    ("a further query", "", "further"),
    ("the same query again", "- / 3", "again"),
)


def _answers(result: Result, which: str) -> list[Answer]:
    """Return the answers to substrings, from an empty cache, further ones or repeated ones."""
    answers = {"first": result.asked.first, "further": result.asked.further, "again": result.asked.again}
    return [answer for answer in answers[which] if answer.query.kind in SUBSTRING]


def figures(result: Result) -> dict[str, Spread | None]:
    """Return the spreads of bytes and times by name, as in the table."""
    found: dict[str, Spread | None] = {}
    for name, _, which, kinds in _BYTES:
        found[f"{which}: {name.strip()}, kB"] = spread(taken(_answers(result, which), kinds))
    for name, _, which in _TIMES:
        found[f"{name}, ms"] = spread(answer.ms for answer in _answers(result, which))
    return found

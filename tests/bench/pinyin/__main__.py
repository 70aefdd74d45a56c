"""How well and how fast readings are given, beside others: `python -m tests.bench.pinyin [--quick]`.

`--errors SET` lists what we read wrongly instead, by character. How peers are installed stands in peers.py,
what counts as right in scoring.py, what is never trained on in casesite/chinese/polyphones/labels.py.
"""

import argparse
import json
import platform
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from tests.bench.pinyin import flags, sets
from tests.bench.pinyin.peers import Missing, Peer, find, ours, started
from tests.bench.pinyin.scoring import Score, Wrong
from tests.bench.pinyin.speed import Cost, cost, paragraphs

_CHARACTERS: Final = 500_000
_QUICK: Final = 10


def _say(line: str) -> None:
    """Show a line at once, also where the output is a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pinyin", description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="the environment that holds Python's peers")
    parser.add_argument(
        "--node", type=Path, metavar="FOLDER", help="the folder whose node_modules holds npm's"
    )
    parser.add_argument("--rounds", type=int, default=5, help="of speed and start (default: %(default)s)")
    parser.add_argument(
        "--quick", action="store_true", help="a tenth of the labelled sentences and of the text, one round"
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--errors", choices=sets.NAMES, metavar="SET", help=", ".join(sets.NAMES))
    parser.add_argument("--of", default="ours", metavar="ENGINE", help="whose errors (default: %(default)s)")
    return parser.parse_args()


def main() -> int:
    """Measure and print; 2 for an engine or a set that is not there."""
    options = _options()
    if options.errors:
        return _errors(options)
    _say(f"Python {platform.python_version()}, right readings in per cent; hard: right ones\n")
    record: dict[str, Any] = {"python": platform.python_version(), "quick": options.quick, "engines": {}}
    engines = [ours(), *find(options.python, options.node)]
    for name, scores, lines in _scores(engines, _QUICK if options.quick else 1):
        record["engines"][name] = {row: one._asdict() for row, one in scores.items()}
        _say(f"{name:20} " + "  ".join(_score(row, one) for row, one in scores.items()))
        for line in lines:
            _say(f"  {line}")
    if not sets.has("running"):
        _say("running text: not measured: tests/data/pinyin/running.txt.xz is not there")
    _say(f"\n{'engine':20} {'chars/CPU s':>11} {'start s':>8} {'CPU s':>6} {'peak MB':>8} {'disk MB':>8}")
    for name, one in _costs(engines, options):
        record["engines"].setdefault(name, {})["cost"] = {
            "rate": one.rate,
            "start": one.start._asdict(),
            "size": one.size,
        }
        cpu = "-" if one.start.cpu is None else f"{one.start.cpu:.2f}"
        peak = "-" if one.start.peak is None else f"{one.start.peak:.0f}"
        _say(f"{name:20} {one.rate:11,.0f} {one.start.seconds:8.2f} {cpu:>6} {peak:>8} {one.size:8.1f}")
    for missing in engines:
        if isinstance(missing, Missing):
            record["engines"][missing.name] = {"not measured": missing.why}
            _say(f"{missing.name:20} not measured: {missing.why}")
    if options.json:
        options.json.write_bytes(f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode())
    return 0


def _score(row: str, score: Score) -> str:
    if row.startswith("hard"):
        return f"{row.removeprefix('hard ')} {score.right}/{score.all}"
    return f"{row} {score.share:.2f}"


def _scores(
    engines: Sequence[Peer | Missing], every: int
) -> Iterator[tuple[str, dict[str, Score], list[str]]]:
    """Yield each engine's scores, and lines about ours."""
    present = [name for name in sets.MEASURED if sets.has(name)]
    majority = sets.Majority()
    results = {name: sets.score(name, majority, every) for name in present}
    yield "majority", _joined(results), []
    for peer in engines:
        if isinstance(peer, Missing):
            continue
        with started(peer) as engine:
            results = {name: sets.score(name, engine, every) for name in present}
        yield peer.name, _joined(results), list(_flags(results)) if peer.name == "ours" else []


def _joined(results: dict[str, sets.Result]) -> dict[str, Score]:
    return {row: score for result in results.values() for row, score in result.scores.items()}


def _flags(results: dict[str, sets.Result]) -> Iterator[str]:
    """Yield what the doubts catch, set by set."""
    for name, result in results.items():
        if result.doubts is None:
            yield "flags: not measured: casesite.chinese.pinyin has no doubts()"
            return
        wrong = {(one.sentence, one.index) for one in result.wrong}
        one = flags.caught(result.texts, result.doubts, wrong)
        share = f"{100 * one.caught / one.errors:.1f} %" if one.errors else "-"
        yield f"flags, {name}: {share} of {one.errors} errors in {one.flagged} of {one.characters} characters"


def _costs(engines: Sequence[Peer | Missing], options: argparse.Namespace) -> Iterator[tuple[str, Cost]]:
    """Yield each engine's speed and start; ours by characters and by words."""
    sentences = [row.sentence for name in ("g2pl", "cpp", "training") for row in sets.rows(name)]
    texts = paragraphs(sentences, _CHARACTERS // (_QUICK if options.quick else 1))
    for peer in (ours("ours words"), *engines):
        if isinstance(peer, Peer):
            yield peer.name, cost(peer, texts, 1 if options.quick else options.rounds)


def _errors(options: argparse.Namespace) -> int:
    """List an engine's errors in a set by character, the commonest first."""
    peer = next(
        (one for one in (ours(), *find(options.python, options.node)) if one.name == options.of), None
    )
    if not isinstance(peer, Peer) or not sets.has(options.errors):
        _say(
            f"not measured: {peer.why}" if isinstance(peer, Missing) else "no such engine, or no such set yet"
        )
        return 2
    with started(peer) as engine:
        wrong = sets.score(options.errors, engine).wrong
    groups: defaultdict[str, list[Wrong]] = defaultdict(list)
    for one in wrong:
        groups[one.sentence[one.index]].append(one)
    for char, some in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        _say(f"{char} {len(some)}")
        for one in sorted(some, key=lambda one: (one.expected, one.given, one.sentence)):
            before, after = one.sentence[: one.index], one.sentence[one.index + 1 :]
            _say(f"  {one.expected} not {one.given or '-'}\t{before}【{char}】{after}\t{one.source}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

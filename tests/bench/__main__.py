"""How quick and how frugal builds are, beside others: `python -m tests.bench [--cases 1000] [--json FILE]`.

Each figure is the median of whole processes, their start included; what ours and a peer take is measured in
turn, on the same corpus. What an edit leaves is compared, byte for byte, with a build of the same content
from nothing, up to 1,000 cases or with `--verify`. `--table FILE …` prints the manual's tables of what
`--json` wrote; with `--into PAGE` they take the place of the page's last chapter.
"""

import argparse
import platform
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.bench import goals, hugo, record, table
from tests.bench.growth import Grown, measure_growth
from tests.bench.measure import environment
from tests.bench.record import Record
from tests.bench.rounds import STEPS, Bench, Peers, Wanted
from tests.bench.search import peers as search_peers

_PEERS: Final = Path(tempfile.gettempdir()) / "casesite-search-peers"
_VERIFIED: Final = 1_000
"""The largest site of which each edit is compared with a clean build unasked."""


def _say(line: str = "") -> None:
    """Show a line at once, also where the output is a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _names(text: str) -> Sequence[str]:
    names = text.split(",")
    unknown = sorted(set(names) - set(STEPS))
    if unknown:
        message = f"unknown: {', '.join(unknown)}; there are {', '.join(STEPS)}"
        raise argparse.ArgumentTypeError(message)
    return [step for step in STEPS if step in names]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--only", type=_names, default=STEPS, metavar="NAMES", help=f"of {','.join(STEPS)} (default: all)"
    )
    parser.add_argument(
        "--growth", metavar="SIZES", help="also build sites of these sizes, as 1000,2000,5000"
    )
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="given to each of our builds")
    parser.add_argument("--verify", action="store_true", help="compare edits with clean builds at any size")
    parser.add_argument(
        "--peers", type=Path, default=_PEERS, metavar="FOLDER", help="where peers are, or are put if absent"
    )
    parser.add_argument("--no-peers", action="store_true", help="ours alone")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--table", type=Path, nargs="+", metavar="FILE", help="measure nothing, print these")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="put the tables there, below the last ##")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write JSON when asked; 1 when an edit left another output than a clean build."""
    options = _options(arguments)
    if options.table:
        text = "\n\n".join("\n".join(table.markdown(record.read(path))) for path in options.table)
        if options.into:
            table.put(options.into, text)
        else:
            _say(text)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = _measured(options, Path(folder))
    verdicts = list(goals.judge(found))
    for lines in (table.size_lines(found), table.goal_lines(verdicts)):
        _say()
        for line in lines:
            _say(line)
    _keep(found, options.json)
    return 1 if any(one.same is False for one in found.steps) else 0


def _measured(options: argparse.Namespace, folder: Path) -> Record:
    versions = {"Python": platform.python_version()}
    missing: dict[str, str] = {}
    peers = Peers() if options.no_peers else _peers(options.peers, versions, missing)
    build_options = _jobs(options.jobs)
    wanted = Wanted(
        options.cases,
        options.rounds,
        options.only,
        options.verify or options.cases <= _VERIFIED,
        build_options,
    )
    empty = Record(
        options.cases,
        options.rounds,
        record.today(),
        record.machine(),
        versions,
        missing,
        (),
        {},
        (),
        options.jobs if build_options else 0,
    )
    _say(f"{options.cases} cases, median of {options.rounds}; {empty.machine}")
    _say(", ".join(f"{name} {version}" for name, version in versions.items()))
    for name, reason in missing.items():
        _say(f"{name}: not measured: {reason}")
    _say(f"\n{table.HEAD}")
    bench = Bench(folder, wanted, peers)
    found = empty
    for some in bench.run():
        found = found._replace(steps=(*found.steps, *some))
        for one in some:
            _say(table.line(found, one))
        _keep(found, options.json)  # a long run that is stopped leaves what it has
    return found._replace(sizes=dict(bench.sizes()), growth=_grown(options, folder, build_options))


def _keep(found: Record, path: Path | None) -> None:
    if path:
        record.write(found, path, goals.as_data(list(goals.judge(found))))


def _grown(options: argparse.Namespace, folder: Path, build_options: Sequence[str]) -> Sequence[Grown]:
    if not options.growth:
        return ()
    sizes = [int(size) for size in options.growth.split(",")]
    return measure_growth(folder / "growth", sizes, options.rounds, build_options)


def _peers(home: Path, versions: dict[str, str], missing: dict[str, str]) -> Peers:
    """Find the peers; note their versions, or why there is none."""
    program = hugo.find(home)
    if isinstance(program, str):
        missing["Hugo"] = program
        missing["Pagefind"] = "works on Hugo's site"
        return Peers()
    versions["Hugo"] = hugo.version(program)
    pagefind = search_peers.install(home)
    if isinstance(pagefind, str):
        missing["Pagefind"] = pagefind
        return Peers(program)
    versions["Pagefind"] = pagefind.version
    return Peers(program, pagefind.command)


def _jobs(jobs: int) -> Sequence[str]:
    """Return the option for so many processes, if the program knows it."""
    if not jobs:
        return ()
    said = subprocess.run(
        [sys.executable, "-m", "casesite", "build", "--help"],
        env={**environment(), "COLUMNS": "80"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    if "--jobs" in said.stdout:
        return ("--jobs", str(jobs))
    _say("--jobs is left out: this casesite does not know it")
    return ()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what it started ends too
    raise SystemExit(main())

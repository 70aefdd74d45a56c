"""The benchmark works: a small run of ours alone, its table and its JSON; nothing of it is timed."""

import json
from pathlib import Path
from typing import Final

import pytest

from tests.bench import goals, record, table
from tests.bench.__main__ import main
from tests.bench.goals import HUGO, PLAIN, PYTHON, QUICK, SEARCH
from tests.bench.lanes import Timed
from tests.bench.measure import Measured
from tests.bench.project import Size
from tests.bench.record import Record

EDITED: Final = ("body", "note", "setting")
STEPS: Final = ("cold", "nothing", *EDITED, "serve", "publish", "help")


def test_a_small_run_prints_its_table_and_leaves_the_same_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "run.json"
    wanted = ["--cases", "10", "--rounds", "1", "--only", ",".join(STEPS), "--growth", "3,6"]
    assert main([*wanted, "--no-peers", "--json", str(path)]) == 0
    said = capsys.readouterr().out
    data = json.loads(path.read_text(encoding="utf-8"))
    ours = {one["step"]: one for one in data["steps"] if one["program"] == "casesite"}
    assert [step for step in ours if ours[step]["same"]] == list(EDITED)
    for step in ours:
        assert f"\n{step:20} casesite" in said
    assert {"serve: body, polled", "serve: body, event", "publish: commit", "help"} <= ours.keys()
    assert [one["cases"] for one in data["growth"]] == [3, 6]
    assert data["sizes"]["casesite"]["files"] > data["sizes"][PLAIN]["files"] > 10
    judged = {one["goal"] for one in data["goals"]}
    assert {"nothing changed", "serve: a body saved", "casesite --help"} <= judged
    assert not [goal for goal in judged if "Hugo" in goal]
    assert main(["--table", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "| 改一篇的正文 | casesite |" in shown
    assert "| 没有改动 | 0.1 s |" in shown
    assert "| 6 篇 |" in shown
    assert "| 改一篇的正文，比 Hugo | 1/25 | – | 没有量 |" in shown
    page = tmp_path / "page.md"
    page.write_bytes("# 速度\n\n## 目标\n\n一\n\n## 实测\n\n旧的\n".encode())
    assert main(["--table", str(path), "--into", str(page)]) == 0
    assert page.read_bytes().decode() == f"# 速度\n\n## 目标\n\n一\n\n## 实测\n\n{shown}"


def _record(tmp_path: Path, *, same: bool = True) -> Record:
    """Return a run that has been written and read back."""
    cold = {"casesite": (1.0, 3.0), PLAIN: (0.9, 1.8), HUGO: (1.0, 1.0), SEARCH: (10.0, 12.0), QUICK: (2, 6)}
    steps = (
        *(Timed("cold", name, tuple(_run(cpu) for cpu in runs)) for name, runs in cold.items()),
        Timed("nothing", "casesite", (_run(0.05), _run(0.05), _run(0.3))),
        Timed("nothing", PYTHON, (_run(0.01), _run(0.01), _run(0.1))),
        Timed("body", "casesite", (_run(0.8),), same),
    )
    made = Record(
        20_000, 3, "2026-01-02", "a machine", {"Hugo": "1"}, {}, steps, {"casesite": Size(1, 2, 3)}, ()
    )
    path = tmp_path / "run.json"
    record.write(made, path, goals.as_data(list(goals.judge(made))))
    assert record.read(path) == made
    return made


def _run(cpu: float) -> Measured:
    return Measured(cpu, cpu, 100, 119, 130)


def test_a_goal_is_judged_by_the_median_of_the_rounds_ratios(tmp_path: Path) -> None:
    found = {one.goal.name: one for one in goals.judge(_record(tmp_path))}
    peer = found["cold, everything on, of Hugo + Pagefind"]
    assert (round(peer.value, 4), peer.met) == (0.175, True)  # between 1/10 and 3/12
    assert not found["the same, Pagefind shown the case pages alone"].met  # each 1/2
    assert found["cold, pinyin and search off, of Hugo"].value == pytest.approx(1.35)
    assert found["nothing changed, of a bare Python start"].value == pytest.approx(5)
    assert found["nothing changed"].met
    assert round(found["a body edited"].share, 2) == 1.6
    memory = found["memory of a cold build's driver"]
    assert (memory.goal.most(20_000), memory.met) == (120, True)


def test_the_tables_say_what_is_missed_and_by_how_much(tmp_path: Path) -> None:
    found = _record(tmp_path, same=False)
    lines = list(table.goal_lines(list(goals.judge(found))))
    assert [line for line in lines if line.startswith("a body edited") and "missed by 1.60 ×" in line]
    assert table.line(found, found.steps[-1]).endswith("DIFFERS from clean")
    assert "| 改一篇的正文 | 0.5 s | 0.8 s | 是目标的 1.60 倍 |" in table.markdown(found)

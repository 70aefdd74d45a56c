"""What a build remembers never harms the next one: damaged or shared, the result is that of a clean build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from casesite import outputs
from casesite.commands import main
from casesite.model.artifact import Artifact, Store
from casesite.model.problem import Problem
from casesite.model.theme import Theme
from casesite.outputs import render
from tests.conftest import NOW, Showcase

TWO = """-- content/cases/a.md --
---
title: 断桥重连
date: 2024-08-20
topics: [党建联建]
---
两个村之间的桥断了三年，如今修通了。
-- content/cases/b.md --
---
title: 柳塘县的账本
date: 2024-08-21
topics: [党建联建]
---
五套系统并成一套，村里的报表减了七成。
"""


def clean(showcase: Showcase, tmp_path: Path) -> dict[str, bytes]:
    """Build the same content where nothing is remembered."""
    other = Showcase(tmp_path / "clean")
    shutil.rmtree(other.root, ignore_errors=True)
    shutil.copytree(showcase.root / "content", other.root / "content")
    assert other.build()["code"] == 0
    return other.tree()


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_flipped_bit_in_what_is_remembered_costs_time_and_nothing_else(
    site: Callable[[str], Showcase], tmp_path: Path, part: float
) -> None:
    showcase = site(TWO)
    assert showcase.build()["code"] == 0
    pack = showcase.root / ".casesite/bodies.pack"
    data = bytearray(pack.read_bytes())
    data[int(len(data) * part)] ^= 4
    pack.write_bytes(data)
    showcase.edit("content/site.yaml", "title: 案例库", "title: 新案例库")  # every page is made again
    assert showcase.build()["code"] == 0
    assert showcase.tree() == clean(showcase, tmp_path)


def test_the_settings_output_is_the_same_one_however_it_is_named(site: Callable[[str], Showcase]) -> None:
    showcase = site(TWO)
    first = showcase.build()
    assert first["written"] > 0
    for name in ("public", str(showcase.root / "public"), "./content/../public"):
        again = showcase.build("--out", name)
        assert (again["code"], again["written"]) == (0, 0)
    assert showcase.build("--out", "elsewhere")["written"] == first["written"]
    assert showcase.build()["written"] == 0


def test_a_new_case_has_the_day_of_the_site_not_of_greenwich(site: Callable[[str], Showcase]) -> None:
    showcase = site(TWO)
    ran = showcase.run("new", "清早写的", "--now", "2025-01-01T07:00+08:00")
    assert ran.code == 0, ran.err
    text = (showcase.root / "content/cases/2025-01-001.md").read_text(encoding="utf-8")
    assert "date: 2025-01-01\n" in text


def test_ctrl_c_ends_a_build_in_one_sentence_and_leaves_the_site(
    site: Callable[[str], Showcase], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase = site(TWO)
    assert showcase.build()["code"] == 0
    before = showcase.tree()
    showcase.edit("content/cases/a.md", "三年", "四年")
    made: list[str] = []

    def interrupted(artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
        if made:
            raise KeyboardInterrupt
        made.append(artifact.path)
        return render(artifact, theme, store)

    monkeypatch.setattr(outputs, "render", interrupted)
    assert main(["build", str(showcase.root), "--lang", "zh", "--now", NOW]) == 130
    assert capsys.readouterr().err == "已中止，网站保持原样\n"
    assert made
    assert showcase.tree() == before
    monkeypatch.undo()
    assert showcase.build()["written"] > 0

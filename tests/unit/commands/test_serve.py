"""The preview lives on whatever happens to one build."""

from pathlib import Path

import pytest

from casesite.commands import serve
from casesite.commands.building import Order, Outcome, build_site
from casesite.commands.serve import ServeValues, follow
from casesite.serving.server import Server


def test_a_bug_in_one_build_is_told_and_the_next_change_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = tmp_path / "content/cases"
    cases.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: 案例库\n", encoding="utf-8")
    (cases / "a.md").write_text("---\nid: a\ntitle: 断桥\ndate: 2024-08-20\n---\n通了。\n", encoding="utf-8")
    folder = tmp_path / ".casesite/preview/site"
    folder.mkdir(parents=True)
    values = ServeValues(lang="zh", now="2026-01-01")

    def broken(_: Order) -> Outcome:
        message = "not meant to happen"
        raise RuntimeError(message)

    with Server(folder) as server:
        monkeypatch.setattr(serve, "build_site", broken)
        follow(values, tmp_path, server)
        said = capsys.readouterr()
        assert "程序出了意外：RuntimeError" in said.err
        assert "Traceback" not in said.out + said.err
        monkeypatch.setattr(serve, "build_site", build_site)
        follow(values, tmp_path, server)
        assert (folder / "cases/a.html").is_file()
        assert server.problems is None

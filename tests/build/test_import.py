"""`casesite import` as an editor uses it: a file in, a draft and a report out, nothing else touched."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from casesite.messages.code import Code
from casesite.messages.intake import IMPORT_KIND, NOTHING_LEFT
from tests.conftest import Showcase

PASTED: Final = (Path(__file__).parents[1] / "data/pasted.txt").read_bytes()
GOLDEN: Final = Path(__file__).parent / "golden/import"
CASE: Final = (
    "-- content/cases/2026-10-001.md --\n---\ntitle: 断桥重连\ndate: 2026-10-08\n---\n\n桥修好了。\n"
)
NOW: Final = ("--now", "2026-11-24")
DRAFT: Final = "content/inbox/2026-11-001"


def test_an_article_becomes_a_draft_with_a_report(
    site: Callable[[str], Showcase], golden: Callable[[Path, str], None]
) -> None:
    project = site(CASE)
    project.write("in/来稿.txt", PASTED)
    ran = project.run("import", "in/来稿.txt", *NOW)
    assert (ran.code, ran.err) == (0, "")
    golden(GOLDEN / "pasted.out", ran.out)
    written = project.tree(DRAFT)
    assert sorted(written) == [
        ".import/original/来稿.txt",
        ".import/report.html",
        ".import/report.json",
        "index.md",
    ]
    assert written[".import/original/来稿.txt"] == PASTED
    golden(GOLDEN / "pasted.md", written["index.md"].decode())
    golden(GOLDEN / "pasted.json", written[".import/report.json"].decode())


def test_the_draft_passes_the_check_and_is_never_published(site: Callable[[str], Showcase]) -> None:
    project = site(CASE)
    project.write("a.txt", PASTED)
    assert project.build()["code"] == 0
    before = project.tree()
    assert project.run("import", "a.txt", *NOW).code == 0
    assert project.problems() == []
    assert project.build()["written"] == 0
    assert project.tree() == before


def test_a_draft_moved_to_the_cases_is_published_without_its_original(
    site: Callable[[str], Showcase],
) -> None:
    project = site(CASE)
    project.write("a.txt", PASTED)
    project.run("import", "a.txt", *NOW)
    (project.root / DRAFT).rename(project.root / "content/cases/2026-11-001")
    project.edit("content/cases/2026-11-001/index.md", "status: inbox\n", "")
    assert project.problems() == []
    assert project.build()["code"] == 0
    page = project.page("cases/2026-11-001.html")
    assert "板凳围成一圈，干群坐成一家。" in page
    assert not [path for path in project.tree() if "report" in path or "a.txt" in path]


def test_each_import_gets_an_id_of_its_own_and_overwrites_nothing(site: Callable[[str], Showcase]) -> None:
    project = site(CASE)
    project.write("a.txt", PASTED)
    project.write("b.txt", PASTED)
    project.run("import", "a.txt", "b.txt", *NOW)
    project.edit(f"{DRAFT}/index.md", "status: inbox", "status: review")
    project.run("import", "a.txt", *NOW)
    assert sorted(path.name for path in (project.root / "content/inbox").iterdir()) == [
        "2026-11-001",
        "2026-11-002",
        "2026-11-003",
    ]
    assert "status: review" in (project.root / DRAFT / "index.md").read_text(encoding="utf-8")


def test_a_dry_run_names_every_change_and_writes_nothing(site: Callable[[str], Showcase]) -> None:
    project = site(CASE)
    project.write("a.txt", PASTED)
    before = project.tree("content")
    ran = project.run("import", "a.txt", "--dry-run", *NOW, lang="en")
    assert ran.code == 0
    assert "line 5, readings in brackets removed: 经验(jīngyàn),本 → 经验,本" in ran.out
    assert project.tree("content") == before


def test_the_json_report_holds_the_whole_import(site: Callable[[str], Showcase]) -> None:
    project = site(CASE)
    project.write("a.txt", PASTED)
    ran = project.run("import", "a.txt", "--into", "cases/2026", "--format", "json", *NOW)
    report = json.loads(ran.out)
    assert (report["written"], report["problems"]) == (True, [])
    (draft,) = report["drafts"]
    assert draft["draft"] == "content/cases/2026/2026-11-001/index.md"
    assert draft["counts"]["reading"] == 26
    assert draft == json.loads(
        (project.root / "content/cases/2026/2026-11-001/.import/report.json").read_bytes()
    )


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read_and_the_original_stays_as_it_was(
    site: Callable[[str], Showcase], encoding: str
) -> None:
    project = site(CASE)
    data = PASTED.decode().replace("\n", "\r\n").encode(encoding)
    project.write("a.txt", PASTED)
    project.write("b.txt", data)
    assert project.run("import", "a.txt", "b.txt", *NOW).code == 0
    first, second = project.tree(DRAFT), project.tree("content/inbox/2026-11-002")
    assert first["index.md"].replace(b"11-001", b"11-002") == second["index.md"]
    assert second[".import/original/b.txt"] == data


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"PK\x03\x04", IMPORT_KIND),
        ("empty.txt", b"", Code("file-empty", "error", zh=("", ""), en=("", ""))),
        ("shell.txt", "相关推荐\n评论列表\n".encode(), NOTHING_LEFT),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d",
            Code("file-nul", "error", zh=("", ""), en=("", "")),
        ),
    ],
)
def test_a_file_that_is_no_article_fails_alone(
    site: Callable[[str], Showcase], name: str, data: bytes, code: Code
) -> None:
    project = site(CASE)
    project.write(name, data)
    project.write("good.txt", PASTED)
    ran = project.run("import", name, "good.txt", *NOW)
    assert ran.code == 1
    assert f"[{code}]" in ran.out
    assert f"已导入：{DRAFT}/index.md" in ran.out


@pytest.mark.parametrize("into", ["pages", "../cases", "inbox/../../x", "data", "/etc", "cases/.git"])
def test_drafts_go_to_the_inbox_or_the_cases_only(site: Callable[[str], Showcase], into: str) -> None:
    project = site(CASE)
    project.write("a.txt", PASTED)
    ran = project.run("import", "a.txt", "--into", into)
    assert ran.code == 2
    assert "--into" in ran.err
    assert not (project.root / "content/inbox").exists()


def test_the_day_of_import_is_that_of_the_sites_place(site: Callable[[str], Showcase]) -> None:
    project = site("-- content/site.yaml --\ntitle: 试\ntimezone: '+08:00'\n")
    project.write("a.txt", PASTED)
    project.run("import", "a.txt", "--now", "2026-10-31T18:00Z")
    assert "date: 2026-11-01" in (project.root / DRAFT / "index.md").read_text(encoding="utf-8")


def test_without_a_headline_the_check_asks_for_one_and_blocks_nothing(
    site: Callable[[str], Showcase],
) -> None:
    project = site(CASE)
    project.write("a.txt", "镇村干部自带板凳进院坝，先听群众说。\n")
    ran = project.run("import", "a.txt", *NOW)
    assert (ran.code, "[import-title-unknown]" in ran.out) == (0, True)
    assert [(path, code) for path, _, _, code in project.problems()] == [(f"{DRAFT}/index.md", "field-empty")]
    assert project.build()["code"] == 0

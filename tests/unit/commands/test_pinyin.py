"""`casesite pinyin` as somebody types it."""

import io
import json
import sys
import unicodedata
from pathlib import Path

import pytest

from casesite.commands import main

CASE = """\
---
id: a
title: 茶行
date: 2024-08-10
readings: {茶行: chá háng}
---

**{朝阳|zhāo yáng}**来到茶行。
"""


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder that belongs to no project."""
    monkeypatch.chdir(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str, lang: str = "zh") -> tuple[int, str, str]:
    code = main(["pinyin", *arguments, "--lang", lang])
    said = capsys.readouterr()
    return code, said.out, said.err


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize("by", ["char", "word"])
@pytest.mark.parametrize("width", ["24", "80", "1000"])
def test_pinyin_stands_above_its_character(
    by: str, width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    text = "重庆市长寿区的银行开门，来了 30 个人。" * 3
    code, out, _ = run(capsys, text, "--by", by)
    rows = out.splitlines()
    assert code == 0
    assert "".join(row.replace(" ", "") for row in rows[1::2]) == text.replace(" ", "")
    assert all(cells(row) <= int(width) for row in rows)
    for above, below in zip(rows[::2], rows[1::2], strict=True):
        starts = {
            cells(above[:n]) for n, char in enumerate(above) if char != " " and above[n - 1 : n] in ("", " ")
        }
        under = {cells(below[:n]) for n, char in enumerate(below) if char != " "}
        assert starts <= under


def test_plain_is_pinyin_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--plain", "重庆", "银行")[:2] == (0, "chóng qìng yín háng\n")
    assert run(capsys, "--plain", "--by", "word", "重庆的银行。")[1] == "Chóngqìng de yínháng.\n"
    assert run(capsys, "--plain", "--tones", "spoken", "一个")[1] == "yí gè\n"


def test_json_tells_pieces_and_doubts(capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(run(capsys, "--format", "json", "--doubts", "重庆\n，行，")[1])
    assert record["lines"][0]["pinyin"] == "chóng qìng"
    assert record["lines"][0]["pieces"] == [["重", "chóng"], ["庆", "qìng"]]
    assert all(one["line"] == 2 and one["column"] == 2 for one in record["doubts"])


def test_doubts_name_the_place_and_the_other_reading(capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(run(capsys, "--format", "json", "--doubts", TEXTS)[1])
    out = run(capsys, "--doubts", TEXTS, lang="en")[1]
    assert record["doubts"], "none of these is sure"
    assert len(out.splitlines()) == len(record["doubts"])
    for one, row in zip(record["doubts"], out.splitlines(), strict=True):
        assert TEXTS.split("\n")[one["line"] - 1][one["column"] - 1] == one["character"]
        assert row.startswith(f"{one['line']}:{one['column']} {one['character']} ")
        assert one["reading"] in row
        assert one["other"] in row
    assert run(capsys, "--doubts", "村民")[1] == "没有存疑的读音\n"


TEXTS = "还要只争朝夕，为人重情重义。\n，行，重，长，得，为，还，\n他这样一个人，好干净，倒好。"
"""Some of it is doubtful however a model is trained."""


def test_a_file_is_read_as_the_others_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("重庆\n银行\n", encoding="utf-8")
    assert run(capsys, "--plain", "--file", "a.txt")[:2] == (0, "chóng qìng\nyín háng\n")
    (tmp_path / "gb.txt").write_bytes("重庆的银行在长寿区".encode("gb18030"))
    code, out, err = run(capsys, "--plain", "--file", "gb.txt")
    assert (code, out) == (0, "chóng qìng de yín háng zài cháng shòu qū\n")
    assert "[file-not-utf8]" in err


def test_of_a_case_the_title_and_the_body_are_read_as_it_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text(CASE, encoding="utf-8")
    code, out, _ = run(capsys, "--plain", "--file", "a.md")
    assert (code, out) == (0, "chá háng\nzhāo yáng lái dào chá háng。\n")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b" \n", "file-empty"),
        ("重\0".encode(), "file-nul"),
        (b"\xe9\x87\x8d\xff\xe5\xba\x86" * 9, "file-undecodable"),
    ],
)
def test_what_cannot_be_read_is_reported(
    data: bytes,
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    ended, out, err = run(capsys, "--file", "a.txt")
    assert (ended, out) == (1, "")
    assert f"[{code}]" in err
    give(monkeypatch, data)
    ended, out, err = run(capsys)
    assert (ended, out) == (1, "")
    assert f"[{code}]" in err


def test_a_missing_file_and_two_texts_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "--file", "nowhere.txt")
    assert code == 1
    assert "[import-missing]" in err
    assert run(capsys, "重庆", "--file", "a.txt")[0] == 2
    assert run(capsys, "--by", "line", "重庆")[0] == 2


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, "重庆\r\n".encode())
    assert run(capsys, "--plain")[:2] == (0, "chóng qìng\n")


@pytest.mark.parametrize("text", ["", "\ud800重", "𠀀", "🙂", "\u0301"])
def test_any_argument_is_read(text: str) -> None:
    assert main(["pinyin", "--plain", text]) == 0
    assert main(["pinyin", "--format", "json", text]) == 0


def test_in_a_project_its_readings_and_names_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "content/data"
    data.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: 案例库\n", encoding="utf-8")
    (data / "readings.yaml").write_text("茶行: chá háng\n", encoding="utf-8")
    (data / "people.yaml").write_text("- 单玉芳\n", encoding="utf-8")
    assert run(capsys, "--plain", "茶行")[1] == "chá háng\n"
    assert run(capsys, "--plain", "--by", "word", "到单玉芳家")[1] == "Dào Shàn Yùfāng jiā\n"
    assert run(capsys, "--plain", "茶行", "--project", str(tmp_path / "none"))[0] == 2

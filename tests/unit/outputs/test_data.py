"""Open data that programs and sheets take."""

import csv
import io
import json
from typing import Any

import pytest

from casesite.model.case import Correction, Figure, Origin, Picture
from casesite.model.settings import SiteField
from casesite.model.site import Site
from casesite.model.source import Asset
from casesite.outputs import data
from casesite.outputs.csv_table import csv_table
from tests.unit.outputs.factory import THEME, URL, Bodies, case, site

FUNDS = Figure("funds", "整合资金", "3346.50", "万元", "余", "累计", "整合资金3346.5余万元。")


def files(one: Site) -> dict[str, bytes]:
    made = {artifact.path: data.render(artifact, THEME, Bodies()) for artifact in data.plan(one, THEME)}
    return {path: some for path, some in made.items() if isinstance(some, bytes)}


def rows(some: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(some.decode("utf-8-sig"), newline="")))


def cases(one: Site) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files(one)["cases.json"])["cases"]
    return found


def full() -> Site:
    folder = "content/cases/a/"
    photo = Asset(f"{folder}p.jpg", 9, "d1", "jpeg")
    table = Asset(f"{folder}t.xlsx", 12, "d2", "zip")
    return site(
        case(
            "a",
            path=f"{folder}index.md",
            links=(f"picture/{photo.path}", f"file/{table.path}"),
            org="街道办",
            region=("山东省", "济宁市"),
            topics=("养老", "邻里"),
            figures=(FUNDS,),
            cover=Picture(photo.path, "照片"),
            attachments=(table.path,),
            authors=("李四",),
            source=Origin("日报", "https://example.com/1", "2024-08-01"),
            corrections=(Correction("2024-08-25", "改"),),
            fields=(("grade", ("一等",)),),
            extra=(("secret", '"x"'),),
        ),
        case("gone", status="withdrawn"),
        case("draft", status="draft"),
        assets={photo.path: photo, table.path: table},
        settings={"fields": (SiteField("grade", "等次"),)},
    )


def test_every_public_case_is_there_once_with_its_figures_as_decimal_text() -> None:
    (one,) = cases(full())
    assert one["id"] == "a"
    assert one["address"] == f"{URL}/cases/a.html"
    assert one["region"] == ["山东省", "济宁市"]
    assert one["figures"][0] == {
        "id": "funds",
        "label": "整合资金",
        "value": "3346.50",
        "unit": "万元",
        "about": "余",
        "note": "累计",
        "sentence": "整合资金3346.5余万元。",
    }
    assert one["cover"] == {"address": "files/a/p.jpg", "alt": "照片"}
    assert one["attachments"] == [{"address": "files/a/t.xlsx", "size": 12}]
    assert one["source"] == {"name": "日报", "url": "https://example.com/1", "date": "2024-08-01"}
    assert one["fields"] == {"grade": ["一等"]}
    assert "secret" not in files(full())["cases.json"].decode()


def test_keys_are_sorted_and_each_case_has_its_line() -> None:
    text = files(site(case("a"), case("b")))["cases.json"].decode()
    lines = text.splitlines()
    assert [json.loads(line.rstrip(","))["id"] for line in lines[1:3]] == ["b", "a"]
    keys = list(json.loads(lines[1].rstrip(",")))
    assert keys == sorted(keys)


def test_a_row_a_case_for_excel() -> None:
    some = files(full())["cases.csv"]
    assert some.startswith(b"\xef\xbb\xbf")
    assert some.endswith(b"\r\n")
    (row,) = rows(some)
    assert row["编号"] == "a"
    assert row["地区"] == "山东省/济宁市"
    assert row["主题"] == "养老；邻里"
    assert row["成效"] == "整合资金 3346.50余万元"
    assert row["等次"] == "一等"
    assert row["网址"] == f"{URL}/cases/a.html"


def test_a_row_a_figure() -> None:
    (row,) = rows(files(full())["figures.csv"])
    assert (row["案例编号"], row["指标"], row["数值"], row["约数"]) == ("a", "整合资金", "3346.50", "余")


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (Figure("", "户数", "500", "户", "超"), "户数 超500户"),
        (Figure("", "户数", "500", "户", "近"), "户数 近500户"),
        (Figure("", "户数", "500", "户"), "户数 500户"),
    ],
)
def test_a_mark_stands_where_it_is_said(figure: Figure, written: str) -> None:
    assert rows(files(site(case("a", figures=(figure,))))["cases.csv"])[0]["成效"] == written


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+86 10", "'+86 10"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        (" =1", "' =1"),
        ("\t=1", "'\t=1"),
        ("-3.5", "-3.5"),
        ("+12%", "+12%"),
        ("标题=1", "标题=1"),
        ("", ""),
    ],
)
def test_no_cell_runs_as_a_formula(text: str, cell: str) -> None:
    (row,) = csv.reader(io.StringIO(csv_table([[text, "x"]]).decode("utf-8-sig"), newline=""))
    assert row == [cell, "x"]


def test_quotes_commas_and_line_ends_stay_in_their_cell() -> None:
    assert csv_table([['a "b", c', "d\ne"]]) == b'\xef\xbb\xbf"a ""b"", c","d\ne"\r\n'


def test_the_head_is_english_on_an_english_site_and_addresses_relative_without_a_url() -> None:
    (row,) = rows(files(site(case("a"), settings={"language": "en", "url": ""}))["cases.csv"])
    assert (row["id"], row["address"]) == ("a", "cases/a.html")


def test_an_edited_body_changes_no_data() -> None:
    one = site(case("a", words=10))
    edited = site(case("a", words=11, links=("anchor/s",))._replace(body="edited"))
    before = {artifact.path: artifact.digest for artifact in data.plan(one, THEME)}
    assert {artifact.path: artifact.digest for artifact in data.plan(edited, THEME)} == before


def test_the_schema_names_every_field_that_is_written_and_no_other() -> None:
    schema = json.loads(files(full())["cases.schema.json"])["properties"]["cases"]["items"]
    (one,) = cases(full())
    assert sorted(schema["properties"]) == sorted(one) == schema["required"]
    for name in ("source", "fields"):
        assert sorted(schema["properties"][name]["properties"]) == sorted(one[name])
    for name in ("figures", "corrections", "attachments"):
        assert sorted(schema["properties"][name]["items"]["properties"]) == sorted(one[name][0])
    for name, value in one.items():
        kinds = {"string": str, "array": list, "object": dict, "boolean": bool}
        kind = schema["properties"][name].get("type", "object")
        assert isinstance(value, kinds[kind])

"""What a reader may have meant: queries in pinyin, by sound, in traditional characters, answered in Node."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from casesite.model.artifact import Artifact
from casesite.outputs.search import sounds, words
from casesite.outputs.search.script import short
from tests.unit.outputs.search.factory import NODE, ROOT, Cases

SCRIPT = ROOT / "themes" / "default" / "static" / "search-words.js"
READER = ROOT / "tests" / "data" / "search" / "words.js"

needs_node = pytest.mark.skipif(NODE is None, reason="no Node")


def planned(cases: Cases) -> dict[str, Artifact]:
    return dict(words.plan(cases.site().entries))


def write(cases: Cases, folder: Path) -> Path:
    """Write the files of words and a directory that names them."""
    shutil.rmtree(folder, ignore_errors=True)
    files = {made.path: words.render(made, cases) for made in planned(cases).values()}
    uses = {use: short(made.digest) for use, made in planned(cases).items()}
    for use, made in sounds.plan():
        files[made.path] = sounds.render(made)
        uses[use] = short(made.digest)
    files["search/directory.js"] = f'casesite._part("directory",{json.dumps({"words": uses})})'.encode()
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def ask(folder: Path, requests: Iterable[tuple[str, str]]) -> list[Any]:
    """Return the answers to (query, how); terms have spaces between."""
    assert NODE
    lines = (json.dumps({"terms": query.split(), "how": how}) for query, how in requests)
    done = subprocess.run(
        [NODE, str(READER), str(SCRIPT), str(folder)],
        input="\n".join(lines),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not done.stderr, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def latin(folder: Path, *queries: str) -> list[Any]:
    return [answer["groups"] for answer in ask(folder, ((query, "latin") for query in queries))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cases = (
        Cases()
        .add(
            "a", "修路要紧。", "村民说，女儿回来办旅游。", title="乡村振兴的断桥记", org="中共济宁市委组织部"
        )
        .add(
            "b", "西安来的人说方案。", title="重庆银行进村", region=("浙江省", "绍兴市"), topics=("跨村联建",)
        )
    )
    return write(cases, tmp_path_factory.mktemp("words"))


@needs_node
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("xiangcun", "乡村"),
        ("xczx", "乡村振兴"),
        ("xcun", "乡村"),
        ("xiangc", "乡村"),
        ("xiangcunzhenxing", "乡村振兴"),
        ("xcunzhx", "乡村振兴"),
        ("kclj", "跨村联建"),
        ("zjs", "浙江省"),
        ("zhjsh", "浙江省"),
        ("shaox", "绍兴"),
        ("zgjns", "中共济宁市"),
        ("zzb", "组织部"),
        ("jiningshiwei", "济宁市委"),
        ("chongqing", "重庆"),
        ("yinhang", "银行"),
        ("lvyou", "旅游"),
        ("luyou", "旅游"),
        ("nver", "女儿"),
        ("nuer", "女儿"),
        ("fangan", "方案"),
        ("xi|an", "西安"),
        ("xian", "西安"),
    ],
)
def test_words_are_found_by_pinyin(query: str, found: str, folder: Path) -> None:
    (groups,) = latin(folder, query)
    assert groups is not None, query
    assert groups[0][0] == query, "what was typed comes first"
    assert found in groups[0][1:]


@needs_node
def test_syllables_typed_apart_are_one_word_where_they_can_be(folder: Path) -> None:
    together, apart, mixed, alone = latin(
        folder, "xcun zhenx", "lvyou xczx", "xiang cun 合作社 lv you", "gdp 断桥"
    )
    assert together == [["xcun|zhenx", "乡村振兴"]]
    assert apart == [["lvyou", "旅游"], ["xczx", "乡村振兴"]]
    assert mixed == [["xiang|cun", "乡村"], ["合作社"], ["lv|you", "旅游"]]
    assert alone is None


@needs_node
def test_words_on_end_are_read_though_no_text_is_known_to_hold_them(folder: Path) -> None:
    assert latin(folder, "chongqinglvyou", "luyoujiningshiwei") == [
        [["chongqinglvyou", "重庆旅游"]],
        [["luyoujiningshiwei", "旅游济宁市委"]],
    ]


@needs_node
def test_what_is_spelt_out_goes_before_what_only_begins_so(tmp_path: Path) -> None:
    cases = Cases().add("a", title="正方 政法 证法记").add("b", title="政法 政府")
    (spelt, begun) = latin(write(cases, tmp_path), "zhengfa", "zhengf")
    assert spelt == [["zhengfa", "政法", "证法"]]
    assert set(begun[0][1:]) == {"政法", "证法", "正方", "政府"}
    assert begun[0][1] == "政法", "the most frequent first"


@needs_node
def test_homophones_are_offered_that_share_the_most(folder: Path) -> None:
    answers = ask(
        folder, [(query, "sound") for query in ("香村", "香村震兴", "乡村", "乡村 袁游", "吕游", "女性")]
    )
    assert [answer["groups"] for answer in answers] == [
        [["香村", "乡村"]],
        [["香村震兴", "乡村振兴"]],
        None,
        None,
        [["吕游", "旅游"]],
        None,
    ]


@needs_node
def test_traditional_characters_are_folded_but_for_those_that_may_stay(folder: Path) -> None:
    answers = ask(folder, [(query, "variants") for query in ("鄉村振興", "重慶 断桥", "乾隆時期", "断桥")])
    assert [answer["groups"] for answer in answers] == [
        [["鄉村振興", "乡村振兴"]],
        [["重慶", "重庆"], ["断桥"]],
        [["乾隆時期", "干隆时期", "乾隆时期"]],
        None,
    ]


@needs_node
def test_only_what_a_query_needs_is_loaded(folder: Path) -> None:
    (first, second, third) = ask(folder, [("xczx", "latin"), ("xiangcun", "latin"), ("断桥", "latin")])
    assert [name.rpartition("-")[0] for name in first["loaded"] if "-" in name] == ["words/x"]
    assert second["loaded"] == third["loaded"] == []


@needs_node
@pytest.mark.parametrize("damage", ["missing", "truncated", "empty", "other"])
@pytest.mark.parametrize(
    ("query", "how", "file"),
    [
        ("xczx", "latin", "words/x-*.js"),
        ("香村", "sound", "sound-*.js"),
        ("鄉村", "variants", "variants-*.js"),
        ("xczx", "latin", "directory.js"),
    ],
)
def test_a_damaged_file_offers_nothing(  # noqa: PLR0913, PLR0917 - both tables and both folders
    query: str, how: str, file: str, damage: str, folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "site")
    (path,) = (tmp_path / "site" / "search").glob(file)
    data = path.read_bytes()
    path.unlink()
    if damage == "truncated":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "other":
        path.write_bytes(data.partition(b",")[0] + b",7)\n")
    elif damage == "empty":
        path.touch()
    (answer,) = ask(tmp_path / "site", [(query, how)])
    assert answer["groups"] is None


@needs_node
def test_odd_queries_are_answered(folder: Path) -> None:
    odd = [
        "a",
        "x",
        "v",
        "zh",
        "|",
        "a|",
        "xi||an",
        "z" * 10_000,
        "'",
        "__proto__",
        "\ud800",
        "村",
        "村" * 5000,
    ]
    answers = ask(folder, [(query, how) for query in odd for how in ("latin", "sound", "variants")])
    assert all(answer["groups"] is None or len(answer["groups"]) == 1 for answer in answers)


def test_an_edit_that_changes_no_word_rewrites_nothing_and_a_new_word_its_letter() -> None:
    cases = Cases().add("a", "修路。", title="断桥").add("b", "架桥。", title="通心桥")
    before = planned(cases)
    assert planned(cases.add("a", "修路了。", title="断桥")) == before
    after = planned(cases.add("a", "修路。", title="断桥", tags=("乡村",)))
    assert {use for use in after if after[use] != before.get(use)} == {"x"}


def test_a_large_site_has_common_words_apart_and_none_is_lost(tmp_path: Path) -> None:
    cases = Cases()
    chars = "乡相香想向项象像橡享箱湘镶"
    for number in range(101):
        cases.add(str(number), title=f"{chars[number % 13]}{'村存寸'[number % 3]}")
    uses = planned(cases)
    assert {"x", "x2"} <= set(uses)
    texts = [words.render(uses[use], cases).decode() for use in ("x", "x2")]
    assert "香" in "".join(texts)
    assert write(cases, tmp_path)


def test_a_case_that_is_not_searched_gives_no_word() -> None:
    assert planned(Cases()) == {}

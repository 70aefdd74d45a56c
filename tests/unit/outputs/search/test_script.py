"""What the reader finds: the page's script on real indexes, against a look through every text."""

import json
import random
import re
from pathlib import Path

import pytest

from casesite.chinese import normalise as rules
from casesite.chinese.normalise import normalise, query_terms
from casesite.model.case import Block, Body
from casesite.model.document import Page
from tests.unit.outputs.search.factory import NODE, STATIC, Cases, ask, find

DATA = Path(__file__).parents[3] / "data" / "search"

pytestmark = pytest.mark.skipif(NODE is None, reason="no Node")


def ids(answer: dict[str, list[dict[str, str]]]) -> list[str]:
    return [hit["id"] for hit in answer["hits"]]


def test_script_and_generator_normalise_alike(tmp_path: Path) -> None:
    texts = [text for text, _ in json.loads((DATA / "normalise.json").read_text(encoding="utf-8"))]
    units = map(chr, [*range(0xD800), *range(0xE000, 0x10000)])
    texts += (f"汉{unit}字a{unit}b {unit} 汉" for unit in units)
    assert ask(tmp_path, ({"normalise": text} for text in texts)) == [normalise(text) for text in texts]


def test_script_and_generator_cut_queries_alike(tmp_path: Path) -> None:
    queries = [query for query, _ in json.loads((DATA / "terms.json").read_text(encoding="utf-8"))]
    assert ask(tmp_path, ({"terms": query} for query in queries)) == [
        list(query_terms(each)) for each in queries
    ]


def test_script_and_generator_hold_one_table() -> None:
    joined = re.sub(r'"\s*\+\s*"', "", (STATIC / "search-text.js").read_text(encoding="utf-8"))
    for table in (rules.SPACES, rules.MARKS, rules.DROPPED, rules.HAN, rules.ACCENTED):
        assert f'"{table}"' in joined


def prose(seed: int, number: int) -> Cases:
    """Make cases whose few words make many repetitions."""
    chance = random.Random(seed)  # noqa: S311 - texts, no secret
    words = [
        "断桥",
        "修路",
        "党员",
        "产业",
        "3346",
        "214",
        "万元",
        "GDP",
        "山东省",
        "的",
        "了",
        "和",
        "𠮷家",
        "café",
    ]
    marks = ["", "", "", "，", "。", " ", "、", "：“", "”"]
    cases = Cases()
    for each in range(number):
        blocks = []
        for _ in range(chance.randrange(1, 5)):
            length = chance.randrange(1, 30)
            blocks.append("".join(chance.choice(words) + chance.choice(marks) for _ in range(length)))
        day = f"2024-0{chance.randrange(1, 9)}-11"
        cases.add(
            f"c{each}",
            *blocks,
            date=day,
            title=chance.choice(words) + chance.choice(words),
            tags=(chance.choice(words),),
        )
    return cases


@pytest.mark.parametrize(("seed", "number"), [(1, 7), (2, 60), (3, 560)])
def test_found_is_exactly_what_a_look_through_every_text_finds(
    seed: int, number: int, tmp_path: Path
) -> None:
    cases = prose(seed, number)
    chance = random.Random(seed + 100)  # noqa: S311 - queries, no secret
    every = [text for name in cases.cards for text in cases.texts(name)]
    queries: list[str] = []
    while len(queries) < 90:
        text = chance.choice(every)
        start = chance.randrange(len(text))
        queries.append(text[start : start + chance.randrange(1, 12)])
    queries += ["不在此处", "断桥 党员", "“修路，党员”", "334", "３３４６", "x", "。"]
    folder = cases.write(tmp_path / "site")
    plain = {name: [normalise(text) for text in cases.texts(name)] for name in cases.cards}
    for query, answer in zip(queries, find(folder, *queries), strict=True):
        terms = query_terms(query)
        truth = {
            name
            for name, texts in plain.items()
            if not query.strip() or (terms and all(any(term in text for text in texts) for term in terms))
        }
        assert set(ids(answer)) == truth, query
        assert (answer["total"], answer["exact"], answer["incomplete"]) == (len(truth), True, False), query
        for hit in answer["hits"]:
            shown = "".join(text for text, _ in hit["parts"])
            marked = {normalise(text).strip("|") for text, is_hit in hit["parts"] if is_hit}
            assert all(term in normalise(shown) for term in terms), (query, hit["parts"])
            assert marked or not terms, (query, hit["parts"])


def test_pages_of_results_follow_each_other(tmp_path: Path) -> None:
    folder = prose(4, 60).write(tmp_path / "site")
    (whole,) = find(folder, "断桥")
    parts = [find(folder, "断桥", limit=10, offset=offset)[0] for offset in range(0, whole["total"], 10)]
    assert [hit for part in parts for hit in ids(part)] == ids(whole)
    assert all(part["total"] == whole["total"] for part in parts)


def test_a_count_that_was_not_checked_whole_says_so(tmp_path: Path) -> None:
    cases = Cases()
    for each in range(30):
        cases.add(f"c{each:02d}", "甲乙丙。" if each % 2 else "甲乙，乙丙。")
    folder = cases.write(tmp_path / "site")
    (short,) = find(folder, "甲乙丙", limit=5)
    assert (len(short["hits"]), short["exact"]) == (5, False)
    (whole,) = find(folder, "甲乙丙")
    assert (whole["total"], whole["exact"]) == (15, True)


def test_titles_come_before_slogans_and_slogans_before_text_and_the_newest_first(tmp_path: Path) -> None:
    cases = (
        Cases()
        .add("text", "这里有断桥一座。", date="2024-01-01")
        .add("newer", "那里有断桥一座。", date="2024-02-01")
        .add("slogan", Block("lead", "", "修断桥，通心桥。"), date="2023-01-01")
        .add("title", "无", title="断桥记", date="2022-01-01")
        .add("other", "没有。")
    )
    (answer,) = find(cases.write(tmp_path / "site"), "断桥")
    assert ids(answer) == ["title", "slogan", "newer", "text"]


def test_a_hit_tells_where_it_stands_and_leads_there(tmp_path: Path) -> None:
    cases = Cases().add(
        "a",
        Block("text", "", "开头。"),
        Block("heading", "qiao", "架桥"),
        Block("text", "qiao", "两年前路不通。如今断桥修好了，人人叫好。后来如何？"),
        title="<b>记</b>",
        org="县委",
        region=("山东省", "济宁市"),
    )
    (answer,) = find(cases.write(tmp_path / "site"), "桥修好")
    (hit,) = answer["hits"]
    assert (hit["id"], hit["url"], hit["title"], hit["org"]) == ("a", "cases/a.html", "<b>记</b>", "县委")
    assert hit["link"] == "cases/a.html#h=%E6%A1%A5%E4%BF%AE%E5%A5%BD&a=qiao"
    assert hit["parts"] == [["如今断", False], ["桥修好", True], ["了，人人叫好。后来如何？", False]]
    assert hit["snippet"] == "如今断<mark>桥修好</mark>了，人人叫好。后来如何？"


def test_nothing_of_a_text_is_markup_in_a_snippet(tmp_path: Path) -> None:
    cases = Cases().add("a", "看<script>断桥</script>&“好”")
    (answer,) = find(cases.write(tmp_path / "site"), "断桥")
    snippet = answer["hits"][0]["snippet"]
    assert snippet == "看&#60;script&#62;<mark>断桥</mark>&#60;/script&#62;&#38;“好”"


def test_a_snippet_is_cut_at_sentences_and_clauses(tmp_path: Path) -> None:
    long = "，".join(["这是很长的一句话"] * 30)
    cases = Cases().add("a", f"前一句。{long}，有断桥在，{long}。")
    (answer,) = find(cases.write(tmp_path / "site"), "断桥")
    shown = "".join(text for text, _ in answer["hits"][0]["parts"])
    assert re.fullmatch(r"…(这是很长的一句话，){1,4}有断桥在，(这是很长的一句话，)*…", shown), shown
    assert len(shown) <= 90


def test_terms_far_apart_are_all_shown(tmp_path: Path) -> None:
    cases = Cases().add("a", "断桥在东。" + "中间。" * 80 + "山路在西。", "水渠在北。")
    (answer,) = find(cases.write(tmp_path / "site"), "断桥 山路 水渠")
    marked = [text for text, is_hit in answer["hits"][0]["parts"] if is_hit]
    assert marked == ["断桥", "山路", "水渠"]


def test_pages_are_found_too(tmp_path: Path) -> None:
    blocks = (Block("text", "", "怎样投稿，看这里。"),)
    page = Page(
        name="call", title="征稿", path="content/pages/call.md", address="call.html", body=Body("", blocks)
    )
    (answer,) = find(Cases().add("a", "投稿的故事。").write(tmp_path / "site", page), "投稿")
    assert [hit["url"] for hit in answer["hits"]] == ["cases/a.html", "call.html"]


@pytest.mark.parametrize("damage", ["missing", "truncated", "empty"])
@pytest.mark.parametrize("pattern", ["t/*/*.js", "s[0-9]*.js", "directory.js"])
def test_a_damaged_file_costs_exactness_and_nothing_else(pattern: str, damage: str, tmp_path: Path) -> None:
    cases = prose(5, 40)
    folder = cases.write(tmp_path / "site")
    for path in (folder / "search").glob(pattern):
        data = path.read_bytes()
        if damage == "missing":
            path.unlink()
        else:
            path.write_bytes(data[: len(data) // 2] if damage == "truncated" else b"")
    (answer,) = find(folder, "断桥")
    assert (answer["exact"], answer["incomplete"], answer["hits"]) == (False, True, [])


def test_one_missing_document_leaves_the_others(tmp_path: Path) -> None:
    cases = Cases().add("a", "断桥一。").add("b", "断桥二。").add("c", "断桥三。")
    folder = cases.write(tmp_path / "site")
    (folder / "search/t/0/1-0.js").unlink()
    (answer,) = find(folder, "断桥")
    assert ids(answer) == ["c", "a"]
    assert (answer["exact"], answer["incomplete"]) == (False, True)


def test_a_page_that_stayed_open_over_a_new_build_finds_what_is_new(tmp_path: Path) -> None:
    old = Cases().add("a", "断桥一。").write(tmp_path / "old")
    folder = Cases().add("a", "断桥一。").add("b", "断桥二。", date="2025-01-01").write(tmp_path / "site")
    # The reader's first directory is the old build's, whose shards are gone; a fresh query string helps.
    (folder / "search" / "first.js").write_bytes((old / "search" / "directory.js").read_bytes())
    (answer,) = find(folder, "断桥")
    assert ids(answer) == ["b", "a"]
    assert (answer["exact"], answer["incomplete"]) == (True, False)


def test_a_case_is_found_by_its_date_as_people_write_it(tmp_path: Path) -> None:
    cases = (
        Cases()
        .add("day", "甲。", date="2024-08-20")
        .add("month", "乙。", date="2024-08")
        .add("year", "丙。", date="2023")
    )
    folder = cases.write(tmp_path / "site")
    found = find(folder, "2024-08-20", "2024年8月20日", "2024年8月", "8月20日", "2023年", "2024")
    assert [ids(answer) for answer in found] == [
        ["day"],
        ["day"],
        ["day", "month"],
        ["day"],
        ["year"],
        ["day", "month"],
    ]
    assert found[1]["hits"][0]["parts"] == [["2024年8月20日", True]]


def test_a_page_comes_after_cases_as_good_and_better(tmp_path: Path) -> None:
    cases = Cases().add("text", "这里有断桥。").add("title", "无", title="断桥记").add("none", "没有。")
    block = Block("text", "", "怎样写断桥。")
    pages = [
        Page(
            name=name,
            path=f"content/pages/{name}.md",
            address=f"{name}.html",
            title=title,
            body=Body("", (block,)),
        )
        for name, title in (("a", "手册"), ("b", "断桥说明"))
    ]
    (answer,) = find(cases.write(tmp_path / "site", *pages), "断桥")
    assert ids(answer) == ["title", "page/b", "text", "page/a"]

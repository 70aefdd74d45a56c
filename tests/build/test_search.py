"""What readers find in a built site: every piece of text a page shows, counts, orders, other words."""

import json
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from casesite.chinese.normalise import normalise
from tests.bench.search.truth import read_cases
from tests.conftest import REPOSITORY, Showcase

NODE = shutil.which("node")
READER = REPOSITORY / "tests" / "data" / "search" / "reader.js"
THEME = REPOSITORY / "themes" / "default" / "static"
pytestmark = pytest.mark.skipif(NODE is None, reason="no Node")

Asked = dict[str, Any]


def ask(showcase: Showcase, requests: Iterable[Asked]) -> list[Any]:
    """Let the page's scripts answer, with the site as it was built."""
    assert NODE
    lines = [
        json.dumps({"query": one.get("query", ""), "options": {"limit": None, **one}}) for one in requests
    ]
    done = subprocess.run(
        [NODE, str(READER), str(THEME), str(showcase.root / "public")],
        input="\n".join(lines),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not done.stderr, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def ids(answer: Any) -> list[str]:  # noqa: ANN401 - what a script answers
    return [hit["id"] for hit in answer["hits"]]


ISSUES = """\
-- content/issues/2024-08.md --
---
number: 2024年第8期
date: 2024-08-20
cases: [bridge]
---

编者按：断桥修好了。
-- content/letters/2024.yaml --
- case: bridge
  date: 2024-09-01
  name: 钱先生
  text: 读后感动。
  reply: 谢谢来信。
  status: shown
"""
CASES = """\
-- content/cases/bridge.md --
---
title: 山里的断桥
date: 2024-08-20
issue: 2024-08
org: 县委组织部
region: 山东省/济宁市
topics: [跨村联建, 乡村振兴]
tags: [党建]
summary: 五个村一起修桥。
period: 2022/2024
authors: [赵小明]
source: {name: 大众日报, url: "https://example.org/a", date: 2024-08-01}
figures:
  - {id: funds, label: 整合资金, value: 3346, unit: 万元, about: 余}
corrections:
  - {date: 2024-09-02, text: 初稿写作“三座”，应为“两座”。}
---

## 路不通

两年前，村里的路不通。{重庆|chóng qìng}来的技术员说，断桥能修。

**“两山”理论，落地生根。**整合资金3346余万元，GDP增长3.5%。

| 村 | 收入 |
|---|---|
| 断桥村 | 12万元 |
-- content/cases/road.md --
---
title: 看 <i>路</i> & 桥
date: 2024-09-01
region: 山东省/青岛市
topics: [乡村振兴]
figures:
  - {id: funds, label: 整合资金, value: 1, unit: 亿元}
---

山路通了，断桥也不再是断桥。
-- content/cases/hidden.md --
---
title: 不找我
date: 2024-09-02
search: false
---

断桥藏在这里。
"""


def test_every_piece_of_what_a_case_shows_leads_to_it(site: Callable[[str], Showcase]) -> None:
    showcase = site(CASES + ISSUES)
    assert showcase.build()["code"] == 0
    chance = random.Random(4)  # noqa: S311 - queries, no secret
    (bridge,) = (case for case in read_cases(showcase.root / "public") if case.url == "cases/bridge.html")
    shown = [field.text for field in bridge.fields]
    assert {"山里的断桥", "3346余万元", "2024年第8期", "赵小明", "12万元"} <= set(shown)
    shown += ["钱先生", "读后感动。", "谢谢来信。", "大众日报", "初稿写作“三座”，应为“两座”。"]
    queries = []
    for text in shown:
        for _ in range(12):
            start = chance.randrange(len(text))
            queries.append(text[start : start + chance.randrange(1, 7)])
    kept = [query for query in queries if normalise(query).strip("|")]
    for query, answer in zip(kept, ask(showcase, ({"query": f"“{query}”"} for query in kept)), strict=True):
        assert "bridge" in ids(answer), query
        assert "hidden" not in ids(answer)


def test_a_query_can_be_chosen_from_counted_and_ordered(site: Callable[[str], Showcase]) -> None:
    showcase = site(CASES + ISSUES)
    showcase.build()
    all_of_them, chosen, by_figure, by_date, listed, both = ask(
        showcase,
        (
            {"query": "断桥"},
            {"query": "断桥", "facets": {"region": ["山东省/济宁市"]}},
            {"query": "断桥", "sort": "figure:funds"},
            {"query": "断桥", "sort": "date"},
            {"facets": {"topic": ["乡村振兴"]}},
            {"query": "断桥", "facets": {"region": ["山东省"], "issue": ["2024-08"]}},
        ),
    )
    assert ids(all_of_them) == ["bridge", "road"]
    assert [(one["label"], one["count"]) for one in all_of_them["facets"]["region"]] == [
        ("山东省", 2),
        ("济宁市", 1),
        ("青岛市", 1),
    ]
    topics = {one["id"]: one["count"] for one in all_of_them["facets"]["topic"]}
    assert topics == {"乡村振兴": 2, "跨村联建": 1}
    assert [(one["label"], one["count"]) for one in all_of_them["facets"]["issue"]] == [("2024年第8期", 1)]
    assert ids(chosen) == ["bridge"]
    assert [one["count"] for one in chosen["facets"]["region"]] == [2, 1, 1]
    assert [one["count"] for one in chosen["facets"]["year"]] == [1]
    assert ids(by_figure) == ["road", "bridge"]
    assert ids(by_date) == ["road", "bridge"]
    assert ids(listed) == ["road", "bridge"]
    assert ids(both) == ["bridge"]
    assert both["hits"][0]["facets"]["region"] == ["山东省/济宁市"]


@pytest.mark.parametrize(
    ("query", "how", "word"),
    [
        ("kuacun", "latin", "跨村"),
        ("kclj", "latin", "跨村联建"),
        ("xiang cun zhenxing", "latin", "乡村振兴"),
        ("zzb", "latin", "组织部"),
        ("香村振兴", "sound", "乡村振兴"),
        ("鄉村振興", "variants", "乡村振兴"),
    ],
)
def test_other_words_are_searched_and_said(
    site: Callable[[str], Showcase], query: str, how: str, word: str
) -> None:
    showcase = site(CASES)
    showcase.build()
    (answer,) = ask(showcase, ({"query": query},))
    assert answer["by"]["how"] == how
    assert word in answer["by"]["words"]
    assert not [each for each in answer["by"]["words"] if "|" in each]
    assert "bridge" in ids(answer)
    for hit in answer["hits"]:
        marked = [text for text, is_hit in [*hit["parts"], *hit["titleParts"]] if is_hit]
        assert set(marked) & set(answer["by"]["words"])


def test_latin_letters_of_a_text_are_found_as_they_stand(site: Callable[[str], Showcase]) -> None:
    showcase = site(CASES)
    showcase.build()
    plain, quoted = ask(showcase, ({"query": "gdp"}, {"query": "“gdp”"}))
    assert ids(plain) == ids(quoted) == ["bridge"]
    assert "by" not in quoted
    (chosen,) = ask(showcase, ({"query": "kclj", "facets": {"region": ["山东省/济宁市"]}},))
    assert ids(chosen) == ["bridge"]
    (none,) = ask(showcase, ({"query": "断桥", "facets": {"region": ["浙江省"]}},))
    assert (none["total"], none["cases"], none.get("by")) == (0, 2, None)
    assert ["GDP", True] in quoted["hits"][0]["parts"]


def test_a_character_of_private_use_is_no_number(site: Callable[[str], Showcase]) -> None:
    showcase = site(
        "-- content/cases/a.md --\n---\ntitle: 数\ndate: 2024-01-01\n---\n\n有123个\n"
        "-- content/cases/b.md --\n---\ntitle: 字\ndate: 2024-01-01\n---\n\n怪字\ue07b，12个，23个\n"
    )
    showcase.build()
    digits, private = ask(showcase, ({"query": "123"}, {"query": "\ue07b"}))
    assert (ids(digits), digits["total"], digits["incomplete"]) == (["a"], 1, False)
    assert (ids(private), private["total"], private["incomplete"]) == (["b"], 1, False)


@pytest.mark.parametrize("query", ["桥", "qiaoliang", "断桥", "斷橋", "", "。"])
def test_a_site_without_documents_answers_that_there_is_nothing(
    site: Callable[[str], Showcase], query: str
) -> None:
    showcase = site("-- content/pages/about.md --\n---\ntitle: 关于\nsearch: false\n---\n\n断桥\n")
    assert showcase.build()["code"] == 0
    (answer,) = ask(showcase, ({"query": query, "facets": None},))
    assert (answer["total"], answer["exact"], answer["incomplete"]) == (0, True, False)


def test_an_order_whose_file_is_missing_is_said_and_the_hits_stay(site: Callable[[str], Showcase]) -> None:
    showcase = site(CASES)
    showcase.build()
    for path in (showcase.root / "public" / "search").glob("figure-*.js"):
        path.unlink()
    (answer,) = ask(showcase, ({"query": "断桥", "sort": "figure:funds"},))
    assert (sorted(ids(answer)), answer["incomplete"]) == (["bridge", "road"], True)


def test_what_only_pages_hold_is_looked_for_in_other_words_too(site: Callable[[str], Showcase]) -> None:
    page = "-- content/pages/help.md --\n---\ntitle: 说明\n---\n\n输入 kclj 或“香村振兴”。\n"
    showcase = site(CASES + page)
    showcase.build()
    for query, answer in zip(
        ("kclj", "香村振兴", "输入"),
        ask(showcase, ({"query": query} for query in ("kclj", "香村振兴", "输入"))),
        strict=True,
    ):
        assert "page/help" in ids(answer)
        assert ("bridge" in ids(answer)) == (query != "输入"), query


def test_a_date_is_found_however_it_is_written(site: Callable[[str], Showcase]) -> None:
    showcase = site(CASES)
    showcase.build()
    queries = ["2024-08-20", "2024-8-20", "2024/8/20", "2024.8.20", "2024年8月20日", "8月20日"]
    for answer in ask(showcase, ({"query": query} for query in queries)):
        assert ids(answer) == ["bridge"]


def some_case(chance: random.Random, name: str) -> str:
    """Write a case of a few words, places and topics."""
    words = ["断桥", "修桥", "山路", "水渠", "党员", "3346", "GDP", "的", "乡村"]
    text = "\n\n".join(
        "".join(
            chance.choice(words) + chance.choice(["", "，", "。"]) for _ in range(chance.randrange(1, 40))
        )
        for _ in range(chance.randrange(1, 5))
    )
    places = ["山东省/济宁市", "山东省/青岛市/崂山区", "浙江省", "山东省"]
    topics = chance.sample(["甲", "乙", "丙"], chance.randrange(3))
    return (
        f"-- content/cases/{name}.md --\n---\ntitle: {chance.choice(words)}{chance.choice(words)}\n"
        f"date: 202{chance.randrange(5)}-0{chance.randrange(1, 9)}-11\nregion: {chance.choice(places)}\n"
        f"org: {chance.choice(['县委', '镇政府'])}\ntopics: [{', '.join(topics)}]\n---\n\n{text}\n"
    )


def test_counts_are_those_of_a_look_at_every_hit_wherever_they_are_exact(
    site: Callable[[str], Showcase],
) -> None:
    chance = random.Random(11)  # noqa: S311 - a site, no secret
    showcase = site("".join(some_case(chance, f"c{number}") for number in range(60)))
    assert showcase.build()["code"] == 0
    queries = ["", "断桥", "修桥党员", "山路 水渠", "的", "3346", "断桥修桥", "乡村GDP"]
    choices: list[dict[str, list[str]]] = [
        {},
        {"region": ["山东省"]},
        {"region": ["浙江省"], "topic": ["甲", "乙"]},
        {"org": ["县委"], "year": ["2023", "2024"]},
    ]
    asked = [{"query": query, "facets": facets} for query in queries for facets in choices]
    for one, answer in zip(asked, ask(showcase, asked), strict=True):
        assert answer["exact"]
        assert answer["total"] == len(answer["hits"])
        facets = one["facets"]
        assert isinstance(facets, dict)
        for facet in ("issue", "region", "topic", "org", "year"):
            others = {name: ids for name, ids in facets.items() if name != facet}
            (free,) = ask(showcase, ({"query": one["query"], "facets": others},))
            count: dict[str, int] = {}
            for hit in free["hits"]:
                for value in hit["facets"].get(facet, []):
                    steps = value.split("/") if facet == "region" else [value]
                    for depth in range(1, len(steps) + 1):
                        name = "/".join(steps[:depth])
                        count[name] = count.get(name, 0) + 1
            found = {value["id"]: value["count"] for value in answer["facets"][facet] if value["count"]}
            assert found == count, (one, facet)


def test_an_edit_writes_only_its_part_of_the_index(site: Callable[[str], Showcase], tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - a site, no secret
    showcase = site("".join(some_case(chance, f"c{number}") for number in range(40)))
    showcase.write("content/cases/edited.md", "---\ntitle: 一\ndate: 2021-01-01\n---\n\n甲乙丙丁。\n")
    showcase.build()
    before = showcase.tree("public/search")
    showcase.edit("content/cases/edited.md", "丙丁", "戊己")
    showcase.build()
    after = showcase.tree("public/search")
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    texts = [name for name in changed if name.startswith("t/")]
    assert len(texts) == 1
    assert len([name for name in changed if re.match("s[0-9]", name)]) <= 2 * 7
    assert not [name for name in changed if name.startswith(("facets", "sound", "variants", "figure"))]
    clean = Showcase(tmp_path / "clean")
    shutil.copytree(showcase.root / "content", clean.root / "content")
    clean.build()
    assert clean.tree("public/search") == after

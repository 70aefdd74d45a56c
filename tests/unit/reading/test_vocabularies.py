"""`content/data`: what each file may look like, and what its mistakes lead to."""

import pytest

from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.model.vocabulary import Indicator, Person, Region, Term, Vocabularies
from casesite.reading.vocabularies import read_vocabularies


def read(**files: str) -> tuple[Vocabularies, list[tuple[str, int, int]]]:
    found, problems = read_vocabularies(
        {
            f"{name}.yaml": Source(f"content/data/{name}.yaml", text.encode(), "")
            for name, text in files.items()
        }
    )
    return found, [(problem.code, problem.line, problem.column) for problem in problems]


def test_an_absent_or_bare_file_leaves_its_field_open() -> None:
    assert read() == (Vocabularies(), [])
    assert read(topics="# 主题\n") == (Vocabularies(), [])
    assert read(topics="[]\n")[0].topics == ()


@pytest.mark.parametrize(
    "text",
    [
        "山东省:\n  济宁市: [汶上县, 金乡县]\n",
        "山东省:\n  济宁市:\n    - 汶上县\n    - 金乡县\n",
        "- 山东省:\n  - 济宁市:\n    - 汶上县\n    - 金乡县\n",
        "山东省:\n  parts:\n    济宁市:\n      下辖: [汶上县, 金乡县]\n",
        "山东省:\n  济宁市:\n    汶上县:\n    金乡县:\n",
    ],
)
def test_one_tree_written_in_several_ways(text: str) -> None:
    assert read(regions=text) == (
        Vocabularies(
            regions=(
                Region(("山东省",)),
                Region(("山东省", "济宁市")),
                Region(("山东省", "济宁市", "汶上县")),
                Region(("山东省", "济宁市", "金乡县")),
            )
        ),
        [],
    )


def test_codes_and_aliases_of_regions() -> None:
    text = "山东省:\n  code: 370000\n  济宁市:\n    代码: 370800\n    别名: 济宁地区\n    汶上县: 370830\n"
    assert read(regions=text)[0].regions == (
        Region(("山东省",), (), "370000"),
        Region(("山东省", "济宁市"), ("济宁地区",), "370800"),
        Region(("山东省", "济宁市", "汶上县"), (), "370830"),
    )


def test_places_and_terms_may_say_how_they_are_read() -> None:
    found, problems = read(
        regions="山东省:\n  单县:\n    reading: shàn xiàn\n    浮岗镇:\n",
        orgs="- {name: 茶行, reading: chá háng}\n- {name: 银行, 读音: yín}\n",
    )
    assert found.regions == (
        Region(("山东省",)),
        Region(("山东省", "单县"), reading="shàn xiàn"),
        Region(("山东省", "单县", "浮岗镇")),
    )
    assert found.orgs == (Term("茶行", reading="chá háng"), Term("银行"))
    assert problems == [("reading-syllables", 2, 18)]


@pytest.mark.parametrize(
    "text",
    [
        "- 党建联建\n- name: 治理\n  aliases: [乡村治理]\n",
        "- 党建联建\n- {名称: 治理, 别名: 乡村治理}\n",
        "党建联建:\n治理: [乡村治理]\n",
        "党建联建:\n治理:\n  aliases: [乡村治理]\n",
        "- 党建联建\n- 治理: 乡村治理\n",
    ],
)
def test_one_list_of_terms_written_in_several_ways(text: str) -> None:
    expected = (Term("党建联建"), Term("治理", ("乡村治理",)))
    assert read(topics=text) == (Vocabularies(topics=expected), [])
    assert read(orgs=text) == (Vocabularies(orgs=expected), [])


def test_indicators_people_and_readings() -> None:
    found, problems = read(
        indicators="- {id: funds, label: 整合资金, unit: 万元, aggregate: 求和}\n",
        people="- 单雄信: shàn xióng xìn\n- {name: 李四}\n- 王五\n",
        readings="重庆: chóng qìng\n单县: shàn|xiàn\n",
    )
    assert problems == []
    assert found.people == (Person("单雄信", "shàn xióng xìn"), Person("李四"), Person("王五"))
    assert found.readings == (("重庆", "chóng qìng"), ("单县", "shàn xiàn"))
    assert found.indicators == (Indicator("funds", "整合资金", (), "万元", "sum"),)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("topics", "- 党建\n- {name: 联建, aliases: [党建]}\n", [("term-duplicate", 2, 24)]),
        ("topics", "- 党建\n- 党建\n", [("term-duplicate", 2, 3)]),
        ("topics", "- {nam: 党建}\n", [("part-unknown", 1, 4)]),
        ("topics", "- [党建]\n", [("field-not-text", 1, 3)]),
        ("topics", "党建: a\n党建: b\n", [("yaml-duplicate-key", 2, 1)]),
        ("topics", "- 党建: [联建\n", [("yaml-bracket-unclosed", 1, 7)]),
        ("regions", "山东省: [济宁市, 济宁市]\n", [("term-duplicate", 1, 12)]),
        ("regions", "山东省:\n  aliases: {a: b}\n", [("field-not-texts", 2, 12)]),
        ("indicators", "- {id: a}\n", [("part-missing", 1, 3)]),
        ("indicators", "- {id: a, label: b, aggregate: 平均}\n", [("field-choice", 1, 32)]),
        ("readings", "重庆: chóng\n", [("reading-syllables", 1, 5)]),
        ("readings", "卡拉OK: kǎ lā\n", [("reading-not-han", 1, 7)]),
        ("readings", "桥: qiáo\n重庆: chong2 qìng\n", [("reading-syllable", 2, 5)]),
        ("readings", "重庆: chóng qxìng\n", [("reading-syllable", 1, 5)]),
        ("readings", "重庆: chóng kàn\n", [("reading-unknown", 1, 5)]),
        ("readings", "重庆: chong qing\n", [("reading-unknown", 1, 5)]),
        ("readings", "重庆: [a]\n", [("field-not-text", 1, 5)]),
        ("people", "单雄信: shàn xióng\n", [("reading-syllables", 1, 6)]),
        ("terms", "a: [\n", [("yaml-bracket-unclosed", 1, 4)]),
        ("topic", "- 党建\n", [("data-file-unknown", 0, 0)]),
        ("topics", "", [("file-empty", 0, 0)]),
        ("topics", "- a\0b\n", [("file-nul", 1, 4)]),
    ],
)
def test_mistakes(name: str, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert read(**{name: text})[1] == expected


def test_what_is_right_beside_a_mistake_is_kept() -> None:
    found, _ = read(topics="- 党建\n- [x]\n- 联建\n", readings="重庆: chóng\n单县: shàn xiàn\n")
    assert found.topics == (Term("党建"), Term("联建"))
    assert found.readings == (("单县", "shàn xiàn"),)


def test_an_unknown_file_is_told_its_nearest_name() -> None:
    source = Source("content/data/region.yaml", b"a", "")
    _, problems = read_vocabularies({"region.yaml": source})
    assert isinstance(problems[0], Problem)
    assert dict(problems[0].values)["nearest"] == "regions.yaml"

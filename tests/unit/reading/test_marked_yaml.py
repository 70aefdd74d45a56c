"""YAML becomes nodes with places, by both of PyYAML's parsers alike; what is not YAML gets a cure."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casesite.messages import find
from casesite.model.problem import Problem
from casesite.reading import marked_yaml
from casesite.reading.lines import Lines
from casesite.reading.marked_yaml import Tree, parse, parse_mapping
from casesite.reading.nodes import Mapping, Node, Scalar, Sequence

PARSERS = [pytest.param(yaml.SafeLoader, id="python")]
if yaml.__with_libyaml__:
    PARSERS.append(pytest.param(yaml.CSafeLoader, id="libyaml"))


@pytest.fixture(params=PARSERS, autouse=True)
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked_yaml, "_Parser", request.param)


def tree(text: str) -> Tree:
    return parse(text, Lines.of("a.yaml", text))


def plain(node: Node | None) -> object:
    """Return a node as Python's own values."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else node.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 12:30\nb: NO\nc: 010\nd: 1_000\ne: 2024-13-01\nf: ~\ng: 1e3\nh: .inf", None),
        ("a: “断桥”重连\n", {"a": "“断桥”重连"}),
        ("a: 断桥：重连\n", {"a": "断桥：重连"}),
        ("a: http://x.y/z\n", {"a": "http://x.y/z"}),
        ("标题: 断桥\n", {"标题": "断桥"}),
        ("a: [一, 二]\nb:\n- 三\n- 四\n", {"a": ["一", "二"], "b": ["三", "四"]}),
        ("a: {b: c, d: [e]}\n", {"a": {"b": "c", "d": ["e"]}}),
        ("a:\nb: ''\n", {"a": "", "b": ""}),
        ("a: |\n  一\n  二\n", {"a": "一\n二\n"}),
        ("a: >\n  一\n  二\n\n  three\n  four\n", {"a": "一二\nthree four\n"}),
        ("a: 第一行\n  第二行\n  in English\n", {"a": "第一行第二行 in English"}),
        ('a: "第一行\n  第二行"\n', {"a": "第一行第二行"}),
        ("a:\tb\tc\n", {"a": "b c"}),
        ("---\na: b\n", {"a": "b"}),
        ("# 只有注释\n", None),
        ("", None),
    ],
)
def test_scalars_stay_as_written(text: str, value: object) -> None:
    found = tree(text)
    assert found.problems == ()
    if value is None and text.startswith("a:"):
        value = dict(line.split(": ", 1) for line in text.split("\n"))
    assert plain(found.root) == value


def test_marks_are_those_of_the_file() -> None:
    text = "---\ntitle: 断桥\nlist:\n  - “一”\n  - {b: c}\n---\n"
    lines = Lines.of("a.md", text)
    found = parse("title: 断桥\nlist:\n  - “一”\n  - {b: c}", lines, 2)
    assert isinstance(found.root, Mapping)
    (title, name), (_, listed) = found.root.pairs
    assert (title.line, title.column, name.line, name.column) == (2, 1, 2, 8)
    assert isinstance(listed, Sequence)
    assert [(item.line, item.column) for item in listed.items] == [(4, 5), (5, 5)]
    assert lines.place(5, 5).excerpt == "  - {b: c}"


def test_line_ends_of_yaml_alone_do_not_move_the_marks() -> None:
    found = tree("a: 一\u2028二\x85三\nb: c")
    assert isinstance(found.root, Mapping)
    assert [(key.text, key.line) for key, _ in found.root.pairs] == [("a", 1), ("b", 2)]


def test_a_duplicate_key_names_both_lines_and_keeps_the_first() -> None:
    found = tree("a: 1\nb:\n  c: 2\n  c: 3\na: 4\n")
    assert [(p.code, p.line, p.column, p.values) for p in found.problems] == [
        ("yaml-duplicate-key", 4, 3, (("key", "c"), ("first", "3"))),
        ("yaml-duplicate-key", 5, 1, (("key", "a"), ("first", "1"))),
    ]
    assert plain(found.root) == {"a": "1", "b": {"c": "2"}}


# text, code, line, column, the cure's corrected line (empty where there is none)
SLIPS = [
    ("title: a\n\tdate: 2\n", "yaml-tab", 2, 1, "  date: 2"),
    ("source:\n\tname: x\n", "yaml-tab", 2, 1, "  name: x"),
    ("a:\n  - x\n \t- y\n", "yaml-tab", 3, 2, "   - y"),
    ("title:断桥\ndate: 2024\n", "yaml-colon-space", 1, 6, "title: 断桥"),
    ("date: 2024\ntitle:断桥\norg: x\n", "yaml-colon-space", 2, 6, "title: 断桥"),
    ("date: 2024\ntitle:断桥\n", "yaml-colon-space", 2, 6, "title: 断桥"),
    ("title:断桥\n", "yaml-colon-space", 1, 6, "title: 断桥"),
    ("标题：断桥\ndate: 2024\n", "yaml-colon-fullwidth", 1, 3, "标题: 断桥"),
    ("date: 2024\n标题：断桥\norg: x\n", "yaml-colon-fullwidth", 2, 3, "标题: 断桥"),
    ("标题：断桥\n日期：2024\n", "yaml-colon-fullwidth", 1, 3, "标题: 断桥"),
    ("title: 断桥: 相会\ndate: 2\n", "yaml-colon-in-value", 1, 8, 'title: "断桥: 相会"'),
    ("title: “断桥”: 相会\n", "yaml-colon-in-value", 1, 8, 'title: "“断桥”: 相会"'),
    ('title: 名为"断桥": 相会\n', "yaml-colon-in-value", 1, 8, "title: '名为\"断桥\": 相会'"),
    ("title: @断桥\n", "yaml-special-start", 1, 8, 'title: "@断桥"'),
    ("title: %断桥\n", "yaml-special-start", 1, 8, 'title: "%断桥"'),
    ("title: `断桥`\n", "yaml-special-start", 1, 8, 'title: "`断桥`"'),
    ("title: [示例] 断桥\ndate: 2\n", "yaml-special-start", 1, 8, 'title: "[示例] 断桥"'),
    ("title: {断桥} 相会\ndate: 3\n", "yaml-special-start", 1, 8, 'title: "{断桥} 相会"'),
    ("title: *重要*通知\n", "yaml-special-start", 1, 8, 'title: "*重要*通知"'),
    ("title: **重要** 通知\n", "yaml-special-start", 1, 8, 'title: "**重要** 通知"'),
    ("title: & 断桥\n", "yaml-special-start", 1, 8, 'title: "& 断桥"'),
    ("title: !断桥\n", "yaml-special-start", 1, 8, 'title: "!断桥"'),
    ("title: |断桥\n", "yaml-special-start", 1, 8, 'title: "|断桥"'),
    ("title: >断桥\n", "yaml-special-start", 1, 8, 'title: ">断桥"'),
    ("title: ? 断桥\n", "yaml-special-start", 1, 8, 'title: "? 断桥"'),
    ("title: , 断桥\n", "yaml-special-start", 1, 8, 'title: ", 断桥"'),
    ("title: ] 断桥\n", "yaml-special-start", 1, 8, 'title: "] 断桥"'),
    ("title: - 断桥\n", "yaml-special-start", 1, 8, 'title: "- 断桥"'),
    ("%YAML 1.2\na: b\n", "yaml-special-start", 1, 1, ""),
    ('title: "断桥"相会\ndate: 2\n', "yaml-text-after-quote", 1, 8, "title: '\"断桥\"相会'"),
    ("title: '断桥' 相会\ndate: 2\n", "yaml-text-after-quote", 1, 8, "title: \"'断桥' 相会\""),
    ('title: "断桥\ndate: 2\n', "yaml-quote-unclosed", 1, 8, 'title: "断桥"'),
    ("title: '断桥\ndate: 2\n", "yaml-quote-unclosed", 1, 8, "title: '断桥'"),
    ('title: "断桥\ntitle_en: "x"\n', "yaml-quote-unclosed", 1, 8, 'title: "断桥"'),
    ("topics: [a, b\ndate: 2\n", "yaml-bracket-unclosed", 1, 9, "topics: [a, b]"),
    ("cover: {file: a\ndate: 2\n", "yaml-bracket-unclosed", 1, 8, "cover: {file: a}"),
    ("topics: [a,\n", "yaml-bracket-unclosed", 1, 9, "topics: [a]"),
    ("a: [b: c: d]\n", "yaml-bracket-content", 1, 9, ""),
    ("a: {file: b alt: c}\n", "yaml-bracket-content", 1, 16, ""),
    ("a: {file: : b}\n", "yaml-bracket-content", 1, 11, ""),
    ("topics:\n-a\n-b\ndate: 2\n", "yaml-dash-space", 2, 1, "- a"),
    ("topics:\n  -a\n  -b\ndate: 2\n", "yaml-dash-space", 2, 3, "- a"),
    ("title: a\n  date: 2\n", "yaml-indent", 2, 3, ""),
    (" title: a\ndate: 2\n", "yaml-indent", 1, 1, ""),
    ("topics:\n  - a\n - b\n", "yaml-indent", 3, 2, ""),
    ("topics:\n  - a\n    - b\ndate: 1\n", "yaml-indent", 3, 5, ""),
    ("figures:\n  - id: a\n  value: 3\n", "yaml-indent", 3, 3, ""),
    ("a: |\n  x\n y\nb: 1\n", "yaml-indent", 3, 2, ""),
    ("title: a\n断桥相会\ndate: 2\n", "yaml-no-colon", 2, 1, ""),
    ("title: a\n断桥相会\n", "yaml-no-colon", 2, 1, ""),
    ('path: "C:\\dir"\n', "yaml-escape", 1, 10, "path: 'C:\\dir'"),
    ("a: b\x07c\n", "yaml-control", 1, 5, ""),
    ("a: b\ufeffc\n", "yaml-control", 1, 5, ""),
    ('a: "b\\u202ec"\n', "yaml-control", 1, 4, ""),
    ('a: "\\u0007"\n', "yaml-control", 1, 4, ""),
    ('a: "\\0"\n', "yaml-control", 1, 4, ""),
    ("a: &x b\n", "yaml-anchor", 1, 4, 'a: "&x b"'),
    ("a: *x\n", "yaml-alias", 1, 4, 'a: "*x"'),
    ("a: [*x, y]\n", "yaml-alias", 1, 5, ""),
    ("a: !!str b\n", "yaml-tag", 1, 4, ""),
    ("a: !!python/object:os.system b\n", "yaml-tag", 1, 4, ""),
    ("a: b\n<<: {c: d}\n", "yaml-merge", 2, 1, ""),
    ("? [a]\n: b\n", "yaml-key", 1, 3, ""),
    ("a: b\n---\nc: d\n", "yaml-documents", 2, 1, ""),
    (": a\n", "yaml-unclear", 1, 1, ""),
    ("- a\n- b\n", "yaml-not-mapping", 1, 1, ""),
    ("断桥\n", "yaml-not-mapping", 1, 1, ""),
    ("a: " + "[" * 33 + "\n", "yaml-depth", 1, 35, ""),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "fixed"), SLIPS)
def test_a_slip_is_named_with_its_place_and_its_cure(
    text: str, code: str, line: int, column: int, fixed: str
) -> None:
    root, problems = parse_mapping(text, Lines.of("a.yaml", text))
    assert root is None
    problem = problems[0]
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert dict(problem.values).get("fixed", "") == fixed
    assert problem.excerpt == text.split("\n")[line - 1]


@pytest.mark.parametrize(
    "fixed", sorted({row[4] for row in SLIPS if row[4].startswith(("title", "标题", "path"))})
)
def test_a_corrected_line_can_be_read(fixed: str) -> None:
    root, problems = parse_mapping(fixed, Lines.of("a.yaml", fixed))
    assert problems == ()
    assert root is not None


@pytest.mark.parametrize(
    ("text", "shown", "fixed"),
    [
        ("title: 断桥 #1号\n", "#1号", 'title: "断桥 #1号"'),
        ("title: 断桥 # 注释\n", "", ""),
        ("title: 断桥#1号\n", "", ""),
        ("title: '断桥' #1号\n", "", ""),
    ],
)
def test_text_lost_behind_a_hash_is_pointed_out(text: str, shown: str, fixed: str) -> None:
    root, problems = parse_mapping(text, Lines.of("a.yaml", text))
    assert root is not None
    assert [dict(problem.values) for problem in problems] == (
        [{"text": shown, "fixed": fixed}] if shown else []
    )


def test_every_refusal_up_to_the_first_dead_end_is_collected() -> None:
    found = tree("a: &x b\nc: *x\nc: 1\nd: !t e\nf: [\n")
    assert [(problem.code, problem.line) for problem in found.problems] == [
        ("yaml-anchor", 1),
        ("yaml-alias", 2),
        ("yaml-duplicate-key", 3),
        ("yaml-tag", 4),
        ("yaml-bracket-unclosed", 5),
    ]
    assert found.broken


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(2000)), "yaml-anchor"),
        ("[" * 500_000, "yaml-depth"),
        ("- " * 300_000, "yaml-depth"),
        ("{a: " * 200_000, "yaml-depth"),
        ("a: '" + "断" * 400_000 + "'", "yaml-size"),
    ],
)
def test_bombs_are_refused_with_few_words(text: str, code: str) -> None:
    found = tree(text)
    assert found.broken
    assert found.problems[0].code == code
    assert len(found.problems) <= 101


@pytest.mark.parametrize(
    "text",
    ['a: "\\U00110000"', 'a: "\\ud800"', 'a: "\\xZZ"', "a: 'b", "\x00", "}", "a: b: c: d", "- - - [", "? ?"],
)
def test_no_error_of_the_parser_escapes(text: str) -> None:
    found = tree(text)
    assert found.broken
    assert all(isinstance(problem, Problem) for problem in found.problems)
    assert all(find(problem.code).sentence("zh", dict(problem.values)).cure for problem in found.problems)


def test_both_parsers_give_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [一, {b: “c”}]\nd: |\n  e\n  f\ng: 'h'\ni:\n- j: k\n  l: m n\n   o\n- ''\n"
    found = set()
    for parser in (yaml.SafeLoader, yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):
        monkeypatch.setattr(marked_yaml, "_Parser", parser)
        found.add(tree(text))
    assert len(found) == 1
    assert isinstance(next(iter(found)).root, Mapping)


def test_a_scalar_knows_its_last_line() -> None:
    found = tree("a: b\n  c\nd: e\n")
    assert isinstance(found.root, Mapping)
    assert [(value.line, value.last) for _, value in found.root.pairs if isinstance(value, Scalar)] == [
        (1, 2),
        (3, 3),
    ]


@settings(
    deadline=None,
    max_examples=300,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.sampled_from(
            [
                *"断a 1\n\t:：-[]{}\"'&*!|>%@`#,?~\\\u2028\x85\ufeff𠀀\ud800\x00",
                ": ",
                "- ",
                "\n  ",
                "---\n",
                "<<: ",
                "title: ",
            ]
        )
    )
)
def test_any_text_gives_a_tree_or_problems_inside_the_file(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = tree(text)
    assert found.broken is bool(
        [p for p in found.problems if p.code not in ("yaml-duplicate-key", "yaml-comment")]
    )
    for problem in found.problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1
        assert find(problem.code).sentence("en", dict(problem.values)).cure

"""What the reader may choose from: the script's counts, choices and orders against a look at every case."""

import json
import random
import subprocess
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from casesite.gathering.read import Read, ReadCase
from casesite.gathering.site import gather
from casesite.model.artifact import Artifact
from casesite.model.case import Figure
from casesite.model.document import Issue
from casesite.model.settings import Settings
from casesite.model.site import Entry, Site
from casesite.model.vocabulary import Indicator, Vocabularies
from casesite.outputs.search import facets, figures
from casesite.outputs.wording import Wording
from tests.unit.outputs.factory import NOW, case, site
from tests.unit.outputs.search.factory import NODE, ROOT

SCRIPT = ROOT / "themes" / "default" / "static" / "search-facets.js"
READER = ROOT / "tests" / "data" / "search" / "facets.js"
WORDING = Wording({"issue_number": "第 {number} 期"})
KINDS = ("issue", "region", "topic", "org", "year")

Chosen = dict[str, list[str]]

pytestmark = pytest.mark.skipif(NODE is None, reason="no Node")


def entries_of(given: Site) -> list[Entry]:
    """Return what documents there are of cases, in their order."""
    return [entry for entry in reversed(given.entries) if entry.card.search]


def plan(given: Site) -> tuple[Artifact, ...]:
    return facets.plan(given, WORDING, entries_of(given))


class Reader:
    """A page of a site with the script; `pages` documents come before the cases."""

    def __init__(self, folder: Path, given: Site, pages: int = 0) -> None:
        self.folder = folder
        found = plan(given)
        digits = ""
        for artifact in found:
            render = facets.render if artifact.kind == "search/facets" else figures.render
            path = folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(render(artifact))
        if found:
            digits = found[0].path.removeprefix("search/facets-").removesuffix(".js")
        self.directory = {"documents": pages + len(entries_of(given)), "pages": pages, "facets": digits}

    def ask(self, *requests: tuple[str, ...] | tuple[Any, ...]) -> list[Any]:
        """Return an answer to each (function, argument, …): a list of it, or an empty one.

        ("directory", …) lets the engine have another from then on.
        """
        assert NODE
        calls = [
            {name: given[0]} if name == "directory" else {"call": name, "of": given}
            for name, *given in requests
        ]
        done = subprocess.run(
            [NODE, str(READER), str(SCRIPT), str(self.folder / "search")],
            input="\n".join(json.dumps(each) for each in ({"directory": self.directory}, *calls)),
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert not done.stderr, done.stderr
        return [json.loads(line) for line in done.stdout.split("\n") if line][1:]


def values_of(given: Site, entry: Entry) -> dict[str, list[str]]:
    """Return what a case counts under."""
    card, shown = entry.card, {shelf.issue.id for shelf in given.issues}
    return {
        "issue": [entry.issue] if entry.issue in shown else [],
        "region": ["/".join(card.region[: depth + 1]) for depth in range(len(card.region))],
        "topic": list(card.topics),
        "org": [card.org] if card.org else [],
        "year": [card.date[:4]],
    }


def counts_of(given: Site, pages: int, numbers: Iterable[int], chosen: Chosen) -> dict[str, dict[str, int]]:
    """Count by looking at every case; what is chosen counts even 0."""
    rows = [values_of(given, entry) for entry in entries_of(given)]
    found: dict[str, dict[str, int]] = {}
    for kind in KINDS:
        others = {name: ids for name, ids in chosen.items() if name != kind and ids}
        counts = dict.fromkeys(chosen.get(kind, ()), 0)
        for number in numbers:
            if number < pages:
                continue
            row = rows[number - pages]
            if all(set(row[name]) & set(ids) for name, ids in others.items()):
                for value in row[kind]:
                    counts[value] = counts.get(value, 0) + 1
        found[kind] = counts
    return found


def plain(counts: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, int]]:
    """Return the script's counts by id."""
    return {kind: {each["id"]: each["count"] for each in found} for kind, found in counts.items()}


def some_site(chance: random.Random, number: int) -> Site:
    """Make a site of cases with some of everything, places of one name under several others."""
    places = ["山东省", "江苏省", "鼓楼区", "市辖区", "新村"]
    issues = [Issue(id=f"i{n}", number=str(n), title="", path=f"content/issues/{n}.md") for n in range(4)]
    cases = []
    for each in range(number):
        figures = [
            Figure(
                f"f{n}", f"指标{n}", str(chance.randrange(-5, 40) / 4), chance.choice(["元", "万元", "亩"])
            )
            for n in range(3)
            if chance.random() < 0.5
        ]
        cases.append(
            case(
                f"c{each}",
                date=f"{chance.randrange(2019, 2024)}-0{chance.randrange(1, 9)}-11",
                issue=chance.choice(["", "i0", "i1", "i2"]),
                org=chance.choice(["", "甲", "乙", "丙集团"]),
                region=tuple(chance.choice(places) for _ in range(chance.randrange(4))),
                topics=tuple(
                    dict.fromkeys(chance.choice("一二三四五六") for _ in range(chance.randrange(4)))
                ),
                search=chance.random() < 0.9,
                figures=tuple(figures),
            )
        )
    return site(*cases, issues=tuple(issues))


def some_choice(chance: random.Random, given: Site) -> Chosen:
    """Choose among what there is, and something that is not there."""
    chosen: Chosen = {}
    for kind in KINDS:
        if chance.random() < 0.4:
            every = {value for entry in given.entries for value in values_of(given, entry)[kind]} | {"没有"}
            chosen[kind] = chance.sample(sorted(every), chance.randrange(0, min(3, len(every)) + 1))
    return chosen


@pytest.mark.parametrize("seed", range(8))
def test_counts_are_those_of_a_look_at_every_case(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - cases, no secret
    given, pages = some_site(chance, (0, 1, 2, 9, 40, 150, 150, 400)[seed]), chance.randrange(3)
    documents = pages + len(entries_of(given))
    requests = []
    for _ in range(30):
        numbers = sorted(chance.sample(range(documents), chance.randrange(documents + 1)))
        requests.append((numbers, some_choice(chance, given)))
    requests.append((list(range(documents)), {}))
    answers = Reader(tmp_path, given, pages).ask(*(("counts", *request) for request in requests))
    for (numbers, chosen), (answer,) in zip(requests, answers, strict=True):
        assert plain(answer) == counts_of(given, pages, numbers, chosen)


@pytest.mark.parametrize("seed", range(3))
def test_a_case_passes_by_any_choice_of_each_facet_and_a_page_by_none(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - cases, no secret
    given, pages = some_site(chance, 60), 2
    rows = [values_of(given, entry) for entry in entries_of(given)]
    requests: list[tuple[int, Chosen]] = [(0, {}), (5, {}), (0, {"year": []})]
    requests += [(chance.randrange(len(rows) + pages), some_choice(chance, given)) for _ in range(200)]
    answers = Reader(tmp_path, given, pages).ask(*(("passes", *request) for request in requests))
    wanted = []
    for number, chosen in requests:
        row = rows[number - pages] if number >= pages else {kind: [] for kind in KINDS}
        wanted.append([all(set(row[kind]) & set(ids) for kind, ids in chosen.items() if ids)])
    assert answers == wanted


def test_a_case_has_the_place_that_it_names(tmp_path: Path) -> None:
    given = some_site(random.Random(7), 50)  # noqa: S311 - cases, no secret
    rows = [values_of(given, entry) for entry in entries_of(given)]
    answers = Reader(tmp_path, given, 1).ask(*(("of", number) for number in range(len(rows) + 1)))
    assert answers[0] == [{kind: [] for kind in KINDS}]
    for (answer,), row in zip(answers[1:], rows, strict=True):
        assert answer.pop("region") == row.pop("region")[-1:]
        assert {kind: sorted(ids) for kind, ids in answer.items()} == {k: sorted(v) for k, v in row.items()}


def values(given: Site, order: Sequence[int], name: str) -> list[float]:
    """Return a figure's values in an order of documents, without pages."""
    entries = entries_of(given)
    found = []
    for number in order:
        figure = next((one for one in entries[number].card.figures if one.id == name), None)
        if figure and figure.unit != "亩":
            found.append(float(figure.value) * (10_000 if figure.unit == "万元" else 1))
    return found


def test_the_greatest_figure_comes_first_in_one_unit_and_equal_ones_as_by_date(tmp_path: Path) -> None:
    given = some_site(random.Random(3), 120)  # noqa: S311 - cases, no secret
    known = Vocabularies(indicators=(Indicator("f1", "指标1", (), "元"),))
    given = site(*map(read_again, given.entries), vocabularies=known)
    every = list(range(len(entries_of(given)) + 2))
    reader = Reader(tmp_path, given, 2)
    [figure], [order], [newest], [as_it_is], [unknown] = reader.ask(
        ("figures",),
        ("order", every, "figure:f1"),
        ("order", every, "date"),
        ("order", [3, 1, 2], "relevance"),
        ("order", [3, 1, 2], "figure:f9"),
    )
    assert [each[:3] for each in figure] == [["f1", "指标1", "元"]]
    assert newest == every[::-1]
    assert as_it_is == [3, 1, 2]
    assert unknown == [3, 2, 1]
    assert sorted(order) == every
    found = values(given, [number - 2 for number in order if number >= 2], "f1")
    assert len(found) > 20
    assert found == sorted(found, reverse=True)
    assert values(given, [number - 2 for number in order[: len(found)]], "f1") == found
    assert order[len(found) :] == sorted(order[len(found) :], reverse=True)
    pairs = list(zip(found, order, strict=False))
    assert all(a[0] != b[0] or a[1] > b[1] for a, b in pairwise(pairs))


def read_again(entry: Entry) -> ReadCase:
    """Return a case of a site as it was read."""
    return ReadCase(entry.card, entry.details, entry.body, entry.shown)


def test_a_case_without_anything_has_its_year(tmp_path: Path) -> None:
    [[counts], [of]] = Reader(tmp_path, site(case("a"))).ask(("counts", [0], {}), ("of", 0))
    assert plain(counts) == {"issue": {}, "region": {}, "topic": {}, "org": {}, "year": {"2024": 1}}
    assert of == {"issue": [], "region": [], "topic": [], "org": [], "year": ["2024"]}


def test_a_site_without_cases_has_no_file_and_nothing_to_choose(tmp_path: Path) -> None:
    assert plan(site()) == ()
    [[counts], [order]] = Reader(tmp_path, site(), 3).ask(
        ("counts", [0, 1, 2], {}), ("order", [0, 2], "date")
    )
    assert plain(counts) == {kind: {} for kind in KINDS}
    assert order == [2, 0]


def test_only_what_is_searched_has_a_row_and_a_name() -> None:
    given = site(
        case("a", org="甲"),
        case("b", org="乙", search=False),
        case("c", org="丙", status="withdrawn"),
        case("d", org="丁", status="draft"),
    )
    inputs = plan(given)[0].inputs
    assert inputs.orgs == ("甲",)
    assert len(inputs.rows) == 1


def test_a_preview_has_drafts_among_the_choices() -> None:
    read = Read(
        settings=Settings(title="案例库"), cases=(case("a", org="甲"), case("d", org="丁", status="draft"))
    )
    given, _ = gather(read, now=NOW, preview=True)
    assert plan(given)[0].inputs.orgs == ("丁", "甲")


def test_the_file_changes_only_with_the_facets() -> None:
    def paths(**fields: Any) -> set[str]:  # noqa: ANN401 - any field of a case
        return {one.path for one in plan(site(case("a", org="甲", figures=FIGURES), case("b", **fields)))}

    before = paths(figures=FIGURES)
    assert paths(figures=FIGURES, title="另一个", summary="改了", tags=tuple(map(str, range(5000)))) == before
    assert not {one for one in before & paths(figures=FIGURES, org="乙") if "facets" in one}
    assert {one for one in before & paths(figures=FIGURES, org="乙") if "figure-" in one}
    assert paths(figures=GREATER) == before, "b is first already"
    assert not {one for one in before & paths(figures=LESS) if "figure-" in one}


FIGURES = (Figure("f", "资金", "3", "万元"),)
LESS = (Figure("f", "资金", "2", "万元"),)
GREATER = (Figure("f", "资金", "4", "万元"),)


def test_issues_have_labels_and_places_stand_below_their_own() -> None:
    given = site(
        case("a", issue="008", region=("江苏省", "南京市", "鼓楼区")),
        case("b", region=("江苏省", "徐州市", "鼓楼区")),
        case("c", region=("福建省", "福州市", "鼓楼区")),
        issues=(Issue(id="008", number="8", title="", path="content/issues/008.md"),),
    )
    inputs = plan(given)[0].inputs
    assert inputs.issues == (("008", "第 8 期"),)
    assert [region for region in inputs.regions if region.endswith("鼓楼区")] == [
        "福建省/福州市/鼓楼区",
        "江苏省/南京市/鼓楼区",
        "江苏省/徐州市/鼓楼区",
    ]


def test_places_of_one_name_are_told_apart_by_what_is_above(tmp_path: Path) -> None:
    given = site(
        case("a", region=("江苏省", "南京市", "鼓楼区")), case("b", region=("江苏省", "徐州市", "鼓楼区"))
    )
    [[counts]] = Reader(tmp_path, given).ask(("counts", [0, 1], {"region": ["江苏省/徐州市"]}))
    assert counts["region"] == [
        {"id": "江苏省", "label": "江苏省", "count": 2},
        {"id": "江苏省/南京市", "label": "南京市", "parent": "江苏省", "count": 1},
        {"id": "江苏省/南京市/鼓楼区", "label": "鼓楼区", "parent": "江苏省/南京市", "count": 1},
        {"id": "江苏省/徐州市", "label": "徐州市", "parent": "江苏省", "count": 1},
        {"id": "江苏省/徐州市/鼓楼区", "label": "鼓楼区", "parent": "江苏省/徐州市", "count": 1},
    ]
    assert counts["year"] == [{"id": "2024", "label": "2024", "count": 1}]


HOSTILE = [
    "__proto__",
    "constructor",
    "</script><!--",
    '"\\',
    "a\u2028b",
    "toString",
    "#&=%",
    "\U0001f600",
    "0",
]


def test_a_hostile_name_is_a_name(tmp_path: Path) -> None:
    cases = [
        case(f"c{n}", org=name, topics=(name,), region=(name.replace("/", ""),) * 2)
        for n, name in enumerate(HOSTILE)
    ]
    given = site(*cases)
    requests = [(list(range(len(HOSTILE))), {"org": [name], "topic": [name]}) for name in HOSTILE]
    answers = Reader(tmp_path, given).ask(*(("counts", *request) for request in requests))
    for (numbers, chosen), (answer,) in zip(requests, answers, strict=True):
        assert plain(answer) == counts_of(given, 0, numbers, chosen)
        assert [one["label"] for one in answer["org"]] == chosen["org"]
    assert not set(b"<>&") & set(facets.render(plan(given)[0]).decode("utf-16").encode())


def test_many_values_and_deep_places_are_kept_apart(tmp_path: Path) -> None:
    cases = [
        case(
            f"c{n}",
            org=f"单位{n}",
            region=tuple(map(str, range(n))),
            topics=tuple(f"主题{t}" for t in range(n)),
        )
        for n in range(90)
    ]
    cases.append(case("deep", region=("层",) * 1500))
    given = site(*cases)
    numbers = list(range(len(cases)))
    [[answer]] = Reader(tmp_path, given).ask(("counts", numbers, {"org": ["单位7", "单位80"]}))
    assert plain(answer) == counts_of(given, 0, numbers, {"org": ["单位7", "单位80"]})


@pytest.mark.parametrize("spoil", ["gone", "cut", "short"])
def test_a_file_that_is_not_whole_gives_nothing(tmp_path: Path, spoil: str) -> None:
    given = site(case("a", figures=FIGURES), case("b", figures=GREATER))
    reader = Reader(tmp_path, given)
    for kind, request in [("figure-", ("order", [0, 1], "figure:f")), ("facets-", ("counts", [0], {}))]:
        assert reader.ask(request) != [[]]
        [path] = (tmp_path / "search").glob(f"{kind}*.js")
        text = path.read_bytes().decode("utf-16")
        # Cut inside the numbers, too, where it still is a script.
        spoiled = {"gone": None, "cut": text[: len(text) // 2], "short": text.replace(text[-6:-4], "")}[spoil]
        if spoiled is None:
            path.unlink()
        else:
            path.write_bytes(b"\xff\xfe" + spoiled.encode("utf-16-le"))
        assert reader.ask(request) == [[]]


def test_without_a_directory_or_with_that_of_other_cases_there_is_nothing(tmp_path: Path) -> None:
    reader = Reader(tmp_path, site(case("a")))
    reader.directory["documents"] = 3
    assert reader.ask(("counts", [0], {})) == [[]]
    reader.directory = {}
    assert reader.ask(("counts", [0], {})) == [[]]


def test_a_new_directory_is_followed(tmp_path: Path) -> None:
    old = Reader(tmp_path, site(case("a", org="甲")))
    new = Reader(tmp_path, site(case("a", org="乙")))
    more = {**new.directory, "pages": 1, "documents": 2}
    answers = old.ask(
        ("of", 0), ("directory", new.directory), ("of", 0), ("directory", more), ("of", 0), ("of", 1)
    )
    assert [answer[0]["org"] for answer in answers if answer] == [["甲"], ["乙"], [], ["乙"]]


def test_only_indicators_worth_sorting_by_have_a_file() -> None:
    cases = [
        case(
            f"c{n}",
            figures=tuple(Figure(f"f{i}", f"指标{i}", "1", "人") for i in (*range(n + 1, 60), 100 + n)),
        )
        for n in range(60)
    ]
    found = plan(site(*cases))[0].inputs.figures
    assert len(found) == 40
    assert {name for name, *_ in found} == {f"f{i}" for i in range(20, 60)}
    assert len({part for *_, part in found}) == 40

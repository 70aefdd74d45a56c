"""An artifact whose inputs are made when they are asked for: its digest differs wherever they do."""

import pickle
from typing import Any

import pytest

from casesite.model.artifact import Artifact
from casesite.model.case import Body, Correction, Figure, Link, Origin, Picture
from casesite.model.document import Issue, Letter
from casesite.model.site import Site
from casesite.model.source import Asset
from casesite.outputs import plan
from tests.unit.outputs.factory import THEME, case, site

PLACE = ("山东省", "济宁市")


def edited(changes: dict[str, Any] | None = None, **rest: Any) -> Site:  # noqa: ANN401 - any part of Read
    """Return a site whose case `a` has other fields, or which is different otherwise."""
    first = {
        "title": "甲",
        "issue": "1",
        "org": "街道办",
        "region": PLACE,
        "topics": ("养老",),
        "tags": ("改革",),
    }
    cases = [
        case("a", **{**first, **(changes or {})}),
        case("b", topics=("养老",), issue="1", region=PLACE, date="2024-08-19", links=("case/a",)),
        case("c", org="街道办", issue="1", date="2024-08-18"),
    ]
    issue = Issue(
        id="1", number="1", title="首期", date="2024-08", path="content/issues/1.md", body=Body("<p>按</p>")
    )
    picture = Asset("content/cases/a.jpg", 3, "d", "jpeg", 40, 30)
    given = {"issues": (issue,), "assets": {picture.path: picture}, **rest}
    return site(*cases, **given)


EDITS: dict[str, Any] = {
    "title": {"title": "乙"},
    "summary": {"summary": "一句话"},
    "date": {"date": "2024-08-21"},
    "corrected": {"corrections": (Correction("2024-08-22", "改正"),), "updated": "2024-08-22"},
    "issue": {"issue": "2"},
    "org": {"org": "镇政府"},
    "region": {"region": ("山东省", "青岛市")},
    "topics": {"topics": ("养老", "联建")},
    "tags": {"tags": ()},
    "figures": {"figures": (Figure("f", "资金", "3", "万元"),)},
    "cover": {"cover": Picture("content/cases/a.jpg", "桥"), "links": ("picture/content/cases/a.jpg",)},
    "featured": {"featured": True},
    "fields": {"fields": (("own", ("值",)),)},
    "words": {"words": 1700},
    "search": {"search": False},
    "related": {"related": ("c",)},
    "title_xml": {"title_xml": "<ruby>甲</ruby>"},
    "title_en": {"title_en": "A"},
    "summary_en": {"summary_en": "A"},
    "period": {"period": "2024"},
    "authors": {"authors": ("某人",)},
    "source": {"source": Origin("日报", "https://example.org", "2024-08-01")},
    "links": {"links": ("case/c",)},
}
LETTER = Letter(
    path="content/letters/a.yaml", case="a", date="2024-09-01", name="读者", text="好", status="shown"
)
SITES = {name: edited(changes) for name, changes in EDITS.items()} | {
    "letters": edited(letters=(LETTER,)),
    "note": edited(
        issues=(Issue(id="1", number="1", title="首期", summary="按语", path="content/issues/1.md"),)
    ),
    "number": edited(issues=(Issue(id="1", number="一", title="首期", path="content/issues/1.md"),)),
    "description": edited(settings={"description": "说明"}),
    "own": edited(settings={"page_size": 1}),
}


def planned(one: Site) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in plan(one, THEME)}


BEFORE = planned(edited())


@pytest.mark.parametrize("name", SITES)
def test_other_inputs_have_another_digest(name: str) -> None:
    after = planned(SITES[name])
    shared = [path for path in BEFORE if path in after]
    differing = [path for path in shared if BEFORE[path].inputs != after[path].inputs]
    assert differing or set(BEFORE) != set(after)
    assert not [path for path in differing if BEFORE[path].digest == after[path].digest]


def test_the_same_site_has_the_same_digests_wherever_links_stand_in_its_sources() -> None:
    moved = edited({"places": (Link("id", 3, 1, "id: a"),)})
    after = planned(moved)
    assert {path: one.digest for path, one in after.items()} == {
        path: one.digest for path, one in BEFORE.items()
    }


def test_an_artifact_travels_with_its_inputs() -> None:
    for artifact in BEFORE.values():
        travelled = pickle.loads(pickle.dumps(artifact))  # noqa: S301 - our own
        assert (travelled.path, travelled.digest, travelled.needs) == (
            artifact.path,
            artifact.digest,
            artifact.needs,
        )
        assert travelled.told == travelled.inputs == artifact.inputs

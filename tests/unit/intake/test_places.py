"""Places and organisations that a text names."""

from casesite.intake.draft import Line
from casesite.intake.places import find_places
from casesite.model.vocabulary import Region, Term, Vocabularies

LINES = [Line(1, "云溪县柳河镇的板凳会"), Line(3, "柳河镇党委说，柳河镇有14个村。")]


def test_without_vocabularies_names_are_told_by_how_they_end() -> None:
    found = find_places(LINES, Vocabularies())
    assert {("place", "柳河镇", 1), ("place", "云溪县", 1)} <= {
        (one.kind, one.text, one.line) for one in found
    }
    assert all(one.fields == () for one in found)


def test_a_region_of_the_vocabulary_is_proposed_by_its_deepest_path() -> None:
    known = Vocabularies(
        regions=(Region(("云溪县",)), Region(("云溪县", "柳河镇"), ("柳河",)), Region(("云溪县", "石桥镇")))
    )
    first, *others = find_places(LINES, known)
    assert (first.kind, first.text, first.fields) == (
        "region",
        "云溪县/柳河镇",
        (("region", "云溪县/柳河镇"),),
    )
    assert first.count == 3
    assert not [one for one in others if one.kind == "region"]


def test_an_organisation_is_proposed_by_the_name_of_the_vocabulary() -> None:
    (found,) = [
        one
        for one in find_places(LINES, Vocabularies(orgs=(Term("中共柳河镇委", ("柳河镇党委",)),)))
        if one.kind == "org"
    ]
    assert (found.text, found.sentence, found.line) == ("中共柳河镇委", "柳河镇党委", 3)

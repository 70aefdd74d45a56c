"""What counts as the same text; outputs/search/test_script.py holds the page's script to the same vectors."""

import json
from pathlib import Path

import pytest

from casesite.chinese.normalise import holds, normalise, query_terms

DATA = Path(__file__).parents[2] / "data" / "search"
TEXTS = [tuple(each) for each in json.loads((DATA / "normalise.json").read_text(encoding="utf-8"))]
QUERIES = [tuple(each) for each in json.loads((DATA / "terms.json").read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("text", "normal"), TEXTS)
def test_texts_that_a_reader_takes_for_the_same_become_one(text: str, normal: str) -> None:
    assert normalise(text) == normal


@pytest.mark.parametrize(("text", "normal"), TEXTS)
def test_what_is_normal_stays(text: str, normal: str) -> None:
    assert normalise(normalise(text)) == normal


@pytest.mark.parametrize(("query", "terms"), QUERIES)
def test_a_query_is_cut_at_white_space_but_not_between_quotes(query: str, terms: list[str]) -> None:
    assert query_terms(query) == tuple(terms)


@pytest.mark.parametrize(
    ("text", "query", "held"),
    [
        ("整合资金3346余万元，惠及12个村。", "3346余万元", True),
        ("整合资金3346余万元，惠及12个村。", "惠及 整合", True),
        ("整合资金3346余万元，惠及12个村。", "万元，惠及", True),
        ("整合资金3346余万元，惠及12个村。", "万元惠及", False),
        ("整合资金3346余万元，惠及12个村。", "惠及 断桥", False),
    ],
)
def test_a_text_holds_a_query_when_it_holds_every_term(text: str, query: str, held: bool) -> None:  # noqa: FBT001 - a column of the table
    assert holds(text, query) is held

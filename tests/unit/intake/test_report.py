"""The report: complete for a program, safe and readable for a person."""

import json
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from casesite.intake.article import read_article
from casesite.intake.draft import Change, Draft, Proposal
from casesite.intake.report import Filed, as_html, as_json
from casesite.messages.code import Language
from casesite.messages.intake import KINDS, RULES, WORDS

PASTED: Final = (Path(__file__).parents[2] / "data/pasted.txt").read_text(encoding="utf-8")
FILED: Final = Filed("2026-11-001", "content/inbox/2026-11-001/index.md", "original/a.txt", "2026-11-24")


def pasted() -> Draft:
    made = read_article(PASTED, name="a.txt")
    assert isinstance(made, Draft)
    return made


def test_the_record_holds_every_change_with_rule_line_before_and_after() -> None:
    made = pasted()
    record = json.loads(as_json(made, FILED, "zh"))
    assert len(record["changes"]) == len(made.changes) == sum(record["counts"].values())
    assert record["changes"][0] == {
        "rule": "headline",
        "line": 1,
        "before": "云溪县柳河镇:把院坝里的“小板凳”坐成连心桥",
        "after": "title: 云溪县柳河镇:把院坝里的“小板凳”坐成连心桥",
    }
    assert (record["id"], record["draft"], record["source"]["name"]) == (
        FILED.case_id,
        FILED.path,
        "云溪日报",
    )
    assert record["note"].startswith("为交流基层治理经验")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_shows_every_change_in_the_readers_language(language: Language) -> None:
    made = pasted()
    page = unescape(as_html(made, FILED, language))
    assert all(change.before in page for change in made.changes)
    column = 0 if language == "zh" else 1
    assert all(RULES[name][column] in page for name in made.counts)
    assert WORDS["report"][column] in page
    assert "<script" not in page


def test_a_figure_can_be_pasted_into_the_front_matter() -> None:
    figure = Proposal(
        "figure", 3, "40余亩", "盘活40余亩。", (("value", "40"), ("unit", "亩"), ("about", "余"))
    )
    page = unescape(as_html(Draft(name="a.txt", title="甲", body="乙", proposals=(figure,)), FILED, "zh"))
    assert '- {label: , value: 40, unit: 亩, about: 余, from: "盘活40余亩。"}' in page


def test_what_a_stranger_wrote_is_shown_as_text() -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    made = Draft(
        name=attack,
        title=attack,
        body="",
        note=attack,
        changes=(Change("shell", 1, attack, ""),),
        proposals=(Proposal("place", 1, attack, attack),),
        readings=((attack, attack),),
    )
    page = as_html(made, FILED, "zh")
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("&lt;script&gt;") >= 8


def test_every_word_of_the_report_is_there_in_both_languages() -> None:
    for table in (RULES, KINDS, WORDS):
        assert all(zh and en and zh != en for zh, en in table.values())

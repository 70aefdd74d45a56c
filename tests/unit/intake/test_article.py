"""A scraped page becomes a draft: nothing of the article is lost, everything else is named."""

from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from casesite.chinese.pinyin import Readings
from casesite.chinese.text import is_han
from casesite.intake.article import read_article
from casesite.intake.draft import Draft
from casesite.model.problem import Problem
from casesite.model.vocabulary import Region, Term, Vocabularies

PASTED: Final = (Path(__file__).parents[2] / "data/pasted.txt").read_text(encoding="utf-8")
LONG: Final = (
    "镇里把会议搬到院坝，听群众说，当场能办的当场办，不能办的写进账本，办好以后由提出的人签字销账，村村如此。"
)


def draft(text: str, **more: object) -> Draft:
    made = read_article(text, name="a.txt", **more)  # type: ignore[arg-type]  # each test names what it needs
    assert isinstance(made, Draft)
    return made


def han(text: str) -> str:
    return "".join(char for char in text if is_han(char))


def test_every_han_character_of_headline_note_and_body_stays_in_its_order() -> None:
    made = draft(PASTED)
    lines = PASTED.split("\n")
    assert han(made.title) == han(lines[0])
    assert han(made.body) == han("".join(lines[4:10]))


def test_each_change_is_counted_by_its_rule() -> None:
    made = draft(PASTED)
    assert made.counts == {
        "punctuation": 47,
        "reading": 26,
        "shell": 6,
        "slogan": 3,
        "headline-again": 2,
        "headline": 1,
        "imprint": 1,
        "note": 1,
    }
    assert made.problems == ()
    assert "lianxin_2026@example.com" in made.body
    assert "https://liuhe.example.com/bandeng?id=7，" in made.body


def test_changes_run_in_the_order_of_the_original_and_name_its_lines() -> None:
    made = draft(PASTED)
    numbers = [change.line for change in made.changes]
    assert numbers == sorted(numbers)
    lines = PASTED.split("\n")
    removed = [change for change in made.changes if change.rule in {"shell", "headline-again", "imprint"}]
    assert all(lines[change.line - 1] == change.before for change in removed)
    readings = Counter(change.line for change in made.changes if change.rule == "reading")
    assert readings == {5: 4, 6: 2, 7: 7, 8: 6, 9: 5, 10: 2}


def test_two_imports_of_one_text_are_alike() -> None:
    assert draft(PASTED) == draft(PASTED)


def test_what_a_draft_says_can_be_imported_again_without_a_change() -> None:
    made = draft(PASTED)
    body = made.body.replace("**", "").replace("::: 按\n", "按：").replace("\n:::", "")
    again = draft(f"{made.title}\n\n{body}\n")
    assert again.counts == {"slogan": 3, "headline": 1, "note": 1}
    assert again.body == made.body


def test_a_reading_that_differs_from_ours_is_kept_as_a_hint() -> None:
    made = draft(
        f"柳河镇：小板凳\n他在朝阳(zhāoyáng)区任职(zhí)。{LONG}", known=Readings.of([("朝阳", "cháo yáng")])
    )
    assert made.readings == (("朝阳", "zhāo yáng"),)
    assert "朝阳区任职。" in made.body


def test_a_reading_of_a_word_of_one_character_is_only_proposed() -> None:
    made = draft(f"柳河镇：小板凳\n这事为(wèi)大家做。{LONG}", known=Readings.of([("为", "wéi")]))
    assert made.readings == ()
    assert [one.text for one in made.proposals if one.kind == "reading"] == ["为 wèi"]


def test_a_text_without_a_headline_says_so() -> None:
    made = draft(LONG)
    assert (made.title, made.body) == ("", LONG)
    assert [problem.code for problem in made.problems] == ["import-title-unknown"]


@pytest.mark.parametrize("text", ["相关推荐\n评论列表\n", "柳河镇：小板凳\n", "来源：云溪日报\n"])
def test_a_page_without_an_article_is_no_draft(text: str) -> None:
    made = read_article(text, name="a.txt")
    assert isinstance(made, Problem)
    assert (made.code, made.path) == ("import-nothing-left", "a.txt")


def test_a_bracket_that_does_not_align_is_reported_at_its_place() -> None:
    (problem,) = draft(f"柳河镇：小板凳\n板凳(jīngyàn)会。{LONG}").problems
    assert (problem.path, problem.line, problem.column, problem.code) == (
        "a.txt",
        2,
        3,
        "import-reading-unaligned",
    )


def test_figures_places_and_units_are_proposed_and_never_written() -> None:
    known = Vocabularies(
        regions=(Region(("云溪省",)), Region(("云溪省", "云溪县")), Region(("云溪省", "云溪县", "柳河镇"))),
        orgs=(Term("柳河镇党委", ("镇党委",)),),
    )
    made = draft(PASTED, vocabularies=known)
    found = {(one.kind, one.text) for one in made.proposals}
    assert {("region", "云溪省/云溪县/柳河镇"), ("org", "柳河镇党委")} <= found
    assert {("figure", "286.5万元"), ("figure", "9个社区"), ("figure", "430余盏")} <= found
    head = made.as_markdown("2026-11-001", "2026-11-24").split("---")[1]
    assert head == (
        "\nid: 2026-11-001\ntitle: 云溪县柳河镇：把院坝里的“小板凳”坐成连心桥\ndate: 2026-11-24\n"
        "authors: [乔木]\nsource: {name: 云溪日报, date: 2026-03-05}\nstatus: inbox\n"
    )

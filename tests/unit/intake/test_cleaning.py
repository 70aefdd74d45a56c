"""Readings removed and punctuation mended, line by line."""

from casesite.chinese.pinyin import NONE, Readings
from casesite.intake.cleaning import mend_punctuation, remove_readings
from casesite.intake.draft import Change, Line


def test_a_removed_reading_is_shown_with_what_it_reads() -> None:
    cleaned = remove_readings([Line(7, "村里的资料(zīliào)库,好")], "a.txt", NONE)
    assert cleaned.lines == [Line(7, "村里的资料库,好")]
    assert cleaned.changes == [Change("reading", 7, "资料(zīliào)库,", "资料库,")]
    assert (cleaned.readings, cleaned.proposals, cleaned.problems) == ((), (), ())


def test_a_mended_mark_is_shown_with_its_neighbours() -> None:
    lines, changes = mend_punctuation([Line(7, "板凳围成一圈, 干群坐成一家"), Line(8, "好。")])
    assert lines == [Line(7, "板凳围成一圈，干群坐成一家"), Line(8, "好。")]
    assert changes == [Change("punctuation", 7, "板凳围成一圈, 干群坐成一家", "板凳围成一圈，干群坐成一家")]


def test_hints_survive_other_notes_before_them_in_the_line() -> None:
    known = Readings.of([("朝阳", "cháo yáng")])
    cleaned = remove_readings([Line(1, "经验(jīngyàn)(jīngyàn)在朝阳(zhāoyáng)区")], "a.txt", known)
    assert cleaned.lines[0].text == "经验在朝阳区"
    assert cleaned.readings == (("朝阳", "zhāo yáng"),)


def test_a_neutral_or_changed_tone_is_no_hint() -> None:
    cleaned = remove_readings([Line(1, "一(yí)定不(bú)是村里的(de)东西(dōngxī)")], "a.txt", NONE)
    assert cleaned.lines[0].text == "一定不是村里的东西"
    assert cleaned.readings == ()


def test_two_readings_of_one_word_settle_nothing() -> None:
    known = Readings.of([("朝阳", "zhāo yang")])
    lines = [Line(1, "朝阳(zhāoyáng)区"), Line(2, "朝阳(cháoyáng)村"), Line(3, "朝阳(cháoyáng)镇")]
    cleaned = remove_readings(lines, "a.txt", known)
    assert cleaned.readings == ()
    assert [one.line for one in cleaned.proposals] == [2, 3]
    assert {one.text for one in cleaned.proposals} == {"朝阳 cháo yang"}


def test_full_stops_and_quotes_are_told_by_rules_of_their_own() -> None:
    lines, changes = mend_punctuation([Line(3, '开"板凳会".')])
    assert lines[0].text == "开“板凳会”。"
    assert [change.rule for change in changes] == ["quotes", "quotes", "full-stop"]

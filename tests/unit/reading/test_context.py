"""A context's digest covers what a case's reading depends on, and nothing that would read every case anew."""

import pytest

from casesite.model.settings import HardCharacters, Settings, SiteField
from casesite.model.vocabulary import Indicator, Person, Region, Term, Vocabularies
from casesite.reading.context import Context

SITE = Settings(title="案例库")
WORDS = Vocabularies(topics=(Term("党建"),), regions=(Region(("山东省", "济宁市"), ("任城",)),))


def digest(settings: Settings, vocabularies: Vocabularies) -> str:
    return Context.of(settings, vocabularies).digest


@pytest.mark.parametrize(
    ("settings", "vocabularies"),
    [
        (Settings(title="案例库", pinyin="all"), WORDS),
        (Settings(title="案例库", pinyin_first=True), WORDS),
        (Settings(title="案例库", pinyin_by="word"), WORDS),
        (Settings(title="案例库", pinyin_tones="spoken"), WORDS),
        (Settings(title="案例库", pinyin_hard=HardCharacters(2)), WORDS),
        (Settings(title="案例库", pinyin_hard=HardCharacters(1, "畲")), WORDS),
        (Settings(title="案例库", timezone="+09:00"), WORDS),
        (Settings(title="案例库", fields=(SiteField("a", "a"),)), WORDS),
        (Settings(title="案例库", plugins=("a.py",)), WORDS),
        (SITE, Vocabularies()),
        (SITE, Vocabularies(topics=(), regions=WORDS.regions)),
        (SITE, Vocabularies(orgs=WORDS.topics, regions=WORDS.regions)),
        (SITE, Vocabularies(topics=(Term("党", ("建",)),), regions=WORDS.regions)),
        (SITE, Vocabularies(topics=WORDS.topics, regions=WORDS.regions, readings=(("a", "b"),))),
        (SITE, Vocabularies(topics=WORDS.topics, regions=WORDS.regions, people=(Person("张三"),))),
        (SITE, Vocabularies(topics=WORDS.topics, regions=WORDS.regions, indicators=(Indicator("a", "b"),))),
    ],
)
def test_what_changes_a_case_changes_the_digest(settings: Settings, vocabularies: Vocabularies) -> None:
    assert digest(settings, vocabularies) != digest(SITE, WORDS)


def test_what_changes_no_case_leaves_the_digest() -> None:
    other = Settings(title="另一个", url="https://example.org", page_size=9)
    assert digest(other, WORDS) == digest(SITE, WORDS)


def test_names_and_readings_come_from_the_vocabularies() -> None:
    context = Context.of(
        SITE,
        Vocabularies(
            regions=(Region(("山东省",), ("齐鲁",)),),
            orgs=(Term("苑庄镇党委", ("苑庄",)),),
            topics=(Term("党建联建"),),
            people=(Person("单雄信", "shàn xióng xìn"),),
            readings=(("重庆", "chóng qìng"),),
        ),
    )
    assert set(context.names.terms) == {"山东省", "齐鲁", "苑庄镇党委", "苑庄", "单雄信"}
    assert dict(context.readings.words) == {
        "单雄信": ("shàn", "xióng", "xìn"),
        "重庆": ("chóng", "qìng"),
    }


def test_people_are_read_by_their_surnames_unless_their_entry_says_otherwise() -> None:
    people = (
        Person("单玉芳"),
        Person("仇立本"),
        Person("尉迟恭"),
        Person("单雄", "dān xióng"),
        Person("王芳"),
    )
    table = Context.of(SITE, Vocabularies(people=people)).readings.table
    assert table == {
        "单玉芳": ("shàn", "yù", "fāng"),
        "仇立本": ("qiú", "lì", "běn"),
        "尉迟恭": ("yù", "chí", "gōng"),
        "单雄": ("dān", "xióng"),
    }


def test_places_and_organisations_are_read_as_their_entries_say() -> None:
    words = Vocabularies(
        regions=(Region(("山东省", "单县"), reading="shàn xiàn"), Region(("山东省",))),
        orgs=(Term("茶行", reading="chá háng"), Term("单县", reading="dān xiàn")),
        readings=(("茶行", "chá xíng"),),
    )
    table = Context.of(SITE, words).readings.table
    assert table == {"单县": ("dān", "xiàn"), "茶行": ("chá", "xíng")}

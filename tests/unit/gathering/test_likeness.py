"""Cases that speak of the same thing, whatever they are filed under."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from casesite.chinese import terms
from casesite.chinese.telling import telling
from casesite.gathering.read import Read, ReadCase
from casesite.gathering.site import gather
from casesite.model.settings import Settings
from casesite.model.site import Related, Site
from tests.unit.gathering.factory import NOW, case, gathered

WORDS = ("断桥", "电梯", "核桃", "法庭", "玫瑰", "路灯", "祠堂", "药箱", "群众", "振兴")


def told(name: str, text: str = "", title: str = "", **values: object) -> ReadCase:
    packed = terms.pack([("title", title)], [("text", text)]).data
    return case(name, title=title or name, body=f"{name} {text}", **values)._replace(telling=telling(packed))


def related(site: Site, name: str) -> tuple[Related, ...]:
    return next(entry.related for entry in site.entries if entry.card.id == name)


def test_what_both_titles_speak_of_ties_two_cases_and_is_named() -> None:
    site = gathered(
        told("me", title="断桥重连", topics=("联建",)),
        told("other", title="一座断桥，三个村", topics=("文旅",)),
        told("third", title="修路记"),
    )
    assert related(site, "me") == (Related("other", "text", "断桥"),)
    assert related(site, "third") == ()


def test_what_both_texts_often_speak_of_ties_them_and_two_words_are_named() -> None:
    lift, lamp = "电梯装上了，电梯坏了，电梯修好了。", "路灯亮了，路灯灭了，路灯又亮了。"
    site = gathered(told("me", lift + lamp + "核桃熟了。"), told("other", "核桃熟了。" + lamp + lift))
    assert related(site, "me") == (Related("other", "text", "路灯、电梯"),)


def test_words_in_passing_and_set_phrases_tie_nothing() -> None:
    common = "我们要坚持党建引领，让群众满意，推动乡村振兴，深入学习贯彻习近平新时代中国特色社会主义思想。"
    site = gathered(
        told("me", common * 3 + "电梯装上了。", title="党建引领促振兴"),
        told("other", common * 3 + "电梯坏了。路灯亮了。", title="党建引领助振兴"),
    )
    assert related(site, "me") == ()


def test_a_name_in_common_is_the_reason_unless_the_words_weigh_more() -> None:
    text = "".join(f"{word}好，{word}多，{word}新。" for word in WORDS[:5])
    site = gathered(
        told("me", text, title="断桥与电梯", topics=("联建",)),
        told("named", "断桥好，断桥多，断桥新。", topics=("联建",)),
        told("alike", text, title="电梯与断桥", topics=("联建",)),
    )
    assert related(site, "me") == (
        Related("alike", "text", "断桥、电梯"),
        Related("named", "topic", "联建"),
    )


_SENTENCES = st.lists(st.sampled_from(WORDS), max_size=12).map(lambda words: "，".join(words) + "。")
_TITLES = st.lists(st.sampled_from(WORDS), max_size=2).map("和".join)
_TOPICS = st.lists(st.sampled_from(("联建", "文旅")), max_size=1).map(tuple)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(_SENTENCES, _TITLES, _TOPICS, st.integers(1, 9)), min_size=2, max_size=25),
    st.randoms(use_true_random=False),
)
def test_the_order_of_files_changes_nothing(
    rows: list[tuple[str, str, tuple[str, ...], int]], dice: random.Random
) -> None:
    cases = [
        told(f"c{at:02}", text, title, topics=topics, date=f"2024-08-0{day}")
        for at, (text, title, topics, day) in enumerate(rows)
    ]
    site, _ = gather(
        Read(settings=Settings(title="案例", url="https://example.org/"), cases=tuple(cases)), now=NOW
    )
    shuffled = dice.sample(cases, len(cases))
    again, _ = gather(
        Read(settings=Settings(title="案例", url="https://example.org/"), cases=tuple(shuffled)), now=NOW
    )
    assert [entry.related for entry in site.entries] == [entry.related for entry in again.entries]
    for entry in site.entries:
        for one in entry.related:
            assert one.id != entry.card.id
            assert one.reason != "text" or one.label


def test_an_edited_sentence_changes_none_but_its_own_case() -> None:
    dice = random.Random(1)  # noqa: S311 - the same cases every time
    texts = ["。".join(dice.choice(WORDS) for _ in range(20)) for _ in range(200)]

    def site(changed: str) -> dict[str, tuple[Related, ...]]:
        cases = [
            told(f"c{at:03}", changed if at == 100 else text, date=f"2024-0{1 + at // 28}-{1 + at % 28:02}")
            for at, text in enumerate(texts)
        ]
        return {entry.card.id: entry.related for entry in gathered(*cases).entries}

    before, after = site(texts[100]), site(texts[100] + "。今年又来了三千人。鸡蛋卖完了")
    assert any(one.reason == "text" for kin in before.values() for one in kin)
    assert before == after


def test_a_new_case_changes_only_those_near_it_that_share_its_words() -> None:
    dice = random.Random(2)  # noqa: S311 - the same cases every time
    cases = [
        told(
            f"c{at:03}", title="和".join(dice.sample(WORDS, 2)), date=f"2024-0{1 + at // 28}-{1 + at % 28:02}"
        )
        for at in range(200)
    ]
    before = {entry.card.id: entry.related for entry in gathered(*cases).entries}
    after = gathered(*cases, told("new", title="断桥和电梯", date="2024-08-20"))
    changed = [entry.card.id for entry in after.entries if entry.related != before.get(entry.card.id)]
    assert "new" in changed
    assert 1 < len(changed) < 20

"""People's names are found where the words around tell of them, and nowhere else."""

import pytest

from casesite.chinese import people
from casesite.chinese.pinyin import annotate, words


def found(text: str) -> list[str]:
    parts = [word for word, _ in words(text)]
    return ["".join(parts[start:end]) for start, end in people.spans(parts)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("党支部书记仇建国介绍，村民单玉芳种了三亩茶。", ["仇建国", "单玉芳"]),
        ("仇德胜说，曾县长来过。", ["仇德胜", "曾"]),
        ("调解员解玉梅劝和了两家人。", ["解玉梅"]),
        ("老板令狐大勇和尉迟师傅都在。", ["令狐大勇", "尉迟"]),
        ("第五天一早，高山镇中心小学开学。", []),
        ("单位主任解放思想，曾任县长，查清了任务。", []),
        ("那家工地买通了人，管水的人叫赶沟人。", []),
        ("", []),
        ("2024年，AI来了", []),
    ],
)
def test_names_of_people(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("仇书记到了村里", "qiú"),
        ("单主任不在", "shàn"),
        ("解书记说", "xiè"),
        ("任镇长来了", "rén"),
        ("区师傅修车", "ōu"),
        ("朴教授讲课", "piáo"),
        ("查大爷今年八十", "zhā"),
        ("老查又来了", "zhā"),
        ("华主任接待", "huà"),
        ("盖老师家访", "gě"),
    ],
)
def test_a_surname_has_its_own_reading(text: str, surname: str) -> None:
    place = 1 if text.startswith("老") else 0
    assert annotate(text)[place][1] == surname


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("单位主任", "dān"),
        ("解放村", "jiě"),
        ("曾任县长", "céng"),
        ("查清账目", "chá"),
        ("任务书记在本子上", "rèn"),
        ("区书记办公会", "qū"),
        ("种好了地", "zhòng"),
    ],
)
def test_the_same_characters_elsewhere_have_not(text: str, reading: str) -> None:
    assert annotate(text)[0][1] == reading

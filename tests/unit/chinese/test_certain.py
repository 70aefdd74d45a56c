"""What our own lists say of a word stands, whatever a model makes of its characters."""

from importlib.resources import files

import pytest

from casesite.chinese.pinyin import annotate
from casesite.chinese.segments import segments


def listed(name: str) -> list[tuple[str, list[str]]]:
    lines = files("casesite.chinese").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return [(word, [one for one in rest if not one.isdigit()]) for word, *rest in rows if len(word) > 1]


@pytest.mark.parametrize("name", ["corrections.txt", "reviewed.txt"])
def test_a_word_alone_is_read_as_its_list_says(name: str) -> None:
    later = dict(listed("corrections.txt"))
    wrong = {
        word: (" ".join(read), " ".join(reading))
        for word, reading in listed(name)
        if reading != ["?"] and later.get(word, reading) == reading and segments(word) == [word]
        if (read := [syllable for _, syllable in annotate(word)]) != reading
    }
    assert not wrong


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("黄陂", "huáng pí"),
        ("六安", "lù ān"),
        ("单县", "shàn xiàn"),
        ("一行十人", "yī xíng shí rén"),
        ("县委书记一行来到村里", "xiàn wěi shū jì yī xíng lái dào cūn lǐ"),
        ("还得去", "hái děi qù"),
        ("得实惠", "dé shí huì"),
        ("干得好", "gàn de hǎo"),
        ("3重保障", "chóng bǎo zhàng"),
        ("于都县委", "yú dū xiàn wěi"),
        ("据瞭解", "jù liǎo jiě"),
        ("看著放心", "kàn zhe fàng xīn"),
        ("长处为大家所用", "cháng chù wéi dà jiā suǒ yòng"),
        ("，为推进改革奠定基础", "wèi tuī jìn gǎi gé diàn dìng jī chǔ"),
        ("师傅认识弟弟的衣服", "shī fu rèn shi dì di de yī fu"),
    ],
)
def test_phrases_without_help_around(text: str, reading: str) -> None:
    assert " ".join(syllable for _, syllable in annotate(text) if syllable) == reading

"""Names and hard words found without reading all of a text: as if all of it had been read."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casesite.chinese.levels import common
from casesite.chinese.named import cut
from casesite.chinese.names import Names, Span, spans
from casesite.chinese.pinyin import NONE, Readings, Word
from casesite.chinese.sought import sought

NAMES = Names.of(["苑满穗丰", "农业", "G20峰会", "王某"], ["建国", "单雄信", "欧阳"])
READINGS = Readings.of([("行", "háng"), ("长寿", "cháng shòu"), ("县长", "xiàn zhǎng")])
SIGNS = (
    "王 单 仇 任 曾 解 欧阳 老 小 阿 村民 书记 建 国 建国 玉芳 雄信 村支书 说 对 长 重 行 为 了 的 还 都 乐 "
    "济宁 汶上 县委 县 市 区 乡村 镇 苑庄 王庄 街道 凤城 长寿 农业 农村 局 厅 组织部 党 基层 中心 银行 集团 "
    "颡 黄颡鱼 囍 龘 東 車站 隻 〇 ， 。 、 AI 3 \n & 以 由 所 苑满穗丰 G20峰会 单雄信 人民 医院 工商 联"
)
TEXTS = st.lists(st.sampled_from([*SIGNS.split(" "), " "]), max_size=12).map("".join)


def places_of(words: list[Word], names: list[Span]) -> list[Span]:
    """Return names counted in characters."""
    ends = list(accumulate((len(word) for word, _ in words), initial=0))
    return [(ends[start], ends[end]) for start, end in names]


def at(words: list[Word]) -> dict[Span, tuple[str, ...]]:
    """Return the syllables of words by where they stand."""
    ends = accumulate((len(word) for word, _ in words), initial=0)
    return {span: syllables for span, (_, syllables) in zip(pairwise(ends), words, strict=True)}


@given(
    TEXTS,
    st.sampled_from([Names(), NAMES]),
    st.sampled_from([NONE, READINGS]),
    st.sampled_from([None, common()]),
)
def test_what_is_sought_is_found_and_read_as_in_the_whole_text(
    text: str, names: Names, readings: Readings, easy: frozenset[str] | None
) -> None:
    words, parts = cut(text, names, readings)
    whole = at(words)
    found = sought(text, names, readings, easy)
    assert "".join(word for word, _ in found.found) == text
    assert [found.found[place] for place in found.given] == [words[place] for place in parts]
    places = places_of(words, spans([word for word, _ in words], frozenset(parts)))
    assert places_of(found.found, found.names) == places
    read = at(found.found)
    for (start, end), syllables in whole.items():
        named = any(first <= start and end <= last for first, last in places)
        if syllables and (named or (easy is not None and not easy.issuperset(text[start:end]))):
            assert read[start, end] == syllables


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("你好，王书记", ["王"]),
        ("王建国，汶上县", ["王建国", "汶上县"]),
        ("小王建国好", ["王建国"]),
        ("开始，好，汶上县委组织部。结束", ["汶上县委组织部"]),
    ],
)
def test_names_are_found_beside_what_is_not_looked_into(text: str, names: list[str]) -> None:
    found = sought(text, Names(), NONE)
    assert [text[slice(*span)] for span in places_of(found.found, found.names)] == names


def test_what_can_hold_no_name_stays_whole() -> None:
    assert sought("这里很好，真好。", Names(), NONE).found == [("这里很好，真好", ()), ("。", ())]

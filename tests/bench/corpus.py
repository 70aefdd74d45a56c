"""A corpus of cases for benchmarks: prose by a small generator, the same on every machine.

`python -m tests.bench.corpus DIR --cases 1000` writes a project: `content/site.yaml` and one Markdown file a
case, of about 2,000 characters each. The words follow Zipf's law, and each subject has some of its own;
sentences come from a common stock of 24,000, and none stands twice in a case. So there are about as many
pairs of neighbouring characters as in real prose. Two cases of three hold a sentence with Latin letters.
"""

import argparse
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

SENTENCES: Final = 24_000
CHARACTERS: Final = 2_700
LENGTH: Final = 1_820
SUBJECTS: Final = 40
OWN_WORDS: Final = 90
_SEED: Final = 20240820
_GRAMMAR: Final = "的在了和是为与把将等由对从以到并又也都就"
_NUMBERED: Final = ("余户", "万元", "亩", "个村", "名党员", "公里", "人次", "家企业", "%")
_LATIN: Final = (
    *("GDP", "AI", "5G", "App", "POS", "VR", "PM2.5", "ERP", "ISO9001", "Wi-Fi", "B2B", "EPC", "LED"),
    *("WeChat", "K12", "CT", "T恤", "U盘", "GPS", "QR", "GB/T19001", "eSIM", "MBA", "ATM", "SOP"),
    *("O2O", "4K", "NFC", "OTA", "DNA", "H5", "A4", "IP", "SaaS", "ETC", "PPP"),
)
_MIXES: Final = (
    "村里引进{0}设备{1}台，",
    "{0}平台上线{1}天，",
    "全县{0}用户有{1}户，",
    "组织{0}培训{1}期，",
    "建成{0}+{2}示范点{1}处，",
    "Ｎｏ．{1}合作社用上了{0}和{2}，",
)
_ENDS: Final = ("群众都说好。", "带动了就业。", "每年省下一笔钱。", "成了全镇的样板。")
_PROVINCES: Final = ("山东省", "浙江省", "四川省", "湖北省", "云南省", "陕西省")
_TOPICS: Final = (
    "跨村联建",
    "产业振兴",
    "基层治理",
    "人才回乡",
    "生态修复",
    "文化传承",
    "数字乡村",
    "集体经济",
)
_TAGS: Final = ("合作社", "党建", "旅游", "电商", "养老", "水利", "教育", "林下经济", "直播", "品牌")


class Corpus(NamedTuple):
    """What the cases are made from."""

    sentences: tuple[tuple[str, ...], ...]
    """By subject, as each has words of its own."""
    slogans: tuple[str, ...]
    words: tuple[str, ...]


class Dice:
    """Numbers from `random.Random.random` alone, which every version of Python keeps."""

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random  # noqa: S311 - text for benchmarks, no secret

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to below the limit."""
        return int(self._next() * limit)

    def one(self, items: Sequence[str]) -> str:
        """Pick one, each as likely."""
        return items[self.below(len(items))]

    def weighted(self, items: Sequence[str], sums: Sequence[float]) -> str:
        """Pick one by the running sums of the weights."""
        return items[bisect(sums, self._next() * sums[-1])]

    def shuffled(self, items: Sequence[str]) -> list[str]:
        """Return the items in another order."""
        return sorted(items, key=lambda _: self._next())


def make_corpus() -> Corpus:
    """Make words, sentences and slogans."""
    dice = Dice(_SEED)
    level = files("casesite.chinese").joinpath("data/level1.txt").read_text(encoding="utf-8")
    characters = [char for char in dice.shuffled("".join(level.split())) if char not in _GRAMMAR][:CHARACTERS]
    sums = list(accumulate(1 / (rank + 30) for rank in range(CHARACTERS)))
    words: dict[str, None] = {}
    while len(words) < 9_000:  # about what a newspaper's reader knows of two characters
        words["".join(dice.weighted(characters, sums) for _ in range(2))] = None
    # Every character stands in some word, and a few words are long ones, as names are.
    words |= {char + dice.weighted(characters, sums): None for char in characters}
    two = list(words)
    words |= {dice.one(two) + dice.one(two[:1500]): None for _ in range(1_200)}
    listed = dice.shuffled(tuple(words))
    common = [1 / (rank + 12) ** 0.95 for rank in range(len(listed))]
    sentences: dict[str, int] = {}
    for subject in range(SUBJECTS):
        own = {dice.below(len(listed)) for _ in range(OWN_WORDS)}
        weights = list(accumulate(w * 0.3 + (0.16 if rank in own else 0) for rank, w in enumerate(common)))
        while len(sentences) < SENTENCES * (subject + 1) // SUBJECTS:
            sentences.setdefault(_sentence(dice, listed, weights), subject)
    subjects: list[list[str]] = [[] for _ in range(SUBJECTS)]
    for sentence, subject in sentences.items():
        subjects[subject].append(sentence)
    slogans = dict.fromkeys(_slogan(dice, two) for _ in range(1_500))
    return Corpus(tuple(map(tuple, subjects)), tuple(slogans), tuple(two))


def _slogan(dice: Dice, words: Sequence[str]) -> str:
    """Make a slogan of two clauses."""
    clauses = ("".join(dice.one(words) for _ in range(3)) for _ in range(2))
    return "，".join(clauses) + "。"


def _sentence(dice: Dice, words: Sequence[str], weights: Sequence[float]) -> str:
    """Make one sentence of one to four clauses."""
    clauses = []
    for _ in range(1 + dice.below(4)):
        clause = ""
        for place in range(3 + dice.below(4)):
            clause += dice.weighted(words, weights)
            if place and dice.below(5) < 2:  # two words of five are followed by a small one
                clause += _GRAMMAR[min(dice.below(20), dice.below(20))]
        if dice.below(6) == 0:
            clause += f"{1 + dice.below(9)}{dice.below(1000)}{dice.one(_NUMBERED)}"
        clauses.append(clause)
    return dice.one(("，", "，", "，", "、", "；")).join(clauses) + dice.one(("。", "。", "。", "！"))


def make_cases(corpus: Corpus, number: int) -> Iterator[tuple[str, str]]:
    """Make that many cases, as (file name, text); a case is the same whatever their number."""
    for index in range(number):
        dice = Dice(_SEED + 1 + index)
        identity = f"c{index + 1:05d}"
        year, month, day = 2015 + index % 10, 1 + dice.below(12), 1 + dice.below(28)
        province = dice.one(_PROVINCES)
        region = f"{province}/{corpus.words[dice.below(40)]}市/{corpus.words[100 + dice.below(200)]}县"
        topics = sorted({dice.one(_TOPICS), dice.one(_TOPICS)})
        tags = sorted({dice.one(_TAGS) for _ in range(3)})
        title = f"{dice.one(corpus.words)}{dice.one(corpus.words)}：{dice.one(corpus.slogans)[:-1]}"
        front = (
            f"---\nid: {identity}\ntitle: {title}\ndate: {year}-{month:02d}-{day:02d}\n"
            f"issue: {year}-{month:02d}\norg: {corpus.words[300 + dice.below(150)]}集团\nregion: {region}\n"
            f"topics: [{', '.join(topics)}]\ntags: [{', '.join(tags)}]\n"
            f"figures:\n  - {{id: funds, label: 整合资金, value: {100 + dice.below(9000)}, unit: 万元}}\n"
            "---\n\n"
        )
        blocks = [*_blocks(corpus, dice), *_mixed(Dice(2 * _SEED + index))]
        yield f"{identity}.md", front + "\n\n".join(blocks) + "\n"


def _blocks(corpus: Corpus, dice: Dice) -> list[str]:
    """Make the blocks of a body: slogans in bold, headings, paragraphs, a list; no sentence twice."""
    used: set[str] = set()
    subjects = [dice.below(SUBJECTS) for _ in range(2)]
    blocks = []
    length = 0
    while length < LENGTH:
        paragraph = ""
        while len(paragraph) < 190:  # a paragraph is about that long
            subject = subjects[dice.below(2)] if dice.below(10) else dice.below(SUBJECTS)
            sentence = dice.one(corpus.sentences[subject])
            if sentence not in used:
                used.add(sentence)
                paragraph += sentence
        length += len(paragraph)
        kind = dice.below(6)
        if kind < 2:  # a third of the paragraphs open with a slogan
            paragraph = f"**{dice.one(corpus.slogans)}**{paragraph}"
        elif kind == 2:
            blocks.append(f"## {dice.one(corpus.slogans)[:-1]}")
        elif kind == 3 and len(paragraph) > 60:
            paragraph = "\n".join(f"- {part}" for part in paragraph.split("。") if part)
        blocks.append(paragraph)
    return blocks


def _mixed(dice: Dice) -> Iterator[str]:
    """Yield a paragraph with letters and numbers, for two cases of three; its dice move no other's."""
    if dice.below(3):
        mix = dice.one(_MIXES).format(dice.one(_LATIN), 2 + dice.below(900), dice.one(_LATIN))
        yield mix + dice.one(_ENDS)


def write_project(folder: Path, cases: int) -> None:
    """Write a project of that many cases."""
    target = folder / "content" / "cases"
    target.mkdir(parents=True, exist_ok=True)
    settings = "title: 案例库\nid: 3d8c0a4e-2f0b-4c54-9d59-0c8a3a1d7b10\nurl: https://example.org/cases\n"
    (folder / "content" / "site.yaml").write_bytes(settings.encode())
    for name, text in make_cases(make_corpus(), cases):
        (target / name).write_bytes(text.encode())


def main() -> None:
    """Write a project as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--cases", type=int, default=1000)
    options = parser.parse_args()
    write_project(options.folder, options.cases)


if __name__ == "__main__":
    main()

"""Compiles the lexicon that ships with the package: `python -m casesite.chinese.lexicon.compile`.

Sources, all MIT: characters and phrases of pypinyin; words, how often they come, and which are places, of
jieba's `dict.txt`. Ours, `data/reviewed.txt` and `data/corrections.txt`, go before both. All are needed for
compiling only.
Costs are integers and everything is sorted, so that the same sources give the same bytes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.util import find_spec
from math import log2
from pathlib import Path
from typing import Final, NamedTuple

from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

from casesite.chinese.text import HAN_RANGES

_HAN: Final = re.compile(f"[{HAN_RANGES}]+")
_LONGEST: Final = 8
_COMMON_WORD: Final = 20
_KNOWN_PLACE: Final = 2
_LONGEST_COMMON: Final = 4
_RARE: Final = {1: 3, 2: 3}
"""How often a phrase is taken to come that has no count, by its length; longer ones come 8 times."""
_STEPS: Final = 16
"""Costs are in sixteenths of a bit."""
_CITATION: Final = {("一", "yí"): "yī", ("一", "yì"): "yī", ("不", "bú"): "bù"}


_SHORT: Final = 2
_SUFFIXES: Final = frozenset("省市区县旗州盟镇乡村")
_LARGE: Final = frozenset("省市县")
_ADMINISTRATIVE: Final = frozenset("省市县区")
_VAGUE: Final = re.compile(
    "[城都门超股上入]市$|^新城区$|^老城区$|中心区$|无人区|拉丁区|精华区|欧元区|[上下]半区|草坪区"
    "|亚[洲太]区|东亚区|百强县|淘宝村|[渡度]假村|江南水乡"
    "|[地军郊特山库矿边林景护湖新园垦藏市湾牧港]区$|自治[省州县区]|行政区|联盟|各"
    "|^[上中下大小]?[四六九三][市镇村乡]|城中村|亚运村|上山下乡|四里八乡|中心镇|河流镇|南北镇|乡镇"
    "|瑶族乡|三角旗|五环旗|太极旗|太阳旗|[三五]色旗|下半旗|斯加盟|高原区|苏占区|冬麦区|东南区"
    "|太平洋区|大中华区|西南乡|城郊乡|河[东西南北]村|大市镇|爱家乡|三镇$|二区$|菲涅耳区|布罗卡区"
    "|贵峰村"
)
"""What the list of places holds that is no name, or an ordinary word as well."""
_ORDINARY: Final = re.compile(
    "北方|南部|外省|中方|共和|平原|友谊|延长|大都|东部|朝阳|长安|太平|和平|新华|东方|通道|双城|新民|开化|建设|文化|中心|大同"
)
"""Words that are common beside being the name of a county or city."""


class Sources(NamedTuple):
    """What the lexicon is made from: default readings, words' readings, counts, places.

    `certain` are the words whose readings are ours: no example outweighs them.
    """

    characters: dict[str, str]
    phrases: dict[str, tuple[str, ...]]
    counts: dict[str, int]
    places: frozenset[str]
    certain: frozenset[str]


def gather() -> Sources:
    """Read the sources and lay ours over them."""
    characters = {chr(code): readings.split(",")[0] for code, readings in pinyin_dict.items()}
    characters = {char: reading for char, reading in characters.items() if _HAN.fullmatch(char)}
    phrases = {
        phrase: tuple(
            _CITATION.get((char, syllable[0]), syllable[0])
            for char, syllable in zip(phrase, reading, strict=True)
        )
        for phrase, reading in phrases_dict.items()
        if _HAN.fullmatch(phrase) and len(phrase) <= _LONGEST
    }
    counts, places = _counted()
    chosen = {word: counts.get(word, _RARE.get(len(word), 8)) for word in phrases}
    chosen |= {word: count for word, count in counts.items() if _wanted(word, count, word in places)}
    certain: set[str] = set()
    for word, *reading in _lines("reviewed.txt"):
        phrases.pop(word, None)
        if reading != ["?"]:
            phrases[word] = tuple(reading)
            certain.add(word)
    for word, *reading in _lines("corrections.txt"):
        count = int(reading.pop()) if reading[-1].isdigit() else 0
        if len(word) == 1:
            characters[word] = reading[0]
        else:
            phrases[word] = tuple(reading)
            certain.add(word)
            chosen[word] = count or max(chosen.get(word, 0), 100)
            places |= {word} if word[-1] in _ADMINISTRATIVE else set()
    return Sources(
        characters, phrases, chosen, frozenset(_proper(places & chosen.keys())), frozenset(certain)
    )


def _lines(name: str) -> Iterator[list[str]]:
    """Yield the lines of a file of ours as words."""
    for line in files("casesite.chinese").joinpath(f"data/{name}").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def _proper(places: Iterable[str]) -> set[str]:
    """Return what is surely the name of a place: with its suffix, and for the larger ones without it too."""
    whole = {
        place
        for place in places
        if len(place) > _SHORT and place[-1] in _SUFFIXES and not _VAGUE.search(place)
    }
    bare = {place[:-1] for place in whole if place[-1] in _LARGE}
    return whole | {place for place in bare if not _ORDINARY.fullmatch(place)}


def _counted() -> tuple[dict[str, int], set[str]]:
    """Return jieba's words with their counts, and those of them that it knows as places."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        message = "jieba is not installed"
        raise ModuleNotFoundError(message)
    counts: dict[str, int] = {}
    places: set[str] = set()
    for line in Path(spec.origin).with_name("dict.txt").read_text("utf-8").splitlines():
        word, count, kind = line.split()
        if _HAN.fullmatch(word):
            counts[word] = int(count)
            if kind == "ns" and len(word) > 1:
                places.add(word)
    return counts, places


def _wanted(word: str, count: int, place: bool) -> bool:  # noqa: FBT001 - three columns of one row
    if len(word) == 1:
        return count > 0
    if place:
        return count >= _KNOWN_PLACE and len(word) <= _LONGEST
    return len(word) <= _LONGEST_COMMON and count >= _COMMON_WORD


def compose(sources: Sources, costs: dict[str, int], dearest: int) -> dict[str, tuple[str, ...]]:
    """Return the readings of the words that differ from their characters' defaults.

    A word that no source reads is read by the cheapest words that it consists of: 银行家 by 银行.
    """
    readings: dict[str, tuple[str, ...]] = {}
    special: dict[str, tuple[str, ...]] = {}
    for word in sorted(costs, key=lambda word: (len(word), word)):
        default = tuple(sources.characters.get(char, "") for char in word)
        reading = sources.phrases.get(word)
        if reading is None:
            parts = _parts(word, costs, dearest)
            reading = tuple(
                syllable
                for part in parts
                for syllable in readings.get(part, (sources.characters.get(part, ""),))
            )
        if len(word) > 1:
            readings[word] = reading
            if reading != default:
                special[word] = reading
    return special


def _parts(word: str, costs: dict[str, int], dearest: int) -> list[str]:
    """Return the cheapest split of a word into shorter ones."""
    best: list[tuple[int, list[str]]] = [(0, [])]
    for end in range(1, len(word) + 1):
        best.append(
            min(
                (best[start][0] + costs.get(word[start:end], dearest), [*best[start][1], word[start:end]])
                for start in range(end)
                if end - start == 1 or (end - start < len(word) and word[start:end] in costs)
            )
        )
    return best[-1][1]


def compiled() -> str:
    """Return the lexicon's text; `casesite.chinese.lexicon` says how it is laid out."""
    sources = gather()
    total = sum(sources.counts.values())
    costs = {word: round(_STEPS * log2(total / max(count, 1))) for word, count in sources.counts.items()}
    dearest = max(costs.values())
    by_reading = _grouped((reading, char) for char, reading in sources.characters.items())
    by_cost = _grouped((f"{len(word)} {costs[word]:03}", word) for word in costs)
    special = sorted(compose(sources, costs, dearest).items())
    lines = [
        f"casesite lexicon 1 {dearest}",
        "characters",
        *(f"{reading} {''.join(characters)}" for reading, characters in by_reading),
        "words",
        *(f"{key} {' '.join(words)}" for key, words in by_cost),
        "readings",
        *(f"{word} {' '.join(reading)}" for word, reading in special),
        "places",
        *(" ".join(words) for _, words in _grouped((str(len(word)), word) for word in sources.places)),
    ]
    return "\n".join(lines) + "\n"


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Return (key, values), both in order."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return [(key, sorted(values)) for key, values in sorted(groups.items())]


def of_characters() -> dict[str, tuple[str, ...]]:
    """Return all readings of single characters, in the order of the codes."""
    return {chr(code): tuple(listed.split(",")) for code, listed in sorted(pinyin_dict.items())}


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "data" / "lexicon.txt"
    target.write_text(compiled(), encoding="utf-8", newline="\n")

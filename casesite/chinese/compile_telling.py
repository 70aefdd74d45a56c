"""Makes the table of telling words: `python -m casesite.chinese.compile_telling`.

How common a pair of characters is in general Chinese is reckoned from the counts of jieba's dictionary
(0.42.1, MIT): inside of words as often as these come, across the border of two words as often as words end
with the first and begin with the second. A pair is in the table when it is a word of its own at least half of
the time (not 自来, which is 自来水; nor 和服, as in 产品和服务), and when the dictionary tags it as a noun,
a place or a verb, which tells half. `data/subjects.txt` has what is added and what is left out.
"""

from collections import Counter, defaultdict
from importlib.resources import files
from importlib.util import find_spec
from math import log2
from pathlib import Path
from typing import Final

from casesite.chinese.wordlists import sections

_TELLS: Final = {"n": 2, "ns": 2, "nz": 2, "nt": 2, "vn": 2, "j": 2, "v": 1}
"""Weight of a bit, by the dictionary's tag."""
_SEEN: Final = 5
"""How often a word must have come."""
_COMMON: Final = 11.5
"""Bits: what is more common tells nothing."""
_RARE: Final = 8.0
"""Bits beyond that: what is rarer still tells no more."""
_LEAST: Final = 4
"""What weighs less would tie no two cases."""
_PLACED: Final = frozenset("里上下边中前后内外旁头")
"""What ends a word that only says where: 村里, 墙上."""


def compiled() -> str:
    """Return the file: a line a weight (4–16), with its words in code order and nothing between them."""
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word, weight in _table().items():
        groups[weight].append(word)
    return "".join(f"{weight} {''.join(sorted(groups[weight]))}\n" for weight in sorted(groups))


def _table() -> dict[str, int]:
    counts, tags = _dictionary()
    pairs: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word, count in counts.items():
        first[word[0]] += count
        last[word[-1]] += count
        for at in range(len(word) - 1):
            pairs[word[at : at + 2]] += count
    total = sum(counts.values())

    def often(pair: str) -> float:
        return pairs[pair] + last[pair[0]] * first[pair[1]] / total

    def weight(pair: str, tells: int) -> int:
        bits = log2(total / max(often(pair), 1)) - _COMMON
        return round(tells * max(0.0, min(_RARE, bits)))

    ours = sections("subjects.txt")
    found = {
        word: weight(word, _TELLS[tags[word]])
        for word, count in counts.items()
        if _is_pair(word)
        and tags[word] in _TELLS
        and count >= max(_SEEN, often(word) / 2)
        and word[1] not in _PLACED
    }
    found |= {word: weight(word, 2) for word in ours["subjects"]}
    setting = frozenset(ours["setting"])
    return {word: weight for word, weight in found.items() if weight >= _LEAST and word not in setting}


def _is_pair(word: str) -> bool:
    return len(word) == len("一对") and all("一" <= char <= "鿿" for char in word)


def _dictionary() -> tuple[dict[str, int], dict[str, str]]:
    """Return the counts of jieba's words, and their tags."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        message = "jieba is not installed"
        raise ModuleNotFoundError(message)
    counts: dict[str, int] = {}
    tags: dict[str, str] = {}
    for line in Path(spec.origin).with_name("dict.txt").read_text("utf-8").splitlines():
        word, count, tag = line.split()
        counts[word], tags[word] = int(count), tag
    return counts, tags


if __name__ == "__main__":
    target = Path(str(files("casesite.chinese").joinpath("data/telling.txt")))
    target.write_text(compiled(), encoding="utf-8", newline="\n")

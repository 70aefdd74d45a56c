"""Makes the list of idioms: `python -m casesite.chinese.compile_idioms`.

They are the words of four characters that jieba's dictionary (0.42.1, MIT) tags as idioms (`i`), those of its
set phrases (`l`) that are not two words beside each other, and some of our own; all must be in the lexicon.
"""

from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from casesite.chinese.lexicon import Lexicon, lexicon

_SIZE: Final = 4
_OURS: Final = (
    *(
        "实事求是",
        "总而言之",
        "洋洋大观",
        "因地制宜",
        "一心一意",
        "齐心协力",
        "同心同德",
        "守望相助",
        "添砖加瓦",
    ),
    *(
        "脱胎换骨",
        "立竿见影",
        "雪中送炭",
        "安居乐业",
        "移风易俗",
        "家喻户晓",
        "有声有色",
        "群策群力",
        "各自为战",
    ),
    *("单打独斗", "有章可循", "有据可查", "有口皆碑", "来之不易", "久久为功"),
)
_NOT: Final = frozenset(("空气污染", "完全恢复", "精神文明", "物质文明"))
"""What the dictionary tags as idioms and are two words."""


def idioms() -> list[str]:
    """Return the idioms in code order."""
    known = lexicon()
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        message = "jieba is not installed"
        raise ModuleNotFoundError(message)
    found = set(_OURS)
    for line in Path(spec.origin).with_name("dict.txt").read_text("utf-8").splitlines():
        word, _, kind = line.split()
        if len(word) == _SIZE and (kind == "i" or (kind == "l" and not _is_pair(word, known))):
            found.add(word)
    return sorted(word for word in found - _NOT if word in known.costs and word not in known.places)


def _is_pair(word: str, known: Lexicon) -> bool:
    half = _SIZE // 2
    return word[:half] in known.costs and word[half:] in known.costs


if __name__ == "__main__":
    target = Path(str(files("casesite.chinese").joinpath("data/idioms.txt")))
    target.write_text("\n".join(idioms()) + "\n", encoding="utf-8", newline="\n")

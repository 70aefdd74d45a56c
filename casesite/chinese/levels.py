"""Which characters everybody is taken to read: those of the standard character list up to a level.

The list is 通用规范汉字表 (Table of General Standard Chinese Characters), published by the State Council of
China on 5 June 2013; its level 1 holds the 3,500 characters of common use, its level 2 another 3,000 that
publishing needs. `data/level1.txt` and `data/level2.txt` have them in code order. They were taken from
`charsets_char.json` of vocab-coverage 0.9 (Apache-2.0).
"""

from functools import cache
from importlib.resources import files
from typing import Literal

Level = Literal[1, 2]


@cache
def common(level: Level = 1) -> frozenset[str]:
    """Return the 3,500 characters of level 1, or the 6,500 of levels 1 and 2."""
    text = "".join(
        files(__package__).joinpath(f"data/level{number}.txt").read_text(encoding="utf-8")
        for number in range(1, level + 1)
    )
    return frozenset(text) - {"\n"}

"""Which characters everybody is taken to read: level 1 of the standard character list.

The list is 通用规范汉字表 (Table of General Standard Chinese Characters), published by the State Council of
China on 5 June 2013; its level 1 holds the 3,500 characters of common use. `data/level1.txt` has them in
code order. They were taken from `charsets_char.json` of vocab-coverage 0.9 (Apache-2.0).
"""

from functools import cache
from importlib.resources import files


@cache
def common() -> frozenset[str]:
    """Return the 3,500 characters of level 1."""
    text = files(__package__).joinpath("data/level1.txt").read_text(encoding="utf-8")
    return frozenset(text) - {"\n"}

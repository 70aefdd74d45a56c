"""Addresses from Chinese: a slug of toneless syllables."""

import hashlib
import re
from typing import Final

from casesite.chinese.pinyin import words

_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_LIMIT: Final = 80
_TONES: Final = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ", "aaaaeeeeiiiioooouuuuvvvvvnnn")


def slug(text: str) -> str:
    """Return a name for addresses: lower-case ASCII words joined by hyphens, 1–80 characters, never reserved."""
    parts = [" ".join(syllables).translate(_TONES) if syllables else run for run, syllables in words(text)]
    name = re.sub("[^a-z0-9]+", "-", " ".join(parts).lower()).strip("-")
    if len(name) > _LIMIT:
        name = name[: _LIMIT + 1].rpartition("-")[0] or name[:_LIMIT]
    if not name:
        return "x" + hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
    return name + "-0" if name in _RESERVED else name

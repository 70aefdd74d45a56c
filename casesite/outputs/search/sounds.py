"""What a query that found nothing may have meant: how each character sounds, and which are traditional ones.

Both files are the same for every site. `sound` is a text of syllables (ü is `v`), each followed by the common
characters that can be so read. `variants` is a list of two texts: pairs of a traditional and a simplified
character; the traditional ones that stand in simplified texts too (乾 in 乾隆).
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from casesite.chinese import variants
from casesite.chinese.levels import common
from casesite.chinese.syllables import of_character
from casesite.model.artifact import Artifact
from casesite.outputs import digest
from casesite.outputs.search.script import part, path, short

_USES: Final = ("sound", "variants")
_PLANE: Final = 0x10000
"""Beyond stand characters that nobody types."""


class Table(Struct, frozen=True, array_like=True):
    """One of the two."""

    use: str


def plan() -> Iterator[tuple[str, Artifact]]:
    """Yield both files with what each is for."""
    for use in _USES:
        inputs = Table(use)
        made = digest.artifact("", "search/sounds", inputs, theme=None)
        yield use, replace(made, path=path(_name(made)))


def render(artifact: Artifact) -> bytes:
    """Write a table."""
    table: Table = artifact.inputs
    return part(_name(artifact), _sounds() if table.use == "sound" else _variants())


def _name(artifact: Artifact) -> str:
    return f"{artifact.inputs.use}-{short(artifact.digest)}"


def _sounds() -> str:
    """Return syllables with the common characters that can be so read."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for char in sorted(common()):
        for syllable in of_character(char):
            found[syllable.replace("ü", "v")].append(char)
    return "".join(syllable + "".join(found[syllable]) for syllable in sorted(found))


def _variants() -> list[str]:
    """Return pairs, and the traditional characters that are common ones of simplified texts."""
    known = common(2)
    pairs = sorted(
        (chr(code), plain)
        for code, plain in variants.table().items()
        if plain in known and chr(code) != plain and code < _PLANE
    )
    return [
        "".join(char + plain for char, plain in pairs),
        "".join(char for char, _ in pairs if char in known),
    ]

"""Places of a region tree, found by their path or by any part of it that names one place only."""

import re
from typing import Final, NamedTuple

from casesite.model.nearest import nearest
from casesite.model.vocabulary import Region

Path = tuple[str, ...]

_SEPARATOR: Final = re.compile(r"\s*[/／\\>＞→·|]\s*|\s+")
_SUFFIX: Final = re.compile(
    r"(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|自治州|自治县|自治旗|地区|街道办事处|街道|新区"
    r"|省|市|区|县|旗|盟|州|镇|乡|村|社区)$"
)
_SHORTEST: Final = 2


class Regions(NamedTuple):
    """The places of a tree: `paths` by each name, alias and shortened name; `calls` are these by path."""

    paths: dict[str, tuple[Path, ...]]
    calls: dict[Path, tuple[str, ...]]

    @classmethod
    def of(cls, regions: tuple[Region, ...]) -> "Regions":
        """Make the look-up of a tree."""
        calls = {region.path: _calls(region) for region in regions}
        paths: dict[str, list[Path]] = {}
        for path, names in calls.items():
            for name in names:
                paths.setdefault(name, []).append(path)
        return cls({name: tuple(found) for name, found in paths.items()}, calls)

    def find(self, parts: Path) -> tuple[Path, ...]:
        """Return every place that the parts may name: none, the one, or those to choose from.

        Levels may be left out. Parts written as they stand in the tree win over aliases and shortened names.
        """
        if not parts:
            return ()
        if parts in self.calls:
            return (parts,)
        found = [path for path in self.paths.get(parts[-1], ()) if self._above(parts[:-1], path[:-1])]
        exact = [path for path in found if _within(parts, path)]
        if len(exact) == 1:
            return (exact[0],)
        if not found and len(parts) == 1:
            found = self._run_together(parts[0])
        return tuple(found)

    def nearest(self, parts: Path) -> str:
        """Return the path of the place most like the parts, or an empty text."""
        whole = dict.fromkeys(path[-1] for path in self.calls)
        name = parts[-1] if parts[-1] in self.paths else nearest(parts[-1], whole)
        return "/".join(self.paths[name][0]) if name else ""

    def _above(self, parts: Path, above: Path) -> bool:
        """Whether the parts name some of the levels above, in their order."""
        start = 0
        for part in parts:
            level = next(
                (n for n in range(start, len(above)) if part in self.calls.get(above[: n + 1], ())), None
            )
            if level is None:
                return False
            start = level + 1
        return True

    def _run_together(self, text: str) -> list[Path]:
        """Return the places of a text without separators, such as 山东省济宁市汶上县."""
        found = []
        for start in range(1, len(text) - _SHORTEST + 1):
            for path in self.paths.get(text[start:], ()):
                if path not in found and self._ends(text[:start], path[:-1]):
                    found.append(path)
        return found

    def _ends(self, text: str, above: Path) -> bool:
        """Whether a text is made of names of the levels above, in their order."""
        if not text:
            return True
        for level in range(len(above), 0, -1):
            for name in self.calls.get(above[:level], ()):
                if text.endswith(name) and self._ends(text[: -len(name)], above[: level - 1]):
                    return True
        return False


def parts_of(text: str) -> Path:
    """Return the parts of a path as it was written."""
    return tuple(part for part in _SEPARATOR.split(text.strip()) if part)


def _calls(region: Region) -> tuple[str, ...]:
    """Return all that one place may be called within its own level."""
    name = region.path[-1]
    short = _SUFFIX.sub("", name)
    names = (name, *region.aliases, *((short,) if len(short) >= _SHORTEST else ()))
    return tuple(dict.fromkeys(names))


def _within(parts: Path, path: Path) -> bool:
    """Whether all parts stand in the path, in their order."""
    rest = iter(path)
    return all(part in rest for part in parts)

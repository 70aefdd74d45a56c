"""`regions.yaml`: a tree of places.

A level is a mapping of names, a list, or a single name. Beside a name stands nothing, the level below it, its
code (digits), or a mapping: in it `code`, `aliases`, `reading` and `parts` (代码, 别名, 读音, 下辖) are the
place's own, and every other key is a place below it:

    山东省:
      code: 370000
      济宁市:
        aliases: [济宁地区]
        汶上县: [苑庄镇, 次邱镇]
        金乡县:
"""

from casesite.messages import fields as codes
from casesite.model.fields import REGION
from casesite.model.problem import Problem
from casesite.model.vocabulary import Region
from casesite.reading.form import Form
from casesite.reading.keys import OF_PART
from casesite.reading.lines import Lines
from casesite.reading.nodes import Mapping, Node, Scalar, Sequence
from casesite.reading.readings import syllables
from casesite.reading.regions import Path


def read_regions(root: Node, lines: Lines) -> tuple[tuple[Region, ...], list[Problem]]:
    """Return all places of a tree, each before those below it, in the file's order."""
    tree = _Tree(lines)
    tree.level(root, ())
    return tuple(tree.regions), tree.problems


class _Tree:
    """The walk through a tree."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.regions: list[Region] = []
        self.problems: list[Problem] = []
        self._lines: dict[Path, int] = {}

    def level(self, node: Node, above: Path) -> None:
        """Read the places of one level."""
        if isinstance(node, Scalar):
            if node.text.strip():
                self._place(node, None, above)
        elif isinstance(node, Sequence):
            for item in node.items:
                self.level(item, above)
        else:
            for key, below in node.pairs:
                self._place(key, below, above)

    def _place(self, name: Scalar, below: Node | None, above: Path) -> None:
        """Read one place and those below it."""
        path = (*above, name.text.strip())
        if path in self._lines:
            place = self.lines.place(name.line, name.column)
            first = str(self._lines[path])
            self.problems.append(place.problem(codes.TERM_DUPLICATE, name="/".join(path), first=first))
            return
        self._lines[path] = name.line
        at = len(self.regions)
        self.regions.append(Region(path))
        if isinstance(below, Scalar) and below.text.strip().isdigit():
            self.regions[at] = Region(path, (), below.text.strip())
        elif isinstance(below, Mapping):
            own = tuple(pair for pair in below.pairs if pair[0].text in REGION.names)
            form = Form(
                Mapping(own, below.line, below.column),
                REGION,
                self.lines,
                self.problems,
                owner=path[-1],
                wording=OF_PART,
            )
            aliases = tuple(item.text for item in form.texts("aliases"))
            reading = form.text("reading")
            if reading:
                reading = syllables(path[-1], reading, form.place("reading"), self.problems)
            self.regions[at] = Region(path, aliases, form.text("code"), reading)
            rest = tuple(pair for pair in below.pairs if pair[0].text not in REGION.names)
            self.level(Mapping(rest, below.line, below.column), path)
            if (parts := form.node("parts")) is not None:
                self.level(parts, path)
        elif below is not None:
            self.level(below, path)

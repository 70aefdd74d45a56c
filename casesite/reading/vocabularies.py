"""`content/data/*.yaml`: the words that a site agrees on.

Each entry may be a name alone, a mapping of its fields (model.fields), or a name with what stands beside it:

    topics.yaml:      - 党建联建                      or  党建联建: [组织联建, 联建]     (aliases)
    orgs.yaml:        - {name: 苑庄镇党委, aliases: [苑庄镇]}
    indicators.yaml:  - {id: funds, label: 整合资金, unit: 万元, aggregate: sum}   or  funds: {label: …}
    people.yaml:      单雄信: shàn xióng xìn
    readings.yaml:    重庆: chóng qìng
    regions.yaml:     see `region_tree`

A file that holds nothing but comments leaves its field open, as one that is absent does.
"""

import posixpath
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any, Final

from casesite.messages import fields as codes
from casesite.messages import site
from casesite.messages import values as value_codes
from casesite.model.fields import INDICATOR, PERSON, TERM, Table
from casesite.model.nearest import nearest, nearest_field
from casesite.model.problem import Place, Problem
from casesite.model.source import Source
from casesite.model.vocabulary import Indicator, Person, Term, Vocabularies
from casesite.reading import nodes
from casesite.reading.decode import YAML_LIMIT, decode
from casesite.reading.form import Form
from casesite.reading.keys import OF_PART
from casesite.reading.lines import Lines
from casesite.reading.marked_yaml import parse
from casesite.reading.readings import syllables
from casesite.reading.region_tree import read_regions
from casesite.reading.terms import fold

FILES: Final = ("regions", "orgs", "topics", "indicators", "people", "readings", "terms", "rules")
"""The data files that are known, without `.yaml`. `terms` and `rules` are for checks, which read them."""


def read_vocabularies(sources: Mapping[str, Source | Problem]) -> tuple[Vocabularies, tuple[Problem, ...]]:
    """Read the data files, given by their names (`regions.yaml`), or what kept each from being opened."""
    problems: list[Problem] = []
    found: dict[str, Any] = {}
    for name, source in sorted(sources.items(), key=itemgetter(0)):
        if isinstance(source, Problem):
            problems.append(source)
            continue
        bare, extension = posixpath.splitext(posixpath.basename(name))
        if bare not in FILES or extension not in (".yaml", ".yml"):
            meant = nearest(bare, FILES)
            problems.append(
                Place(source.path).problem(
                    site.DATA_FILE_UNKNOWN,
                    name=posixpath.basename(name),
                    nearest=f"{meant}.yaml" if meant else "",
                    choices=", ".join(f"{file}.yaml" for file in FILES),
                )
            )
            continue
        value, wrong = _read(bare, source)
        problems += wrong
        if value is not None:
            found[bare] = value
    return Vocabularies(**found), tuple(problems)


def _read(name: str, source: Source) -> tuple[Any, list[Problem]]:
    """Return what a data file holds, None for nothing."""
    text = decode(source, YAML_LIMIT)
    if isinstance(text, Problem):
        return None, [text]
    lines = Lines.of(text.path, text.text)
    tree = parse(text.text, lines)
    problems = [*text.problems, *tree.problems]
    if tree.root is None or name in ("terms", "rules"):
        return None, problems
    if name == "regions":
        regions, wrong = read_regions(tree.root, lines)
        return regions, [*problems, *wrong]
    value: Any
    if name == "readings":
        value = _readings(tree.root, lines, problems)
    elif name == "people":
        value = _people(tree.root, lines, problems)
    elif name == "indicators":
        value = _indicators(tree.root, lines, problems)
    else:
        value = _terms(tree.root, lines, problems)
    return value, problems


def _terms(root: nodes.Node, lines: Lines, problems: list[Problem]) -> tuple[Term, ...]:
    """Read topics or organisations."""
    terms = []
    used = _Used(problems)
    for form in _entries(root, TERM, "aliases", lines, problems):
        name = form.text("name")
        aliases = tuple(alias for alias in form.texts("aliases") if fold(alias.text) != fold(name))
        reading = form.text("reading")
        if reading and name:
            reading = syllables(name, reading, form.place("reading"), problems)
        others = tuple(alias.text for alias in aliases)
        term = Term(name, others, form.text("description"), form.text("slug"), reading)
        if name and used.take(name, form.place("name")):
            terms.append(term)
            for alias in aliases:
                used.take(alias.text, alias.place)
    return tuple(terms)


def _indicators(root: nodes.Node, lines: Lines, problems: list[Problem]) -> tuple[Indicator, ...]:
    """Read indicators."""
    found = []
    used = _Used(problems)
    for form in _entries(root, INDICATOR, "label", lines, problems):
        indicator = Indicator(
            form.text("id"),
            form.text("label"),
            tuple(alias.text for alias in form.texts("aliases")),
            form.text("unit"),
            form.choice("aggregate") or "none",
        )
        if indicator.id and used.take(indicator.id, form.place("id")):
            found.append(indicator)
    return tuple(found)


def _people(root: nodes.Node, lines: Lines, problems: list[Problem]) -> tuple[Person, ...]:
    """Read people."""
    people = []
    used = _Used(problems)
    for form in _entries(root, PERSON, "reading", lines, problems):
        name, reading = form.text("name"), form.text("reading")
        if reading and name:
            reading = syllables(name, reading, form.place("reading"), problems)
        if name and used.take(name, form.place("name")):
            people.append(Person(name, reading))
    return tuple(people)


def _readings(root: nodes.Node, lines: Lines, problems: list[Problem]) -> tuple[tuple[str, str], ...]:
    """Read words with their readings; the fields are those of people."""
    readings = []
    used = _Used(problems)
    for form in _entries(root, PERSON, "reading", lines, problems):
        word, reading = form.text("name"), form.text("reading")
        if word and reading:
            reading = syllables(word, reading, form.place("reading"), problems)
        if word and reading and used.take(word, form.place("name")):
            readings.append((word, reading))
    return tuple(readings)


class _Used:
    """The names that a file has given so far."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._lines: dict[str, int] = {}

    def take(self, name: str, place: Place) -> bool:
        """Note a name; False, and a problem, when it was given before."""
        first = self._lines.get(fold(name))
        if first is None:
            self._lines[fold(name)] = place.line
            return True
        self._problems.append(place.problem(codes.TERM_DUPLICATE, name=name, first=str(first)))
        return False


def _entries(
    root: nodes.Node, table: Table, beside: str, lines: Lines, problems: list[Problem]
) -> Iterator[Form]:
    """Yield the entries of a file; `beside` is the field of what stands beside a name."""
    name = table.fields[0].key
    if isinstance(root, nodes.Mapping):
        for key, value in root.pairs:
            own = (nodes.Scalar(name, key.line, key.column), key)
            pairs = value.pairs if isinstance(value, nodes.Mapping) else ()
            if isinstance(value, nodes.Sequence) or (isinstance(value, nodes.Scalar) and value.text):
                pairs = ((nodes.Scalar(beside, value.line, value.column), value),)
            yield _form(nodes.Mapping((own, *pairs), key.line, key.column), table, key.text, lines, problems)
        return
    for item in root.items if isinstance(root, nodes.Sequence) else (root,):
        if isinstance(item, nodes.Mapping):
            first = item.pairs[0][0].text if item.pairs else ""
            misspelt = first.isascii() and nearest_field(first, table) is not None
            if len(item.pairs) == 1 and first not in table.names and not misspelt:
                yield from _entries(item, table, beside, lines, problems)
            else:
                yield _form(item, table, table.fields[0].key, lines, problems)
        elif isinstance(item, nodes.Scalar):
            pair = (nodes.Scalar(name, item.line, item.column), item)
            yield _form(nodes.Mapping((pair,), item.line, item.column), table, item.text, lines, problems)
        else:
            place = lines.place(item.line, item.column)
            problems.append(
                place.problem(value_codes.FIELD_NOT_TEXT, field=name, found=place.excerpt.strip())
            )


def _form(mapping: nodes.Mapping, table: Table, owner: str, lines: Lines, problems: list[Problem]) -> Form:
    """Return the form of one entry."""
    return Form(mapping, table, lines, problems, owner=owner, wording=OF_PART)

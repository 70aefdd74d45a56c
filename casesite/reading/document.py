"""What cases, issues and pages have in common: a front matter, a body, a cover, links with their places."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from casesite.chinese.text import first_sentences, join_lines
from casesite.messages import site
from casesite.messages import values as codes
from casesite.messages.code import Code
from casesite.messages.interface import WORDS
from casesite.model.case import Block, Body, Link, Picture
from casesite.model.fields import Table
from casesite.model.problem import Place, Problem
from casesite.model.source import Source
from casesite.reading import addresses
from casesite.reading.decode import decode
from casesite.reading.form import Form, Item
from casesite.reading.front_matter import Parts, split
from casesite.reading.keys import OF_DOCUMENT, Wording
from casesite.reading.lines import Lines
from casesite.reading.marked_yaml import parse_mapping

_PLACEHOLDERS = frozenset((*WORDS["write-here"], *WORDS["note-here"]))
_ENOUGH = 400
"""As many characters of a body hold the sentences of a summary."""
_SIGNS = ("|", "｜", "![", "！[", "#", "＃", "<")
"""What a block begins with that was meant as a table, a picture, a heading or a tag."""
_NOTE = re.compile("fn-[0-9]")
_MARK_OF_NOTE = re.compile(r"\[\^[^\]\n]{1,100}\]")


class Opened(NamedTuple):
    """A Markdown file read as far as its fields: `form` collects the problems of all that follows."""

    form: Form
    parts: Parts


def open_document(
    source: Source, table: Table, wording: Wording = OF_DOCUMENT
) -> Opened | tuple[Problem, ...]:
    """Read a file's front matter; the problems alone when that is not possible."""
    text = decode(source)
    if isinstance(text, Problem):
        return (text,)
    lines = Lines.of(text.path, text.text)
    parts = split(text, lines)
    if isinstance(parts, Problem):
        return (*text.problems, parts)
    mapping, found = parse_mapping(parts.yaml, lines, parts.yaml_line)
    problems = [*text.problems, *found]
    if mapping is None:
        return tuple(problems)
    problems += placeholders(parts, lines)
    head = lines.place(parts.yaml_line - 1, 1)
    return Opened(Form(mapping, table, lines, problems, head=head, wording=wording), parts)


def placeholders(parts: Parts, lines: Lines) -> list[Problem]:
    """Return a problem for each line of the body that a new file held and nobody wrote over."""
    rows = enumerate(parts.body.split("\n"), parts.body_line)
    return [
        lines.place(number, 1).problem(site.PLACEHOLDER_LEFT, found=row.strip())
        for number, row in rows
        if row.strip() in _PLACEHOLDERS
    ]


def link(target: str, place: Place) -> Link:
    """Return the link to a target from its place."""
    return Link(target, place.line, place.column, place.excerpt)


def file_beside(form: Form, field: str, name: str, place: Place) -> str:
    """Return the project path of a file named in a front matter; empty, and reported, for what is none."""
    found = addresses.beside(form.lines.path, name)
    if isinstance(found, Code):
        form.report(found, place, field=field, found=name)
        return ""
    return found


def read_cover(form: Form, links: list[Link]) -> Picture | None:
    """Return the cover, and note its link."""
    own = form.group("cover", "file")
    name = own.text("file") if own else ""
    if own is None or not name:
        return None
    place = own.place("file")
    path = file_beside(form, form.name("cover"), name, place)
    if not path:
        return None
    links.append(link(f"picture/{path}", place))
    return Picture(path, own.text("alt"))


def read_aliases(form: Form, places: list[Link]) -> tuple[str, ...]:
    """Return former addresses, each once, and note where they are written."""
    found = []
    for item in form.texts("aliases"):
        address = addresses.former(item.text)
        if isinstance(address, Code):
            form.report(address, item.place, field=form.name("aliases"), found=item.text)
        else:
            found.append(address)
            places.append(link(f"alias/{address}", item.place))
    return tuple(dict.fromkeys(found))


def names(form: Form, key: str) -> tuple[Item, ...]:
    """Return a list of names, each once; a comma in the only one is pointed out: a list was meant."""
    items = form.texts(key)
    if len(items) == 1:
        parts = parted(items[0].text)
        if len(parts) > 1:
            fixed = f"{form.name(key)}: [{', '.join(parts)}]"
            form.report(
                codes.FIELD_LIST_IN_TEXT,
                items[0].place,
                field=form.name(key),
                found=items[0].text,
                fixed=fixed,
            )
    return once(items)


def once(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return each text once, where it stands first."""
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(item.text, item)
    return tuple(found.values())


def parted(text: str) -> list[str]:
    """Part a text at what editors write between names, without empty parts."""
    for mark in "，,；;":
        text = text.replace(mark, "、")
    return [part.strip() for part in text.split("、") if part.strip()]


def summary_of(body: Body) -> str:
    """Return the first sentences of a body's running text: not of boxes, notes or what was no Markdown."""
    running = (block for block in body.blocks if not block.boxed and not _NOTE.match(block.anchor))
    return _sentences(running) or _sentences(body.blocks)


def _sentences(blocks: Iterable[Block]) -> str:
    """Return the first sentences of the texts among some blocks."""
    found: list[str] = []
    for block in blocks:
        if block.kind in ("lead", "text") and not block.text.startswith(_SIGNS):
            found.append(_MARK_OF_NOTE.sub("", block.text))
            if sum(map(len, found)) > _ENOUGH:
                break
    return first_sentences(join_lines(found))

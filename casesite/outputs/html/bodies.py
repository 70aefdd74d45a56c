"""A body as a page holds it: addresses filled in, pictures with their sizes, in HTML's short form."""

import re
from collections.abc import Iterable
from typing import Final

from casesite.model.case import Link
from casesite.model.site import Site
from casesite.outputs.fragment import resolve
from casesite.outputs.html.inputs import Address
from casesite.outputs.relative import relative
from casesite.outputs.xml import unescape

_IMAGE: Final = re.compile(r'<img src="ref:(picture/[^"]*)"([^>]*?)/>')
_SIZED: Final = re.compile(r'\s(?:width|height)="')
_VOID: Final = frozenset({"br", "hr", "img", "input", "wbr", "col"})
_NAME: Final = re.compile(r"<([a-z][a-z0-9]*)")
_SHORTER: Final = (
    ('<rp>(</rp><rt lang="zh-Latn-pinyin">', "<rp>(<rt>"),
    ("</rt><rp>)</rp>", "<rp>)</rp>"),
    ("<rp>)</rp></ruby>", "<rp>)</ruby>"),
)


def addresses(site: Site, links: Iterable[Link]) -> tuple[Address, ...]:
    """Return what stands for each placeholder that a document uses, sorted; anchors in itself need none."""
    found: dict[str, Address] = {}
    for link in links:
        kind, _, rest = link.target.partition("/")
        if kind == "anchor":
            continue
        target = link.target if kind in {"picture", "file"} else link.target.partition("#")[0]
        address = site.addresses.get(target)
        if address is None or target in found:
            continue
        asset = site.assets.get(rest) if kind == "picture" else None
        found[target] = Address(target, address, asset.width if asset else 0, asset.height if asset else 0)
    return tuple(found[target] for target in sorted(found))


def page_body(xml: str, known: tuple[Address, ...], root: str) -> str:
    """Return a fragment as markup of a page: links relative, pictures sized and lazy, ruby in short form.

    `root` is the page's way to the root of the output. A link to what the site does not have is plain text.
    """
    table = {one.target: one for one in known}

    def sized(match: re.Match[str]) -> str:
        one = table.get(unescape(match[1]))
        size = ""
        if one and one.width and not _SIZED.search(match[2]):
            size = f' width="{one.width}" height="{one.height}"'
        return f'<img src="ref:{match[1]}"{match[2]}{size} loading="lazy" decoding="async"/>'

    def address_of(target: str) -> str | None:
        one = table.get(target)
        return relative(root, one.address) if one else None

    if "<img " in xml:
        xml = _IMAGE.sub(sized, xml)
    return short(resolve(xml, address_of))


def short(xml: str) -> str:
    """Return a fragment as HTML: what is empty gets an end tag, ruby leaves out what HTML lets leave out."""
    if "<ruby" in xml:
        for full, less in _SHORTER:
            xml = xml.replace(full, less)
    return _ended(xml) if "/>" in xml else xml


def _ended(xml: str) -> str:
    """Return a fragment in which what XML closes at once is closed as HTML does: `<br>`, `<td></td>`."""
    parts = xml.split("/>")
    for number, part in enumerate(parts[:-1]):
        name = _NAME.match(part, part.rfind("<"))
        end = "" if name is None or name[1] in _VOID else f"</{name[1]}>"
        parts[number] = f"{part}>{end}"
    return "".join(parts)

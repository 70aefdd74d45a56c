"""A body's placeholders become addresses, and its ids get a prefix where bodies are joined."""

import re
from collections.abc import Callable
from typing import Final

from casesite.outputs.xml import quoted, unescape

_REFERENCE: Final = '="ref:'
_ID: Final = re.compile(r'\s((?:id|headers|aria-labelledby|aria-describedby|aria-controls)=)"([^"]*)"')
_NOWHERE: Final = '="\0"'
_LEFT_OUT: Final = re.compile(rf"\s[a-z]+{_NOWHERE}")
_QUOTED: Final = re.compile('"[^"]*"')


def resolve(xml: str, address_of: Callable[[str], str | None], prefix: str = "", here: str = "") -> str:
    """Return the fragment with every `ref:` placeholder replaced, and ids prefixed.

    `address_of` gets a target without its anchor (`case/2024-08-003`, `picture/content/…/a.jpg`) and gives
    the address to write, or None: then the attribute goes, and what was a link is plain text. An address
    inside the same document starts with `#` (`#c7`); an anchor is added to it with a hyphen (`#c7-step`),
    to any other with `#`. `here` is the page's own address where the ids of the body stand elsewhere
    (a feed); without it, links to a place in the same body stay in this document.
    """

    def join(match: re.Match[str]) -> str:
        if not _inside_tag(match.string, match.start(2)):
            return match[0]
        return f' {match[1]}"{" ".join(prefix + one for one in match[2].split())}"'

    # Cut by the mark: a search by regular expression takes several times as long.
    done, *parts = xml.split(_REFERENCE)
    place = len(done)
    resolved = [done]
    for part in parts:
        if _inside_tag(xml, place):
            target, _, rest = part.partition('"')
            address = _address(unescape(target), address_of, prefix, here)
            resolved += (_NOWHERE if address is None else f'="{quoted(address)}"', rest)
        else:
            resolved += (_REFERENCE, part)
        place += len(_REFERENCE) + len(part)
    whole = "".join(resolved)
    if _NOWHERE in whole:
        whole = _LEFT_OUT.sub("", whole)
    return _ID.sub(join, whole) if prefix else whole


def _address(target: str, address_of: Callable[[str], str | None], prefix: str, here: str) -> str | None:
    """Return what stands for one target."""
    if target.startswith("anchor/"):
        anchor = target.removeprefix("anchor/")
        return f"{here}#{anchor}" if here else f"#{prefix}{anchor}"
    if target.startswith(("picture/", "file/")):
        return address_of(target)
    document, _, anchor = target.partition("#")
    address = address_of(document)
    if not address or not anchor:
        return address
    return f"{address}-{anchor}" if address.startswith("#") else f"{address}#{anchor}"


def _inside_tag(xml: str, place: int) -> bool:
    """Whether an attribute stands at that place, and not words of the text that look like one."""
    tag = xml.rfind("<", 0, place)
    return tag >= 0 and ">" not in _QUOTED.sub("", xml[tag:place])

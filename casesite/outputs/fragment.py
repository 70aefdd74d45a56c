"""A body's placeholders become addresses, and its ids get a prefix where bodies are joined."""

import re
from collections.abc import Callable
from typing import Final
from xml.sax.saxutils import escape, unescape

_QUOTE: Final = {'"': "&quot;"}
_UNQUOTE: Final = {"&quot;": '"', "&apos;": "'", "&#34;": '"', "&#39;": "'"}
_REFERENCE: Final = re.compile(r'\s[a-z]+="ref:([^"]*)"')
_REFERENCE_OR_ID: Final = re.compile(
    r'\s[a-z]+="ref:([^"]*)"|\s(?:id|headers|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"'
)
_QUOTED: Final = re.compile('"[^"]*"')


def resolve(xml: str, address_of: Callable[[str], str | None], prefix: str = "", here: str = "") -> str:
    """Return the fragment with every `ref:` placeholder replaced, and ids prefixed.

    `address_of` gets a target without its anchor (`case/2024-08-003`, `picture/content/…/a.jpg`) and gives
    the address to write, or None: then the attribute goes, and what was a link is plain text. An address
    inside the same document starts with `#` (`#c7`); an anchor is added to it with a hyphen (`#c7-step`),
    to any other with `#`. `here` is the page's own address where the ids of the body stand elsewhere
    (a feed); without it, links to a place in the same body stay in this document.
    """
    if not prefix and '="ref:' not in xml:
        return xml

    def replace(match: re.Match[str]) -> str:
        whole = match[0]
        if not _inside_tag(xml, match.start()):
            return whole
        name = whole[: whole.index("=")]
        target = match[1]
        if target is None:
            ids = " ".join(prefix + one for one in match[2].split())
            return f'{name}="{ids}"'
        address = _address(unescape(target, _UNQUOTE), address_of, prefix, here)
        return "" if address is None else f'{name}="{escape(address, _QUOTE)}"'

    return (_REFERENCE_OR_ID if prefix else _REFERENCE).sub(replace, xml)


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

"""Where a link or a picture leads: a placeholder, an outside address, or a refusal."""

import re
from typing import Final, NamedTuple
from urllib.parse import unquote

from casesite.chinese.slug import slug
from casesite.messages import markdown as codes

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_LOCAL: Final = re.compile(r"[A-Za-z]:[\\/]|file:|\\")
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f]+")
_UNSAFE: Final = re.compile(r"[ \"<>`{}|\\^]")
_OUTSIDE: Final = ("http", "https", "mailto")
_OWN: Final = ("case", "issue", "page")
_MARKDOWN: Final = (".md", ".markdown")
_STATIC: Final = "content/static"


class Target(NamedTuple):
    """What `href` or `src` holds; `reference` follows `ref:` when it is a placeholder.

    `refused` is a code of `messages.markdown`, with its values, when there is no address.
    """

    address: str = ""
    reference: str = ""
    refused: str = ""
    values: tuple[tuple[str, str], ...] = ()


def link_target(destination: str, path: str) -> Target:
    """Say where a link in the file `path` leads; `destination` has its escapes and entities resolved."""
    written = _CONTROLS.sub("", destination).strip()
    if not written or written == "#":
        return _refuse(codes.LINK_EMPTY)
    if _LOCAL.match(written):
        return _local(written)
    found = _SCHEME.fullmatch(written)
    if found is not None:
        return _with_scheme(written, found[1], found[2])
    if written.startswith("#"):
        return _own(f"anchor/{_anchor('#', written[1:])[1:]}")
    if written.replace("\\", "/").startswith("//"):
        return _refuse(codes.LINK_SCHEME, scheme="//")
    return _beside(written, path)


def _with_scheme(written: str, scheme: str, rest: str) -> Target:
    """Say where an address with a scheme leads."""
    if scheme.lower() in _OUTSIDE:
        return Target(_UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", written))
    if scheme.lower() not in _OWN:
        return _refuse(codes.LINK_SCHEME, scheme=scheme)
    name, mark, place = rest.partition("#")
    if name := unquote(name).strip().strip("/"):
        return _own(f"{scheme.lower()}/{name}{_anchor(mark, place)}")
    return _refuse(codes.LINK_EMPTY)


def picture_target(source: str, path: str) -> Target:
    """Say where a picture in the file `path` lies."""
    written = _CONTROLS.sub("", source).strip()
    if _LOCAL.match(written):
        return _local(written)
    written = written.replace("\\", "/")
    found = _SCHEME.fullmatch(written)
    if written.startswith("//") or (found is not None and found[1].lower() in _OUTSIDE):
        return _refuse(codes.PICTURE_OUTSIDE, address=written)
    if found is not None:
        return _refuse(codes.LINK_SCHEME, scheme=found[1])
    place = _path(written.partition("?")[0], path)
    if place is None:
        return _refuse(codes.LINK_OUTSIDE, path=written)
    return _own(f"picture/{place}") if place else _refuse(codes.LINK_EMPTY)


def _local(written: str) -> Target:
    """Refuse a place on the author's own computer; the file's name is what may stay."""
    return _refuse(codes.LINK_LOCAL, path=written, name=unquote(re.split(r"[\\/]", written)[-1]))


def _beside(written: str, path: str) -> Target:
    """Say which file of the project a relative address names; a folder stands for its index.md."""
    address, mark, anchor = written.partition("#")
    address = address.partition("?")[0].replace("\\", "/")
    place = _path(address, path)
    if place is None:
        return _refuse(codes.LINK_OUTSIDE, path=written)
    if address.endswith(("/", "/..", "/.")) or address in ("..", "."):
        place = f"{place}/index.md".lstrip("/")
    if place.lower().endswith(_MARKDOWN) and not address.startswith("/"):
        return _own(f"source/{place}{_anchor(mark, anchor)}")
    return _own(f"file/{place}")


def _path(address: str, path: str) -> str | None:
    """Return the path in the project that an address names, or None when it lies outside."""
    steps = [] if address.startswith("/") else path.split("/")[:-1]
    if address.startswith("/"):
        steps = _STATIC.split("/")
    floor = len(steps) if address.startswith("/") else 0
    for step in unquote(address).replace("\\", "/").split("/"):
        if step == "..":
            if len(steps) <= floor:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return _CONTROLS.sub("", "/".join(steps))


def _anchor(mark: str, written: str) -> str:
    """Return `#ANCHOR` or nothing; a heading's own words stand for its id."""
    anchor = _CONTROLS.sub("", unquote(written)).strip()
    if not anchor:
        return ""
    return mark + (anchor if anchor.isascii() else slug(anchor))


def _own(reference: str) -> Target:
    return Target(f"ref:{reference}", reference)


def _refuse(code: str, **values: str) -> Target:
    return Target(refused=code, values=tuple(values.items()))

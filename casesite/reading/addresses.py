"""Ids, paths beside a file, and addresses: what may be one, and what a wrong one should be."""

import posixpath
import re
from typing import Final

from casesite.chinese.slug import slug
from casesite.messages import values as codes

_ID: Final = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,78}[a-z0-9_-])?")
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_URL: Final = re.compile(r"https?://[^\s/?#\"'<>\\@]+(?:[/?#][^\s\"<>\\]*)?", re.IGNORECASE)
_MAIL: Final = re.compile(r"[^\s@<>\"',;:]+@[^\s@<>\"',;:]+\.[^\s@<>\"',;:.]+")
_UNSAFE: Final = re.compile(r"[\s\"'<>\\]")
_LONGEST: Final = 300


def is_id(text: str) -> bool:
    """Whether a text can be the last part of an address as it is: lower-case ASCII, 1–80 characters."""
    return _ID.fullmatch(text) is not None and not _RESERVED.fullmatch(text)


def to_id(text: str) -> str:
    """Return an id for any text: what keeps most of it, else its slug."""
    lower = text.strip().lower().replace(" ", "-")
    return lower if is_id(lower) else slug(text)


def stem(path: str) -> str:
    """Return the name a file goes by: its own without `.md`, its folder's for `index.md`."""
    folder, name = posixpath.split(path)
    bare = posixpath.splitext(name)[0]
    return posixpath.basename(folder) if bare.lower() == "index" and folder else bare


def beside(path: str, name: str) -> str:
    """Return the project path of a file named beside the one at `path`, or the code of what is wrong."""
    plain = name.strip().replace("\\", "/")
    if not plain or _SCHEME.match(plain) or plain.startswith("//"):
        return codes.PATH_NOT_FILE
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
    if plain.startswith("/") or joined == ".." or joined.startswith("../"):
        return codes.PATH_OUTSIDE
    if plain.endswith("/") or joined in (".", posixpath.dirname(path)):
        return codes.PATH_NOT_FILE
    return joined


def former(text: str) -> str:
    """Return a former address without a leading `/`, or the code of what is wrong."""
    plain = text.strip().replace("\\", "/").lstrip("/")
    safe = plain and not _SCHEME.match(plain) and not _UNSAFE.search(plain) and not set("?#") & set(plain)
    if not safe or len(plain) > _LONGEST or any(part in ("", ".", "..") for part in plain.split("/")[:-1]):
        return codes.FIELD_NOT_ADDRESS
    return plain if plain.rpartition("/")[2] not in (".", "..") else codes.FIELD_NOT_ADDRESS


def url(text: str) -> str:
    """Return an http or https address, or the code of what is wrong."""
    return text if _URL.fullmatch(text) else codes.FIELD_NOT_URL


def link(text: str) -> str:
    """Return a menu's target (a web or mail address, a `ref:`, an address of the site), or the code."""
    if text.startswith("mailto:") and _MAIL.fullmatch(text[7:]):
        return text
    if _URL.fullmatch(text) or (text.startswith("ref:") and not _UNSAFE.search(text)):
        return text
    plain = text.removeprefix("./")
    wrong = not plain or _SCHEME.match(plain) or plain.startswith("//") or _UNSAFE.search(plain)
    if wrong or ".." in plain.split("/"):
        return codes.FIELD_NOT_LINK
    return plain.lstrip("/") or "index.html"


def mail(text: str) -> str:
    """Return a mail address, or the code of what is wrong."""
    return text if _MAIL.fullmatch(text) else codes.FIELD_NOT_MAIL

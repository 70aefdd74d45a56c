"""What a Chinese keyboard makes of Markdown: marks that look right and do nothing, and what was meant."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from casesite.chinese.text import HAN_RANGES
from casesite.messages import markdown as codes
from casesite.messages.code import Code

_MASKED: Final = re.compile(
    r"(?<![`\\])(`+)(?!`).{1,2000}?(?<!`)\1(?!`)"  # code
    r"|\\[!-/:-@\[-`{-~]",  # escapes
    re.DOTALL,
)
MASK: Final = "\0"

_SPACES: Final = " \t\u3000"
_INSIDE: Final = r"[^\[\]［］\n\0]{0,80}"
_ADDRESSED: Final = r"(?:[^()（）\n\0]|\([^()（）\n\0]{0,50}\)|（[^()（）\n\0]{0,50}）){1,200}"
_LINK: Final = re.compile(
    rf"(?P<sign>[!！]?)[\[［](?P<text>{_INSIDE})[\]］] ?[(（](?P<address>{_ADDRESSED})[)）]"
)
_ADDRESS: Final = re.compile(
    r"https?:|(?:case|issue|page):|\.(?:md|html?|jpe?g|png|gif|webp|avif|bmp|svg|tiff?|heic|pdf|docx?|xlsx?|pptx?"
    r"|csv|zip|mp[34])(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_TITLED: Final = re.compile('(.+?)[ \u3000]*["“”＂](.*)["“”＂][ \u3000]*')
_PICTURE: Final = re.compile(rf"(?m)^[ \t]*(！\[{_INSIDE}\]\([^()\n\0]{{1,200}}\))")
_LOCAL: Final = re.compile(r"[A-Za-z]:[\\/]|\\\\")
_RUBY: Final = re.compile(
    f"[{{｛](?P<word>[{HAN_RANGES}]{{1,20}})[|｜]"
    "(?P<read>[a-zA-ZÀ-ɏḀ-ỿ’'|｜ \u3000\u0300-\u030c]{1,80})[}｝]"
)
_BOLD: Final = re.compile(r"(?<!\*)\*\*(?!\*)([^*\n\0]{1,200}?)(?<!\*)\*\*(?!\*)")
_WIDE_BOLD: Final = re.compile(
    r"(?m)(?:^|(?<=[\s，。；：、！？“”（）《》]))"
    rf"＊＊([{HAN_RANGES}A-Za-z0-9“”《》（），、：；。！？ ]{{1,200}})＊＊(?!＊)"
)
_HAN: Final = re.compile(f"[{HAN_RANGES}]")
_HEADING: Final = re.compile(
    rf"(?m)^[ \t]*((?P<signs>[#＃]{{1,6}})[{_SPACES}]*(?P<text>[^#＃{_SPACES}\n][^\n]*))$"
)
_LONGEST_HEADING: Final = 40
_ROWS: Final = re.compile(r"(?m)^[ \t]*([|｜][^\n]*[|｜])[ \t]*\n[ \t]*[|｜][^\n]*[|｜][ \t]*$")

SUSPECT: Final = re.compile(r"[\[\]{｛＊＃#｜|［］]|\*\*")
"""Text without any of these holds no slip."""


class Slip(NamedTuple):
    """A slip at `at` of a text, if `found` stayed text: its code, and the values of the code's sentence."""

    at: int
    found: str
    code: Code
    values: dict[str, str]


def masked(content: str) -> str:
    """Return the Markdown of a block with code and escaped marks blanked out, of the same length."""
    if "`" not in content and "\\" not in content:
        return content
    return _MASKED.sub(lambda found: MASK * len(found[0]), content)


def slips(content: str) -> Iterator[Slip]:
    """Find the slips of a block's Markdown, `masked`; those that the parser understood are among them."""
    if "]" in content or "］" in content:
        yield from _links(content)
    if "{" in content or "｛" in content:
        yield from _readings(content)
    if "*" in content or "＊" in content:
        yield from _bold(content)
    if "#" in content or "＃" in content:
        yield from _headings(content)
    if "|" in content or "｜" in content:
        yield from _tables(content)


def _links(content: str) -> Iterator[Slip]:
    for found in _LINK.finditer(content):
        if not _ADDRESS.search(found["address"]) and not _LOCAL.match(found["address"]):
            continue
        yield _link(found)
    for found in _PICTURE.finditer(content):
        if _ADDRESS.search(found[1]):
            fixed = "!" + found[1][1:]
            yield Slip(found.start(1), "！", codes.MARKUP_SLIP, {"found": found[1], "fixed": fixed})


def _link(found: re.Match[str]) -> Slip:
    """Return a link that was not read, and how it is written."""
    address, title = found["address"].strip(_SPACES), ""
    if titled := _TITLED.fullmatch(address):
        address, title = titled[1], titled[2]
    opening = found.string[found.start() : found.start("address")]
    if _LOCAL.match(address):
        name = re.split(r"[\\/]", address)[-1]
        return Slip(found.start(), opening, codes.LINK_LOCAL, {"path": address, "name": name})
    if re.search(r"[ \u3000()（）]", address) and not address.startswith("<"):
        address = f"<{address}>"
    quoted = re.sub('["“”＂]([^"“”＂]*)["“”＂]', "“\\1”", title).replace('"', "”")
    words = f' "{quoted}"' if title else ""
    sign = "!" if found["sign"] else ""
    fixed = f"{sign}[{found['text']}]({address}{words})"
    curly = title and found["address"].rstrip(_SPACES)[-1] != '"'
    code = codes.TITLE_QUOTES if curly else codes.LINK_UNREAD
    return Slip(found.start(), opening, code, {"text": found[0], "fixed": fixed})


def _readings(content: str) -> Iterator[Slip]:
    for found in _RUBY.finditer(content):
        if not re.search("[｛｜｝]", found[0]):
            continue
        read = found["read"].replace("｜", "|").replace("\u3000", " ")
        fixed = f"{{{found['word']}|{read}}}"
        yield Slip(found.start(), found[0], codes.MARKUP_SLIP, {"found": found[0], "fixed": fixed})


def _bold(content: str) -> Iterator[Slip]:
    for pattern in (_BOLD, _WIDE_BOLD):
        for found in pattern.finditer(content):
            inner = found[1].strip(_SPACES)
            if _HAN.search(inner) and (pattern is _WIDE_BOLD or inner != found[1]):
                values = {"found": found[0], "fixed": f"**{inner}**"}
                yield Slip(found.start(), found[0][:-2], codes.MARKUP_SLIP, values)


def _headings(content: str) -> Iterator[Slip]:
    """Find headings; with a single # only where nothing else can be meant: `#话题#` and `#1` are none."""
    for found in _HEADING.finditer(content):
        signs, text = found["signs"], found["text"].strip(_SPACES)
        if " " in found[1][len(signs) : len(signs) + 1] and "＃" not in signs:
            continue
        if not _HAN.search(text) or len(text) > _LONGEST_HEADING or "\0" in text:
            continue
        if len(signs) == 1 and (re.search("[#＃。]", text) or not _HAN.match(text)):
            continue
        values = {"found": found[1].rstrip(), "fixed": f"{'#' * len(signs)} {text}"}
        yield Slip(found.start(1), found[1].rstrip(), codes.MARKUP_SLIP, values)


def _tables(content: str) -> Iterator[Slip]:
    for found in _ROWS.finditer(content):
        row = found[1]
        if "｜" in row:
            fixed = row.replace("｜", "|")
            yield Slip(found.start(1), row, codes.MARKUP_SLIP, {"found": row, "fixed": fixed})
        else:
            cells = max(len(re.findall(r"(?<!\\)\|", row)) - 1, 1)
            yield Slip(found.start(1), row, codes.TABLE_UNRULED, {"fixed": "| :-- " * cells + "|"})

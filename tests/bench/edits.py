"""What an editor does between two builds; an edit returns what is to be seen of it, and where."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple


class Shown(NamedTuple):
    """A page of the site that shows an edit, and the text that it then holds."""

    page: str
    text: str


Edit = Callable[[Path, int, int], Shown]
"""Of a project's folder, its number of cases, and the number of the edit, which none has had before."""

_TITLE: Final = re.compile(r"(?m)^title: .*$")
_ISSUE: Final = re.compile(r"(?m)^issue: (.+)$")
_ORGANISER: Final = re.compile(r"(?m)^footer: .*\n|\Z")


def edited(cases: int) -> str:
    """Return the name of the case that is edited: one in the middle, which others are related to."""
    return f"c{cases // 2 + 1:05d}"


def _case(root: Path, cases: int) -> Path:
    return root / f"content/cases/{edited(cases)}.md"


def _page(cases: int) -> str:
    return f"cases/{edited(cases)}.html"


def edit_body(root: Path, cases: int, number: int) -> Shown:
    """Add a paragraph to a case."""
    path = _case(root, cases)
    added = f"第 {number} 次补记"
    path.write_bytes(f"{path.read_text(encoding='utf-8')}\n{added}：村民都来了。\n".encode())
    return Shown(_page(cases), added)


def edit_title(root: Path, cases: int, number: int) -> Shown:
    """Give a case another title."""
    path = _case(root, cases)
    title = f"第 {number} 次改过的标题"
    path.write_bytes(_TITLE.sub(f"title: {title}", path.read_text(encoding="utf-8"), count=1).encode())
    return Shown(_page(cases), title)


def add_case(root: Path, _: int, number: int) -> Shown:
    """Add a case that is newer than all others."""
    return _add(root, f"new-{number}", f"2025-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}")


def date_back(root: Path, _: int, number: int) -> Shown:
    """Add a case that is older than most others: the ones behind it move on."""
    return _add(root, f"old-{number}", f"2016-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}")


def _add(root: Path, identity: str, date: str) -> Shown:
    front = f"---\nid: {identity}\ntitle: 新的案例 {identity}\ndate: {date}\n---\n"
    text = f"{front}\n村里修了一座桥，通了三条路。\n"
    (root / f"content/cases/{identity}.md").write_bytes(text.encode())
    return Shown(f"cases/{identity}.html", f"新的案例 {identity}")


def edit_note(root: Path, cases: int, number: int) -> Shown:
    """Write another editor's note for the issue of the case."""
    found = _ISSUE.search(_case(root, cases).read_text(encoding="utf-8"))
    name = found[1] if found else "2024-01"
    path = root / f"content/issues/{name}.md"
    path.parent.mkdir(exist_ok=True)
    note = f"第 {number} 次改过的按语"
    path.write_bytes(f"---\ntitle: 编者的话\n---\n\n{note}。\n".encode())
    return Shown(f"issues/{name}.html", note)


def change_setting(root: Path, cases: int, number: int) -> Shown:
    """Name another organiser, who stands at the foot of every page."""
    path = root / "content/site.yaml"
    organiser = f"第 {number} 编辑部"
    line = f"footer: {{organiser: {organiser}}}\n"
    path.write_bytes(_ORGANISER.sub(line, path.read_text(encoding="utf-8"), count=1).encode())
    return Shown(_page(cases), organiser)


def change_string(root: Path, cases: int, number: int) -> Shown:
    """Give the theme another wording, which every page shows."""
    path = root / "themes/default/strings/zh.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    words = f"跳到菜单 {number}"
    path.write_bytes(f"skip_to_menu: {words}\n".encode())
    return Shown(_page(cases), words)


EDITS: Final[Mapping[str, Edit]] = {
    "body": edit_body,
    "title": edit_title,
    "new": add_case,
    "back-dated": date_back,
    "note": edit_note,
    "setting": change_setting,
    "string": change_string,
}

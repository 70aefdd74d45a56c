"""Whether everything in `content` lies where it is read: what does not would be missing without a word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from casesite.messages import layout as codes
from casesite.model.case import Card
from casesite.model.nearest import nearest
from casesite.model.problem import Place, Problem

FOLDERS: Final = ("cases", "issues", "pages", "collections", "data", "letters", "static", "inbox")
_MEANT: Final = {
    "案例": "cases",
    "期": "issues",
    "刊": "issues",
    "页": "pages",
    "集": "collections",
    "数据": "data",
    "词表": "data",
    "信": "letters",
    "静态": "static",
    "来稿": "inbox",
    "投稿": "inbox",
    "收件": "inbox",
    "稿": "cases",
}
"""What a Chinese name of a folder speaks of, the first that fits."""
_CONTENT: Final = "content/"
_SETTINGS: Final = "content/site.yaml"
_LIKE_SETTINGS: Final = re.compile(r"site\.(?:ya?ml|txt)(?:\.(?:txt|ya?ml))?", re.IGNORECASE)
_MANUSCRIPT: Final = (".md", ".markdown", ".mdown", ".md.txt")
_SEVERAL: Final = 2


def check_layout(paths: Iterable[str]) -> Iterator[Problem]:
    """Name each folder of `content` that is none of ours, and each file that lies there loose."""
    every = list(paths)
    parts = [path.removeprefix(_CONTENT).split("/") for path in every if path.startswith(_CONTENT)]
    strangers = Counter(names[0] for names in parts if len(names) > 1 and names[0] not in FOLDERS)
    for folder, count in sorted(strangers.items()):
        yield Place(_CONTENT + folder).problem(
            codes.FOLDER_UNKNOWN, folder=folder, count=str(count), nearest=_meant(folder)
        )
    for name in sorted(names[0] for names in parts if len(names) == 1):
        place = Place(_CONTENT + name)
        if place.path == _SETTINGS:
            continue
        if _LIKE_SETTINGS.fullmatch(name) and _SETTINGS not in every:
            yield place.problem(codes.SETTINGS_NAME, name=name)
        elif name.lower().endswith(_MANUSCRIPT):
            yield place.problem(codes.MANUSCRIPT_PLACE, name=name)
        else:
            yield place.problem(codes.FILE_LOOSE, name=name)


def check_vanished(before: Iterable[Card], cases: Iterable[str]) -> tuple[Problem, ...]:
    """Say when the last build had several cases and not one file of a case is left.

    `before` are the cases that the last build knew, `cases` the paths of cases there are now.
    """
    known = [card for card in before if card.status in {"published", "withdrawn"}]
    if len(known) < _SEVERAL or any(True for _ in cases):
        return ()
    return (Place(f"{_CONTENT}cases").problem(codes.CASES_VANISHED, count=str(len(known))),)


def _meant(folder: str) -> str:
    """Return the folder of ours that a name was probably meant for, or an empty text."""
    if folder.lower() in FOLDERS:
        return folder.lower()
    for word, name in _MEANT.items():
        if word in folder:
            return name
    return nearest(folder.lower(), FOLDERS)

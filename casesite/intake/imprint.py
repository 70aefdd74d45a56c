"""The line that names where an article comes from: `来源：云溪日报  作者：李某  2026-03-05 09:12`."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from casesite.intake.draft import Change, Line

_SOURCE: Final = ("文章来源", "稿件来源", "来源", "稿源", "信息来源")
_AUTHOR: Final = ("作者", "记者", "通讯员", "撰稿", "文字")
_DAY: Final = ("发布时间", "发布日期", "发表时间", "更新时间", "时间", "日期")
_OTHER: Final = (
    "责任编辑", "编辑", "责编", "审核", "校对", "初审", "终审", "复审", "浏览次数", "浏览量", "浏览",
    "点击次数", "点击量", "点击数", "点击", "阅读次数", "阅读量", "阅读", "字号", "字体", "分享",
)  # fmt: skip
_KEY: Final = re.compile(f"({'|'.join((*_SOURCE, *_AUTHOR, *_DAY, *_OTHER))})\\s*[:：]\\s*")
_DATE: Final = re.compile(
    r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_AROUND: Final = " \t\u3000|｜/丨()（）[]【】"
_LONGEST: Final = 120
_LONGEST_VALUE: Final = 40
_EDGE: Final = 6


class Imprint(NamedTuple):
    """What such lines say, as far as fields take it."""

    source: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()


def take_imprint(lines: Sequence[Line]) -> tuple[list[Line], Imprint, list[Change]]:
    """Take such lines from above and below the article; their words go into fields, and into the report."""
    kept: list[Line] = []
    changes: list[Change] = []
    source: dict[str, str] = {}
    authors: list[str] = []
    for place, line in enumerate(lines):
        found = _read(line.text) if place < _EDGE or place >= len(lines) - _EDGE else None
        if found is None:
            kept.append(line)
            continue
        taken: dict[str, str] = {}
        for key, value in found:
            if key in _SOURCE and value and source.setdefault("name", value) == value:
                taken["source.name"] = value
            elif key in _DAY and (day := _day(value)) and source.setdefault("date", day) == day:
                taken["source.date"] = day
            elif key in _AUTHOR and value:
                names = [name for name in re.split("[ 、，,\u3000]+", value) if name]
                authors += [name for name in names if name not in authors]
                taken["authors"] = "、".join(names)
        changes.append(
            Change("imprint", line.number, line.text, "；".join(f"{k}: {v}" for k, v in taken.items()))
        )
    ordered = tuple((key, source[key]) for key in ("name", "date") if key in source)
    return kept, Imprint(ordered, tuple(authors)), changes


def _read(text: str) -> list[tuple[str, str]] | None:
    """Return the keys and values of a line that holds nothing else."""
    if len(text) > _LONGEST:
        return None
    places = list(_KEY.finditer(text))
    if not places:
        return [("日期", text)] if _DATE.fullmatch(text.strip(_AROUND)) else None
    before = text[: places[0].start()].strip(_AROUND)
    if before and not _DATE.fullmatch(before):
        return None
    found = [("日期", before)] if before else []
    for place, match in enumerate(places):
        end = places[place + 1].start() if place + 1 < len(places) else len(text)
        value = text[match.end() : end].strip(_AROUND)
        if date := _DATE.search(value):
            rest = (value[: date.start()] + value[date.end() :]).strip(_AROUND)
            if match[1] not in _DAY:
                found += [("日期", date[0])]
                value = rest
        if len(value) > _LONGEST_VALUE or re.search("[。；;！!？?]", value):
            return None
        found.append((match[1], value))
    return found


def _day(text: str) -> str:
    """Return a day as ISO, or nothing."""
    found = _DATE.search(text)
    if found is None:
        return ""
    year, month, day = (int(part) for part in found.groups())
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004  a calendar's numbers; the reader checks the rest
        return ""
    return f"{year}-{month:02}-{day:02}"

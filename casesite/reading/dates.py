"""Dates, moments and periods as editors write them, to ISO 8601."""

import datetime as dt
import re
from typing import Final

from casesite.messages import values as codes
from casesite.messages.code import Code

_WIDE: Final = str.maketrans("０１２３４５６７８９：－／．　", "0123456789:-/. ")
_DATE: Final = re.compile(
    r"([0-9]{4}) *(?:-|/|\.|年) *([0-9]{1,2}) *(?:-|/|\.|月) *([0-9]{1,2})(?: *(?:日|号))?"
    r"|([0-9]{4})([0-9]{2})([0-9]{2})"
)
_TIME: Final = re.compile(
    r"(?:[Tt]| +|(?<=日) *)([0-9]{1,2})(?::|时|点)([0-9]{1,2})?分?(?::?([0-9]{1,2})(?:\.[0-9]+)?秒?)?"
    r" *(Z|z|[+-][0-9]{1,2}(?::?[0-9]{2})?)?"
)
_OFFSET: Final = re.compile(r"(?:UTC|GMT)? *([+-])([0-9]{1,2})(?::?([0-9]{2}))?")
_ZONES: Final = {
    "z": "+00:00",
    "utc": "+00:00",
    "gmt": "+00:00",
    "asia/shanghai": "+08:00",
    "北京时间": "+08:00",
}
_SPAN: Final = re.compile(r" *(?:/|—+|–|~|～|至|到| - ) *")
_YEARS: Final = re.compile(r"([0-9]{4})-([0-9]{4})")
_MONTH: Final = re.compile(r"([0-9]{4})(?: *(?:-|\.|年) *([0-9]{1,2}) *月?|年)?")
_OPEN: Final = frozenset({"", "今", "现在", "..", "now"})
_MOST_OFFSET: Final = 14 * 60
_MONTHS: Final = 12


def date(text: str) -> str:
    """Return a date as `YYYY-MM-DD`, or the code of what is wrong with it.

    Takes `2024-8-20`, `2024/08/20`, `2024.8.20`, `20240820`, `2024年8月20日`, also in full-width digits.
    """
    match = _DATE.fullmatch(text.strip().translate(_WIDE))
    return _day(match) if match else codes.FIELD_NOT_DATE


def moment(text: str, timezone: str) -> str:
    """Return a moment as `YYYY-MM-DDTHH:MM:SSZ` in UTC, or the code of what is wrong with it.

    A date alone is its first minute; `timezone` (`+08:00`) holds where the text names none.
    """
    plain = text.strip().translate(_WIDE)
    start = _DATE.match(plain)
    if not start:
        return codes.FIELD_NOT_MOMENT
    day = _day(start)
    if isinstance(day, Code):
        return day
    clock = _TIME.fullmatch(plain, start.end())
    if clock is None and start.end() < len(plain):
        return codes.FIELD_NOT_MOMENT
    hour, minute, second = (int(part or 0) for part in clock.group(1, 2, 3)) if clock else (0, 0, 0)
    zone = offset(clock[4] or timezone) if clock else timezone
    year, month, number = (int(part) for part in day.split("-"))
    try:
        local = dt.datetime(year, month, number, hour, minute, second, tzinfo=dt.UTC)
        shifted = local - dt.timedelta(minutes=minutes(zone))
    except (ValueError, OverflowError):
        return codes.FIELD_NO_SUCH_TIME
    return shifted.isoformat().replace("+00:00", "Z")


def offset(text: str) -> str:
    """Return an offset as `+HH:MM`, or the code of what is wrong: `+8`, `UTC+8`, `+0800`, `Asia/Shanghai`."""
    plain = text.strip().translate(_WIDE)
    if zone := _ZONES.get(plain.lower()):
        return zone
    match = _OFFSET.fullmatch(plain)
    if not match:
        return codes.FIELD_NOT_TIMEZONE
    hours, rest = int(match[2]), int(match[3] or 0)
    if rest >= 60 or hours * 60 + rest > _MOST_OFFSET:  # noqa: PLR2004  minutes of an hour
        return codes.FIELD_NOT_TIMEZONE
    return f"{match[1]}{hours:02}:{rest:02}"


def minutes(zone: str) -> int:
    """Return the minutes of an offset `+HH:MM`; of a wrong one 0, which has been reported elsewhere."""
    match = _OFFSET.fullmatch(zone)
    if not match:
        return 0
    return (int(match[2]) * 60 + int(match[3] or 0)) * (-1 if match[1] == "-" else 1)


def period(text: str) -> str:
    """Return a period as `START/END`, a single span, `START/` while it lasts; or the code of what is wrong.

    Each end is a year, a month or a day.
    """
    plain = text.strip().translate(_WIDE)
    years = _YEARS.fullmatch(plain)
    ends = list(years.groups()) if years else _SPAN.split(plain)
    if len(ends) > 2 and "/" in plain and _DATE.fullmatch(plain):  # noqa: PLR2004  start and end
        ends = [plain]
    if not ends[0] or len(ends) > 2:  # noqa: PLR2004  start and end
        return codes.FIELD_NOT_PERIOD
    start = _span(ends[0])
    if len(ends) == 1 or isinstance(start, Code):
        return start
    if ends[1] in _OPEN:
        return f"{start}/"
    end = _span(ends[1])
    if isinstance(end, Code):
        return end
    if end[: len(start)] < start[: len(end)]:
        return codes.FIELD_PERIOD_ORDER
    return f"{start}/{end}"


def _span(text: str) -> str:
    """Return a year, a month or a day in ISO form."""
    if day := _DATE.fullmatch(text):
        return _day(day)
    match = _MONTH.fullmatch(text)
    if not match:
        return codes.FIELD_NOT_PERIOD
    if not match[2]:
        return match[1]
    month = int(match[2])
    return f"{match[1]}-{month:02}" if 1 <= month <= _MONTHS else codes.FIELD_NOT_PERIOD


def _day(match: re.Match[str]) -> str:
    """Return the day that was matched, if the calendar has it."""
    year, month, day = (int(part) for part in match.groups()[:6] if part is not None)
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return codes.FIELD_NO_SUCH_DATE

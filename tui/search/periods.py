"""Days as a reader types them: “2026-11-01”, “2026-11”, “2026”, “today”, “yesterday”, “7d”, “2w”."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

_CALENDAR = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_AGO = re.compile(r"(\d{1,4})([dw])")
_NAMED = {"today": 0, "yesterday": 1}


def period(entered: str, today: date) -> tuple[date, date]:
    """The first day of what is typed and the day after its last; “7d” is the last seven days, with today.

    Raises ValueError with a sentence for people.
    """
    try:
        if entered.lower() in _NAMED:
            return _days(today - timedelta(_NAMED[entered.lower()]), 1)
        if ago := _AGO.fullmatch(entered.lower()):
            length = int(ago[1]) * (7 if ago[2] == "w" else 1)
            return _days(today - timedelta(length - 1), length)
        if written := _CALENDAR.fullmatch(entered):
            year, month, day = (int(group) if group else None for group in written.groups())
            first = date(year or 0, month or 1, day or 1)
            if day:
                return _days(first, 1)
            return first, date(first.year + (not month or month == 12), (month or 12) % 12 + 1, 1)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"“{entered}” is no day; write 2026-11-01, 2026-11, 2026, today, yesterday, 7d or 2w")


def comparison(asked: str, begin: str, end: str) -> Callable[[str], bool]:
    """What tells whether a day or moment lies "since", "until" or "on" a period, all of them written alike.

    `end` is the first that lies after the period.
    """
    if asked == "since":
        return lambda moment: begin <= moment
    return (lambda moment: moment < end) if asked == "until" else (lambda moment: begin <= moment < end)


def moment_of(day: date) -> str:
    """When a day of the reader begins, as a moment in UTC that can be compared with an annotation's."""
    return datetime.combine(day, time()).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def day_of(moment: str) -> str:
    """The reader's day at a moment in UTC, in ISO 8601; the moment itself where it is none."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return moment


def _days(first: date, length: int) -> tuple[date, date]:
    return first, first + timedelta(length)

"""TIMEX3 values as numbers: durations in seconds, dates as days."""

import re
from datetime import date

from tui.highlights.measures import measure

_DURATION = re.compile(r"(-?)P(?=.)((?:[0-9.]+[YMWD])*)(?:T((?:[0-9.]+[HMS])+))?")
_PART = re.compile("([0-9.]+)([A-Z])")
_DATE_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}

_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|-Q([1-4])|-H([12])|-W([0-9]{2}))?")
_CLOCK = re.compile("T([0-9]{2})(?::([0-9]{2}))?(?::([0-9]{2}))?")
_OPEN_YEAR = "XXXX"


def duration_parts(timex: str) -> list[tuple[float, str]]:
    """The amounts and CLDR units of a duration: P1Y6M is 1 year and 6 months; none where one of them is left open."""
    match = _DURATION.fullmatch(timex)
    if match is None:
        return []
    sign = -1 if match[1] else 1
    sides = ((match[2] or "", _DATE_UNITS), (match[3] or "", _TIME_UNITS))
    return [(sign * float(amount), units[letter]) for side, units in sides for amount, letter in _PART.findall(side)]


def duration_seconds(timex: str) -> float | None:
    """The length of a duration, with months and years of average length; None where it is left open."""
    parts = duration_parts(timex)
    return sum(amount * _seconds(unit) for amount, unit in parts) if parts else None


def day_number(timex: str) -> float | None:
    """The first day of a date, month, quarter, year, decade or century, counted from the year 1; None without a year.

    Of a span of dates ("2020/2024") it is the first one's.
    """
    timex = timex.partition("/")[0].partition("T")[0]
    if timex.isdecimal() and len(timex) < 4:
        # TIMEX3 leaves out the last digit of a decade, the last two of a century.
        timex = timex.ljust(4, "0")
    match = _DATE.fullmatch(timex)
    if match is None:
        return None
    year, month, day, quarter, half, week = (int(part) if part else 0 for part in match.groups())
    month = month or (quarter * 3 - 2 if quarter else half * 6 - 5 if half else 1)
    try:
        first = date.fromisocalendar(year, week, 1) if week else date(year, month, day or 1)
    except ValueError:
        return None
    return float(first.toordinal())


def clock_seconds(timex: str) -> float | None:
    """The seconds from midnight to a time of day, None where the value tells none."""
    match = _CLOCK.search(timex)
    hour, minute, second = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return 3600.0 * hour + 60 * minute + second if match else None


def may_be_same_date(one: str, other: str) -> bool:
    """Whether two dates are the same, or one leaves open the year that the other has."""
    if one == other:
        return True
    return (_OPEN_YEAR in one or _OPEN_YEAR in other) and _without_year(one) == _without_year(other)


def _without_year(timex: str) -> str:
    return re.sub("(?:[0-9]{4}|X{4})-", "-", timex)


def _seconds(unit: str) -> float:
    found = measure(unit)
    return found.factor if found else 0.0

"""Puts TIMEX3 dates, times and durations into words."""

import re

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - words read better
)
_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "WE": "weekend",
    "D": "day",
    "BD": "business day",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<part>[QH]\d)|-(?P<month>\d\d|XX)(?:-(?P<day>\d\d))?)?")
_TIME = re.compile(r"T(\d\d:\d\d(?::\d\d)?)")
_DURATION = re.compile(r"(-?)P((?:[\d.]+[A-Z]+?)*)(?:T((?:[\d.]+[HMS])+))?")
_AMOUNT = re.compile(r"([\d.]+)([A-Z]+)")
_DECADE_LENGTH, _CENTURY_LENGTH = 3, 2
_OPEN_YEAR = "year open"


def timex_words(value: str) -> str:
    """A TIMEX3 value in words: "28 October, year open", "21–23 July 2024", "15:30", "2 hours 30 minutes".

    A value of a form that the grammar of figures does not make stays as it is.
    """
    if "/" in value:
        return _range_words(*value.split("/", 1)) or value
    if time := _TIME.fullmatch(value):
        return time[1]
    return _date_words(value) or _duration_words(value) or value


def ordinal_words(number: int) -> str:
    """An ordinal in digits: "1st", "22nd", "113th"."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _date_words(value: str) -> str:
    if (year := value.removeprefix("BC")) != value and year.isdecimal():
        return f"{_date_words(year) if len(year) == _CENTURY_LENGTH else int(year)} BC"
    if value.isdecimal() and len(value) == _CENTURY_LENGTH:
        return f"{ordinal_words(int(value) + 1)} century"
    if value.isdecimal() and len(value) == _DECADE_LENGTH:
        return f"{value}0s"
    day, year = _day_and_year(value)
    return f"{day}, {year}" if day and year == _OPEN_YEAR else " ".join(filter(None, (day, year)))


def _day_and_year(value: str) -> tuple[str, str]:
    """What a date says within its year, and the year; both empty for what is no date."""
    date = _DATE.fullmatch(value)
    if date is None:
        return "", ""
    year = _OPEN_YEAR if date["year"] == "XXXX" else date["year"]
    if date["month"] == "XX":
        return (f"{ordinal_words(int(date['day']))} of a month" if date["day"] else "a month"), year
    if date["month"] and not 1 <= int(date["month"]) <= len(_MONTHS):
        return "", ""
    month = _MONTHS[int(date["month"]) - 1] if date["month"] else date["part"] or ""
    return (f"{int(date['day'])} {month}" if date["day"] else month), year


def _range_words(first: str, second: str) -> str:
    (day, year), (last_day, last_year) = _day_and_year(first), _day_and_year(second)
    if not (day and last_day and year == last_year):
        whole = _date_words(first), _date_words(second)
        spaced = " – " if any(" " in words for words in whole) else "–"
        return spaced.join(whole) if all(whole) else ""
    number, _, month = day.partition(" ")
    if last_day.endswith(f" {month}") and month:
        return f"{number}–{_date_words(second)}"
    return f"{day} – {_date_words(second)}"


def _duration_words(value: str) -> str:
    duration = _DURATION.fullmatch(value)
    if duration is None or not (duration[2] or duration[3]):
        return ""
    amounts = [*_AMOUNT.findall(duration[2] or "")]
    amounts += [(number, f"T{letter}") for number, letter in _AMOUNT.findall(duration[3] or "")]
    if not all(letters in _UNITS and number.count(".") <= 1 for number, letters in amounts):
        return ""
    words = (f"{_grouped(number)} {_UNITS[letters]}{'' if number == '1' else 's'}" for number, letters in amounts)
    return duration[1] + " ".join(words)


def _grouped(number: str) -> str:
    whole, point, decimals = number.partition(".")
    return f"{int(whole or 0):,}".replace(",", " ") + point + decimals

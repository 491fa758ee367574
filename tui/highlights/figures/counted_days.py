"""Reads days that are counted within their month: "third Tuesday of September 2014" is 2014-09-16."""

import calendar

from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import APOSTROPHES
from tui.highlights.figures.when import When
from tui.highlights.figures.years import year_after

_LAST = -1
_LONGEST_LINK = 4


def counted_day_at(reading: Reading, index: int) -> When | None:
    """Give the day that an ordinal or "last", a weekday or "day", a month and a year name together, or None."""
    number, place = _number(reading, index)
    weekday = reading.lexicon.weekday_numbers.at(reading.tokens, place) if number else None
    unit = reading.lexicon.units.at(reading.tokens, place) if number and weekday is None else None
    if weekday is None and (unit is None or unit[1].name != "D"):
        return None
    month = _month_after(reading, weekday[0] if weekday else place + 1)
    year = year_after(reading, month[0]) if month else None
    if month is None or year is None:
        return None
    days = _days(year[0], month[1], weekday[1] if weekday else None)
    if number > len(days):
        return None
    return When(index, year[1], year[0], month[1], days[number - 1 if number > 0 else _LAST])


def _number(reading: Reading, index: int) -> tuple[int, int]:
    """Give which of the days is meant, -1 for the last and 0 for none, and the token after it."""
    tokens, lexicon = reading.tokens, reading.lexicon
    word, end = tokens.words[index], index + 1
    if word in lexicon.last_words:
        return _LAST, end
    if word in lexicon.first_of_month:
        return 1, end
    if word.isdecimal() and len(word) <= 2 and tokens.glued(end) and tokens.words[end] in lexicon.ordinal_suffixes:
        return int(word), end + 1
    return lexicon.ordinals.get(word, 0), end


def _month_after(reading: Reading, index: int) -> tuple[int, int] | None:
    """Give the token after a month that follows, with linking words or none, and its number."""
    tokens, lexicon = reading.tokens, reading.lexicon
    for place in range(index, index + _LONGEST_LINK):
        if month := lexicon.months.at(tokens, place):
            return month
        word = tokens.words[place]
        unit = lexicon.units.at(tokens, place)
        links = word in lexicon.linkers or word in lexicon.articles or word in APOSTROPHES
        if not (links or lexicon.date_linkers.at(tokens, place) or (unit and unit[1].name == "M")):
            return None
    return None


def _days(year: int, month: int, weekday: int | None) -> list[int]:
    """Give the days of a month that fall on the weekday, 0 for Monday, or all of them."""
    dates = calendar.Calendar().itermonthdays2(year, month)
    return [day for day, falls_on in dates if day and weekday in {None, falls_on}]

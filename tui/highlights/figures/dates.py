"""Reads calendar dates as TIMEX3 values; an interval of dates is written as in ISO 8601, with a slash.

What the text does not say stays open: "28 October" is XXXX-10-28.
"""

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.highlights.figures.clock import may_start_time, time_at
from tui.highlights.figures.counted_days import counted_day_at
from tui.highlights.figures.edges import roman_centuries
from tui.highlights.figures.eras import year_before_christ_at
from tui.highlights.figures.fractions import numeral_at
from tui.highlights.figures.lexicon import Lexicon
from tui.highlights.figures.numeric_dates import date_in_digits_at, day_and_month_at, is_announced, numeric_date_at
from tui.highlights.figures.periods import century_at, decade_at, part_of_year_at, season_at
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import APOSTROPHES, PARTS_OF_YEAR
from tui.highlights.figures.when import When
from tui.highlights.figures.years import (
    apostrophe_year_at,
    bare_year,
    closing_year,
    full_year,
    linked,
    year_after,
)

_DASHES = frozenset("-–—")
_MAY_BE_DATE = re.compile(r"[0-9]{1,4}(?:[:/-]|[.,][0-9]{2}|\.[0-9](?:\.|$))")
_DATE_SIGNS = frozenset("-/.")
_LONGEST_DAY = 2
_MOST_LISTED = 4
_RAISED = frozenset("ºª°")


def date_or_time_at(reading: Reading, index: int) -> When | None:
    """Give the clock time or the date that starts at the token, or None."""
    if not _may_start_date(reading, index):
        return None
    return (time_at(reading, index) if may_start_time(reading, index) else None) or date_at(reading, index)


def _may_start_date(reading: Reading, index: int) -> bool:
    """Whether a word, a number in digits or the word after a number lets a date or a time start: most let none."""
    tokens, edges = reading.tokens, reading.edges
    word, following = tokens.words[index], tokens.words[index + 1]
    if word in tokens.numbers:
        if not word.isdecimal():
            return _MAY_BE_DATE.match(word) is not None and ("," not in word or following in reading.lexicon.hour_words)
        if len(word) == 4:
            return True
    elif word not in edges.days:
        return word in edges.dates
    elif following in edges.after_numeral or following in reading.compounds:
        return True
    if tokens.words[index - 1] in APOSTROPHES:
        return True
    shown = following in edges.after_day or following[:1] == "h" or tokens.is_number(index + 1)
    return shown or is_announced(reading, index) or _follows_listed_day(reading, index)


def date_at(reading: Reading, index: int) -> When | None:
    """Give the date, or the interval of dates, that starts at the token or at the range's opening word before it."""
    tokens, lexicon = reading.tokens, reading.lexicon
    first = _single_date(reading, index)
    if first is None:
        return _day_without_month(reading, index)
    if first.day and first.month is None:
        day = _day_at(reading, index)
        return (_listed_day(reading, index, day) if day else None) or first
    place, opener = reading.range_opener(index)
    connectors = reading.edges.between_dates[opener]
    following = tokens.words[first.end]
    joined = following in connectors or (following == "/" and first.month is None)
    whole = _interval(reading, first) if joined else None
    if whole:
        opened = opener and following in lexicon.ranges.get(opener, frozenset())
        return whole._replace(start=place if opened else whole.start)
    month_alone = first.month and not first.day and first.year is None
    return None if month_alone and not _is_month_alone_clear(reading, first) else first


def _day_without_month(reading: Reading, index: int) -> When | None:
    """Read a day whose month is said later: that of an interval, "3 to 5 May", or of a list, "3, 4 and 5 May"."""
    day = _day_at(reading, index)
    if day is None:
        return None
    following = reading.tokens.words[day[1]]
    if following not in reading.edges.between_amounts and following not in reading.lexicon.range_joiners:
        return None
    place, opener = reading.range_opener(index)
    connects = following in reading.edges.between_dates[opener]
    if not opener and not connects:
        return _listed_day(reading, index, day)
    whole = _interval(reading, When(index, day[1], day=day[0])) if connects else None
    return whole._replace(start=place) if whole and "XX-XX" not in whole.value else None


def _single_date(reading: Reading, index: int) -> When | None:
    """Give the first reading, of those that say most first, of one date at the token."""
    word = reading.tokens.words[index]
    if word in reading.tokens.numbers:
        return _date_from_digits(reading, index)
    for read in _readers(reading.lexicon).get(word, ()):
        if when := read(reading, index):
            return when
    return None


def _date_from_digits(reading: Reading, index: int) -> When | None:
    tokens, edges = reading.tokens, reading.edges
    word, following = tokens.words[index], tokens.words[index + 1]
    plain, numbered = word.isdecimal(), following in tokens.numbers
    when = None
    if plain and following in reading.lexicon.before_christ:
        when = year_before_christ_at(reading, index)
    if when is None and (not plain or numbered or following in _DATE_SIGNS):
        when = date_in_digits_at(reading, index)
    if when is None and following in edges.date_suffixes:
        when = century_at(reading, index) or part_of_year_at(reading, index) or decade_at(reading, index)
    if when is None and (numbered or following in edges.after_day) and len(word) <= _LONGEST_DAY:
        when = _day_first(reading, index)
    return (
        when
        or (bare_year(reading, index) if plain else None)
        or apostrophe_year_at(reading, index)
        or _day_alone(reading, index)
        or _day_after_listed(reading, index)
    )


@functools.cache
def _readers(lexicon: Lexicon) -> Mapping[str, Sequence[Callable[[Reading, int], When | None]]]:
    """Give what can be read at each word that opens dates, in the order in which it is tried."""
    numbered = frozenset().union(lexicon.ordinals, lexicon.first_of_month)
    openers: tuple[tuple[Callable[[Reading, int], When | None], Iterable[str]], ...] = (
        (_weekday_and_date, lexicon.weekdays.openers | lexicon.short_weekdays.openers),
        (counted_day_at, numbered | lexicon.last_words),
        (century_at, lexicon.centuries.union(lexicon.ordinals, roman_centuries(lexicon))),
        (part_of_year_at, numbered.union(PARTS_OF_YEAR)),
        (season_at, lexicon.seasons),
        (decade_at, [*lexicon.decades.openers, *lexicon.decade_names]),
        (_day_first, numbered.union(lexicon.numerals)),
        (_month_first, lexicon.months.openers),
    )
    readers: dict[str, list[Callable[[Reading, int], When | None]]] = {}
    for read, words in openers:
        for word in dict.fromkeys(words):
            readers.setdefault(word, []).append(read)
    return readers


def _weekday_and_date(reading: Reading, index: int) -> When | None:
    """Read "viernes, 12 de septiembre", "lunes 28", "sexta-feira (12)"; no day alone after "mar." or "Sat"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    weekday = lexicon.weekdays.at(tokens, index) or lexicon.short_weekdays.at(tokens, index)
    if weekday is None:
        return None
    place = after = weekday[0]
    if tokens.words[place] == "(":
        when = day_and_month_at(reading, place + 1) or _day_alone(reading, place + 1)
        return when._replace(start=index, end=when.end + 1) if when and tokens.words[when.end] == ")" else None
    place += tokens.words[place] in {",", "."}
    place += tokens.words[place] in reading.lexicon.articles
    word = tokens.words[place]
    if word not in reading.edges.dates and word not in tokens.numbers:
        return None
    when = (
        _day_first(reading, place)
        or _month_first(reading, place)
        or numeric_date_at(reading, place)
        or day_and_month_at(reading, place)
        or (_day_alone(reading, place) if place == after else None)
    )
    return when._replace(start=index) if when and when.day else None


def _short_last_year(reading: Reading, index: int, first: int) -> int | None:
    """Give the year that two digits after a dash or a slash mean: 2024 in "2023/24", 1945 in "1939-45"."""
    tokens = reading.tokens
    short, dashed = tokens.raw[index], tokens.words[index - 1] in _DASHES
    if len(short) != 2 or not short.isdecimal() or not (dashed or tokens.words[index - 1] == "/"):
        return None
    if int(short) == (first + 1) % 100:
        return first + 1
    later = dashed and tokens.glued(index) and int(short) > max(first % 100, 12)
    return first // 100 * 100 + int(short) if later else None


def _interval(reading: Reading, first: When) -> When | None:
    """Read the second date of an interval after its connecting word, and give the first what only the second says."""
    tokens = reading.tokens
    place = first.end + 1
    place += tokens.words[place] in reading.lexicon.articles
    if first.year and first.month is None and (last := _short_last_year(reading, place, first.year)):
        return When(first.start, place + 1, value=f"{first.year}/{last}")
    second = _single_date(reading, place) or (closing_year(reading, first.year, place) if not first.month else None)
    if second is None and first.day and first.month:
        second = day_and_month_at(reading, place, closing=True)
    later = _day_at(reading, place) if first.day and first.month and not time_at(reading, place) else None
    if second is None and first.day and later and later[0] > first.day:
        day = later
        year = year_after(reading, day[1])
        second = When(place, year[1] if year else day[1], year[0] if year else first.year, first.month, day[0])
    if second is None or "/" in second.value:
        return None
    if first.value or second.value:
        return When(first.start, second.end, value=f"{first.timex}/{second.timex}")
    if first.year is None:
        first = first._replace(year=second.year)
    elif second.year is None and second.month:
        second = second._replace(year=first.year)
    if first.month is None and first.day:
        first = first._replace(month=second.month)
    if (first.day is None) != (second.day is None) and second.month is None:
        return None
    return When(first.start, second.end, value=f"{first.timex}/{second.timex}")


def _listed_day(reading: Reading, index: int, day: tuple[int, int]) -> When | None:
    """Read the first day of "26, 27 y 28 de mayo", whose month stands after the last."""
    tokens, lexicon = reading.tokens, reading.lexicon
    last = day
    for _ in range(_MOST_LISTED):
        joining = tokens.words[last[1]]
        if joining not in lexicon.range_joiners and joining not in lexicon.alternatives:
            return None
        place = last[1] + 1
        place += tokens.words[place] in lexicon.articles
        if tokens.words[place] not in tokens.numbers and tokens.words[place] not in reading.edges.dates:
            return None
        next_day = _day_at(reading, place)
        if next_day is None:
            return None
        if whole := _with_month(reading, place, next_day):
            return When(index, day[1], whole.year, whole.month, day[0])
        last = next_day
    return None


def _day_first(reading: Reading, index: int) -> When | None:
    """Read "28 de octubre de 2024", "the 4th of July", "3. März"."""
    day = _day_at(reading, index)
    return _with_month(reading, index, day) if day else None


def _with_month(reading: Reading, index: int, day: tuple[int, int]) -> When | None:
    """Read the month, and the year if it is said, after a day that starts at the token."""
    following = reading.tokens.words[day[1]]
    months, linkers = reading.lexicon.months.openers, reading.lexicon.date_linkers.openers
    if following not in months and following not in linkers and following not in _DATE_SIGNS:
        return None
    place = linked(reading, day[1])
    for at in (place,) if place == day[1] else (place, day[1]):
        if month := _month_at(reading, at, after_day=True):
            year = year_after(reading, month[1]) or _year_of_two_digits(reading, month[1])
            return When(index, year[1] if year else month[1], year[0] if year else None, month[0], day[0])
    return None


def _year_of_two_digits(reading: Reading, index: int) -> tuple[int, int] | None:
    """Give the year of "31 octobre 74", two digits too large for a day that count nothing, and the token after it."""
    digits = reading.tokens.raw[index]
    bare = len(digits) == 2 and digits.isdecimal() and not reading.is_plain_word(index + 1)
    bare = bare and (int(digits) > 31 or reading.tokens.words[index + 1] == "")
    closed = reading.tokens.words[index + 1] in {"", ".", ",", ";", ")"}
    return (full_year(digits), index + 1) if bare and closed else None


def _month_first(reading: Reading, index: int) -> When | None:
    """Read "October 28, 2024", "enero de 2024", "octubre"."""
    if not (month := _month_at(reading, index)):
        return None
    tokens = reading.tokens
    if year := year_after(reading, month[1]):
        return When(index, year[1], year[0], month[0])
    place = month[1] + (tokens.words[month[1]] in reading.lexicon.articles)
    for at in dict.fromkeys((place, linked(reading, place))):
        day = _day_at(reading, at) if tokens.words[at] != "," and tokens.words[at - 1] != "," else None
        if day and not _is_count(reading, at, day[1]):
            year = year_after(reading, day[1])
            return When(index, year[1] if year else day[1], year[0] if year else None, month[0], day[0])
    return When(index, month[1], None, month[0])


def _day_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """Give a day of the month, in digits or words, and the token after it."""
    day, end = _day_in_digits(reading, index) if reading.tokens.is_number(index) else _day_in_words(reading, index)
    return (day, end) if 1 <= day <= 31 else None


def _day_in_digits(reading: Reading, index: int) -> tuple[int, int]:
    tokens, end = reading.tokens, index + 1
    if not tokens.raw[index].isdecimal() or len(tokens.raw[index]) > 2:
        return 0, end
    if tokens.glued(end):
        if tokens.words[end] == "." and tokens.glued(end + 1) and tokens.words[end + 1] in _RAISED:
            return int(tokens.raw[index]), end + 2
        end += tokens.words[end] in reading.lexicon.ordinal_suffixes or (
            tokens.words[end] == "." and _goes_on_after_stop(reading, end + 1)
        )
    return int(tokens.raw[index]), end


def _day_in_words(reading: Reading, index: int) -> tuple[int, int]:
    tokens, lexicon = reading.tokens, reading.lexicon
    word, end = tokens.words[index], index + 1
    if reading.is_name_by_capital(index):
        return 0, end
    if word in lexicon.first_of_month:
        return 1, end
    if word in lexicon.ordinals:
        return lexicon.ordinals[word], end
    numeral = numeral_at(reading, index) if word in lexicon.numerals else None
    if numeral is None or numeral.form not in {"words", "one"} or numeral.value != int(numeral.value):
        return 0, end
    last = tokens.words[numeral.end + 1]
    unit = 1 if last in lexicon.first_of_month else lexicon.ordinals.get(last, 99)
    if tokens.words[numeral.end] == "-" and unit < 10:
        return int(min(numeral.value, 99)) + unit, numeral.end + 2
    return int(min(numeral.value, 99)), numeral.end


def _goes_on_after_stop(reading: Reading, index: int) -> bool:
    """Whether a date goes on after the full stop of "3." in German: with a month or the second day of an interval."""
    lexicon, word = reading.lexicon, reading.tokens.words[index]
    joins = any(word in connectors and word.isalpha() for connectors in lexicon.ranges.values())
    return lexicon.language.capital_nouns and (joins or lexicon.months.at(reading.tokens, index) is not None)


def _day_alone(reading: Reading, index: int) -> When | None:
    """Read "el día 28" and "lunes 28"."""
    tokens = reading.tokens
    if not is_announced(reading, index) or not tokens.is_number(index) or reading.is_plain_word(index + 1):
        return None
    day, end = _day_in_digits(reading, index)
    apart = not tokens.glued(end) or tokens.raw[end] in {".", ",", ";", ")"}
    return When(index, end, day=day) if 1 <= day <= 31 and apart and not tokens.is_number(end) else None


def _day_after_listed(reading: Reading, index: int) -> When | None:
    """Read the last day of "May 26 and 28", whose month stands before the first."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if not _follows_listed_day(reading, index) or reading.is_plain_word(index + 1):
        return None
    month = lexicon.months.before(tokens, index - 2)
    day, end = _day_in_digits(reading, index)
    counts = tokens.words[end] in reading.edges.units or tokens.words[end] in lexicon.scales
    return (
        When(index, end, None, month[1], day)
        if month and int(tokens.raw[index - 2]) < day <= 31 and not counts
        else None
    )


def _follows_listed_day(reading: Reading, index: int) -> bool:
    """Whether a month, a day and a joining word stand before the token, where months come before their days."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if lexicon.language.day_first or tokens.words[index - 1] not in lexicon.language.joiners:
        return False
    return tokens.raw[index - 2].isdecimal() and lexicon.months.before(tokens, index - 2) is not None


def _month_at(reading: Reading, index: int, *, after_day: bool = False) -> tuple[int, int] | None:
    """Give a month's name and the token after it; one like a verb has a capital, or stands between day and year."""
    tokens, lexicon = reading.tokens, reading.lexicon
    found = lexicon.months.at(tokens, index)
    if not found:
        return None
    end, month = found
    if tokens.words[index] in lexicon.verbs_like_months and not tokens.is_capitalised(index):
        signed = tokens.words[end] in {"-", "/"} and tokens.glued(end)
        if tokens.is_number(end) and tokens.glued(end + 1) and tokens.words[end + 1] in lexicon.ordinal_suffixes:
            return month, end
        linked_day = after_day and tokens.words[index - 1] in lexicon.linkers
        return (month, end) if linked_day or ((after_day or signed) and year_after(reading, end)) else None
    return month, end


def _is_count(reading: Reading, start: int, end: int) -> bool:
    """Whether a possible day after a month counts something instead: "in May 20 people", "octubre 5 %"."""
    following = reading.tokens.words[end]
    if not reading.tokens.is_number(start):
        return not reading.lexicon.language.capital_months or reading.tokens.words[start] in reading.lexicon.numerals
    return (
        following in reading.lexicon.units
        or following in reading.lexicon.scales
        or (reading.is_plain_word(end) and not reading.lexicon.language.capital_months)
    )


def _is_month_alone_clear(reading: Reading, when: When) -> bool:
    """Whether a month's name on its own is sure to mean the month: "May", "mayo" and "mar" need a word before them."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if reading.is_name_by_capital(when.start) or tokens.words[when.start] in lexicon.incomplete_months:
        return False
    if tokens.words[when.start] not in lexicon.doubtful_months:
        return tokens.raw[when.start][:1].isupper() or not lexicon.language.capital_months
    before = lexicon.year_before.before(tokens, when.start)
    return before is not None and tokens.words[when.start - 1][:1].isalpha()

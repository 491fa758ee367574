"""Reads dates that are written in digits alone: "28/10/2024", "2024-10", "28/10"."""

import re

from tui.highlights.figures.reading import Reading
from tui.highlights.figures.when import When
from tui.highlights.figures.years import full_year, year_at

_NUMERIC = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})")
_BEFORE_YEARS = frozenset(["in", "since", "en", "desde", "em"])
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")


def date_in_digits_at(reading: Reading, index: int) -> When | None:
    """Give the first reading, of those that say most first, of the date in digits alone that starts at the token."""
    return (
        numeric_date_at(reading, index)
        or _spaced_date(reading, index)
        or _month_and_year(reading, index)
        or day_and_month_at(reading, index)
        or _dotted_day_and_month(reading, index)
    )


def numeric_date_at(reading: Reading, index: int) -> When | None:
    """Read "2024-10-28", "28/10/2024" and, where the language puts the month first, "10/28/2024"."""
    match = _NUMERIC.fullmatch(reading.tokens.raw[index])
    if not match:
        return None
    first, sign, middle, last = match.groups()
    if len(first) == 4 and len(last) <= 2:
        year, month, day = int(first), int(middle), int(last)
    elif len(first) <= 2 and (len(last) == 4 or (len(last) == 2 and (sign != "." or len(first) == len(middle) == 2))):
        year, day, month = full_year(last), int(first), int(middle)
        if month > 12 or (not reading.lexicon.language.day_first and day <= 12):
            day, month = month, day
    else:
        return None
    valid = 1 <= month <= 12 and 1 <= day <= 31
    return When(index, index + 1, year, month, day) if valid else None


def _spaced_date(reading: Reading, index: int) -> When | None:
    """Read "28 10 2024", three numerals that stand alone."""
    tokens = reading.tokens
    day, month = tokens.raw[index : index + 2]
    year = year_at(reading, index + 2)
    if year is None or not (day.isdecimal() and month.isdecimal() and len(day) <= 2 and len(month) <= 2):
        return None
    alone = not (tokens.is_number(index - 1) or tokens.is_number(index + 3) or tokens.glued(index))
    valid = 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and 1900 <= year < 2060
    return When(index, index + 3, year, int(month), int(day)) if alone and valid else None


def _month_and_year(reading: Reading, index: int) -> When | None:
    """Read "10/2024" and "2024-10", and the years of "the 2006/07 season"."""
    tokens = reading.tokens
    if tokens.words[index + 1] not in {"-", "/"} or not tokens.glued(index + 1) or not tokens.glued(index + 2):
        return None
    first, second = tokens.raw[index], tokens.raw[index + 2]
    if len(first) > len(second):
        first, second, place = second, first, index
    else:
        place = index + 2
    year = year_at(reading, place)
    if reading.lexicon.designators.before(tokens, index):
        return None
    if year and place == index and _is_season(reading, index, year):
        return When(index, index + 3, value=f"{year}/{year + 1}")
    month = int(first) if first.isdecimal() and len(first) <= 2 else 0
    if year is None or not 1 <= month <= 12 or (place == index and len(first) < 2):
        return None
    return When(index, index + 3, year, month) if 1900 <= year < 2060 else None


def _is_season(reading: Reading, index: int, year: int) -> bool:
    """Whether "2006/07" is two years of a season, as the word before or after it says."""
    tokens, words = reading.tokens, reading.lexicon.season_words
    closing = tokens.raw[index + 2]
    follows = closing.isdecimal() and int(closing) == (year + 1) % 100
    dashed = tokens.words[index + 1] == "-" and tokens.words[index - 1] in _BEFORE_YEARS
    return follows and (dashed or tokens.words[index - 1] in words or tokens.words[index + 3] in words)


def day_and_month_at(reading: Reading, index: int, *, closing: bool = False) -> When | None:
    """Read "28/10", where its form, a word or a weekday before it, or another date that it closes, says what it is."""
    tokens, language = reading.tokens, reading.lexicon.language
    first, sign, second = tokens.raw[index : index + 3]
    if sign != "/" or not (first.isdecimal() and second.isdecimal() and len(first) <= 2 and len(second) <= 2):
        return None
    if (
        not tokens.glued(index + 1)
        or not tokens.glued(index + 2)
        or (tokens.glued(index + 3) and tokens.raw[index + 3] == "/")
    ):
        return None
    day, month = int(first), int(second)
    if month > 12 or (not language.day_first and day <= 12):
        day, month = month, day
    announced = closing or is_announced(reading, index) or tokens.words[index - 1] in reading.lexicon.date_before
    shaped = "0" in {first[0], second[0]} or (day > 12 and f"{first}/{second}" != "24/7")
    valid = 1 <= month <= 12 and 1 <= day <= 31
    return When(index, index + 3, None, month, day) if valid and (announced or shaped) else None


def _dotted_day_and_month(reading: Reading, index: int) -> When | None:
    """Read the German "22.04." after a word that announces a day."""
    tokens = reading.tokens
    match = _DOTTED.fullmatch(tokens.raw[index]) if reading.lexicon.language.capital_nouns else None
    if not match or tokens.words[index + 1] != "." or not tokens.glued(index + 1):
        return None
    day, month = int(match[1]), int(match[2])
    valid = (
        1 <= day <= 31
        and 1 <= month <= 12
        and (is_announced(reading, index) or tokens.words[index - 1] in reading.lexicon.date_before)
    )
    return When(index, index + 2, None, month, day) if valid else None


def is_announced(reading: Reading, index: int) -> bool:
    """Whether a weekday, with a bracket after it or none, or a word like "day" stands before what may be a date."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if tokens.words[index - 1] not in reading.edges.announcing_days:
        return False
    place = index - (tokens.words[index - 1] == "(")
    return tokens.words[index - 1] in lexicon.day_words or lexicon.weekdays.before(tokens, place) is not None

"""Reads clock times as TIMEX3 values: "las 8 de la tarde" is T20:00."""

import re

from tui.highlights.figures.reading import Reading
from tui.highlights.figures.when import When

_CLOCK = re.compile(r"([0-9]{1,2})[:.,h]([0-5][0-9])(?:[:.]([0-5][0-9]))?")
_MILITARY = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")
_HOURS_GLUED = re.compile(r"h([0-5][0-9])?")
_MINUTES = re.compile(r"[0-5][0-9]")
_NOON = 12
_LATEST_HOUR = 24
_LONGEST_HOUR = 2
_LENGTH_OF_MILITARY = 4


def may_start_time(reading: Reading, index: int) -> bool:
    """Whether the token, with the word before or after it, can open a time: no word but a numeral, no bare year."""
    tokens, lexicon = reading.tokens, reading.lexicon
    edges, word, following = reading.edges, tokens.words[index], tokens.words[index + 1]
    if word in tokens.numbers and not word.isdecimal():
        return True
    if word in lexicon.numerals or len(word) <= _LONGEST_HOUR:
        announced = tokens.words[index - 1] in edges.before_hour
        return announced or following in edges.after_hour or following[:1] == "h"
    return len(word) == _LENGTH_OF_MILITARY and following in edges.after_hour


def time_at(reading: Reading, index: int) -> When | None:
    """Give the clock time, or the opening hours, that start at the token."""
    return _single_time(reading, index) or _opening_hours(reading, index)


def _single_time(reading: Reading, index: int) -> When | None:
    """Read a time by its form, or by the words before and after it."""
    tokens, lexicon = reading.tokens, reading.lexicon
    announced = lexicon.time_before.before(tokens, index) is not None and tokens.raw[index - 1] != "a"
    match = _CLOCK.fullmatch(tokens.raw[index])
    by_word = lexicon.time_after.at(tokens, index + 1) is not None
    if match and ((by_word and announced) if "," in match[0] else (by_word or announced or "." not in match[0])):
        return _time(reading, index, (int(match[1]), int(match[2]), match[3] or ""), index + 1)
    military = _MILITARY.fullmatch(tokens.raw[index])
    told = by_word or tokens.words[index + 1] in lexicon.hour_words
    if military and told and (announced or military[1][0] == "0"):
        return _time(reading, index, (int(military[1]), int(military[2]), ""), index + 2 - by_word)
    glued = _HOURS_GLUED.fullmatch(tokens.words[index + 1]) if tokens.glued(index + 1) else None
    hour = _hour_at(reading, index, announced=announced)
    if hour is None:
        return None
    if glued and (glued[1] or announced):
        return _time(reading, index, (hour, int(glued[1] or 0), ""), index + 2)
    return _time_in_words(reading, index, hour, announced=announced)


def _time_in_words(reading: Reading, index: int, hour: int, *, announced: bool) -> When | None:
    """Read the time whose hour is said to be one by the words around it: "20 Uhr", "à 13 h 30", "alle 18"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    word = tokens.words[index + 1]
    if word == "h" and _leads_to_time(reading, index):
        return _time(reading, index, (hour, 0, ""), index + 2)
    if (word == "h" or (announced and word in lexicon.hour_words)) and _are_minutes(reading, index + 2):
        return _time(reading, index, (hour, int(tokens.raw[index + 2]), ""), index + 3)
    half = lexicon.time_halves.at(tokens, index + 1) if announced else None
    end = half[0] if half else index + 1
    part = lexicon.time_after.at(tokens, end)
    said = half or (part and (announced or tokens.words[part[0] - 1] not in lexicon.hour_words))
    if said or (announced and tokens.words[index - 1] in lexicon.hour_words) or _is_bare_hour(reading, index):
        return _time(reading, index, (hour, 30 if half else 0, ""), end)
    return None


def _are_minutes(reading: Reading, index: int) -> bool:
    """Whether two digits that count nothing stand at the token."""
    tokens = reading.tokens
    alone = not (tokens.glued(index + 1) and tokens.raw[index + 1].isalpha()) and not reading.is_plain_word(index + 1)
    return alone and _MINUTES.fullmatch(tokens.raw[index]) is not None


def _is_bare_hour(reading: Reading, index: int) -> bool:
    """Whether an hour needs no word after it: "alle 18", but not "alle 18 famiglie"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    sure = lexicon.hour_before.before(tokens, index) is not None and tokens.raw[index].isdecimal()
    following = tokens.words[index + 1]
    return sure and not (reading.is_plain_word(index + 1) or following in reading.edges.units or following == "%")


def _leads_to_time(reading: Reading, index: int) -> bool:
    """Whether a word for ranges and another time stand after the hour in "de 9h à 18h"."""
    opener = reading.range_opener(index)[1]
    if not opener or reading.tokens.words[index + 2] not in reading.lexicon.ranges[opener]:
        return False
    return _single_time(reading, index + 3) is not None


def _opening_hours(reading: Reading, index: int) -> When | None:
    """Read "von 13 bis 18 Uhr", whose first hour is said without its word, and "entre 8h e 17h"."""
    place, opener = reading.range_opener(index)
    tokens, connectors = reading.tokens, reading.lexicon.ranges.get(opener, frozenset())
    if opener and tokens.words[index + 1] == tokens.words[index + 4] == "h" and tokens.words[index + 2] in connectors:
        first, second = _hour_at(reading, index, announced=False), _hour_at(reading, index + 3, announced=False)
        if first is not None and second is not None and first < second <= _LATEST_HOUR:
            return When(place, index + 5, value=f"T{first:02}:00/T{second:02}:00", is_time=True)
    if tokens.words[index + 1] not in connectors:
        return None
    hour, last = _hour_at(reading, index, announced=True), _single_time(reading, index + 2)
    if hour is None or last is None or not f"T{max(hour, _NOON):02}" < last.value:
        return None
    return When(place, last.end, value=f"T{hour:02}:00/{last.value}", is_time=True)


def _hour_at(reading: Reading, index: int, *, announced: bool) -> int | None:
    """Give the hour that the token writes in one or two digits, or in a word after "at", "a las"."""
    token = reading.tokens.raw[index]
    if token.isdecimal():
        return int(token) if len(token) <= 2 else None
    return reading.lexicon.numerals.get(token.lower()) if announced else None


def _time(reading: Reading, start: int, clock: tuple[int, int, str], end: int) -> When | None:
    """Give the time of hour, minute and second, with the part of the day that may follow at the token `end`."""
    hour, minute, second = clock
    part = reading.lexicon.time_after.at(reading.tokens, end)
    if part:
        midnight = part[1] == 0 and hour == 12 and reading.tokens.words[end][:1] == "a"
        end = part[0]
        hour = 0 if midnight else hour + (part[1] if hour < 12 else 0)
    value = f"T{hour:02}:{minute:02}" + (f":{second}" if second else "")
    return When(start, end, value=value, is_time=True) if hour <= 24 else None

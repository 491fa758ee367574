"""Reads years, and tells them from counts of four digits."""

from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import APOSTROPHES, PARTS_OF_YEAR
from tui.highlights.figures.when import When

_PIVOT_YEAR = 50
_LONGEST_INTERVAL = 300
_EARLIEST_ALONE = "1400"
_CLOSING_SIGNS = frozenset(".,;:)!?")
_DASHES = frozenset("-–—")


def year_at(reading: Reading, index: int) -> int | None:
    """Give the year that the token writes in four digits, or None."""
    token = reading.tokens.raw[index]
    return (
        int(token) if len(token) == 4 and token.isdecimal() and token.isascii() and "1000" <= token < "2200" else None
    )


def full_year(digits: str) -> int:
    """Give the year of two digits or four: 49 is 2049, 50 is 1950."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < _PIVOT_YEAR else 1900)


def linked(reading: Reading, index: int) -> int:
    """Give the token after the linking words of a date ("de", "del", "of", a comma), which may be none."""
    tokens = reading.tokens
    if tokens.words[index] in {"-", "/"} and tokens.glued(index) and tokens.glued(index + 1):
        return index + 1
    linker = reading.lexicon.date_linkers.at(tokens, index)
    return linker[0] if linker else index


def year_after(reading: Reading, index: int) -> tuple[int, int] | None:
    """Give a year that follows, with linking words or without, and the token after it."""
    place = linked(reading, index)
    place += reading.tokens.words[place] in APOSTROPHES
    if short := _apostrophe_year(reading, place):
        return short, place + 1
    for place in dict.fromkeys((linked(reading, index), index)):
        year = year_at(reading, place) or (_short_year(reading, place) if place > index else None)
        if year is not None and not _continues_number(reading, place):
            return year, place + 1
    return None


def _short_year(reading: Reading, index: int) -> int | None:
    """Give the year of "agosto de 93": two digits too large for a day."""
    digits = reading.tokens.raw[index]
    before = reading.tokens.words[index - 1]
    joined = before != ","
    if before in {"-", "/"} and len(digits) == 2 and digits.isdecimal():
        return full_year(digits)
    return 1900 + int(digits) if joined and len(digits) == 2 and digits.isdecimal() and int(digits) > 31 else None


def _continues_number(reading: Reading, index: int) -> bool:
    """Whether more than a year stands at the token: "2,000" is one token, "2000 million" and "2000-strong" are not."""
    tokens, lexicon = reading.tokens, reading.lexicon
    following = tokens.words[index + 1]
    if following in lexicon.scales or following in {"%", "€", "$", "£"}:
        return True
    year = year_at(reading, index)
    season = year is not None and tokens.raw[index + 2] in {f"{(year + 1) % 100:02}", f"{year + 1}"}
    slashed = following == "/" and not season
    return tokens.glued(index + 1) and (following[:1].isalpha() or slashed)


def is_surely_year(reading: Reading, start: int, end: int) -> bool:
    """Whether the tokens are a year after a word that is followed by years: the "1998" of "in 1998 to 12,636 tons"."""
    said = reading.lexicon.surely_before_years.before(reading.tokens, start) is not None
    return said and end == start + 1 and year_at(reading, start) is not None


def _apostrophe_year(reading: Reading, index: int) -> int | None:
    """Give the year of the "73" in "December of '73", or None."""
    tokens = reading.tokens
    digits = tokens.raw[index]
    opened = tokens.words[index - 1] in APOSTROPHES and tokens.glued(index) and not tokens.glued(index - 1)
    if not opened or len(digits) != 2 or not digits.isdecimal():
        return None
    closed = not tokens.glued(index + 1) or tokens.raw[index + 1] in _CLOSING_SIGNS
    counts = reading.is_plain_word(index + 1) or tokens.words[index + 1] in reading.edges.units
    return full_year(digits) if closed and not counts else None


def apostrophe_year_at(reading: Reading, index: int) -> When | None:
    """Read "'73" at its digits."""
    year = _apostrophe_year(reading, index)
    return When(index - 1, index + 1, year) if year else None


def _is_surely_year(reading: Reading, index: int, year: int) -> bool:
    """Whether a year is one though a noun follows: after "en" and "since", and, in German, after a noun."""
    tokens, lexicon = reading.tokens, reading.lexicon
    after_noun = tokens.is_capitalised(index - 1) and not tokens.starts_sentence(index - 1)
    if lexicon.language.capital_nouns and after_noun and 1500 <= year < 2060:
        return True
    if lexicon.language.capital_nouns and 2000 < year < 2060 and year % 10 and not _counts_people(reading, index + 1):
        return True
    return 1900 <= year < 2060 and lexicon.surely_before_years.before(tokens, index) is not None


def _counts_people(reading: Reading, index: int) -> bool:
    return reading.tokens.words[index] in reading.lexicon.people


def closing_year(reading: Reading, first: int | None, index: int) -> When | None:
    """Read the later of two years, after the one of "from 1802 until 1804"; the first has shown what both are."""
    year = year_at(reading, index)
    if first is None or year is None or not first < year <= first + _LONGEST_INTERVAL:
        return None
    counted = _continues_number(reading, index) or reading.is_counted_noun(index + 1)
    return None if counted else When(index, index + 1, year)


def _is_bracketed(reading: Reading, index: int) -> bool:
    """Whether a year stands in brackets, alone or as the first of two: "(1697)", "(1844 - 1929)"."""
    tokens = reading.tokens
    if tokens.words[index - 1] != "(":
        return False
    return (tokens.words[index + 1] == ")" and tokens.raw[index] >= _EARLIEST_ALONE) or (
        tokens.words[index + 1] in _DASHES and year_at(reading, index + 2) is not None
    )


def bare_year(reading: Reading, index: int) -> When | None:
    """Read four digits as a year, where the words around them do not make them a count."""
    tokens, lexicon = reading.tokens, reading.lexicon
    year = year_at(reading, index)
    if year is None or _continues_number(reading, index):
        return None
    if lexicon.designators.before(tokens, index) and not lexicon.year_before.before(tokens, index):
        return None
    following = index + 1
    if reading.is_counted_noun(following) and not _is_surely_year(reading, index, year):
        return None
    if not 1900 <= year < 2060 and not lexicon.language.capital_nouns and not _is_bracketed(reading, index):
        before = tokens.words[index - 1]
        joins = before in lexicon.fraction_joiners or any(before in words for words in lexicon.ranges.values())
        if joins or not before.isalpha() or not lexicon.year_before.before(tokens, index):
            return None
    place = following + (tokens.words[following] == "-")
    part = tokens.words[place]
    if part in PARTS_OF_YEAR:
        return When(index, place + 1, value=f"{year}-{PARTS_OF_YEAR[part]}")
    return When(index, following, year)

"""Reads years and centuries before Christ as TIMEX3 values: "44 BC" is BC0044."""

from tui.highlights.figures.reading import Reading
from tui.highlights.figures.when import When

_LONGEST_YEAR = 4


def year_before_christ_at(reading: Reading, index: int) -> When | None:
    """Read "44 BC" at its digits; a word after it makes "BC" the name of a place."""
    tokens = reading.tokens
    digits = tokens.raw[index]
    if not digits.isdecimal() or len(digits) > _LONGEST_YEAR:
        return None
    year = When(index, index + 1, value=f"{int(digits):04}")
    before = in_its_era(reading, year)
    may_be_place = tokens.raw[index + 1].isupper() and reading.is_plain_word(before.end)
    return None if before is year or may_be_place else before


def in_its_era(reading: Reading, when: When) -> When:
    """Give a year or a century with the words after it that put it before Christ, if there are any."""
    era = reading.lexicon.before_christ.at(reading.tokens, when.end)
    return when._replace(end=era[0], value=f"BC{when.value}") if era else when

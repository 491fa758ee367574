"""Reads parts of a year, decades and centuries as TIMEX3 values."""

import re

from tui.highlights.figures.eras import in_its_era
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import APOSTROPHES, PARTS_OF_YEAR, ROMAN_CENTURIES
from tui.highlights.figures.when import When
from tui.highlights.figures.years import year_after

_LATEST_CENTURY = 21
_ROMAN = re.compile(r"([IVX]+)(?:e|ᵉ|ème|er)?")


def part_of_year_at(reading: Reading, index: int) -> When | None:
    """Read "tercer trimestre de 2024", "Q3 2024", "the first half of 2024"."""
    tokens = reading.tokens
    code, end = _part(reading, index)
    if not code:
        return None
    year = year_after(reading, end + (tokens.words[end] == "-"))
    may_be_share = code[0] == "H" and tokens.words[end - 1] in reading.lexicon.partitives
    if year is None and (may_be_share or end == index + 1):
        return None
    return When(index, year[1] if year else end, value=f"{year[0] if year else 'XXXX'}-{code}")


def season_at(reading: Reading, index: int) -> When | None:
    """Read "verano de 2019", "the fall of 2000"; a season without its year is no date."""
    code = reading.lexicon.seasons.get(reading.tokens.words[index])
    year = year_after(reading, index + 1) if code else None
    return When(index, year[1], value=f"{year[0]}-{code}") if year else None


def _part(reading: Reading, index: int) -> tuple[str, int]:
    """Give the TIMEX3 code of a quarter or a half and the token after it, or "" and that token."""
    tokens, lexicon = reading.tokens, reading.lexicon
    word, end = tokens.words[index], index + 1
    if word in PARTS_OF_YEAR:
        return PARTS_OF_YEAR[word], end
    number = lexicon.ordinals.get(word) or (1 if word in lexicon.first_of_month else 0)
    if tokens.is_number(index) and tokens.glued(end) and tokens.words[end] in lexicon.ordinal_suffixes:
        number, end = int(word) if word in {"1", "2", "3", "4"} else 0, end + 1
    end += tokens.words[end] in {"fiscal", "-"}
    if 1 <= number <= 4 and tokens.words[end] in lexicon.quarters:
        return f"Q{number}", end + 1
    if 1 <= number <= 2 and tokens.words[end] in lexicon.halves:
        return f"H{number}", end + 1
    return "", end


def decade_at(reading: Reading, index: int) -> When | None:
    """Read "los años noventa", "década de 1990", "the 1990s": TIMEX3 writes a decade in three digits."""
    tokens, lexicon = reading.tokens, reading.lexicon
    opener = lexicon.decades.at(tokens, index)
    start, place = index, opener[0] if opener else index
    place += bool(opener) and tokens.words[place] in APOSTROPHES and tokens.glued(place + 1)
    if opener and lexicon.decade_suffixes:
        start = place if tokens.words[index] in lexicon.articles else index
    word = tokens.words[place]
    value = lexicon.decade_names.get(word)
    end = place + 1
    if value is None and word.isdecimal() and len(word) in {2, 4} and word[-1] == "0":
        value = int(word)
        if lexicon.decade_suffixes:
            suffix = end + (tokens.words[end] in APOSTROPHES and tokens.glued(end))
            if not (tokens.glued(suffix) and tokens.words[suffix] in lexicon.decade_suffixes):
                return None
            end = suffix + 1
        elif not opener:
            return None
    named = tokens.is_capitalised(index) and not tokens.starts_sentence(index)
    if value is not None and not opener and not named and tokens.words[index - 1] in lexicon.articles - lexicon.ones:
        opener = (index, True) if not reading.is_plain_word(end) and tokens.words[end] not in lexicon.units else None
    if value is None or not (opener or word.isdecimal()) or (value < 100 and not value >= 20):
        return None
    ages = lexicon.decade_suffixes and value < 100 and lexicon.modifiers_before.before(tokens, start) is not None
    if ages or any(tokens.words[start - back] in lexicon.possessives for back in range(1, min(4, start + 1))):
        return None
    joined = reading.hyphen_between(end) or tokens.words[end] in lexicon.language.joiners
    if joined and tokens.words[end + 1] in lexicon.ordinals:
        return None
    noun = end + (tokens.words[end] == "-")
    end = noun + 1 if tokens.words[noun] in lexicon.decade_nouns else end
    decade = (value + 1900 if value < 100 else value) // 10
    return When(start, end, value=f"{decade:03}")


def century_at(reading: Reading, index: int) -> When | None:
    """Read "siglo XXI", "21st century", "XIXe siècle", "the 8th century BC".

    TIMEX3 writes two digits, one less than the century's name.
    """
    century = _century(reading, index)
    return in_its_era(reading, century) if century else None


def _century(reading: Reading, index: int) -> When | None:
    tokens, lexicon = reading.tokens, reading.lexicon
    if tokens.words[index] in lexicon.centuries:
        following = tokens.raw[index + 1]
        in_digits = following.isdecimal() and len(following) <= 2 and int(following) <= _LATEST_CENTURY
        number = int(following) if in_digits else ROMAN_CENTURIES.get(following, 0)
        return When(index, index + 2, value=f"{number - 1:02}") if number else None
    number, end = lexicon.ordinals.get(tokens.words[index], 0), index + 1
    if roman := _ROMAN.fullmatch(tokens.raw[index]):
        number = ROMAN_CENTURIES.get(roman[1], 0)
    suffixed = tokens.words[end] in lexicon.ordinal_suffixes or (tokens.words[end] == "." and tokens.glued(end))
    if suffixed and tokens.is_number(index) and tokens.words[index].isdecimal():
        number, end = int(tokens.words[index][:3]), end + 1
    end += tokens.words[end] == "-"
    if 1 <= number <= 30 and tokens.words[end] in lexicon.centuries:
        return When(index, end + 1, value=f"{number - 1:02}")
    return None

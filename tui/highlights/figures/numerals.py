"""Reads numerals in digits, in words, and in both mixed: "850 mil millones", "two hundred and five"."""

import functools
import math

from tui.highlights.figures.digits import digits_value, is_read_against_habit
from tui.highlights.figures.lexicon import Lexicon
from tui.highlights.figures.numeral import Numeral
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.sums import CENTURIES, NumeralSum

_RACES = frozenset(["50", "60", "100", "110", "200", "400", "800", "1500", "3000", "5000"])
_LONGEST_KEPT = 60
_APART = frozenset("kM")


def rounded(value: float) -> float:
    """Take off what binary fractions leave: 16.4 million is 16400000."""
    return float(value if abs(value) < 1e15 and value == int(value) else f"{value:.15g}")


@functools.lru_cache(maxsize=4096)
def _read_short_digits(token: str, decimal: str, habit: str) -> tuple[float | None, bool]:
    value = digits_value(token, decimal)
    return (None, False) if value is None else (rounded(value), is_read_against_habit(token, value, habit))


def read_digits(token: str, decimal: str, habit: str) -> tuple[float | None, bool]:
    """Give the value of a numeral in digits, or None, and whether it was read against the language's habit.

    What was read is kept, as the same years and small numbers stand in every text.
    """
    return _read_short_digits(token, decimal, habit) if len(token) <= _LONGEST_KEPT else (None, False)


def _take_numeral_word(lexicon: Lexicon, word: str, total: NumeralSum) -> bool:
    if word in lexicon.numerals:
        return total.add(
            lexicon.numerals[word], vigesimal=lexicon.language.vigesimal, year_pairs=lexicon.language.year_pairs
        )
    if word in lexicon.hundreds:
        return total.take_hundred(lone=word in lexicon.lone_scales, below=100 if lexicon.language.year_pairs else 20)
    if word in lexicon.scales:
        return total.take_scale(lexicon.scales[word], lone=word in lexicon.lone_scales)
    return False


def _take_word(reading: Reading, index: int, total: NumeralSum, *, joined: bool = False) -> bool:
    lexicon, tokens = reading.lexicon, reading.tokens
    word = tokens.words[index]
    if word in lexicon.articles and total.started and not joined and tokens.words[index + 1] not in lexicon.scales:
        if word not in lexicon.ones or not _may_end_in_one(lexicon, total):
            return False
    elif total.group_in_digits and word in lexicon.units and lexicon.units.at(tokens, index):
        return False
    if (
        not joined
        and total.group is not None
        and "tens" in lexicon.language.joiners.values()
        and lexicon.numerals.get(word, 10) < 10
    ):
        tail = total.group % 100
        if tail >= 20 and not lexicon.language.vigesimal:
            return False
    return _take_numeral_word(lexicon, word, total) or (
        word in reading.compounds and take_compound(lexicon, word, total)
    )


def take_compound(lexicon: Lexicon, word: str, total: NumeralSum) -> bool:
    """Add the parts of a numeral of one word to the sum, and tell whether all fit: "zweihundert"."""
    parts = lexicon.morphemes.findall(word) if lexicon.morphemes else []
    return all(_take_numeral_word(lexicon, part, total) for part in parts if part not in lexicon.language.joiners)


def _may_end_in_one(lexicon: Lexicon, total: NumeralSum) -> bool:
    """Whether "un" after a numeral belongs to it: "neuf cent un", "mil un"; not where "and" or "e" would stand."""
    if total.group_in_digits or not {"hundreds", "any"}.isdisjoint(lexicon.language.joiners.values()):
        return False
    if total.group is not None:
        return total.group >= 100 and total.group % 100 == 0
    return total.last_scale == 1000


def _abbreviated(reading: Reading, index: int) -> tuple[int, float] | None:
    """Give the scale of an abbreviation after digits and its end: "10k", "5 bn"; one letter, but k and M, is glued."""
    tokens = reading.tokens
    if not tokens.is_number(index - 1):
        return None
    if (counted := _counting_abbreviation(reading, index)) is not None:
        return counted
    found = reading.lexicon.abbreviations.at(tokens, index)
    if found is None:
        return None
    unit = reading.lexicon.exact_units.at(tokens, index)
    if unit is not None and unit[0] > found[0]:
        return None
    return found if len(tokens.raw[index]) > 1 or tokens.glued(index) or tokens.raw[index] in _APART else None


def _counting_abbreviation(reading: Reading, index: int) -> tuple[int, float] | None:
    """Give the scale of "1.5m voters" and where it ends; "100m hurdles" are metres."""
    tokens, lexicon = reading.tokens, reading.lexicon
    found = lexicon.counting_abbreviations.at(tokens, index)
    if found is None or not tokens.glued(index) or tokens.words[index - 1] in _RACES:
        return None
    unit = lexicon.units.at(tokens, index + 1)
    counts = reading.is_plural_noun(index + 1) or (unit is not None and unit[1].kind in {"quantity", "money"})
    return found if counts else None


def _joins(reading: Reading, index: int, total: NumeralSum, joiner: str) -> bool:
    """Whether the joining word, which ends at `index`, ties the next word to the numeral so far."""
    lexicon, tokens = reading.lexicon, reading.tokens
    rule = lexicon.language.joiners.get(joiner)
    following = tokens.words[index + 1]
    value = lexicon.numerals.get(following)
    if rule == "tens":
        return value is not None and 0 < value < 20 and total.group is not None and total.group % 100 >= 20
    if total.group_in_digits or not (total.ends_in_scale or (total.group or 0) >= 20):
        return False
    if rule == "hundreds" and not (total.ends_in_scale or (total.group or 1) % 100 == 0):
        return False
    if value is None and not tokens.raw[index + 1].isdecimal():
        return rule == "any" and total.ends_in_scale and following in lexicon.hundreds | lexicon.lone_scales
    return _stays_below(reading, index + 1, total)


def _stays_below(reading: Reading, index: int, total: NumeralSum) -> bool:
    """Whether the numeral at the token ends in no scale as large as the last, as "a million and two million" does."""
    tokens, lexicon = reading.tokens, reading.lexicon
    ahead = index + 1
    while ahead < index + 8 and (
        tokens.words[ahead] in lexicon.numerals or tokens.words[ahead] in lexicon.hundreds or tokens.raw[ahead] == "-"
    ):
        ahead += 1
    scale = lexicon.scales.get(tokens.words[ahead])
    if scale is not None:
        return scale < total.last_scale if total.ends_in_scale else not tokens.is_number(index)
    return not tokens.is_number(index) or ((total.group or 0) >= 100 and len(tokens.raw[index]) <= 2)


def _spoken_digits(reading: Reading, index: int) -> tuple[int, str]:
    """Read decimals in words, digit by digit ("cero tres") or as one number ("seventy-one")."""
    words, numerals = reading.tokens.words, reading.lexicon.numerals
    digits = ""
    while (value := numerals.get(words[index])) is not None and value < 10 and len(digits) < 12:
        digits += str(value)
        index += 1
    if digits.strip("0"):
        return index, digits
    rest = NumeralSum()
    while (after := take_whole(reading, index, rest)) != index and rest.value < 1000:
        index = after
    return index, digits + (f"{rest.value:.0f}" if rest.value else "")


def _take_decimals(reading: Reading, index: int, total: NumeralSum) -> int:
    """Read "point five", "coma cero tres" after a whole numeral in words; give the token after it."""
    tokens, lexicon = reading.tokens, reading.lexicon
    spoken = tokens.words[index] in lexicon.spoken_decimals
    if not spoken and tokens.words[index] not in lexicon.decimal_words:
        return index
    after_thousand = not spoken and total.ends_in_scale and total.last_scale == 1000
    if total.group_in_digits or (total.group is None and not after_thousand):
        return index
    end, digits = _spoken_digits(reading, index + 1)
    if not digits or (spoken and reading.is_plain_word(end)):
        return index
    total.group = (total.group or 0.0) + float(f"0.{digits}")
    total.group_in_digits = True
    return end


def _take_hyphenated(reading: Reading, index: int, total: NumeralSum) -> int:
    """Read "-five" and "-et-un" after a numeral; give the token after it, or the hyphen's own where it is none."""
    words = reading.tokens.words
    if words[index] in reading.lexicon.language.joiners and words[index + 1] == "-":
        joined = _joins(reading, index + 1, total, words[index])
        return index + 3 if joined and _take_word(reading, index + 2, total, joined=True) else index - 1
    return index + 1 if _take_word(reading, index, total, joined=True) else index - 1


def _take_fraction(reading: Reading, index: int, total: NumeralSum) -> int:
    """Read "and two thirds", "con un cuarto" after a numeral; give the token after it, or `index` where it is none."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if tokens.words[index] not in lexicon.fraction_joiners:
        return index
    if part := lexicon.halves_after.at(tokens, index):
        after, share = part
        scale = lexicon.scales.get(tokens.words[after], math.inf)
        if total.ends_in_scale and scale < total.last_scale:
            total.closed.append(share * scale)
            return after + 1
        if total.add_part(share):
            return after
    above = lexicon.numerals.get(tokens.words[index + 1])
    place = index + 2 + reading.hyphen_between(index + 2)
    below = lexicon.denominators.get(tokens.words[place])
    if above is None or below is None or not 1 <= above < below:
        return index
    return place + 1 if total.add_part(above / below) else index


def _take_joined(reading: Reading, index: int, total: NumeralSum) -> int:
    """Read the joining word and what it ties to the numeral; give the token after it, or `index` where it ties none."""
    tokens = reading.tokens
    if not _joins(reading, index, total, tokens.words[index]):
        return index
    if tokens.is_number(index + 1):
        value = digits_value(tokens.words[index + 1], reading.decimal)
        return index + 2 if value is not None and total.take_digits(value) else index
    return index + 2 if _take_word(reading, index + 1, total, joined=True) else index


def _take_nought(reading: Reading, index: int, total: NumeralSum) -> int:
    """Read "oh-five" after the hundreds of a year; give the token after it, or `index` where it is no nought."""
    place = index + 1 + reading.hyphen_between(index + 1)
    value = reading.lexicon.numerals.get(reading.tokens.words[place], 0)
    if total.group not in CENTURIES or not 0 < value < 10:
        return index
    total.group = total.group * 100 + value
    return place + 1


def _take_lower(reading: Reading, index: int, total: NumeralSum) -> int:
    """Read ", two hundred and five" after a scale word: a smaller numeral in words, of three digits or more.

    Give the token after it, or `index` where what follows is another number.
    """
    tokens = reading.tokens
    place = index + 1
    joins = tokens.words[index] in reading.lexicon.language.joiners
    comma = tokens.words[index] == "," and tokens.glued(index) and not tokens.glued(place)
    if not (joins or comma) or not total.ends_in_scale or tokens.is_number(place):
        return index
    rest = NumeralSum()
    while (after := take_whole(reading, place, rest)) != place:
        place = after
    if not 100 <= rest.value < total.last_scale:
        return index
    total.take_lower(rest)
    return place


def take_whole(reading: Reading, index: int, total: NumeralSum) -> int:
    """Read one step of a whole number in words and give the token after it, or `index` where it has ended."""
    tokens = reading.tokens
    if _take_word(reading, index, total):
        return index + 1
    if reading.hyphen_between(index) and total.value:
        return _take_hyphenated(reading, index + 1, total)
    if tokens.words[index] in reading.lexicon.spoken_noughts:
        return _take_nought(reading, index, total)
    return _take_joined(reading, index, total) if tokens.words[index] in reading.lexicon.language.joiners else index


def _take(reading: Reading, index: int, total: NumeralSum, joiner_barred: str) -> int:
    """Read one step of a numeral and give the token after it, or `index` where the numeral has ended."""
    tokens = reading.tokens
    word = tokens.words[index]
    if tokens.is_number(index):
        value = digits_value(word, reading.decimal)
        return index + 1 if value is not None and total.take_digits(value) else index
    if total.started:
        if (short := _abbreviated(reading, index)) and total.take_scale(short[1], lone=False):
            return short[0]
        if word == joiner_barred:
            return index
        tens = reading.lexicon.language.joiners.get(word) == "tens" and _joins(reading, index, total, word)
        after = index if tens else _take_fraction(reading, index, total)
        if after == index:
            after = _take_decimals(reading, index, total)
        if after != index:
            return after
    after = take_whole(reading, index, total)
    return after if after != index else _take_lower(reading, index, total)


def read_numeral(reading: Reading, start: int, joiner_barred: str = "") -> Numeral | None:
    """Give the numeral without fraction that starts at the token; `joiner_barred` is a joining word that ends it."""
    tokens = reading.tokens
    total = NumeralSum()
    index = start
    while (after := _take(reading, index, total, joiner_barred)) != index:
        index = after
    if index == start:
        return None
    if index == start + 1 and tokens.words[start] in reading.lexicon.ones:
        return Numeral(start, index, 1.0, "one")
    first, habit = tokens.words[start], reading.lexicon.language.decimal
    return Numeral(
        start,
        index,
        rounded(total.value),
        "digits" if tokens.is_number(start) else "words",
        total.ending_scale,
        against_habit=is_read_against_habit(first, digits_value(first, reading.decimal), habit),
    )

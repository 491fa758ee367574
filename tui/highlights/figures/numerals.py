"""Reads numerals in digits, in words, and in both mixed: "850 mil millones", "two hundred and five"."""

import math
from dataclasses import dataclass
from typing import Literal

from tui.highlights.figures.digits import digits_value, is_read_against_habit
from tui.highlights.figures.lexicon import Lexicon
from tui.highlights.figures.reading import Reading

Form = Literal["digits", "words", "one", "fraction", "slash", "vague"]

_CENTURIES = frozenset(range(13, 21))
_APART = frozenset("kM")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral from token `start` to before token `end`.

    `scale` is what its scale words alone multiply by. A vague numeral ("hundreds of thousands") has bounds in place of
    its value. `against_habit` says that a separator was read otherwise than the language is used to.
    """

    start: int
    end: int
    value: float
    form: Form
    scale: float = 1.0
    low: float | None = None
    high: float | None = None
    against_habit: bool = False


def rounded(value: float) -> float:
    """Take off what binary fractions leave: 16.4 million is 16400000."""
    return float(value if abs(value) < 1e15 and value == int(value) else f"{value:.15g}")


class _Sum:
    """Adds up a numeral word by word: `closed` parts ended in a scale word, `group` is the part below the next one."""

    __slots__ = ("closed", "group", "group_in_digits", "last_scale", "pure", "scale")

    def __init__(self) -> None:
        self.closed: list[float] = []
        self.group: float | None = None
        self.group_in_digits = False
        self.scale = 1.0
        self.last_scale = 1.0
        self.pure = True

    @property
    def value(self) -> float:
        return sum(self.closed) + (self.group or 0.0)

    @property
    def started(self) -> bool:
        return self.group is not None or bool(self.closed)

    @property
    def ends_in_scale(self) -> bool:
        return self.group is None and bool(self.closed)

    @property
    def ending_scale(self) -> float:
        """What the scale words at the numeral's end multiply by, or one."""
        if self.pure:
            return self.scale
        return self.last_scale if self.ends_in_scale else 1.0

    def take_digits(self, value: float) -> bool:
        if self.group and self.group >= 100 and self.group % 100 == 0 and value < 100 and not self.group_in_digits:
            self.group += value
            return True
        if self.group is not None or (self.closed and not (value < 1000 <= self.closed[-1] and value == int(value))):
            return False
        self.pure = self.pure and not self.closed
        self.group, self.group_in_digits = value, True
        return True

    def add(self, value: int, *, vigesimal: bool, year_pairs: bool) -> bool:
        if self.group is None or (self.group == 0 and not self.group_in_digits):
            self.pure = self.pure and not self.closed
            self.group, self.group_in_digits = value, False
            return True
        if self.group_in_digits:
            return False
        tail = self.group % 100
        if vigesimal and value == 20 and tail == 4:
            self.group += 76
            return True
        fits = (
            (value < 100 <= self.group and tail == 0)
            or (0 < value < 10 and tail >= 20 and tail % 10 == 0)
            or (vigesimal and 10 <= value < 20 and tail in {60, 80})
            or (vigesimal and 7 <= value < 10 and tail == 10)
        )
        if year_pairs and self.group in _CENTURIES and value >= 10 and not self.closed:
            self.group *= 100
            fits = True
        if fits:
            self.group += value
        return fits

    def take_hundred(self, *, lone: bool, below: int) -> bool:
        if not self.group:
            if not lone:
                return False
            self.group = 1.0
        if self.group >= below:
            return False
        self.group = self.group * 100
        self.group_in_digits = False
        return True

    def take_scale(self, scale: float, *, lone: bool) -> bool:
        base = (self.group or 0.0) + sum(part for part in self.closed if part < scale)
        if not base:
            if not lone or self.group is not None or (self.closed and self.closed[-1] <= scale):
                return False
            base = 1.0
        self.closed = [part for part in self.closed if part >= scale]
        self.closed.append(base * scale)
        self.group = None
        self.scale *= scale
        self.last_scale = scale
        return True

    def take_lower(self, rest: "_Sum") -> None:
        self.closed += rest.closed
        self.group = rest.group
        self.last_scale = rest.last_scale
        self.pure = False

    def add_part(self, part: float) -> bool:
        if self.group is not None:
            self.group += part
        elif self.closed:
            self.closed[-1] += self.last_scale * part
        else:
            return False
        return True


def _take_numeral_word(lexicon: Lexicon, word: str, total: _Sum) -> bool:
    if word in lexicon.numerals:
        return total.add(
            lexicon.numerals[word], vigesimal=lexicon.language.vigesimal, year_pairs=lexicon.language.year_pairs
        )
    if word in lexicon.hundreds:
        return total.take_hundred(lone=word in lexicon.lone_scales, below=100 if lexicon.language.year_pairs else 20)
    if word in lexicon.scales:
        return total.take_scale(lexicon.scales[word], lone=word in lexicon.lone_scales)
    return False


def _take_word(reading: Reading, index: int, total: _Sum, *, joined: bool = False) -> bool:
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
    if _take_numeral_word(lexicon, word, total):
        return True
    if lexicon.compound and lexicon.morphemes and lexicon.compound.fullmatch(word):
        return all(
            _take_numeral_word(lexicon, part, total)
            for part in lexicon.morphemes.findall(word)
            if part not in lexicon.language.joiners
        )
    return False


def _may_end_in_one(lexicon: Lexicon, total: _Sum) -> bool:
    """Whether "un" after a numeral belongs to it: "neuf cent un", "mil un"; not where "and" or "e" would stand."""
    if total.group_in_digits or not {"hundreds", "any"}.isdisjoint(lexicon.language.joiners.values()):
        return False
    if total.group is not None:
        return total.group >= 100 and total.group % 100 == 0
    return total.last_scale == 1000


def _abbreviated(reading: Reading, index: int) -> tuple[int, float] | None:
    """Give the scale of an abbreviation after digits and its end: "10k", "5 bn"; one letter, but k and M, is glued."""
    tokens = reading.tokens
    found = reading.lexicon.abbreviations.at(tokens, index)
    if found is None or not tokens.is_number(index - 1):
        return None
    return found if len(tokens.raw[index]) > 1 or tokens.glued(index) or tokens.raw[index] in _APART else None


def _joins(reading: Reading, index: int, total: _Sum, joiner: str) -> bool:
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


def _stays_below(reading: Reading, index: int, total: _Sum) -> bool:
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
    rest = _Sum()
    while (after := _take_whole(reading, index, rest)) != index and rest.value < 1000:
        index = after
    return index, digits + (f"{rest.value:.0f}" if rest.value else "")


def _take_decimals(reading: Reading, index: int, total: _Sum) -> int:
    """Read "point five", "coma cero tres" after a whole numeral in words; give the token after it."""
    tokens, lexicon = reading.tokens, reading.lexicon
    spoken = tokens.words[index] in lexicon.spoken_decimals
    if not spoken and tokens.words[index] not in lexicon.decimal_words:
        return index
    if total.group is None or total.group_in_digits:
        return index
    end, digits = _spoken_digits(reading, index + 1)
    if not digits or (spoken and reading.is_plain_word(end)):
        return index
    total.group += float(f"0.{digits}")
    total.group_in_digits = True
    return end


def _take_hyphenated(reading: Reading, index: int, total: _Sum) -> int:
    """Read "-five" and "-et-un" after a numeral; give the token after it, or the hyphen's own where it is none."""
    words = reading.tokens.words
    if words[index] in reading.lexicon.language.joiners and words[index + 1] == "-":
        joined = _joins(reading, index + 1, total, words[index])
        return index + 3 if joined and _take_word(reading, index + 2, total, joined=True) else index - 1
    return index + 1 if _take_word(reading, index, total, joined=True) else index - 1


def _take_fraction(reading: Reading, index: int, total: _Sum) -> int:
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


def _take_joined(reading: Reading, index: int, total: _Sum) -> int:
    """Read the joining word and what it ties to the numeral; give the token after it, or `index` where it ties none."""
    tokens = reading.tokens
    if not _joins(reading, index, total, tokens.words[index]):
        return index
    if tokens.is_number(index + 1):
        value = digits_value(tokens.words[index + 1], reading.decimal)
        return index + 2 if value is not None and total.take_digits(value) else index
    return index + 2 if _take_word(reading, index + 1, total, joined=True) else index


def _take_nought(reading: Reading, index: int, total: _Sum) -> int:
    """Read "oh-five" after the hundreds of a year; give the token after it, or `index` where it is no nought."""
    place = index + 1 + reading.hyphen_between(index + 1)
    value = reading.lexicon.numerals.get(reading.tokens.words[place], 0)
    if total.group not in _CENTURIES or not 0 < value < 10:
        return index
    total.group = total.group * 100 + value
    return place + 1


def _take_lower(reading: Reading, index: int, total: _Sum) -> int:
    """Read ", two hundred and five" after a scale word: a smaller numeral in words, of three digits or more.

    Give the token after it, or `index` where what follows is another number.
    """
    tokens = reading.tokens
    place = index + 1
    joins = tokens.words[index] in reading.lexicon.language.joiners
    comma = tokens.words[index] == "," and tokens.glued(index) and not tokens.glued(place)
    if not (joins or comma) or not total.ends_in_scale or tokens.is_number(place):
        return index
    rest = _Sum()
    while (after := _take_whole(reading, place, rest)) != place:
        place = after
    if not 100 <= rest.value < total.last_scale:
        return index
    total.take_lower(rest)
    return place


def _take_whole(reading: Reading, index: int, total: _Sum) -> int:
    """Read one step of a whole number in words and give the token after it, or `index` where it has ended."""
    tokens = reading.tokens
    if _take_word(reading, index, total):
        return index + 1
    if reading.hyphen_between(index) and total.value:
        return _take_hyphenated(reading, index + 1, total)
    if tokens.words[index] in reading.lexicon.spoken_noughts:
        return _take_nought(reading, index, total)
    return _take_joined(reading, index, total) if tokens.words[index] in reading.lexicon.language.joiners else index


def _take(reading: Reading, index: int, total: _Sum, joiner_barred: str) -> int:
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
    after = _take_whole(reading, index, total)
    return after if after != index else _take_lower(reading, index, total)


def read_numeral(reading: Reading, start: int, joiner_barred: str = "") -> Numeral | None:
    """Give the numeral without fraction that starts at the token; `joiner_barred` is a joining word that ends it."""
    tokens = reading.tokens
    total = _Sum()
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

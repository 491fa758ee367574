"""Reads single amounts: a numeral with its currency, share, unit of measure or of time."""

from typing import NamedTuple

from tui.highlights.figures.durations import duration_timex, half_more, is_smaller, joined_timex
from tui.highlights.figures.fractions import numeral_at
from tui.highlights.figures.lexicon import Unit
from tui.highlights.figures.modifiers import modifier_before
from tui.highlights.figures.numeral import Form, Numeral
from tui.highlights.figures.numerals import read_numeral, rounded
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import SHORT_SMALLER_UNITS, SMALLER_UNITS
from tui.highlights.figures.units import unit_after
from tui.highlights.figures.years import year_at

MINUS = frozenset("-−")
_LONG_DURATIONS = frozenset(["5Y", "10Y"])
_CLOSING_SIGNS = frozenset(["", ".", ",", ";", ")"])
_LARGE = 1e6
_HUNDREDTHS = 100.0
_INCHES = 12.0
_USUAL_DENOMINATORS = frozenset(["2", "3", "4", "5", "6", "8", "10", "100", "1000"])


_STERLING = Unit("money", "GBP")


class Amount(NamedTuple):
    """An amount from token `start` to before token `end`, its numeral from `first` to before `last`.

    `timex` is the TIMEX3 value of a duration. A range has `low` and `high` in place of `value`.
    """

    start: int
    end: int
    first: int
    last: int
    numeral: Numeral
    unit: Unit | None
    value: float | None
    low: float | None = None
    high: float | None = None
    timex: str = ""

    @property
    def is_range(self) -> bool:
        """Whether bounds stand in place of a value."""
        return self.value is None


def single_amount_at(reading: Reading, index: int, barred: str = "") -> Amount | None:
    """Give the amount, without range, that starts at the token; `barred` is a joining word that ends its numeral."""
    prefixed = reading.tokens.words[index] in reading.edges.prefixes
    before = (_currency_before(reading, index) or _share_before(reading, index)) if prefixed else None
    numeral = _signed_numeral(reading, before[0] if before else index, barred)
    if numeral is None:
        return _one_and_half(reading, index) or _whole_duration(reading, index)
    if before:
        return _compounded(reading, _priced(reading, index, before[1], numeral))
    after = unit_after(reading, numeral) or _shared_unit(reading, numeral)
    if after is None:
        counts = numeral.form != "one" and _fraction_counts(reading, numeral)
        return _amount(reading, numeral.start, numeral.end, numeral, None) if counts else None
    end, unit = after
    if numeral.form == "one" and not _one_counts(reading, numeral, unit):
        return None
    scale = reading.lexicon.scales.get(reading.tokens.words[end], 0.0)
    if scale >= _LARGE and numeral.scale == 1 and reading.tokens.raw[end - 1] == unit.name:
        numeral, end = numeral._replace(value=numeral.value * scale, scale=scale), end + 1
    unit = _settled(unit, numeral) if unit.assumed else unit
    return _compounded(reading, _amount(reading, numeral.start, end, numeral, unit))


def _shared_unit(reading: Reading, numeral: Numeral) -> tuple[int, Unit] | None:
    """Give the unit that only a later number says, and the token after the first: "penas de 12 y 18 meses"."""
    tokens, lexicon, end = reading.tokens, reading.lexicon, numeral.end
    if tokens.words[end] not in lexicon.language.joiners or not tokens.is_number(end + 1):
        return None
    if numeral.form != "digits" or tokens.words[numeral.start - 1] not in lexicon.linkers:
        return None
    second = numeral_at(reading, end + 1)
    after = unit_after(reading, second) if second and second.form == "digits" else None
    if after is None or after[1].kind == "money":
        return None
    may_be_age = after[1].name == "Y" and tokens.words[numeral.start - 2] not in lexicon.lasting_nouns
    return None if may_be_age else (end, after[1])


def lone_number_at(reading: Reading, index: int) -> Amount | None:
    """Give at once the amount of a numeral of one token, as most are, after which nothing can be more of it."""
    words = reading.tokens.words
    if words[index + 1] in reading.edges.after_number or (words[index - 1] in MINUS and is_signed(reading, index)):
        return None
    numeral = numeral_at(reading, index)
    if numeral is None or numeral.end > index + 1 or numeral.form not in {"digits", "words"}:
        return None
    return Amount(index, numeral.end, index, numeral.end, numeral, None, numeral.value)


def is_signed(reading: Reading, index: int) -> bool:
    """Whether a minus stands just before the digits, and not between them and a word, or opens a text of them alone."""
    tokens = reading.tokens
    if index == 0 or tokens.words[index - 1] not in MINUS:
        return False
    if not tokens.glued(index):
        return index == 1 and not reading.is_plain_word(index + 1)
    return not tokens.glued(index - 1) or not tokens.raw[index - 2][-1:].isalnum()


def _currency_before(reading: Reading, index: int) -> tuple[int, Unit] | None:
    """Give a currency sign or code before a numeral and the token at which the numeral then starts."""
    tokens, lexicon = reading.tokens, reading.lexicon
    found = lexicon.signs.at(tokens, index) or lexicon.exact_units.at(tokens, index)
    if not found or found[1].kind != "money":
        return None
    if tokens.raw[found[0] - 1] == "Euro" and year_at(reading, found[0]):
        return None
    signed = tokens.words[found[0]] in MINUS and tokens.is_number(found[0] + 1)
    return found if signed or tokens.is_number(found[0]) else None


def _share_before(reading: Reading, index: int) -> tuple[int, Unit] | None:
    """Give the share of "percent of 10" at the end of a clause, and the token at which its numeral starts."""
    tokens = reading.tokens
    found = reading.lexicon.percent_before.at(tokens, index)
    if found is None or not tokens.is_number(found[0]) or tokens.raw[found[0] + 1] not in _CLOSING_SIGNS:
        return None
    return found[0], Unit("percent", "%")


def _signed_numeral(reading: Reading, index: int, barred: str) -> Numeral | None:
    """Give a numeral with the minus before it: a sign glued to its digits, or a word."""
    tokens, lexicon = reading.tokens, reading.lexicon
    word = tokens.words[index]
    if word in lexicon.negative_words and not lexicon.modifiers_before.before(tokens, index + 1):
        numeral = numeral_at(reading, index + 1, barred)
        return _negative(numeral, index) if numeral and numeral.form in {"digits", "words", "one"} else None
    if word in MINUS:
        numeral = numeral_at(reading, index + 1, barred)
        return _negative(numeral, index) if numeral and numeral.form in {"digits", "slash"} else None
    numeral = numeral_at(reading, index, barred)
    if numeral is None or tokens.words[index - 1] not in MINUS or numeral.form not in {"digits", "slash"}:
        return numeral
    return _negative(numeral, index - 1) if is_signed(reading, index) else numeral


def _negative(numeral: Numeral, start: int) -> Numeral:
    form: Form = "words" if numeral.form == "one" else numeral.form
    return numeral._replace(start=start, value=-numeral.value, form=form)


def _one_and_half(reading: Reading, index: int) -> Amount | None:
    """Read "año y medio", which does not say its one."""
    tokens, lexicon = reading.tokens, reading.lexicon
    unit = lexicon.units.at(tokens, index) if tokens.words[index] in lexicon.halved_durations else None
    if unit is None or not lexicon.halves_after.at(tokens, unit[0]):
        return None
    return _compounded(reading, _amount(reading, index, unit[0], Numeral(index, unit[0], 1.0, "one"), unit[1]))


def _whole_duration(reading: Reading, index: int) -> Amount | None:
    """Read "all day" and "otra semana", which count one; not "el otro día" and "another day of rain"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if tokens.words[index] in lexicon.elapsed_durations:
        return _elapsed_duration(reading, index)
    whole = lexicon.whole_durations.at(tokens, index)
    unit = lexicon.units.at(tokens, whole[0]) if whole else None
    if unit is None or unit[1].kind != "duration":
        return None
    if tokens.words[index - 1] in lexicon.articles or tokens.words[unit[0]] in lexicon.linkers:
        return None
    return _amount(reading, index, unit[0], Numeral(index, unit[0], 1.0, "one"), unit[1])


def _elapsed_duration(reading: Reading, index: int) -> Amount | None:
    """Read "the last decade", which counts one; "last year" is rather a date that leaves its year open."""
    unit = reading.lexicon.units.at(reading.tokens, index + 1)
    if unit is None or unit[1].name not in _LONG_DURATIONS:
        return None
    return _amount(reading, index, unit[0], Numeral(index, unit[0], 1.0, "one"), unit[1])


def _priced(reading: Reading, start: int, unit: Unit, numeral: Numeral) -> Amount:
    """Give the amount whose currency stands before it: "$5m", "US$ 5 millones de dólares"."""
    tokens, end = reading.tokens, numeral.end
    after = unit_after(reading, numeral)
    if after and after[1].kind == "money" and (unit.assumed or after[1].name == unit.name):
        return _amount(reading, start, after[0], numeral, unit if after[1].assumed else after[1])
    if tokens.glued(end) and tokens.words[end] == "m":
        numeral = numeral._replace(value=rounded(numeral.value * _LARGE), end=end + 1, scale=_LARGE)
    return _amount(reading, start, numeral.end, numeral, unit)


def _settled(unit: Unit, numeral: Numeral) -> Unit:
    """Decide what a doubtful unit is: "pounds" by the million are money, "500 pounds" a weight."""
    if unit.name == "GBP" and abs(numeral.value) < _LARGE and numeral.scale < _LARGE:
        return Unit("quantity", "pound")
    return unit


def _one_counts(reading: Reading, numeral: Numeral, unit: Unit) -> bool:
    """Whether an article before a unit is the numeral one: not in "a bit", "a second album" and "once a day"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    named = tokens.words[numeral.end]
    if tokens.words[numeral.start] not in lexicon.articles:
        return True
    if unit.name == "bit" or (named in lexicon.ordinals and reading.is_plain_word(numeral.end + 1)):
        return False
    before = tokens.words[numeral.start - 1]
    rated = before in lexicon.rate_words or (numeral.start > 1 and _ends_amount(reading, numeral.start))
    later = tokens.words[numeral.end + 1] in lexicon.rate_denied
    return not before[-1:].isdecimal() and (later or not rated)


def _ends_amount(reading: Reading, index: int) -> bool:
    """Whether what ends before the token may come by the year: the "£20bn" and the "deaths" of "deaths a year"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if lexicon.units.before(tokens, index) or lexicon.abbreviations.before(tokens, index):
        return True
    counted = reading.is_counted_noun(index - 1) or tokens.words[index - 1] in lexicon.scales
    return bool(lexicon.rate_words) and counted


def _fraction_counts(reading: Reading, numeral: Numeral) -> bool:
    """Whether a numeral, if a fraction, says how much on its own: "half of", "dos tercios", not "the first half"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    last = tokens.words[numeral.end - 1]
    if numeral.value > 1:
        return True
    if numeral.form == "slash":
        return last in _USUAL_DENOMINATORS
    if numeral.form != "fraction":
        return True
    spoken_fraction = last in lexicon.denominators and numeral.end - numeral.start > 1
    if last not in lexicon.fractions or not last.isalpha() or spoken_fraction:
        return True
    previous = tokens.words[numeral.start - 1]
    limit = modifier_before(reading, numeral.start)
    return (
        tokens.words[numeral.start] in lexicon.partitives
        and (
            previous in lexicon.changes & lexicon.function_words
            or (previous in lexicon.articles and tokens.words[numeral.start - 2] == ",")
            or tokens.words[numeral.end] in lexicon.linkers | lexicon.possessives | lexicon.articles - lexicon.ones
            or (limit is not None and limit[1] != "approximately")
        )
        and previous not in lexicon.ordinals
        and previous not in lexicon.first_of_month
    )


def _amount(reading: Reading, start: int, end: int, numeral: Numeral, unit: Unit | None) -> Amount:
    factor = unit.factor if unit else 1.0
    if numeral.form == "vague" and numeral.low is not None and numeral.high is not None:
        return Amount(
            start, end, numeral.start, numeral.end, numeral, unit, None, numeral.low * factor, numeral.high * factor
        )
    value = rounded(numeral.value * factor)
    timex = ""
    if unit and unit.kind == "duration":
        in_words = numeral.form == "fraction" and reading.tokens.raw[numeral.start].isalpha()
        part_of_hour = unit.name == "TH" and in_words and value < 1
        timex = duration_timex(value * 60, "TM") if part_of_hour else duration_timex(value, unit.name)
    return Amount(start, end, numeral.start, numeral.end, numeral, unit, value, timex=timex)


def _compounded(reading: Reading, amount: Amount) -> Amount:
    """Add the smaller units said in one breath: "5 ft 2 in", "dos horas y media", "10 euros y 50 céntimos"."""
    tokens, unit, following = reading.tokens, amount.unit, reading.tokens.words[amount.end]
    goes_on = following in reading.edges.after_amount or following in tokens.numbers
    if unit is None or amount.value is None or not (goes_on or following in reading.compounds):
        return amount
    if whole := _with_bare_part(reading, amount, unit):
        return whole
    if half := reading.lexicon.halves_after.at(tokens, amount.end):
        timex = half_more(amount.value, half[1], unit.name) if unit.kind == "duration" else ""
        return amount._replace(end=half[0], value=amount.value + half[1], timex=timex)
    if unit.name == "pound" and _smaller_part(reading, amount._replace(unit=_STERLING), _STERLING.name):
        amount, unit = amount._replace(unit=_STERLING), _STERLING
    if unit.kind == "duration" and amount.value is not None and amount.value % 1:
        return amount
    timexes, smallest = [amount.timex], unit.name
    while (part := _smaller_part(reading, amount, smallest)) and part.value is not None and part.unit is not None:
        if unit.kind == "duration":
            timexes.append(part.timex)
            amount = amount._replace(end=part.end, timex=joined_timex(timexes))
        else:
            size = _HUNDREDTHS if unit.kind == "money" else SMALLER_UNITS[smallest, part.unit.name]
            value = rounded((amount.value or 0.0) + part.value / size)
            return amount._replace(end=part.end, last=part.last, value=value)
        smallest = part.unit.name
    return amount


def _with_bare_part(reading: Reading, amount: Amount, unit: Unit) -> Amount | None:
    """Add cents or inches that do not say what they are: "15 dollars 50", "5-foot-11"."""
    part, size = None, _HUNDREDTHS
    if unit.kind == "money" and not unit.is_subunit:
        part = _bare_cents(reading, amount)
    elif unit.name == "foot":
        part, size = _hyphened_inches(reading, amount), _INCHES
    if part is None:
        return None
    return amount._replace(end=part.end, last=part.end, value=rounded((amount.value or 0.0) + part.value / size))


def _bare_cents(reading: Reading, amount: Amount) -> Numeral | None:
    """Read the cents of "15 dollars 50" and "25 euros con 50": two digits that count nothing else."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if (
        amount.numeral.scale != 1
        or amount.value is None
        or amount.value != int(amount.value)
        or amount.last == amount.end
    ):
        return None
    place = amount.end + (tokens.words[amount.end] in lexicon.spoken_decimals | lexicon.fraction_joiners)
    numeral = numeral_at(reading, place)
    if numeral is None or numeral.form not in {"digits", "words"} or not 10 <= numeral.value < 100:
        return None
    alone = not reading.is_plain_word(numeral.end) and unit_after(reading, numeral) is None
    closed = tokens.words[numeral.end] in _CLOSING_SIGNS
    return numeral if alone and closed and numeral.value == int(numeral.value) else None


def _hyphened_inches(reading: Reading, amount: Amount) -> Numeral | None:
    """Read the inches of "a 5-foot-11 guard"."""
    tokens, place = reading.tokens, amount.end + 1
    if not reading.hyphen_between(amount.end) or not reading.hyphen_between(amount.last) or not tokens.is_number(place):
        return None
    inches = numeral_at(reading, place)
    return inches if inches and inches.end == place + 1 and 0 < inches.value < _INCHES else None


def _smaller_part(reading: Reading, amount: Amount, name: str) -> Amount | None:
    """Give the amount after another that counts a smaller unit than `name`, or None where there is none."""
    tokens, unit = reading.tokens, amount.unit
    place = amount.end
    comma = tokens.words[place] == ","
    place += comma
    place += tokens.words[place] in reading.lexicon.spoken_decimals | reading.lexicon.fraction_joiners
    numeral = numeral_at(reading, place)
    if unit and unit.kind == "money" and numeral and numeral.form == "fraction":
        # "Centesimi" are cents as well as hundredths.
        numeral = read_numeral(reading, place)
    if unit is None or numeral is None or numeral.form == "vague":
        return None
    found = unit_after(reading, numeral)
    if short := SHORT_SMALLER_UNITS.get((name, tokens.raw[numeral.end])):
        found = numeral.end + 1, Unit(unit.kind, short)
    if found is None:
        return None
    end, smaller = found
    if unit.kind == "money":
        spoken = not comma or amount.numeral.form == "words"
        fits = smaller.is_subunit and not unit.is_subunit and spoken and numeral.value < _HUNDREDTHS
    elif unit.kind == "duration":
        fits = smaller.kind == "duration" and is_smaller(smaller.name, name)
    else:
        fits = (name, smaller.name) in SMALLER_UNITS
    return _amount(reading, place, end, numeral, smaller) if fits else None

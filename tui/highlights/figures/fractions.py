"""Reads the numerals that are more than a sum of words: fractions, ratios, mixed numbers and vague amounts."""

import math

from tui.highlights.figures.digits import digits_value, is_lone_group, is_read_against_habit
from tui.highlights.figures.numeral import Numeral
from tui.highlights.figures.numerals import read_digits, read_numeral, rounded
from tui.highlights.figures.powers import may_open_power, powered
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import APOSTROPHES, FRACTION_SIGNS

_LARGEST_DENOMINATOR = 1000
_LARGEST_RATIO = 100
_LEAST_TENS = 20
_SMALLEST_TENS = 10
_LEAST_WHOLE = 3
_ROUND_WHOLES = frozenset([10.0, 100.0])
_INDEFINITE = frozenset(["a", "an"])
_CLOSING_SIGNS = frozenset(["", ".", ",", ";", ":", ")", "?", "!"])


def numeral_at(reading: Reading, start: int, joiner_barred: str = "") -> Numeral | None:
    """Give the longest numeral that starts at the token, or None. `joiner_barred` is a joining word that ends it."""
    word = reading.tokens.words[start]
    if word not in reading.edges.numerals and word not in reading.tokens.numbers and word not in reading.compounds:
        return None
    if start in reading.numerals and not joiner_barred:
        return reading.numerals[start]
    numeral = _lone_numeral(reading, start)
    if numeral is None:
        numeral = _long_numeral(reading, start, joiner_barred)
    elif not word.isalnum():
        numeral = _grouped_before_word(reading, numeral)
    if not joiner_barred:
        reading.numerals[start] = numeral
    return numeral


def _long_numeral(reading: Reading, start: int, joiner_barred: str) -> Numeral | None:
    numeral = _vague_numeral(reading, start) or read_numeral(reading, start, joiner_barred)
    if numeral is None:
        numeral = _leading_fraction(reading, start)
    elif numeral.form == "one" and reading.tokens.words[numeral.end].isalpha():
        half = _leading_fraction(reading, numeral.end)
        numeral = half._replace(start=start) if half else _fraction(reading, numeral) or numeral
    elif numeral.form != "vague":
        numeral = _fraction(reading, numeral) or _grouped_before_word(reading, numeral)
    if numeral is not None and numeral.form == "fraction":
        numeral = _scaled(reading, numeral)
    return numeral


def _lone_numeral(reading: Reading, start: int) -> Numeral | None:
    """Give at once the numeral of one token, or of digits and a scale, after which nothing can be more of it."""
    tokens, lexicon = reading.tokens, reading.lexicon
    word, end = tokens.words[start], start + 1
    in_digits = word in tokens.numbers
    scale = reading.edges.scales.get(tokens.words[end], 1.0) if in_digits else 1.0
    end += scale > 1
    if not _ends_before(reading, end):
        return None
    if in_digits:
        value, odd = read_digits(word, reading.decimal, lexicon.language.decimal)
        if value is None or (scale > 1 and not value) or may_open_power(reading, end):
            return None
        return Numeral(start, end, value if scale == 1 else rounded(value * scale), "digits", scale, against_habit=odd)
    if word not in lexicon.numerals or word in lexicon.vague:
        return None
    return Numeral(start, end, float(lexicon.numerals[word]), "one" if word in lexicon.ones else "words")


def _ends_before(reading: Reading, index: int) -> bool:
    """Whether nothing at the token can be more of a numeral that ends before it."""
    following, later = reading.tokens.words[index : index + 2]
    if following in reading.tokens.numbers or following in reading.compounds:
        return False
    if following in reading.edges.after_numeral and not _is_joiner_alone(reading, index):
        return False
    if following not in reading.edges.ratios and later not in reading.edges.ratios:
        return True
    return not (_may_open_ratio(reading, index) or _may_open_ratio(reading, index + 1))


def _is_joiner_alone(reading: Reading, index: int) -> bool:
    """Whether the token is a joining word, as "and", that ties no numeral or part of one to what is before it."""
    tokens, lexicon, edges = reading.tokens, reading.lexicon, reading.edges
    following = tokens.words[index + 1]
    if tokens.words[index] not in edges.joiners or following in tokens.numbers or following in reading.compounds:
        return False
    return following not in edges.numerals and following != "-" and lexicon.halves_after.at(tokens, index) is None


def _may_open_ratio(reading: Reading, index: int) -> bool:
    """Whether the words that join a ratio stand at the token, and a numeral after them."""
    tokens, ratios = reading.tokens, reading.lexicon.ratios
    if tokens.words[index] not in ratios.openers or (joined := ratios.at(tokens, index)) is None:
        return False
    whole = tokens.words[joined[0]]
    return whole in tokens.numbers or whole in reading.edges.numerals or whole in reading.compounds


def _fraction(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Read the numeral as the first part of a fraction, a ratio or a mixed number, if it is one."""
    if numeral.form == "digits":
        written = (
            _apostrophe(reading, numeral)
            or powered(reading, numeral)
            or _slashed(reading, numeral)
            or _mixed(reading, numeral)
        )
        if written:
            return written
    return _ratio(reading, numeral) or _division(reading, numeral) or _spoken_fraction(reading, numeral)


def _apostrophe(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Read "0'7", as Spaniards write by hand, where the language divides by a comma."""
    tokens, end = reading.tokens, numeral.end
    digits = tokens.raw[end + 1]
    glued = tokens.glued(end) and tokens.glued(end + 1)
    if tokens.raw[end] not in APOSTROPHES or not glued or reading.lexicon.language.decimal != ",":
        return None
    if not digits.isdecimal() or len(digits) > 2 or not tokens.raw[end - 1].isdecimal():
        return None
    scaled = read_numeral(reading, end + 1)
    if scaled is None or scaled.end == end + 2:
        return numeral._replace(end=end + 2, value=float(f"{tokens.raw[end - 1]}.{digits}"))
    value = rounded(float(f"{tokens.raw[end - 1]}.{digits}") * scaled.scale)
    return scaled._replace(start=numeral.start, value=value)


def _slashed(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Read "3/4"."""
    tokens, end = reading.tokens, numeral.end
    if tokens.words[end] != "/" or not tokens.glued(end) or not tokens.glued(end + 1):
        return None
    below = digits_value(tokens.words[end + 1], ".") if tokens.words[end + 1].isdecimal() else None
    if below is None or not 0 < numeral.value < below <= _LARGEST_DENOMINATOR or numeral.value != int(numeral.value):
        return None
    return numeral._replace(end=end + 2, value=numeral.value / below, form="slash")


def _mixed(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Read "10 1/2" and "2½"."""
    tokens, end = reading.tokens, numeral.end
    sign = FRACTION_SIGNS.get(tokens.raw[end])
    if sign is not None:
        return numeral._replace(end=end + 1, value=numeral.value + sign)
    if not tokens.is_number(end) or tokens.glued(end) or numeral.value != int(numeral.value):
        return None
    part = _slashed(reading, Numeral(end, end + 1, digits_value(tokens.raw[end], ".") or 0.0, "digits"))
    return part._replace(start=numeral.start, value=numeral.value + part.value) if part else None


def _ratio(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Read "one in five", "dos de cada tres": both parts in words, or both in digits."""
    ratio = reading.lexicon.ratios.at(reading.tokens, numeral.end)
    if ratio is None:
        return _ratio_of_noun(reading, numeral)
    priced = reading.lexicon.signs.before(reading.tokens, numeral.start) is not None
    whole = read_numeral(reading, ratio[0]) if numeral.scale == 1 and not priced else None
    if whole is None or reading.hyphen_between(whole.end) or not 1 <= numeral.value < whole.value <= _LARGEST_RATIO:
        return None
    measured = reading.lexicon.units.at(reading.tokens, whole.end) is not None
    of_ten = numeral.value < whole.value and whole.value in _ROUND_WHOLES and not measured
    spelled_out = ratio[0] > numeral.end + 1 or of_ten or (numeral.form == "one" and whole.value >= _LEAST_WHOLE)
    alike = (whole.form == "digits") == (numeral.form == "digits") or (spelled_out and not measured)
    return numeral._replace(end=whole.end, value=numeral.value / whole.value, form="fraction") if alike else None


def _ratio_of_noun(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Read "one voter in five", "9 Français sur 10": a ratio with what it counts inside, and nothing counted after."""
    tokens, lexicon = reading.tokens, reading.lexicon
    ratio = lexicon.ratios.at(tokens, numeral.end + 1)
    if ratio is None or numeral.scale != 1 or not _is_noun_of_ratio(reading, numeral):
        return None
    whole = read_numeral(reading, ratio[0])
    if whole is None or not 1 <= numeral.value < whole.value <= _LARGEST_RATIO or whole.value < _LEAST_WHOLE:
        return None
    counts = lexicon.units.at(tokens, whole.end) is not None or reading.is_plural_noun(whole.end)
    alike = numeral.form == "one" or (whole.form == "digits") == (numeral.form == "digits")
    if counts or not alike or tokens.words[whole.end] in lexicon.months:
        return None
    return numeral._replace(end=whole.end, value=numeral.value / whole.value, form="fraction")


def _is_noun_of_ratio(reading: Reading, numeral: Numeral) -> bool:
    """Whether the word after a numeral is what a ratio may count: a person or a thing, in the number that it has."""
    tokens, index = reading.tokens, numeral.end
    noun = reading.is_plain_word(index) or (tokens.is_capitalised(index) and tokens.raw[index].isalpha())
    if not noun or tokens.words[numeral.start] in _INDEFINITE:
        return False
    return numeral.form == "one" or reading.is_plural_noun(index) or tokens.is_capitalised(index)


def _division(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Read "one over three", "7 sobre 10", where nothing that the second number could count comes after."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if tokens.words[numeral.end] not in lexicon.division_words:
        return None
    below = read_numeral(reading, numeral.end + 1)
    if below is None or below.value == 0 or (numeral.form == "one" and not tokens.starts_sentence(numeral.start)):
        return None
    share = lexicon.units.at(tokens, below.end)
    closed = tokens.raw[below.end] in _CLOSING_SIGNS or (share is not None and share[1].kind == "percent")
    return numeral._replace(end=below.end, value=numeral.value / below.value, form="fraction") if closed else None


def _is_proper_part(reading: Reading, numeral: Numeral, below: int, end: int) -> bool:
    """Whether a fraction with a name that things have too is one: "três quartos da população", not "dez quartos"."""
    whole = int(numeral.value)
    named = reading.tokens.words[end] in reading.lexicon.linkers or reading.tokens.words[end] in reading.edges.units
    return whole < below and math.gcd(whole, below) == 1 and (whole == 1 or named)


def _denominator(reading: Reading, index: int) -> tuple[int, int | None]:
    """Give the last token of a denominator in words, "thirds", "vinte e um avos", and its value, if it is one."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if not lexicon.denominator_words or tokens.words[index] not in lexicon.numerals:
        return index, lexicon.denominators.get(tokens.words[index])
    below = read_numeral(reading, index)
    if below is None or tokens.words[below.end] not in lexicon.denominator_words:
        return index, None
    return below.end, int(below.value)


def _spoken_fraction(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Read "two thirds", "tres cuartas partes"; "a third" is an ordinal unless something of it follows."""
    tokens, lexicon = reading.tokens, reading.lexicon
    place = numeral.end + reading.hyphen_between(numeral.end)
    place, below = _denominator(reading, place)
    if below is None or numeral.form == "digits" or numeral.scale != 1 or numeral.value < 1:
        return None
    tens = numeral.value >= _LEAST_TENS and below < _SMALLEST_TENS
    joins_ordinals = "any" not in lexicon.language.joiners.values()
    if joins_ordinals and (tens or numeral.value >= _LARGEST_RATIO) and tokens.words[place] in lexicon.ordinals:
        return None
    if numeral.value % below == 0 and numeral.value < _LEAST_TENS and numeral.form == "words":
        return None
    after = place + 1
    if tokens.words[place] in lexicon.ordinals_like_nouns and not _is_proper_part(reading, numeral, below, after):
        return None
    has_parts = tokens.words[after] in lexicon.parts
    may_be_ordinal = below > 2 and tokens.words[place] in lexicon.ordinals
    if may_be_ordinal and not has_parts and tokens.words[numeral.start] in lexicon.articles:
        following, unit = tokens.words[after], lexicon.units.at(tokens, after)
        measures = (
            tokens.words[numeral.start - 1] in lexicon.changes
            or (tokens.words[place] in lexicon.tenths_of_point and following in lexicon.function_words)
            or following in lexicon.linkers
            or (unit is not None and unit[1].kind != "duration")
        )
        if following[:1].isalpha() and not measures:
            return None
    return numeral._replace(end=after + has_parts, value=numeral.value / below, form="fraction")


def _leading_fraction(reading: Reading, start: int) -> Numeral | None:
    """Read "half", "medio", "½"."""
    value = reading.lexicon.fractions.get(reading.tokens.words[start])
    return None if value is None else Numeral(start, start + 1, value, "fraction")


def _scaled(reading: Reading, numeral: Numeral) -> Numeral:
    """Multiply a fraction by the scale words after it: "three quarters of a billion", "medio millón"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    place = numeral.end
    place += tokens.words[place] in lexicon.linkers or reading.hyphen_between(place)
    place += tokens.words[place] in lexicon.ones
    value, product = numeral.value, 1.0
    while (scale := lexicon.scales.get(tokens.words[place], 0.0)) > product:
        value, product, place = value * scale, product * scale, place + 1
    if product == 1:
        return numeral
    return numeral._replace(end=place, value=value, form="words", scale=product)


def _vague_numeral(reading: Reading, start: int) -> Numeral | None:
    """Read "hundreds of millions", "decenas de miles": bounds in place of a value."""
    tokens, lexicon = reading.tokens, reading.lexicon
    bounds = lexicon.vague.get(tokens.words[start])
    if bounds is None:
        return _few(reading, start) if tokens.words[start - 1] in lexicon.few_words else None
    (low, high), end = bounds, start + 1
    for _ in range(3):
        place = end + 1
        factor = lexicon.vague.get(tokens.words[place], (lexicon.scales.get(tokens.words[place]), 0.0))[0]
        if tokens.words[end] not in lexicon.linkers or factor is None:
            break
        low, high, end = low * factor, high * factor, place + 1
    return Numeral(start, end, low, "vague", low=low, high=high)


def _few(reading: Reading, start: int) -> Numeral | None:
    """Read the "hundred thousand" of "a few hundred thousand": from one to ten of them."""
    words, lexicon = reading.tokens.words, reading.lexicon
    low, end = 100.0 if words[start] in lexicon.hundreds else lexicon.scales.get(words[start], 0.0), start + 1
    while low and words[end] in lexicon.scales:
        low, end = low * lexicon.scales[words[end]], end + 1
    return Numeral(start, end, low, "vague", low, low, 10 * low) if low else None


def _grouped_before_word(reading: Reading, numeral: Numeral) -> Numeral:
    """Read "20,000 soldados" as twenty thousand in any language: nobody counts thousandths of a soldier."""
    token = reading.tokens.words[numeral.start]
    lone = numeral.form == "digits" and numeral.end == numeral.start + 1 and is_lone_group(token)
    if not lone or reading.decimal_is_said or not reading.is_plain_word(numeral.end):
        return numeral
    value, habit = float(token.replace(".", "").replace(",", "")), reading.lexicon.language.decimal
    return numeral._replace(value=value, against_habit=is_read_against_habit(token, value, habit))

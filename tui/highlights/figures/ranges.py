"""Reads ranges of amounts, whose bounds share unit and scale: "del 3,1 al 3,6 %", "$5 million to $7 million"."""

from tui.highlights.figures.amounts import MINUS, Amount, is_signed, lone_number_at, single_amount_at
from tui.highlights.figures.modifiers import modifier_before
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.years import is_surely_year, year_at

_DASHES = frozenset("-–—−")
_LARGEST_SCORE = 100
_MILLION = 1e6
_LEAST_FALL = 20
_LEAST_IN_DIGITS = 20
_LAST_YEAR = 2100


def amount_at(reading: Reading, index: int) -> Amount | None:
    """Give the amount or the range of amounts that starts at the token, or at the range's opening word before it."""
    tokens = reading.tokens
    word = tokens.words[index]
    if not (word in tokens.numbers or word in reading.edges.amounts or word in reading.compounds):
        return None
    return lone_number_at(reading, index) or _amount_or_range(reading, index)


def _amount_or_range(reading: Reading, index: int) -> Amount | None:
    tokens = reading.tokens
    place, opener = reading.range_opener(index - (tokens.words[index - 1] in MINUS and is_signed(reading, index)))
    connectors = reading.lexicon.ranges.get(opener, frozenset())
    barred = next(iter(connectors & reading.lexicon.language.joiners.keys()), "") if opener else ""
    first = single_amount_at(reading, index, barred)
    if first is None or first.value is None:
        return first
    if not barred and tokens.words[first.end] not in reading.edges.between_amounts:
        return first
    opened = bool(opener) and tokens.words[first.end] in connectors
    second = _second_bound(reading, first, opened=opened)
    if second is None:
        return single_amount_at(reading, index) if barred else first
    low, high = _bounds(first, second)
    if not _is_range(reading, first, second, (low, high), opened=opened):
        return first
    low, high = min(low, high), max(low, high)
    start, unit = place if opened else first.start, second.unit or first.unit
    return Amount(start, second.end, first.first, second.last, second.numeral, unit, None, low, high)


def _second_bound(reading: Reading, first: Amount, *, opened: bool) -> Amount | None:
    """Read the upper bound of a range after its connecting word, or None where there is none.

    A hyphen may hang before the word, "about" may stand after it: "18- bis 29-Jährige", "entre 20 et environ 30".
    """
    tokens, lexicon = reading.tokens, reading.lexicon
    connector, place = tokens.words[first.end], first.end + 1
    if connector in _DASHES and tokens.glued(place - 1) and tokens.words[place] in lexicon.ranges.get("", frozenset()):
        connector, place = tokens.words[place], place + 1
    elif connector in _DASHES:
        if tokens.glued(first.end) != tokens.glued(place):
            return None
    elif not opened and connector not in lexicon.ranges.get("", frozenset()) | lexicon.alternatives:
        return None
    else:
        place += tokens.words[place] in lexicon.articles
    if (modifier := lexicon.modifiers_before.at(tokens, place)) and modifier[1] == "approximately":
        place = modifier[0]
    second = single_amount_at(reading, place)
    if second and first.unit and first.unit.kind == "money":
        second = _in_millions(reading, second)
    if second and second.unit and not opened and is_surely_year(reading, first.start, first.end):
        return None
    if second is None or second.value is None or second.numeral.form == "one":
        return None
    if connector.isalpha() and not opened and first.unit and second.unit and _follows_change(reading, first):
        return None
    return second if _share_unit(first, second, opened=opened) and _are_alike(reading, first, second) else None


def _in_millions(reading: Reading, second: Amount) -> Amount:
    """Read the "m" of "£5-10m" as millions, as nobody pays metres."""
    tokens, end = reading.tokens, second.end
    if second.value is None or tokens.raw[end - 1] != "m" or not tokens.glued(end - 1):
        return second
    value = second.value * _MILLION
    return second._replace(unit=None, value=value, numeral=second.numeral._replace(value=value, scale=_MILLION))


def _are_alike(reading: Reading, first: Amount, second: Amount) -> bool:
    """Whether neither bound shows that it is something else: "venti a 120 km/h", "de R$ 50 bilhões para 2025"."""
    if first.numeral.form == "words" and second.numeral.form == "digits" and (first.value or 0) >= _LEAST_IN_DIGITS:
        return False
    return second.unit is not None or (first.value or 0) <= _LAST_YEAR or year_at(reading, second.start) is None


def _follows_change(reading: Reading, first: Amount) -> bool:
    """Whether the first amount is what something changed by, and the second where it went: "rose $2 to $15"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    place = first.start - 1
    place -= tokens.words[place] in lexicon.articles
    return tokens.words[place] in lexicon.changes


def _share_unit(first: Amount, second: Amount, *, opened: bool) -> bool:
    """Whether both bounds are of one unit, said once or twice: "5 to 7 km", "$5-7", but not "3 years to 15 men"."""
    if first.unit is None:
        return True
    if second.unit is None:
        return opened or first.start < first.first
    return (first.unit.kind, first.unit.name) == (second.unit.kind, second.unit.name)


def _bounds(first: Amount, second: Amount) -> tuple[float, float]:
    """Give both bounds, the first with the scale that only the second says: "5 a 7 mil millones"."""
    low, high = first.value or 0.0, second.value or 0.0
    if first.unit is None and second.unit:
        low *= second.unit.factor
    if first.numeral.scale == 1 and second.numeral.scale > 1 and 0 <= low * second.numeral.scale <= high:
        low *= second.numeral.scale
    return low, high


def _is_range(reading: Reading, first: Amount, second: Amount, bounds: tuple[float, float], *, opened: bool) -> bool:
    """Whether two amounts are the bounds of one range, and not a score, two telephone groups or two prices."""
    low, high = bounds
    has_unit = first.unit is not None or second.unit is not None
    if opened:
        return low < high or (low != high and (has_unit or high >= _LEAST_FALL))
    if low >= high or has_unit:
        return low < high
    connector = reading.tokens.words[first.end]
    scored = connector in _DASHES and high < _LARGEST_SCORE
    counts = reading.is_plural_noun(second.end) if scored else reading.is_plain_word(second.end)
    counts = counts or (first.numeral.scale == 1 < second.numeral.scale)
    if connector in reading.lexicon.alternatives:
        return counts and high <= 2 * low + 1
    ages = reading.lexicon.age_alone.before(reading.tokens, first.start) is not None
    limited = not scored and connector in _DASHES and modifier_before(reading, first.start) is not None
    sure = connector in reading.lexicon.range_words or limited or ages
    return counts or sure or (connector in _DASHES and low >= _LARGEST_SCORE <= high - low)

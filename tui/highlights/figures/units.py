"""Finds the unit that follows a numeral: a currency, a share, a measure or a unit of time."""

from tui.highlights.figures.lexicon import Unit
from tui.highlights.figures.numeral import Numeral
from tui.highlights.figures.points import percentage_points_after
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import APOSTROPHES, TIMES_AFTER_SLASH

_DASHES = frozenset("-–—−")
_DEGREES = frozenset("CF")
_WEATHER = {"C": (-60.0, 60.0), "F": (20.0, 130.0)}
_CLOSING_SIGNS = frozenset(["", ".", ",", ";", "(", ")"])
_LARGEST_RANK = 31
_SPOKEN_SYMBOLS = frozenset(["kg", "mg", "km", "cm", "mm", "ml", "cl"])


def unit_after(reading: Reading, numeral: Numeral) -> tuple[int, Unit] | None:
    """Give the unit of a numeral and the token after it, past a linking word, a hyphen or an adjective of durations."""
    return _unit_named(reading, numeral) or percentage_points_after(reading, numeral)


def _unit_named(reading: Reading, numeral: Numeral) -> tuple[int, Unit] | None:
    tokens, lexicon = reading.tokens, reading.lexicon
    index = numeral.end
    index += numeral.form != "digits" and tokens.words[index] in APOSTROPHES and len(tokens.words[index + 1]) > 1
    found = _unit_at(reading, index)
    if found and _fits_form(reading, numeral, found[0]):
        opens_next = found[1].kind == "money" and tokens.glued(found[0]) and tokens.is_number(found[0])
        return None if opens_next else found
    word = tokens.words[index]
    if word in _DASHES and tokens.glued(index) and tokens.glued(index + 1):
        return _unit_at(reading, index + 1) if len(tokens.raw[index + 1]) > 1 else None
    if word in _DASHES and (spaced := _unit_between_dashes(reading, index)):
        return spaced
    if linked := _linked_unit(reading, numeral, index):
        return linked
    later = _unit_at(reading, index + 1) if word in lexicon.duration_adjectives else None
    return later if later and later[1].kind == "duration" else None


def _unit_between_dashes(reading: Reading, index: int) -> tuple[int, Unit] | None:
    """Read the unit of "12 - Pfund - Paket", whose hyphens a badly set text parts from its words."""
    tokens = reading.tokens
    if tokens.glued(index) or tokens.glued(index + 1):
        return None
    found = _unit_at(reading, index + 1)
    return found if found and tokens.words[found[0]] in _DASHES and len(tokens.raw[index + 1]) > 1 else None


def _linked_unit(reading: Reading, numeral: Numeral, index: int) -> tuple[int, Unit] | None:
    """Read the unit of "millones de dólares", "half a mile", "one and a quarter of an hour", "trois quarts d'heure"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    fraction = numeral.form in {"fraction", "slash"} or (numeral.form == "words" and numeral.value % 1 > 0)
    place = index
    if tokens.words[place] in lexicon.linkers and (fraction or numeral.form == "vague" or numeral.scale >= 10):
        place += 1 + (tokens.words[place + 1] in APOSTROPHES)
    place += fraction and tokens.words[place] in lexicon.ones
    return _unit_at(reading, place) if place > index else None


def _unit_at(reading: Reading, index: int) -> tuple[int, Unit] | None:
    """Give the token after the longest unit that starts at `index`, and the unit."""
    tokens = reading.tokens
    first = longest = None
    for table in reading.edges.units.get(tokens.words[index], ()):
        found = table.at(tokens, index)
        first = first or found
        longest = found if found and (longest is None or found[0] > longest[0]) else longest
    if first is None or longest is None:
        return None
    # In "100 SEK." the stop ends the sentence, and is not that of an abbreviation.
    stop = first[1].kind == "money" and longest[0] == first[0] + 1 and tokens.raw[longest[0] - 1] == "."
    found = first if stop else longest
    return _per_time(reading, found) if tokens.raw[found[0]] == "/" else found


def _per_time(reading: Reading, found: tuple[int, Unit]) -> tuple[int, Unit]:
    """Give the unit with the time that a slash divides it by, as in "200 m³/s"."""
    tokens, (end, unit) = reading.tokens, found
    if unit.kind != "quantity" or not tokens.glued(end) or not tokens.glued(end + 1):
        return found
    time = TIMES_AFTER_SLASH.get(tokens.raw[end + 1])
    return (end + 2, Unit("quantity", f"{unit.name}-per-{time}")) if time else found


def _fits_form(reading: Reading, numeral: Numeral, end: int) -> bool:
    """Whether the unit may follow: "secondo" after ten means "according to", "ha" is a verb, a short sign much."""
    tokens, lexicon = reading.tokens, reading.lexicon
    word = tokens.words[numeral.end]
    if word in lexicon.doubtful_ordinals:
        return numeral.value == 1 or word.endswith("s")
    if word == "°" and word in lexicon.ordinal_suffixes and end == numeral.end + 1:
        return not _is_rank(reading, numeral)
    if word in lexicon.function_words and end == numeral.end + 1 and not tokens.glued(numeral.end):
        return tokens.words[end] in lexicon.linkers or not tokens.raw[end][:1].isalpha()
    symbol = tokens.raw[numeral.end]
    if end > numeral.end + 1 or len(symbol) > 2 or not symbol.isalpha() or word in lexicon.units:
        return True
    return _fits_symbol(reading, numeral, end)


def _fits_symbol(reading: Reading, numeral: Numeral, end: int) -> bool:
    """Whether a unit's short symbol may follow: most ("m", "GB") only digits, "C" and "F" only in brackets."""
    tokens = reading.tokens
    symbol = tokens.raw[numeral.end]
    if symbol in _DEGREES:
        return (tokens.raw[end] == ")" and not tokens.glued(numeral.end)) or _is_weather(reading, numeral)
    apart = symbol.isupper() and not tokens.glued(numeral.end)
    if len(symbol) == 1 and (apart or reading.lexicon.designators.before(tokens, numeral.start)):
        return False
    return tokens.is_number(numeral.end - 1) or symbol in _SPOKEN_SYMBOLS


def _is_weather(reading: Reading, numeral: Numeral) -> bool:
    """Whether a glued "C" or "F" makes a temperature of the weather, as in "38C", and not a code, as in "13F"."""
    tokens = reading.tokens
    lowest, highest = _WEATHER[tokens.raw[numeral.end]]
    after, before = tokens.raw[numeral.end + 1], tokens.raw[numeral.start - 1]
    closed = after in _CLOSING_SIGNS or tokens.words[numeral.end + 1] in reading.lexicon.function_words
    named = before[:1].isupper() or reading.lexicon.designators.before(tokens, numeral.start) is not None
    return tokens.glued(numeral.end) and lowest <= numeral.value <= highest and closed and not named


def _is_rank(reading: Reading, numeral: Numeral) -> bool:
    """Whether the degree sign after a numeral stands for the raised letter of an ordinal: "il 10°", "10° posto"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    after = numeral.end + 1
    counted = lexicon.units.at(tokens, after)
    ranked = reading.is_plain_word(after) or (counted is not None and counted[1].kind == "duration")
    if numeral.value <= 0:
        return False
    if tokens.words[numeral.start - 1] in lexicon.articles or ranked:
        return lexicon.below_zero.at(tokens, after) is None
    return tokens.opens_line(numeral.start) and tokens.raw[after] == "" and numeral.value <= _LARGEST_RANK

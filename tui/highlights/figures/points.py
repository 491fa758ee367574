"""Tells points that are percentage points from those of an index or a match."""

from tui.highlights.figures.lexicon import Unit
from tui.highlights.figures.numeral import Numeral
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import INDEX_WORDS

_PERCENTAGE_POINTS = Unit("percent", "pp")
_MOST_POINTS = 40
_FARTHEST_PERCENT = 25
_NEAR = 10
_STOPS = frozenset([".", "!", "?", "\n\n"])


def percentage_points_after(reading: Reading, numeral: Numeral) -> tuple[int, Unit] | None:
    """Give percentage points and the token after them, where the text says only points: "un cuarto de punto".

    A part of a point is always one of a share; whole points and "dos décimas" are where a percent figure of the same
    sentence stands before them.
    """
    tokens, lexicon, end = reading.tokens, reading.lexicon, numeral.end
    fraction = numeral.form in {"fraction", "slash"}
    place = end + (fraction and (tokens.words[end] in lexicon.linkers or reading.hyphen_between(end)))
    place += fraction and tokens.words[place] in lexicon.ones
    if tokens.words[place] in lexicon.points:
        part = 0 < numeral.value < 1
        few = numeral.value < _MOST_POINTS
        said = part or (few and (_follows_percent(reading, numeral.start) or _changes_percent(reading, numeral)))
        return (place + 1, _PERCENTAGE_POINTS) if said and numeral.form not in {"one", "vague"} else None
    tenths = fraction and tokens.words[end - 1] in lexicon.tenths_of_point and tokens.words[end] not in lexicon.linkers
    return (end, _PERCENTAGE_POINTS) if tenths and _follows_percent(reading, numeral.start) else None


def _changes_percent(reading: Reading, numeral: Numeral) -> bool:
    """Whether points are what a percent figure soon after them changed by: "bajó cinco puntos, al 35 %"."""
    tokens, lexicon, end = reading.tokens, reading.lexicon, numeral.end
    if tokens.words[numeral.start - 1] not in lexicon.changes:
        return False
    for index in range(end, end + _NEAR):
        if tokens.raw[index] in _STOPS or tokens.raw[index] == "":
            return False
        found = lexicon.units.at(tokens, index)
        if found and found[1].kind == "percent" and tokens.is_number(index - 1):
            return not _names_index(reading, numeral.start)
    return False


def _names_index(reading: Reading, start: int) -> bool:
    """Whether an index of shares is named before the token in its sentence."""
    for word in reversed(reading.tokens.words[max(0, start - _FARTHEST_PERCENT) : start]):
        if word in _STOPS:
            return False
        if word in INDEX_WORDS:
            return True
    return False


def _follows_percent(reading: Reading, start: int) -> bool:
    """Whether a percent figure stands before the token in its sentence."""
    tokens, units = reading.tokens, reading.lexicon.units
    for index in range(start - 1, max(0, start - _FARTHEST_PERCENT) - 1, -1):
        if tokens.raw[index] in _STOPS:
            return False
        found = units.at(tokens, index)
        if found and found[1].kind == "percent" and tokens.is_number(index - 1):
            return not _names_index(reading, start)
    return False

"""Reads powers: "1e10", "2.5^3", "6.2x10^-4"."""

import math
import re

from tui.highlights.figures.numeral import Numeral
from tui.highlights.figures.numerals import rounded
from tui.highlights.figures.reading import Reading

_SIGNS = frozenset("eE^xX×")
_POWER = re.compile(r"(?:[eE]|(?P<ten>[xX×]10\^)|\^)(?P<exponent>[+-]?[0-9]{1,3})(?![\w^])")
_LARGEST = 300.0


def may_open_power(reading: Reading, index: int) -> bool:
    """Whether the token is glued to the one before it and begins as an exponent does."""
    return reading.tokens.raw[index][:1] in _SIGNS and reading.tokens.glued(index)


def powered(reading: Reading, numeral: Numeral) -> Numeral | None:
    """Give the numeral with the exponent that is glued to its digits, or None where there is none."""
    tokens, end = reading.tokens, numeral.end
    if not may_open_power(reading, end):
        return None
    match = _POWER.match(tokens.text, tokens.start(end))
    if match is None or numeral.value <= 0 or end != numeral.start + 1:
        return None
    exponent = int(match["exponent"])
    of_ten = match["ten"] or match[0][0] != "^"
    digits = math.log10(numeral.value)
    size = exponent + digits if of_ten else exponent * digits
    if abs(size) > _LARGEST or abs(exponent) > _LARGEST:
        return None
    while tokens.start(end) < match.end():
        end += 1
    value = numeral.value * 10.0**exponent if of_ten else numeral.value**exponent
    return numeral._replace(end=end, value=rounded(value))

"""Whether two figures say the same, with the precision that each is written with."""

import math
import re
from dataclasses import dataclass, replace
from itertools import takewhile

from tui.highlights.collection.moments import duration_seconds, may_be_same_date
from tui.highlights.conversion import ConversionError, Rates, convert, dimension
from tui.highlights.highlight import Figure, FigureKind

_NUMERAL = re.compile(r"[0-9](?:[0-9.,' ’\u00a0\u202f\u2009]*[0-9])?")
_NOT_DIGITS = re.compile("[^0-9]")
_ROUND = 1000
_NOISE = 1e-9
# Just less than a half, as what lies halfway between two figures would agree with both.
_HALF = 0.499999
_COUNTS: frozenset[FigureKind] = frozenset(["number", "ordinal", "age"])
_OPEN_BELOW = frozenset(["less_than", "at_most", "approximately"])
_OPEN_ABOVE = frozenset(["more_than", "at_least", "approximately"])


@dataclass(frozen=True, slots=True)
class Extent:
    """The values that a figure may stand for: from `low` to `high`, each known to within `slack`, in `unit`.

    A bound ("more than 5") reaches one step of its last digit beyond its number. `timex` is the TIMEX3 value of a date
    or time, whose numbers say nothing.
    """

    kind: FigureKind
    low: float
    high: float
    slack: float
    unit: str | None = None
    timex: str = ""

    def agrees(self, other: "Extent", tolerance: float | None = None, rates: Rates | None = None) -> bool:
        """Whether two figures of the same kind may mean the same.

        One lies within the other, give or take the slack of the rougher one, or a share `tolerance` of the larger
        number where that is given. Symmetric.
        """
        if self.kind != other.kind:
            return False
        if self.timex or other.timex:
            return may_be_same_date(self.timex, other.timex)
        if self.unit != other.unit:
            # Always the same one of the two is converted, so that rounding is the same whichever is asked.
            first, second = sorted((self, other), key=lambda side: side.unit or "")
            converted = first.converted(second.unit, rates)
            return converted is not None and converted.agrees(second, tolerance)
        ends = (self.low, self.high, other.low, other.high)
        largest = max((abs(end) for end in ends if math.isfinite(end)), default=0.0)
        slack = max(self.slack, other.slack) if tolerance is None else tolerance * largest
        slack += largest * _NOISE
        return self._holds(other, slack) or other._holds(self, slack)

    def _holds(self, other: "Extent", slack: float) -> bool:
        return self.low - slack <= other.low and other.high <= self.high + slack

    def converted(self, unit: str | None, rates: Rates | None) -> "Extent | None":
        """The same in another unit, None where the two measure different things or there is no rate."""
        if self.unit is None or unit is None or dimension(self.unit) != dimension(unit):
            return None
        try:
            low, high, step = (
                convert(value, self.unit, unit, rates) for value in (self.low, self.high, self.low + self.slack)
            )
        except ConversionError:
            return None
        return replace(self, low=low, high=high, slack=abs(step - low), unit=unit)


def extent(figure: Figure, words: str) -> Extent | None:
    """What a figure may stand for; `words` is its text, which tells how precisely it is written. None without value."""
    if isinstance(figure.value, str):
        if figure.kind != "duration":
            return Extent(figure.kind, 0, 0, 0, timex=figure.value)
        seconds = duration_seconds(figure.value)
        return None if seconds is None else Extent("duration", seconds, seconds, 0, "second")
    if figure.value is not None:
        step = _step(figure, figure.value, words)
        low = figure.value - step * (figure.modifier in _OPEN_BELOW)
        high = figure.value + step * (figure.modifier in _OPEN_ABOVE)
        # What is counted one by one is not rounded.
        slack = 0.0 if step == 1 and figure.kind in _COUNTS else step * _HALF
        return Extent(figure.kind, low, high, slack, figure.unit)
    if figure.low is None and figure.high is None:
        return None
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    return Extent(figure.kind, low, high, 0, figure.unit)


def _step(figure: Figure, value: float, words: str) -> float:
    """The worth of the last digit that a figure is written with: 100 000 in "5,5 millones", 1 in "1 684 231".

    A whole number that ends in three or more noughts is taken as rounded to them, but for its first two digits.
    """
    return _written_step(figure, value, words) or _plain_step(value)


def _written_step(figure: Figure, value: float, words: str) -> float | None:
    """The worth of a last digit that divides a fraction or counts thousands, millions …; None for other numbers."""
    numeral = words
    if figure.number_span:
        start, end = (place - figure.start for place in figure.number_span)
        numeral = words[max(0, start) : end]
    match = _NUMERAL.search(numeral)
    digits = int(_NOT_DIGITS.sub("", match[0])) if match else 0
    if not digits or not value:
        return None
    step = abs(value) / digits
    power = 10.0 ** round(math.log10(step))
    is_power = math.isclose(step, power, rel_tol=_NOISE)
    return power if is_power and power != 1 else None


def _plain_step(value: float) -> float:
    """The worth of the last digit of a number in plain digits."""
    digits = f"{abs(value):.15g}"
    if "e" in digits:
        return abs(value) * 1e-3
    _, _, decimals = digits.partition(".")
    if decimals:
        return 10.0 ** -len(decimals)
    noughts = len(list(takewhile("0".__eq__, reversed(digits))))
    return float(10 ** min(noughts, len(digits) - 2)) if value and value % _ROUND == 0 else 1.0

"""Which rows of the ledger a reader asks for, in one typed line, and in which order of size."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.documents.finding import folded_text
from tui.highlights.collection.ledger import LedgerRow
from tui.highlights.collection.moments import clock_seconds, day_number, duration_parts, duration_seconds
from tui.highlights.collection.unit_words import kind_named, unit_named
from tui.highlights.conversion import convert, dimension
from tui.highlights.highlight import Figure, FigureKind

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bound>[<>]=?)\s*(?P<number>\S*)|(?P<word>\S+)')
_NUMBER = re.compile(r"(?P<digits>[-−]?(?:[0-9][0-9_]*(?:[.,][0-9]+)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?)(?P<suffix>\D*)")
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}
_CALENDAR: frozenset[FigureKind] = frozenset(["date", "time"])


class FilterError(ValueError):
    """A filter that cannot be understood; its text says which part and why, for people."""


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """What figures must be to be shown: of one of the kinds, in one of the units, from `low` to `high`, with all words.

    What is empty or None does not matter. Dates and times have no magnitude to be asked for; durations have one where a
    unit of time is asked for, or durations are, then in seconds.
    """

    kinds: frozenset[FigureKind] = frozenset()
    units: frozenset[str] = frozenset()
    low: float | None = None
    high: float | None = None
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it holds anything back."""
        return bool(self.kinds or self.units or self.words or self.low is not None or self.high is not None)

    def matches(self, row: LedgerRow, searchable: str | None = None) -> bool:
        """Whether a row passes; `searchable` is searchable_text() of it, where many filters ask the same rows."""
        figure = row.figure
        if self.kinds and figure.kind not in self.kinds:
            return False
        if self.units and self.units.isdisjoint(_units(figure)):
            return False
        if (self.low is not None or self.high is not None) and not self._is_in_range(figure):
            return False
        if not self.words:
            return True
        text = searchable_text(row) if searchable is None else searchable
        return all(word in text for word in self.words)

    def _is_in_range(self, figure: Figure) -> bool:
        if figure.kind in _CALENDAR:
            return False
        low = high = self._measured(figure)
        if figure.value is None:
            low, high = figure.low, figure.high
        if low is None and high is None:
            return False
        reaches = self.low is None or high is None or high >= self.low
        return reaches and (self.high is None or low is None or low <= self.high)

    def _measured(self, figure: Figure) -> float | None:
        """How large a figure is; a duration in the unit that is asked for, or in seconds where durations are."""
        size = magnitude(figure)
        if not isinstance(figure.value, str) or size is None:
            return size
        asked = [unit for unit in self.units if dimension(unit) == dimension("second")]
        if len(asked) == 1:
            return convert(size, "second", asked[0])
        return size if figure.kind in self.kinds else None


def parse_figure_filter(line: str) -> FigureFilter:
    """The filter in a line such as "money USD >1e9 <5e9 rusia".

    Names of kinds and of units are those; ">5bn", "<=1_000" and "2.5m..3m" ask for a magnitude, also with a unit at its
    end (">5km"); all other words, and those in quotation marks, must stand in the figure, what it counts, its sentence
    or its document's title, whatever their case and accents. Raises FilterError for a number that is none.
    """
    kinds: set[FigureKind] = set()
    units: set[str] = set()
    lows: list[float] = []
    highs: list[float] = []
    words: list[str] = []
    for token in _TOKEN.finditer(line):
        word = token["word"] or ""
        if token["bound"]:
            value, unit = _amount(token["number"] or "", after=token["bound"])
            is_low, is_strict = token["bound"][0] == ">", len(token["bound"]) == 1
            bound = math.nextafter(value, math.inf if is_low else -math.inf) if is_strict else value
            (lows if is_low else highs).append(bound)
            units |= {unit} if unit else set()
        elif _is_range(word):
            low, high, unit = _range(word)
            lows += [] if low is None else [low]
            highs += [] if high is None else [high]
            units |= {unit} if unit else set()
        elif kind := kind_named(word):
            kinds.add(kind)
        elif named := unit_named(word):
            units.add(named)
        else:
            words += filter(None, [folded_text(token["quoted"] or word)])
    return FigureFilter(
        frozenset(kinds),
        frozenset(units),
        max(lows, default=None),
        min(highs, default=None),
        tuple(words),
    )


def parse_number(text: str) -> float:
    """The number in "1e9", "5bn", "2.5m", "1_000", "2,5"; raises FilterError."""
    value, unit = _amount(text)
    if unit:
        raise FilterError(f"“{text}” is no number")
    return value


def parse_tolerance(text: str) -> float:
    """The share in "5%", "0.5 %" or "0.05"; raises FilterError."""
    number, sign, rest = text.strip().partition("%")
    value = parse_number(number.strip()) / (100 if sign else 1)
    if rest or not 0 <= value < math.inf:
        raise FilterError(f"“{text}” is no tolerance; write it as 5% or 0.05")
    return value


def parse_words(text: str) -> tuple[str, ...]:
    """The words of a filter that stand in a text, each to be found by itself."""
    return tuple(folded_text(text).split())


def parse_amount(text: str) -> tuple[float, str | None]:
    """The number and the unit, if there is one, in "5.5e9 USD", "5bn USD", "3 %", "12km"; raises FilterError."""
    number, _, name = text.strip().partition(" ")
    value, unit = _amount(number)
    if not name.strip():
        return value, unit
    named = unit_named(name.strip()) or unit_named(name.strip().replace(" ", "-"))
    if unit or named is None:
        raise FilterError(f"“{name.strip()}” is no unit that is known")
    return value, named


def searchable_text(row: LedgerRow) -> str:
    """All that words of a filter are looked for in, without case and accents."""
    return folded_text("\n".join((row.words, row.noun, row.sentence, row.title)))


def magnitude(figure: Figure) -> float | None:
    """How large a figure is, in its own unit; a range is as large as its middle, or its only bound.

    Durations are measured in seconds. Dates are counted in days from the year 1 and times of day in seconds, which are
    scales of their own. None where there is nothing to measure.
    """
    value = figure.value
    if isinstance(value, str):
        if figure.kind == "duration":
            return duration_seconds(value)
        return clock_seconds(value) if figure.kind == "time" else day_number(value)
    if value is not None:
        return value
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def measured(figure: Figure) -> tuple[tuple[float | None, float | None, float | None], str | None]:
    """The value, lower and upper bound of a figure and their unit; a duration's are in seconds, a date has none."""
    value = figure.value
    if isinstance(value, str):
        seconds = duration_seconds(value) if figure.kind == "duration" else None
        return (seconds, None, None), None if seconds is None else "second"
    return (value, figure.low, figure.high), figure.unit


def magnitude_order(row: LedgerRow) -> tuple[int, float]:
    """What to sort rows by so that the largest come first: amounts, then durations, dates, times, and what has none."""
    size = magnitude(row.figure)
    if size is None:
        return 4, 0.0
    scale = {"duration": 1, "date": 2, "time": 3}.get(row.figure.kind, 0)
    return scale, -size


def _units(figure: Figure) -> Iterator[str]:
    if figure.unit is not None:
        yield figure.unit
    elif figure.kind == "duration" and isinstance(figure.value, str):
        yield from (unit for _, unit in duration_parts(figure.value))


def _is_range(word: str) -> bool:
    low, dots, high = word.partition("..")
    return bool(dots) and (low[:1].isdecimal() or high[:1].isdecimal())


def _range(word: str) -> tuple[float | None, float | None, str | None]:
    """The bounds of "2.5m..3m", "..5", "5..7km" and their unit; a scale at the end is both bounds' ("1..5bn")."""
    first, _, last = word.partition("..")
    high, unit = _amount(last) if last else (None, None)
    low, own_unit = _amount(first) if first else (None, None)
    if low is not None and high is not None and first[-1].isdecimal():
        suffix = last.lstrip("0123456789_.,eE+-−")
        scaled, _ = _amount(first + suffix)
        low = scaled if scaled <= high else low
    return low, high, own_unit or unit


def _amount(text: str, after: str = "") -> tuple[float, str | None]:
    """The number at a text's start, and the unit that follows it at once."""
    if after and not text:
        raise FilterError(f"a number is missing after “{after}”")
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise FilterError(f"“{text}” is no number; write it as 1e9, 5bn, 2.5m or 1_000")
    number = float(match["digits"].replace("_", "").replace(",", ".").replace("−", "-"))
    suffix = match["suffix"]
    if not suffix:
        return number, None
    if scale := _SCALES.get(suffix.lower()):
        # By way of its digits, as 2.3 × 1e6 is not quite the 2.3e6 of the text.
        return float(f"{number * scale:.15g}"), None
    if unit := unit_named(suffix):
        return number, unit
    raise FilterError(f"“{text}”: “{suffix}” is neither k, m, bn, tn nor a unit")

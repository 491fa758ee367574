"""Figures as they would be in another unit."""

from dataclasses import replace

from tui.highlights.collection.filtering import measured
from tui.highlights.conversion import ConversionError, Rates, convert
from tui.highlights.highlight import Figure

_DIGITS = 4


def converted_figure(figure: Figure, target: str, rates: Rates | None) -> Figure | None:
    """A figure in another unit, rounded to four significant digits, or None where it cannot be had in that unit."""
    numbers, unit = measured(figure)
    if unit is None or all(number is None for number in numbers):
        return None
    try:
        value, low, high = (
            None if number is None else _rounded(convert(number, unit, target, rates)) for number in numbers
        )
    except ConversionError:
        return None
    return replace(figure, value=value, low=low, high=high, unit=target)


def _rounded(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")

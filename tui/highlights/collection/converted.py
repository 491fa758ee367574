"""Figures as they would be in another unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.highlights.collection.filtering import measured
from tui.highlights.conversion import NO_RATES, ConversionError, Rates, convert, dimension, is_currency
from tui.highlights.highlight import Figure

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Conversion:
    """The unit that figures are wanted in, and the rates for it."""

    unit: str
    rates: Rates | None

    def check(self) -> None:
        """Raise ConversionError for a currency without a rate, for which no figure in another one can be had."""
        if is_currency(self.unit):
            if self.rates is None:
                raise ConversionError(NO_RATES)
            convert(1.0, self.rates.base, self.unit, self.rates)

    def numbers(self, figure: Figure) -> Sequence[float | None]:
        """The value, lower and upper bound of a figure in the unit; all None where it measures something else.

        Raises ConversionError for a currency without a rate.
        """
        numbers, unit = measured(figure)
        if unit is None or dimension(unit) != dimension(self.unit):
            return (None, None, None)
        return tuple(None if number is None else convert(number, unit, self.unit, self.rates) for number in numbers)

    def remark(self, figure: Figure) -> str | None:
        """What must be known of a figure in the unit: the day of the rates, where these are used."""
        is_exchanged = figure.kind == "money" and figure.unit != self.unit and is_currency(self.unit)
        return f"rates of {self.rates.date}" if is_exchanged and self.rates else None


def converted_figure(figure: Figure, target: str, rates: Rates | None) -> Figure | None:
    """A figure in another unit, rounded to four significant digits, or None where it cannot be had in that unit."""
    try:
        numbers = Conversion(target, rates).numbers(figure)
    except ConversionError:
        return None
    if all(number is None for number in numbers):
        return None
    value, low, high = (None if number is None else float(f"{number:.{_DIGITS}g}") for number in numbers)
    return replace(figure, value=value, low=low, high=high, unit=target)

"""Values in other units: of one dimension by fixed factors, of currencies by a dated table of the reader's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tui.highlights.measures import Dimension, measure

NO_RATES = "no rates: currencies are converted by the table [rates] of the config"

_CURRENCY = re.compile("[A-Z]{3,4}")
_PENCE = "p"
_CENT = "¢"
_SIGNIFICANT_DIGITS = 14


class ConversionError(Exception):
    """A value that cannot be had in another unit; its text says why, for people."""


@dataclass(frozen=True, slots=True)
class Rates:
    """What one unit of the currency `base` was worth in others on a `date` (ISO 8601).

    `per_base` leads from ISO 4217 codes to amounts above 0; the base itself need not be in it.
    """

    date: str
    base: str
    per_base: Mapping[str, float]

    def of(self, currency: str) -> float:
        """How much of a currency is worth one unit of the base; raises ConversionError where the table has no rate."""
        rate = 1.0 if currency == self.base else self.per_base.get(currency)
        if rate is None:
            raise ConversionError(f"no rate for {currency} in the table of {self.date}")
        return rate


def convert(value: float, unit: str, target: str, rates: Rates | None = None) -> float:
    """A value of one unit in another, rounded to 14 significant digits.

    Units are ISO 4217 codes, "p" (a hundredth of GBP), "%", "pp" and CLDR's names. Raises ConversionError where the two
    measure different things, where a text does not say which currency its cents are of, and where `rates` have none.
    """
    if unit == target:
        return value
    if is_currency(unit) and is_currency(target):
        return _exchanged(value, unit, target, rates)
    of, to = measure(unit), measure(target)
    if of is None or to is None or of.dimension != to.dimension:
        raise ConversionError(_refusal(unit, target))
    return _rounded((value * of.factor + of.offset - to.offset) / to.factor)


def is_currency(unit: str) -> bool:
    """Whether a figure's unit is a currency, or the hundredth of one."""
    return unit in {_PENCE, _CENT} or _CURRENCY.fullmatch(unit) is not None


def dimension(unit: str) -> Dimension | str | None:
    """What units must share to be converted into each other: a dimension, "currency", or None for an unknown unit."""
    if is_currency(unit):
        return "currency"
    found = measure(unit)
    return found.dimension if found else None


def is_unit(name: str) -> bool:
    """Whether a name is that of a unit that values can be had in."""
    return dimension(name) is not None


def _exchanged(value: float, unit: str, target: str, rates: Rates | None) -> float:
    if _CENT in {unit, target}:
        raise ConversionError("the text does not say which currency these cents are of")
    hundredths = (1 if unit == _PENCE else 100) / (1 if target == _PENCE else 100)
    currency, other = ("GBP" if name == _PENCE else name for name in (unit, target))
    if currency == other:
        return _rounded(value * hundredths)
    if rates is None:
        raise ConversionError(NO_RATES)
    return _rounded(value * hundredths / rates.of(currency) * rates.of(other))


def _refusal(unit: str, target: str) -> str:
    for name in (target, unit):
        if not is_unit(name):
            return f"“{name}” is no unit that is known"
    if {unit, target} == {"%", "pp"}:
        return "percent and percentage points are different things"
    return f"{unit} and {target} measure different things"


def _rounded(value: float) -> float:
    # What lies below is the noise of binary fractions.
    return float(f"{value:.{_SIGNIFICANT_DIGITS}g}")

"""Reads figures again by what the reader has said of a text's conventions."""

from dataclasses import replace

from tui.documents.conventions import Conventions
from tui.highlights.highlight import Figure

_NO_YEAR = "XXXX-"
_CENT = "¢"


def agreed(figure: Figure, conventions: Conventions) -> Figure:
    """Give the figure with the currency or the year that the reader has said where the text leaves it open."""
    if "currency" in figure.assumed and (meant := conventions.currencies.get(figure.unit or "")):
        return _in_currency(figure, meant)
    if conventions.year and isinstance(figure.value, str) and _NO_YEAR in figure.value:
        dated = figure.value.replace(_NO_YEAR, f"{conventions.year:04d}-")
        return replace(figure, value=dated, assumed=figure.assumed - {"year"})
    return figure


def _in_currency(figure: Figure, meant: str) -> Figure:
    def units(amount: float | str | None) -> float | None:
        return (amount / 100 if figure.unit == _CENT else amount) if isinstance(amount, float) else None

    return replace(
        figure,
        value=units(figure.value),
        low=units(figure.low),
        high=units(figure.high),
        unit=meant,
        assumed=figure.assumed - {"currency"},
    )

"""A figure that a reader asks for in words, an amount or a TIMEX3 value."""

import re

from tui.highlights.collection.agreement import Extent, extent
from tui.highlights.collection.filtering import FilterError, parse_amount
from tui.highlights.conversion import dimension, is_currency
from tui.highlights.figures import find_figures
from tui.highlights.highlight import Figure, FigureKind

_DATE = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9QHX]{2}(?:-[0-9]{2})?")
_TIME = re.compile("T[0-9]{2}(?::[0-9]{2}){0,2}")
_DURATION = re.compile(r"P(?:[0-9.]+[YMWD])*(?:T(?:[0-9.]+[HMS])+)?")


def sought_extent(text: str, language: str) -> Extent:
    """What values "5.5e9 USD", "1,7 millones de personas", "2024-10-28" or "P3D" may stand for.

    An amount is read as in a filter, a TIMEX3 date, time or duration as it is, and other words as a figure in a text of
    the language (ISO 639-1). Raises FilterError where there is not just one figure.
    """
    text = text.strip()
    for pattern, kind in _TIMEX_KINDS:
        if text and pattern.fullmatch(text):
            return _known(extent(Figure(0, len(text), kind, text), text), text)
    try:
        value, unit = parse_amount(text)
    except FilterError:
        return _spoken(text, language)
    return _known(extent(Figure(0, len(text), _kind_of(unit), value, unit=unit), text), text)


_TIMEX_KINDS: tuple[tuple[re.Pattern[str], FigureKind], ...] = (
    (_DATE, "date"),
    (_TIME, "time"),
    (_DURATION, "duration"),
)


def _spoken(text: str, language: str) -> Extent:
    figures = find_figures(text, language)
    if len(figures) != 1:
        raise FilterError(f"“{text}” is no single figure; write it as 5.5e9 USD, 3 %, 12 km, 2024-10-28 or P3D")
    return _known(extent(figures[0], text[figures[0].start : figures[0].end]), text)


def _kind_of(unit: str | None) -> FigureKind:
    if unit is None:
        return "number"
    if is_currency(unit):
        return "money"
    if dimension(unit) in {dimension("%"), dimension("pp")}:
        return "percent"
    return "duration" if dimension(unit) == dimension("second") else "quantity"


def _known(found: Extent | None, text: str) -> Extent:
    if found is None:
        raise FilterError(f"“{text}” has no value to compare with")
    return found

"""What the reader wants to see of the ledger, and in which order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from tui.documents.document import shorten
from tui.highlights.collection.converted import converted_figure
from tui.highlights.collection.filtering import FigureFilter, magnitude_order
from tui.highlights.collection.ledger import LedgerRow, is_same, row_extent
from tui.highlights.conversion import Rates, is_currency
from tui.highlights.highlight import Figure
from tui.highlights.wording import number_words, short_value, unit_name
from tui.widgets.figure_line import FigureLine
from tui.widgets.sifted_list import Order

OrderName = Literal["place", "magnitude", "document"]

NO_FILTER = FigureFilter()
ORDERS: Mapping[OrderName, str] = {"place": "in library order", "magnitude": "largest first", "document": "by title"}


@dataclass(frozen=True, slots=True)
class LedgerView:
    """A filter, an order, a row whose like is looked for instead of what the filter asks, and a unit to show values in.

    `tolerance` is how far apart the same figures may lie (0.05 is 5 %), None for within rounding. `unit` None shows
    values as they are written; currencies are converted by `rates`.
    """

    asked: FigureFilter = NO_FILTER
    order: OrderName = "place"
    same_as: LedgerRow | None = None
    tolerance: float | None = None
    unit: str | None = None
    rates: Rates | None = None

    def lets_through(self) -> Callable[[FigureLine], bool] | None:
        """Tells whether a line is to be seen; None where all are."""
        if self.same_as is not None:
            sought, same_as = row_extent(self.same_as), self.same_as
            if sought is None:
                return lambda line: line.row == same_as
            return lambda line: line.row == same_as or is_same(sought, line.row, self.tolerance, self.rates)
        asked = self.asked
        return (lambda line: asked.matches(line.row, line.searchable)) if asked else None

    def key(self) -> Order[FigureLine]:
        """What the lines are sorted by; by magnitude, those that can be had in the unit come first."""
        if self.order == "place":
            return None
        if self.order == "document":
            return attrgetter("row.title")
        if self.unit is None:
            return attrgetter("size")
        return self._converted_size

    def _converted_size(self, line: FigureLine) -> tuple[int, float]:
        figure = self.shown(line.figure)
        return magnitude_order(replace(line.row, figure=figure)) if figure else (line.size[0] + 1, line.size[1])

    def shown(self, figure: Figure) -> Figure | None:
        """The figure in the unit that values are shown in, None where it stays as it is written."""
        if self.unit is None or figure.unit == self.unit:
            return None
        return converted_figure(figure, self.unit, self.rates)

    def words(self) -> str:
        """What is seen, for people."""
        parts = [ORDERS[self.order]]
        if self.same_as is not None:
            close = "within rounding" if self.tolerance is None else f"within {number_words(self.tolerance * 100)} %"
            value = short_value(self.same_as.figure) or shorten(self.same_as.words, 30)
            parts.insert(0, f"the same as {value}, {close}")
        if self.unit:
            rates = f" by the rates of {self.rates.date}" if self.rates and is_currency(self.unit) else ""
            parts.append(f"values in {unit_name(self.unit)}{rates}")
        return " · ".join(parts)

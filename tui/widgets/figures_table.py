"""The figures of a document as a table that can be filtered and sorted."""

import re
from collections.abc import Sequence
from operator import attrgetter

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.highlights.highlight import Figure
from tui.highlights.wording import short_value
from tui.widgets.figure_line import FigureLine
from tui.widgets.reader.wrapping import visible
from tui.widgets.sifted_list import SiftedList

WIDEST_VALUE = 22
_CONTEXT = 80
_SPACE = re.compile(r"\s+")


class FiguresList(SiftedList[FigureLine]):
    """The figures of a document: what each stands for, whether something of it is assumed, and its words."""

    empty = "No figures found."
    pane = "figures"

    def lines(self, row: FigureLine, width: int) -> Sequence[Text]:
        """The value for people, a mark where something is assumed, the words and what they count."""
        room = min(WIDEST_VALUE, max(8, width * 3 // 5))
        return (Text.assemble(" ", value_cell(row, room), " ", self.words_cell(row)),)

    def words_cell(self, row: FigureLine) -> Text:
        """A figure's words, and fainter what follows them in its sentence."""
        start = row.figure.end - row.row.sentence_start
        after = _SPACE.sub(" ", row.row.sentence[start : start + _CONTEXT])
        return Text(visible(_SPACE.sub(" ", row.row.words))) + self.faint(after)

    def action_filter(self) -> None:
        """Open the filter line."""
        self.query_ancestor(FiguresTable).open_filter()

    def action_clear_filter(self) -> None:
        """Show all figures again."""
        self.query_ancestor(FiguresTable).clear_filter()

    def action_sort(self) -> None:
        """Sort by magnitude, or by place again."""
        self.query_ancestor(FiguresTable).toggle_order()


def value_cell(line: FigureLine, room: int, shown: Figure | None = None, noun: Text | None = None) -> Text:
    """A figure's value in `room` cells, and in one more whether something of it is assumed.

    `shown` is the figure as it is in another unit, and marked as that; `noun` is what it counts.
    """
    value = Text(visible(f"≈ {short_value(shown)}" if shown else short_value(line.figure) or line.row.words))
    if noun:
        value.append_text(noun)
    value.truncate(room, overflow="ellipsis", pad=True)
    return Text.assemble(value, ("?", "bold") if line.figure.assumed else " ")


class FiguresTable(Vertical):
    """A line that says what is shown, the line that filters it, and the figures."""

    DEFAULT_CSS = """
    FiguresTable {
        & .figures-table--heading { height: 1; padding: 0 1; color: $foreground 60%; }
        & #figures-filter { display: none; height: 1; border: none; padding: 0 1; background: $surface-lighten-1; }
        & FiguresList { height: 1fr; }
    }
    """

    def __init__(self, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.list = FiguresList()
        self._is_by_magnitude = False
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Heading, filter, list."""
        yield Static(classes="figures-table--heading", markup=False)
        yield Input(id="figures-filter", placeholder="money USD >1e9 words", compact=True)
        yield self.list

    @property
    def field(self) -> Input:
        """The filter line."""
        return self.query_one("#figures-filter", Input)

    def open_filter(self) -> None:
        """Let the reader type a filter."""
        self.field.display = True
        self.field.focus()

    def close_filter(self) -> None:
        """Go back to the list; a filter stays in sight as long as it holds."""
        self.field.display = bool(self.field.value.strip())
        self.list.focus()

    def clear_filter(self) -> None:
        """Show all figures."""
        self.field.value = ""
        self.close_filter()

    def toggle_order(self) -> None:
        """Sort by magnitude, or by place again."""
        self._is_by_magnitude = not self._is_by_magnitude
        self._sift(from_top=self._is_by_magnitude)

    @on(Input.Changed, "#figures-filter")
    def _filter(self) -> None:
        self._sift()

    def _sift(self, *, from_top: bool = False) -> None:
        """Show what the filter lets through; while it cannot be understood, what the last one did."""
        from tui.highlights.collection.filtering import FilterError, parse_figure_filter  # noqa: PLC0415 - the grammar

        try:
            sought = parse_figure_filter(self.field.value)
        except FilterError as error:
            self._problem = str(error)
            self._tell()
            return
        self._problem = ""
        self.list.sift(
            (lambda line: sought.matches(line.row, line.searchable)) if sought else None,
            attrgetter("size") if self._is_by_magnitude else None,
            from_top=from_top,
        )

    @on(Input.Submitted, "#figures-filter")
    def _filter_is_typed(self) -> None:
        self.close_filter()

    @on(SiftedList.Sifted)
    def _tell(self) -> None:
        """Say what is shown and in which order."""
        shown, kept = len(self.list.rows), len(self.list.kept)
        self.list.empty = "No figure is so." if kept else "No figures found."
        count = f"{shown} of {kept}" if shown != kept else ""
        order = "largest first" if self._is_by_magnitude else "in text order"
        words = self._problem or " · ".join(filter(None, (order, count)))
        self.query_one(".figures-table--heading", Static).update(Text(words, no_wrap=True, overflow="ellipsis"))

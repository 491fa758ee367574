"""The figures of a document as a table that can be filtered and sorted."""

import re
from collections.abc import Sequence
from operator import attrgetter

from rich.text import Text
from textual import on

from tui.documents.document import Span
from tui.highlights.highlight import Figure
from tui.highlights.wording import short_value
from tui.widgets.figure_line import FigureLine
from tui.widgets.filtered_pane import AROUND_PAGE, FilteredList, FilteredPane
from tui.widgets.reader.wrapping import visible
from tui.widgets.sifted_list import SiftedList

WIDEST_VALUE = 22
_CONTEXT = 80
_SPACE = re.compile(r"\s+")


class FiguresList(FilteredList, SiftedList[FigureLine]):
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


def value_cell(line: FigureLine, room: int, shown: Figure | None = None, noun: Text | None = None) -> Text:
    """A figure's value in `room` cells, and in one more whether something of it is assumed.

    `shown` is the figure as it is in another unit, and marked as that; `noun` is what it counts.
    """
    value = Text(visible(f"≈ {short_value(shown)}" if shown else short_value(line.figure) or line.row.words))
    if noun:
        value.append_text(noun)
    value.truncate(room, overflow="ellipsis", pad=True)
    return Text.assemble(value, ("?", "bold") if line.figure.assumed else " ")


class FiguresTable(FilteredPane):
    """A line that says what is shown, the line that filters it, and the figures."""

    HINT = "money USD >1e9 words"

    def __init__(self, **options: str) -> None:
        self.list = FiguresList()
        super().__init__(self.list, **options)
        self._is_by_magnitude = False
        self._problem = ""
        self._is_part = False

    def keep(self, lines: Sequence[FigureLine], *, is_part: bool = False) -> None:
        """Replace all figures; the heading says so where they are a part of the document's."""
        self._is_part = is_part
        self.list.keep(lines)

    def spans_of(self, line: str) -> list[Span]:
        """Where the figures stand that a typed filter lets through; raises FilterError."""
        from tui.highlights.collection.filtering import parse_figure_filter  # noqa: PLC0415 - the grammar

        sought = parse_figure_filter(line)
        figures = (kept.figure for kept in self.list.kept if sought.matches(kept.row, kept.searchable))
        return [(figure.start, figure.end) for figure in figures]

    def next_order(self) -> None:
        """Sort by magnitude, or by place again."""
        self._is_by_magnitude = not self._is_by_magnitude
        self.sift(from_top=self._is_by_magnitude)

    def sift(self, *, from_top: bool = False) -> None:
        """Show what the filter lets through; while it cannot be understood, what the last one did."""
        from tui.highlights.collection.filtering import FilterError, parse_figure_filter  # noqa: PLC0415 - the grammar

        try:
            sought = parse_figure_filter(self.typed)
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

    @on(SiftedList.Sifted)
    def _tell(self) -> None:
        """Say what is shown and in which order."""
        shown, kept = len(self.list.rows), len(self.list.kept)
        self.list.empty = "No figure is so." if kept else "No figures found."
        count = f"{shown} of {kept}" if shown != kept else ""
        order = "largest first" if self._is_by_magnitude else "in text order"
        part = AROUND_PAGE if self._is_part else ""
        self.tell(*((self._problem,) if self._problem else (part, order, count)))

"""The figures of a library as rows: value, what is counted, the sentence around, the document."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text

from tui.highlights.highlight import Figure
from tui.widgets.figure_line import FigureLine
from tui.widgets.figures_table import value_cell
from tui.widgets.reader.wrapping import cell_width, visible
from tui.widgets.sifted_list import SiftedList

NARROW, WIDE = 60, 100
_NARROW_VALUE, _VALUE, _WIDE_VALUE = 22, 26, 30
_DOCUMENT = 28
_SPACE = re.compile(r"\s+")


class LedgerList(SiftedList[FigureLine]):
    """The figures of a library; `in_unit` gives what a figure is shown as instead, or None."""

    empty = "No figures yet."
    pane = "ledger"

    COMPONENT_CLASSES: ClassVar[set[str]] = {"ledger-list--figure"}

    DEFAULT_CSS = """
    LedgerList {
        & .ledger-list--figure { color: #e5b567; text-style: underline; }
        &:light .ledger-list--figure { color: #7a5200; }
        &:nocolor .ledger-list--figure { text-style: underline; }
    }
    """

    in_unit: Callable[[Figure], Figure | None] | None = None

    def lines(self, row: FigureLine, width: int) -> Sequence[Text]:
        """The columns that there is room for."""
        room = width - 1
        if width < NARROW:
            value = self._value(row, min(_NARROW_VALUE, max(8, room * 3 // 5)))
            return (Text.assemble(" ", value, " ", visible(_SPACE.sub(" ", row.row.words))),)
        value = self._value(row, _VALUE if width < WIDE else _WIDE_VALUE)
        document = Text()
        if width >= WIDE:
            document = self.faint(f"  {row.row.title}")
            document.truncate(_DOCUMENT, overflow="ellipsis", pad=True)
        left = room - cell_width(value.plain) - cell_width(document.plain) - 2
        sentence = self.sentence(row, left)
        gap = " " * (left - cell_width(sentence.plain))
        return (Text.assemble(" ", value, " ", sentence, gap, document),)

    def _value(self, row: FigureLine, room: int) -> Text:
        """The value and what it counts."""
        shown = self.in_unit(row.figure) if self.in_unit else None
        noun = self.faint(f" {row.row.noun}") if row.figure.kind == "number" and row.row.noun else Text()
        return value_cell(row, room, shown, noun)

    def sentence(self, row: FigureLine, room: int | None = None) -> Text:
        """The sentence with its figure marked; in so many cells, the part around the figure."""
        start = row.figure.start - row.row.sentence_start
        parts = row.row.sentence[:start], row.row.words, row.row.sentence[start + len(row.row.words) :]
        before, words, after = (visible(_SPACE.sub(" ", part)) for part in parts)
        if room is not None and cell_width(before + words + after) > room:
            before = _end_of(before, max(room // 3, room - cell_width(words + after)))
        figure = self.get_component_rich_style("ledger-list--figure", partial=True)
        text = Text.assemble(before, (words, figure), after)
        if room is not None:
            text.truncate(room, overflow="ellipsis")
        return text


def _end_of(words: str, room: int) -> str:
    """The last words that there is room for, after an ellipsis."""
    if cell_width(words) <= room:
        return words
    cut = words[len(words) - max(1, room - 1) :]
    return f"…{cut[cut.find(' ') + 1 :]}"

"""The changes of an annotations file as rows, the newest first: when, what, by whom, and in which document."""

from collections.abc import Mapping, Sequence, Set
from typing import ClassVar

from rich.text import Text

from tui.annotations.moments import moment_words
from tui.annotations.storage.journal import PastChange
from tui.widgets.reader.wrapping import cell_width, visible
from tui.widgets.sifted_list import SiftedList

WIDE = 100
TAKEN_BACK = "taken back"
_MOMENT, _NAME, _TITLE = 17, 12, 30


class HistoryList(SiftedList[PastChange]):
    """Changes; `taken_back` are the ids of those that do not hold, `titles` those of documents by id."""

    empty = "Nothing has been changed yet."
    pane = "history"

    COMPONENT_CLASSES: ClassVar[set[str]] = {"history-list--taken-back"}

    DEFAULT_CSS = """
    HistoryList {
        & .history-list--taken-back { text-style: strike; }
    }
    """

    def __init__(self, **options: str) -> None:
        super().__init__(**options)
        self.taken_back: Set[str] = frozenset()
        self.titles: Mapping[str, str] = {}

    def title(self, change: PastChange) -> str:
        """The title of the document that a change was about, or how many those were."""
        known = [self.titles[document] for document in change.documents if document in self.titles]
        return known[0] if len(known) == 1 else f"{len(known)} documents" if known else ""

    def lines(self, row: PastChange, width: int) -> Sequence[Text]:
        """Moment, label, what became of it, who, and the document where there is room."""
        line = Text.assemble(" ", self._column(moment_words(row.at), _MOMENT))
        right = Text.assemble("  ", self._column(row.by, _NAME))
        if width >= WIDE:
            right.append_text(self._column(self.title(row), _TITLE))
        if row.id in self.taken_back:
            style = self.get_component_rich_style("history-list--taken-back", partial=True)
            # First, since not every terminal strikes words through, and long labels are cut.
            line.append(f"{TAKEN_BACK}: ", "italic").append(visible(row.label), style)
        else:
            line.append(visible(row.label))
        line.truncate(max(1, width - 1 - cell_width(right.plain)), overflow="ellipsis", pad=True)
        return (line + right,)

    def _column(self, words: str, cells: int) -> Text:
        column = self.faint(words)
        column.truncate(cells - 1, overflow="ellipsis", pad=True)
        return Text.assemble(column, " ")

"""The library pane: the documents in order, with what the reader has done to each."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from tui.annotations.annotation import Totals
from tui.documents.library import Entry
from tui.documents.progress import Progress
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList

UNREAD, BEGUN, READ, UNREADABLE = "○", "◐", "●", "·"


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One document, or a file that is none: then the entry says why."""

    entry: Entry
    title: str
    date: str | None = None
    progress: Progress = Progress()
    totals: Totals = Totals()

    @property
    def mark(self) -> str:
        """How much of the document was read."""
        if self.entry.problem:
            return UNREADABLE
        if self.progress.is_read:
            return READ
        return BEGUN if self.progress.furthest else UNREAD


class LibraryList(RowList[LibraryRow]):
    """The documents of the library."""

    ROW_HEIGHT = 3
    empty = "No documents here."

    open_entry: Entry | None = None

    def lines(self, row: LibraryRow, width: int) -> Sequence[Text]:
        """Two lines of title and one of date, marks and counts."""
        room = max(1, width - 4)
        if row.entry.problem:
            return (self.faint(f" {row.mark} {row.entry.name}"), self.faint(f"   {row.entry.problem}"))
        title = Text(visible(row.title), style="bold" if row.entry == self.open_entry else "").wrap(
            self.app.console, room
        )
        first = Text(f" {row.mark} ") + (title[0] if title else Text())
        second = title[1] if len(title) > 1 else Text()
        if len(title) > 2:
            second = Text.assemble(second, " …")
        details = [row.date or "", _count(row.totals.tagged, "tagged"), _count(row.totals.noted, "noted")]
        return (first, Text("   ") + second, self.faint("   " + "  ".join(filter(None, details))))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number else ""

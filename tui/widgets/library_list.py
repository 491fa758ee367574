"""The list of a library's documents: what is known of each, and what the reader has done to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from rich.text import Text
from textual.message import Message

from tui.documents.catalogue import ListedFile
from tui.documents.progress import Progress
from tui.widgets.filtered_pane import FilteredList
from tui.widgets.reader.wrapping import visible
from tui.widgets.sifted_list import SiftedList

UNREAD, BEGUN, READ, UNREADABLE = "○", "◐", "●", "·"


class Work(NamedTuple):
    """What the reader has done to a document: how far they are, and how many annotations carry tags, or a note."""

    progress: Progress = Progress()
    tagged: int = 0
    noted: int = 0


class LibraryList(FilteredList, SiftedList[ListedFile]):
    """The documents of the library; `work_on` tells what the reader has done to the one at a path."""

    ROW_HEIGHT = 3
    empty = "No documents here."

    @dataclass
    class Turned(Message):
        """Other rows than before are in sight."""

        list: "LibraryList"

    def __init__(self, work_on: Callable[[Path], Work], **options: str) -> None:
        super().__init__(**options)
        self._work_on = work_on
        self._works: dict[ListedFile, Work] = {}
        self.open_identity: object = None

    @property
    def in_sight(self) -> Sequence[ListedFile]:
        """The rows that are on screen."""
        height = self.scrollable_content_region.height
        first = int(self.scroll_y) // self.ROW_HEIGHT
        return self.rows[first : first + height // self.ROW_HEIGHT + 2] if height else ()

    def add(self, lines: Sequence[ListedFile]) -> None:
        """Take in more files; where they are sorted by something, at the next sifting."""
        if self._order is None:
            super().add(lines)
        else:
            self.kept += lines

    def show(self, rows: Sequence[ListedFile], cursor: int | None = None) -> None:
        """Replace the rows."""
        super().show(rows, cursor)
        self.post_message(self.Turned(self))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if int(old_value) != int(new_value):
            self.post_message(self.Turned(self))

    def renew_works(self) -> None:
        """Ask anew what the reader has done to the documents in sight, and draw them where that is something else."""
        before, self._works = self._works, {}
        for number, file in enumerate(self.in_sight, int(self.scroll_y) // self.ROW_HEIGHT):
            if file in before and before[file] != self._work(file):
                self.refresh_row(number)

    def index_of(self, identity: object) -> int | None:
        """The number of a file's row, None where it is not shown."""
        return next((number for number, file in enumerate(self.rows) if file.identity == identity), None)

    def mark(self, file: ListedFile) -> str:
        """How much of a document was read."""
        if file.why_unread:
            return UNREADABLE
        progress = self._work(file).progress
        if progress.is_read:
            return READ
        return BEGUN if progress.furthest else UNREAD

    def lines(self, row: ListedFile, width: int) -> Sequence[Text]:
        """Two lines of title and one of date, language, marks and counts."""
        room = max(1, width - 4)
        if row.why_unread:
            return (self.faint(f" {UNREADABLE} {row.name}"), self.faint(f"   {row.why_unread}"))
        known = row.description
        style = "bold" if row.identity == self.open_identity else ""
        title = Text(visible(known.title if known else row.name), style=style).wrap(self.app.console, room)
        first = Text(f" {self.mark(row)} ") + (title[0] if title else Text())
        second = title[1] if len(title) > 1 else Text()
        if len(title) > 2:
            second = Text.assemble(second, " …")
        work = self._work(row)
        told: list[Any] = [known.date, known.language] if known else []
        details = [*told, _count(work.tagged, "tagged"), _count(work.noted, "noted")]
        return (first, Text("   ") + second, self.faint("   " + "  ".join(filter(None, details))))

    def _work(self, file: ListedFile) -> Work:
        """What the reader has done to a document, looked up once for all lines of its row."""
        if file not in self._works:
            path = file.path
            self._works[file] = self._work_on(path) if path else Work()
        return self._works[file]


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number else ""

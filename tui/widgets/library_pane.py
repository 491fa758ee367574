"""The library pane: the documents in an order of the reader's, filtered as one types."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

from textual import on

from tui.documents.catalogue import ListedFile
from tui.documents.finding import fold
from tui.widgets.filtered_pane import FilteredPane
from tui.widgets.library_list import LibraryList, Work
from tui.widgets.sifted_list import Order, SiftedList

LibraryOrder = Literal["place", "name", "date", "size", "read", "annotations"]
WORDS: Mapping[LibraryOrder, str] = {
    "place": "by folder",
    "name": "by name",
    "date": "latest first",
    "size": "largest first",
    "read": "last read first",
    "annotations": "most annotated first",
}
_DAY_NS = 86_400 * 10**9
_DAYS_BEFORE_1970 = 1970 * 372


class LibraryPane(FilteredPane):
    """A line that says what is shown, the line that filters it, and the documents.

    `work_on` tells what the reader has done to the document at a path; `measures` gives, by path, when each was last
    read or how many annotations it has, for the orders that need it.
    """

    HINT = "words of the title"

    def __init__(
        self,
        work_on: Callable[[Path], Work],
        measures: Callable[[LibraryOrder], Mapping[str, int]],
        **options: str,
    ) -> None:
        self.list = LibraryList(work_on, id="documents")
        super().__init__(self.list, **options)
        self._measures = measures
        self._order: LibraryOrder = "place"
        self._is_listing = True
        self._unreadable: Sequence[str] = ()

    @property
    def depends_on_descriptions(self) -> bool:
        """Whether what is shown, or its order, can change with what is told of the documents."""
        return self._order == "date" or bool(self.typed.strip())

    def add(self, files: Sequence[ListedFile]) -> None:
        """Take in more files, in library order."""
        self.list.add(files)

    def keep(self, files: Sequence[ListedFile], unreadable: Sequence[str]) -> None:
        """Replace all files, now that all are known; `unreadable` are folders that cannot be listed."""
        self._is_listing, self._unreadable = False, unreadable
        if len(files) != len(self.list.kept) or files != self.list.kept or self._order != "place":
            self.list.keep(files)
        self._tell()

    def next_order(self) -> None:
        """Sort in the next of the orders."""
        orders: Sequence[LibraryOrder] = get_args(LibraryOrder)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.sift(from_top=True)

    def sift(self, *, from_top: bool = False) -> None:
        """Show the documents in whose title or name all words of the filter stand, in the order that was chosen."""
        self.list.sift(_lets_through(self.typed), self._key(), from_top=from_top)

    def _key(self) -> Order[ListedFile]:
        if self._order in {"read", "annotations"}:
            measures = self._measures(self._order)
            return lambda file: -measures.get(f"{file.folder}/{file.name}", 0)
        return {"name": _by_name, "date": _latest_first, "size": _largest_first}.get(self._order)

    @on(SiftedList.Sifted)
    def _tell(self) -> None:
        """Say what is shown and in which order."""
        shown, kept = len(self.list.rows), len(self.list.kept)
        self.list.empty = "No title is so." if kept else "Listing …" if self._is_listing else "No documents here."
        self.tell(
            WORDS[self._order],
            f"{_grouped(shown)} of {_grouped(kept)}" if shown != kept else _grouped(kept),
            "listing" if self._is_listing else "",
            _unreadable(len(self._unreadable)),
        )


def _lets_through(entered: str) -> Callable[[ListedFile], bool] | None:
    words = fold(entered).split()
    if not words:
        return None
    if len(words) == 1:
        [word] = words
        return lambda file: word in _searchable(file)

    def has_all(file: ListedFile) -> bool:
        searchable = _searchable(file)
        return all(word in searchable for word in words)

    return has_all


def _searchable(file: ListedFile) -> str:
    return file.description.searchable if file.description else fold(file.name)


def _by_name(file: ListedFile) -> str:
    return fold(file.name)


def _latest_first(file: ListedFile) -> float:
    """Days in months of 31, as a date in a name need not be one; a document without a date has its file's."""
    date = file.description.date if file.description else None
    if date:
        return -(int(date[:4]) * 372 + int(date[5:7]) * 31 + int(date[8:10]))
    return -(_DAYS_BEFORE_1970 + file.mtime_ns / _DAY_NS * 372 / 365.25)


def _largest_first(file: ListedFile) -> int:
    return -file.size


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _unreadable(folders: int) -> str:
    return f"{folders} folder{'s' if folders > 1 else ''} unreadable" if folders else ""

"""The library pane: the documents in an order of the reader's, filtered as one types."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from textual import on
from textual.message import Message
from textual.widgets import Input

from tui.documents.catalogue import ListedFile
from tui.documents.finding import fold
from tui.widgets.filter_input import FilterInput, FilterSource
from tui.widgets.filtered_pane import FilteredPane
from tui.widgets.library_filter import day_test, file_test, word_test
from tui.widgets.library_list import LibraryList, Work
from tui.widgets.sifted_list import Order, SiftedList

if TYPE_CHECKING:
    # What filters ask loads when one is typed.
    from tui.search.fields import Filter

LibraryOrder = Literal["place", "name", "date", "size", "read", "annotations"]
WORDS: Mapping[LibraryOrder, str] = {
    "place": "by folder",
    "name": "by name",
    "date": "latest first",
    "size": "largest first",
    "read": "last read first",
    "annotations": "most annotated first",
}
_SIGNS = frozenset(':@"-−')
_DAY_NS = 86_400 * 10**9
_DAYS_BEFORE_1970 = 1970 * 372


class LibraryPane(FilteredPane):
    """A line that says what is shown, the line that filters it, and the documents.

    `work_on` tells what the reader has done to the document at a path; `measures` gives, by path, when each was last
    read or how many annotations it has, for the orders that need it; `source` has what the line is completed from.
    """

    HINT = "title words  tag:arms  is:unread"

    @dataclass
    class Asked(Message):
        """It is to be found out which files pass some filters, and to be told with let_through()."""

        filters: "tuple[Filter, ...]"

    def __init__(
        self,
        work_on: Callable[[Path], Work],
        measures: Callable[[LibraryOrder], Mapping[str, int]],
        source: FilterSource,
        **options: str,
    ) -> None:
        self.list = LibraryList(work_on, id="documents")
        super().__init__(self.list, **options)
        self._measures, self._source = measures, source
        self._filters: tuple[Filter, ...] = ()
        self._passed: frozenset[object] | None = None
        self._is_looking = False
        self._problem = ""
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

    def make_field(self) -> Input:
        """A line that completes tags and kept filters."""
        return FilterInput(self.HINT, self._source)

    def sift(self, *, from_top: bool = False) -> None:
        """Show the documents that pass the filter, in the order that was chosen.

        While it cannot be understood, or is not yet known which pass, what was shown stays.
        """
        try:
            test, filters = self._read_line()
        except ValueError as error:
            self._problem = str(error)
            self.tell_problem(self._problem)
            self._tell()
            return
        self._problem = ""
        self.tell_problem("")
        if filters != self._filters:
            self._filters, self._passed = filters, None
            self.ask_again()
        if not filters or self._passed is not None:
            self.list.sift(self._with_passed(test), self._key(), from_top=from_top)
        self._tell()

    def ask_again(self) -> None:
        """Ask which files pass the filter, if it asks for more than words."""
        self._is_looking = bool(self._filters)
        if self._filters:
            self.post_message(self.Asked(self._filters))

    def let_through(self, filters: "tuple[Filter, ...]", passed: frozenset[object], *, is_last: bool) -> None:
        """Show those files that pass, by their identities, unless something else is asked for by now.

        Until the last are there, all that passed before stay in sight.
        """
        if filters != self._filters:
            return
        self._is_looking = not is_last
        if is_last or self._passed is None or passed >= self._passed:
            self._passed = passed
            self.sift()

    def _with_passed(self, test: Callable[[ListedFile], bool] | None) -> Callable[[ListedFile], bool] | None:
        """A test that lets through only such files as have passed the filters."""
        passed = self._passed
        return test if passed is None else file_test(test, [lambda file: file.identity in passed])

    def _read_line(self) -> "tuple[Callable[[ListedFile], bool] | None, tuple[Filter, ...]]":
        """What tells of a file alone whether it passes what is typed, and what else is asked; raises QueryError."""
        if not _SIGNS & set(self.typed):
            return word_test(fold(self.typed).split()), ()
        from tui.search.fields import OF_DAYS, OF_DOCUMENTS  # noqa: PLC0415 - the grammar loads when it is needed
        from tui.search.line import parse_line  # noqa: PLC0415 - as above

        line = parse_line(self.typed, OF_DOCUMENTS, self._source.kept(), is_typing=self.is_typing)
        days = [asked for asked in line.filters if asked.field in OF_DAYS]
        rest = tuple(asked for asked in line.filters if asked.field not in OF_DAYS)
        return file_test(word_test(line.words, line.without), map(day_test, days)), rest

    def _key(self) -> Order[ListedFile]:
        if self._order in {"read", "annotations"}:
            measures = self._measures(self._order)
            return lambda file: -measures.get(f"{file.folder}/{file.name}", 0)
        return {"name": _by_name, "date": _latest_first, "size": _largest_first}.get(self._order)

    @on(SiftedList.Sifted)
    def _tell(self) -> None:
        """Say what is shown and in which order."""
        shown, kept = len(self.list.rows), len(self.list.kept)
        nothing = "No document is so." if self._filters else "No title is so."
        self.list.empty = nothing if kept else "Listing …" if self._is_listing else "No documents here."
        if self._problem:
            self.tell(self._problem)
            return
        self.tell(
            WORDS[self._order],
            f"{_grouped(shown)} of {_grouped(kept)}" if shown != kept else _grouped(kept),
            "listing" if self._is_listing else "",
            "looking …" if self._is_looking else "",
            _unreadable(len(self._unreadable)),
        )


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

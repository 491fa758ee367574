"""The annotations of a document, filtered and sorted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from rich.text import Text
from textual.widgets import Input

from tui.documents.document import Document, shorten
from tui.documents.structure import Structure
from tui.widgets.filter_input import FilterInput, FilterSource
from tui.widgets.filtered_pane import FilteredList, FilteredPane
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList
from tui.widgets.tags import NONE_SAID, tag_colour

if TYPE_CHECKING:
    # What the list holds, and what filters it, come once the first page is on screen.
    from tui.annotations.anchoring import PlacedAnnotation
    from tui.search.annotations import Places, Test
    from tui.search.fields import Filter

QUOTE_LENGTH = 120
EMPTY = "Nothing tagged or noted yet: t tags and m notes what is under the cursor."
_LATER_IS_LESS = str.maketrans("0123456789", "9876543210")


class NoteRow(NamedTuple):
    """An annotation and the number of the paragraph that it stands in or 0.

    `in_conflict` is one whose note is to be decided on, `is_unsaved` one that is not on the disk like this.
    """

    placed: "PlacedAnnotation"
    paragraph: int
    in_conflict: bool = False
    is_unsaved: bool = False


@dataclass(frozen=True, slots=True)
class NoteRows(Sequence[NoteRow]):
    """The rows of a document's annotations, each made when it is looked at; the ids are of those that are marked so."""

    placed: "Sequence[PlacedAnnotation]" = ()
    structure: Structure | None = None
    in_conflict: frozenset[str] = frozenset()
    unsaved: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.placed)

    @overload
    def __getitem__(self, index: int) -> NoteRow: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[NoteRow]: ...

    def __getitem__(self, index: int | slice) -> NoteRow | Sequence[NoteRow]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        item = self.placed[index]
        paragraph = self.structure.paragraph_number(item.span[0]) if item.span and self.structure else 0
        id_ = item.annotation.id
        return NoteRow(item, paragraph, id_ in self.in_conflict, id_ in self.unsaved)

    def ids(self) -> Iterator[str]:
        """The ids of the annotations, without making their rows."""
        return (item.annotation.id for item in self.placed)


ORDERS: Mapping[str, Callable[[NoteRow], Any] | None] = {
    "in text order": None,
    "latest first": lambda row: row.placed.annotation.modified.translate(_LATER_IS_LESS),
    "by tag": lambda row: (not row.placed.annotation.tags, row.placed.annotation.tags),
}


class NotesList(FilteredList, RowList[NoteRow]):
    """The annotations of a document."""

    ROW_HEIGHT = 4
    empty = EMPTY
    pane = "notes"
    tag_colours: Mapping[str, str] = NONE_SAID

    def lines(self, row: NoteRow, width: int) -> Sequence[Text]:  # noqa: ARG002 - the list cuts long lines
        """Place and tags, the quote, the first words of the note."""
        annotation = row.placed.annotation
        place = "document" if annotation.anchor is None else f"¶{row.paragraph}"
        heading = Text(" orphan" if row.placed.is_orphan else f" {place}", style="bold")
        if row.in_conflict:
            heading.append(" conflict ", style="reverse")
        if row.is_unsaved:
            heading.append(" not saved yet ", style="reverse")
        for tag in annotation.tags:
            colour = tag_colour(tag, dark=self.app.current_theme.dark, said=self.tag_colours)
            heading.append("  ■", style=colour.hex).append(visible(f" {tag}"))
        lines = [heading]
        if annotation.anchor:
            lines.append(Text(f" «{visible(shorten(annotation.anchor.exact, QUOTE_LENGTH))}»", style="italic"))
        if annotation.note:
            lines.append(self.faint(f"   {shorten(annotation.note, QUOTE_LENGTH)}"))
        return lines


class NotesTable(FilteredPane):
    """A line that says what is shown, the line that filters it, and the annotations.

    `source` has what the line is completed from; `places_of` tells where the figures or names stand that a filter asks
    for, None where that is not known.
    """

    HINT = "words  tag:arms  -has:note"

    def __init__(self, places_of: "Callable[[Filter], Places | None]", **options: str) -> None:
        self.list = NotesList()
        super().__init__(self.list, **options)
        self.kept = NoteRows()
        self.source = FilterSource()
        self._places_of = places_of
        self._document: Document | None = None
        self._order = next(iter(ORDERS))
        self._test: Test | None = None

    def make_field(self) -> Input:
        """A line that completes tags and kept filters."""
        return FilterInput(self.HINT, self.source)

    def keep(self, document: Document | None, rows: NoteRows) -> None:
        """Replace all annotations with those of a document; the cursor stays on its own while that is there."""
        self._document, self.kept = document, rows
        self.sift()

    @property
    def path(self) -> Path | None:
        """Where the document is."""
        return self._document.path if self._document else None

    def highlights_changed(self) -> None:
        """Filter anew where the filter asks for figures or names."""
        if "figure:" in self.typed or "entity:" in self.typed or "@" in self.typed:
            self.sift()

    def next_order(self) -> None:
        """Sort by place, date or tag, one after the other."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.sift()

    def sift(self) -> None:
        """Show what the filter lets through; while it cannot be understood, what the last one did."""
        problem = self._read_line()
        self.tell_problem(problem)
        rows: Sequence[NoteRow] = self._passing(self._test) if self._test else self.kept
        if key := ORDERS[self._order]:
            rows = sorted(rows, key=key)
        current = self.list.current.placed.annotation.id if self.list.current else None
        self.list.empty = "No annotation is so." if self.kept else EMPTY
        ids = rows.ids() if isinstance(rows, NoteRows) else (row.placed.annotation.id for row in rows)
        self.list.exchange(rows, next((number for number, id_ in enumerate(ids) if id_ == current), None))
        count = f"{len(rows)} of {len(self.kept)}" if len(rows) != len(self.kept) else ""
        self.tell(problem or self._order, "" if problem else count)

    def _passing(self, test: "Test") -> list[NoteRow]:
        from tui.annotations.listing import listed_annotation, listed_document  # noqa: PLC0415 - not before a filter is

        document = listed_document("", self.path, self._document.title if self._document else "")
        passing = []
        for row in self.kept:
            listed = listed_annotation(row.placed.annotation, document)
            listed.is_placed, listed.span, listed.in_conflict = True, row.placed.span, row.in_conflict
            if test(listed):
                passing.append(row)
        return passing

    def _read_line(self) -> str:
        """Make a test of what is typed; gives what is wrong with it, if anything is."""
        if not self.typed.strip():
            self._test = None
            return ""
        from tui.search.annotations import annotation_test  # noqa: PLC0415 - as above
        from tui.search.fields import OF_ANNOTATIONS, QueryError  # noqa: PLC0415 - as above
        from tui.search.line import parse_line  # noqa: PLC0415 - as above

        try:
            line = parse_line(self.typed, OF_ANNOTATIONS, self.source.kept(), is_typing=self.is_typing)
        except QueryError as error:
            return str(error)
        self._test = annotation_test(line, self.source.progress, self._places_of, date.today())
        return ""

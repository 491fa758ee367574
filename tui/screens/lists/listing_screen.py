"""The annotations of all documents in a list: read and placed in threads, filtered and sorted between keys."""

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from time import monotonic, sleep
from typing import Any, ClassVar

from rich.text import Text
from textual import events, on, work
from textual.worker import Worker, get_current_worker

from tui.annotations.listing import ListedAnnotation, ListedDocument, Listing, by_document, by_place, place_in
from tui.annotations.storage.snapshot import Tables
from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.document import shorten
from tui.documents.library import Entry, Library, file_state
from tui.documents.readers import UnreadableDocumentError
from tui.highlights.wording import number_words
from tui.screens.desk.annotating_screen import AnnotatingScreen
from tui.screens.desk.messages import AnnotationsChanged
from tui.screens.keyed_screen import AT_WORK
from tui.screens.lists.filtering_screen import FilteringScreen
from tui.screens.lists.messages import AnnotationsListed, AnnotationsPlaced, PlacesGathered
from tui.search.annotations import Places, annotation_test
from tui.search.fields import OF_ANNOTATIONS, Filter
from tui.search.filters import Known, places_in
from tui.search.line import Line, parse_line
from tui.search.periods import day_of
from tui.widgets.annotation_list import THE_DOCUMENT, AnnotationList
from tui.widgets.filter_input import KEYS, FilterInput
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList
from tui.widgets.status import TitleBar

TELL_SECONDS = 0.3
AT_ONCE = 20
_NOTHING_YET = "Nothing tagged or noted yet: t tags and m notes, in a text."
_SHOWN_LENGTH = 220
"""So many characters of a quote and of a note leave room for the source below them."""
_LATER_IS_LESS = str.maketrans("0123456789", "9876543210")


def _length(row: ListedAnnotation) -> int:
    return len(row.annotation.anchor.exact) if row.annotation.anchor else 0


class ListingScreen(FilteringScreen):
    """The annotations of the file that a desk works on; they stay while another screen is shown.

    `known` gives what else is known of the documents.
    """

    PANE = "annotations"
    FILTER_HINT = "words  tag:arms  -has:note  is:orphan  since:7d  by:ana"
    ORDERS: ClassVar[Mapping[str, Callable[[ListedAnnotation], Any]]] = {
        "by document": by_place,
        "latest first": lambda row: row.annotation.modified.translate(_LATER_IS_LESS),
        "by tag": lambda row: (not row.annotation.tags, row.annotation.tags, by_place(row)),
        "by place in the text": lambda row: by_place(row)[2:],
        "longest first": lambda row: -_length(row),
    }

    def __init__(self, desk: AnnotatingScreen, library: Library, known: Callable[[], Known]) -> None:
        self.list = AnnotationList(id="annotations")
        super().__init__(desk.config, self.list)
        self.desk, self.library = desk, library
        self._known = known
        self._listing: Listing | None = None
        self._is_read = self._is_asked_again = False
        self._line = Line()
        self._places: dict[Filter, Places] = {}
        self._states: dict[str, object] = {}

    def filter_line(self) -> FilterInput:
        """A line that completes tags and kept filters."""
        return FilterInput(self.FILTER_HINT, self.desk.filter_source, classes="filter-line")

    def on_mount(self) -> None:
        """Let keys go to the list, which is sorted from the start."""
        super().on_mount()
        self.sift()

    @on(events.DescendantFocus)
    def _tell_keys(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, FilterInput):
            self.say(KEYS)

    @on(FilterInput.Kept)
    def _keep(self, event: FilterInput.Kept) -> None:
        self.desk.ask_to_keep(event.line, self)

    # What is there.

    @on(AnnotationsChanged)
    @on(events.ScreenResume)
    def renew(self) -> None:
        """Read what is there now; what is under way is followed by another reading."""
        store = self.desk.store
        if store is None:
            return
        self._is_asked_again = self._is_under_way("reading")
        if not self._is_asked_again:
            self._listing = self._listing or store.listing()
            self.list.colours = store.tag_colours()
            self._read(self._listing, store.undecoded())

    def _is_under_way(self, group: str) -> bool:
        return any(worker.group == group and not worker.is_finished for worker in self.workers)

    @work(thread=True, exit_on_error=False, group="reading", description=AT_WORK)
    def _read(self, listing: Listing, tables: Tables) -> None:
        self.post_message(AnnotationsListed(listing.rows(tables)))

    @on(AnnotationsListed)
    def _take_rows(self, event: AnnotationsListed) -> None:
        if not self._is_read:
            # These values live long, and a collector that goes through all of them would halt every key.
            gc.freeze()
        self._is_read = True
        self.list.marked &= {row.identity for row in event.rows}
        self.list.keep(event.rows)
        self.tell()
        if not self._is_under_way("placing"):
            self._place(event.rows)

    @on(Worker.StateChanged)
    def _read_again(self, event: Worker.StateChanged) -> None:
        if self._is_asked_again and event.worker.group == "reading" and event.worker.is_finished:
            self.renew()

    # Where they stand.

    @work(thread=True, exit_on_error=False, group="placing", description=AT_WORK)
    def _place(self, rows: Sequence[ListedAnnotation]) -> None:
        """Read the documents that have not been read as they are now, those in sight first."""
        worker = get_current_worker()
        waiting = dict(by_document(rows))
        told = monotonic()
        while waiting and not worker.is_cancelled:
            in_sight = next((row.document for row in self.list.in_sight if row.document in waiting), None)
            document = in_sight or next(iter(waiting))
            began = monotonic()
            self._place_in(document, waiting.pop(document))
            if monotonic() - told > TELL_SECONDS:
                told = monotonic()
                self.post_message(AnnotationsPlaced())
            if not in_sight:
                # What is out of sight has time: the screen goes first.
                sleep(monotonic() - began)
        self.post_message(AnnotationsPlaced())

    def _place_in(self, document: ListedDocument, rows: Iterable[ListedAnnotation]) -> None:
        state = file_state(document.path)
        if document.path is None or (state == self._states.get(document.id) and all(row.is_placed for row in rows)):
            return
        self._states[document.id] = state
        try:
            place_in(self.library.read(Entry(document.path)), rows)
        except UnreadableDocumentError:
            for row in rows:
                row.is_placed, row.span, row.paragraph = False, None, 0

    @on(AnnotationsPlaced)
    def _show_places(self) -> None:
        is_by_place = any(
            asked.field in {"figure", "entity"} or asked.value == "orphan" for asked in self._line.filters
        )
        if is_by_place:
            self.sift()
        self.list.refresh()
        self._show_chosen()

    # What is seen.

    def narrow(self, line: str) -> None:
        """Show what a typed line asks for; raises QueryError."""
        asked = parse_line(line, OF_ANNOTATIONS, self.desk.filter_source.kept(), is_typing=self.field.has_focus)
        if asked != self._line:
            self._line = asked
            self._gather_what_lacks()
            self.sift()

    def lets_through(self) -> Callable[[ListedAnnotation], bool] | None:
        """Whether an annotation is asked for, by what is known of it and of its document today."""
        return annotation_test(self._line, self.desk.filter_source.progress, self._places.get, date.today())

    def _gather_what_lacks(self) -> None:
        asked = [Filter(one.field, one.value) for one in self._line.filters if one.field in {"figure", "entity"}]
        lacking = [one for one in asked if one not in self._places]
        if lacking:
            documents = {row.document.path for row in self.list.kept}
            self._gather(lacking, [Entry(path) for path in documents if path], self._known())

    @work(thread=True, exclusive=True, exit_on_error=False, group="gathering", description=AT_WORK)
    def _gather(self, lacking: Sequence[Filter], entries: Sequence[Entry], known: Known) -> None:
        """Find where the figures or names stand that are asked for."""
        worker = get_current_worker()
        for asked in lacking:
            places = places_in(asked, entries, self.library, known, lambda: worker.is_cancelled)
            if worker.is_cancelled:
                return
            self.post_message(PlacesGathered(asked, places))

    @on(PlacesGathered)
    def _take_places(self, event: PlacesGathered) -> None:
        for sign in (False, True):
            self._places[Filter(event.asked.field, event.asked.value, sign)] = event.places
        self.sift()

    def tell(self) -> None:
        """Say how many are seen, in which order, and how many are marked."""
        count = self.how_many("annotation") if self._is_read else "reading …"
        self.query_one(TitleBar).show(left="Annotations of all documents", right=count)
        self.tell_view(f"{self._marked_words()}{self.filter_problem or self.order}")
        is_looking = self._is_under_way("gathering")
        nothing = "No annotation is so." if self.list.kept else _NOTHING_YET
        self.list.empty = "Looking …" if is_looking else nothing if self._is_read else "Reading …"
        self._show_chosen()

    def _marked_words(self) -> str:
        marked = self.list.marked
        if not marked:
            return ""
        is_filtered = len(self.list.rows) != len(self.list.kept)
        hidden = len(marked) - sum(row.identity in marked for row in self.list.rows) if is_filtered else 0
        return f"{number_words(len(marked))} marked{f', {number_words(hidden)} of them out of sight' * bool(hidden)} · "

    @on(RowList.Moved)
    def _show_chosen(self) -> None:
        """Show quote and note of the chosen row, as far as there is room for them, and where they are from."""
        row = self.list.current
        words = Text()
        if row is not None:
            note = f"\n{visible(shorten(row.annotation.note, _SHOWN_LENGTH))}" if row.annotation.note else ""
            about = f"{source(row)} · {row.annotation.creator}, {day_of(row.annotation.modified)}"
            words = Text.assemble(self.list.quote(row, _SHOWN_LENGTH), note, "\n", self.list.faint(about))
        self.tell_detail(words)


def source(row: ListedAnnotation) -> str:
    """The document that a row stands in, for people."""
    file = row.document.path.name if row.document.path else STANDARD_INPUT
    place = f", ¶{row.paragraph}" if row.paragraph else ""
    return f"{row.document.title} ({file}{place})"


def quoted(row: ListedAnnotation) -> str:
    """The words that a row stands on."""
    return row.annotation.anchor.exact if row.annotation.anchor else THE_DOCUMENT

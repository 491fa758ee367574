"""The main screen: the library, the reader and the side panel, and the keys that go to them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.annotations.annotation import StoreError
from tui.commands import Command
from tui.config import Config, cache_folder, config_file
from tui.documents.choices import Choices
from tui.documents.document import Document, Span
from tui.documents.library import Entry, Library, file_state
from tui.documents.passage import Passage
from tui.documents.progress import ProgressFile
from tui.documents.read_ahead import FirstDocument, ReadAhead, first_document
from tui.documents.readers import UnreadableDocumentError
from tui.interpreter import collect_garbage_again
from tui.screens.messages import DocumentOpened, EntriesDescribed, LibraryListed, NothingOpened, StoreOpened
from tui.screens.naming_screen import NamingScreen
from tui.widgets.library_list import LibraryList, LibraryRow
from tui.widgets.row_list import RowList
from tui.widgets.status import KeyBar, StatusLine, TitleBar

if TYPE_CHECKING:
    # TinyDB and the locks load once the first page is on screen.
    from tui.annotations.store import AnnotationStore
    from tui.search.filters import Known

FindHits = Callable[[Document], Iterable[Span]]
"""Gives the hits of a search in a document."""

POLL_SECONDS = 1.0
DESCRIBED_AT_ONCE = 50
PATIENCE_SECONDS = 0.1
"""How long the first paint waits for the first document, so that it is painted once and not twice."""
SMALLEST = (20, 5)


class MainScreen(NamingScreen):
    """Three panes around one open document; narrow terminals show one or two of them and switch."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Screen declares no ClassVar
        (0, "-narrow"),
        (100, "-medium"),
        (120, "-wide"),
    ]

    def __init__(
        self,
        config: Config,
        library: Library,
        open_store: Callable[[], "AnnotationStore"],
        progress: ProgressFile,
        ahead: ReadAhead,
    ) -> None:
        super().__init__(config)
        self._library, self._open_store, self._progress, self._ahead = library, open_store, progress, ahead
        self._list = LibraryList(id="library")
        self._file_state: object = None
        self._quit_was_refused = False

    def compose(self) -> ComposeResult:
        """Title, panes, find line, status, keys."""
        yield TitleBar()
        with Horizontal(id="panes"):
            yield self._list
            yield self.reader
            yield self.panel
        yield Static(_how_to_start(), id="welcome", markup=False)
        yield Input(id="find", placeholder="find in this document", compact=True)
        yield StatusLine()
        yield KeyBar()
        yield Static(f"newsreader needs {SMALLEST[0]}×{SMALLEST[1]} cells", id="too-small", markup=False)

    def on_mount(self) -> None:
        """Show the library and its first document, if they are there soon, and do all else once they are painted."""
        self.add_class(self._breadth(), update=False)
        self.query_one(TitleBar).show(left="newsreader")
        self.reader.focus()
        if self._ahead.is_ready(PATIENCE_SECONDS):
            opened = _opened(self._ahead.first())
            if isinstance(opened, DocumentOpened):
                self._show_entries(self._ahead.entries())
                self._take_document(opened)
        self.call_after_refresh(self._begin)

    def _breadth(self) -> str:
        """The class that Textual will give the screen for its width, so that its first layout stays as it is."""
        return [name for least, name in self.HORIZONTAL_BREAKPOINTS if least <= self.app.size.width][-1]

    def _begin(self) -> None:
        collect_garbage_again()
        self._list_library()
        self._open_annotations()
        self.set_interval(POLL_SECONDS, self._poll)

    # The annotations.

    @work(thread=True, exit_on_error=False, group="store")
    def _open_annotations(self) -> None:
        try:
            store = self._open_store()
            # The first question makes the index: better here than where keys wait for it.
            store.tag_counts()
            self.post_message(StoreOpened(store))
        except StoreError as error:
            self.post_message(StoreOpened(None, str(error)))

    @on(StoreOpened)
    def _take_store(self, event: StoreOpened) -> None:
        self.take_store(event.store, event.problem)
        if event.store is None:
            self.fail(self.store_problem or "")
            return
        self.annotations_changed()

    def _poll(self) -> None:
        """Take in what other programs wrote: annotations, or another text for the open document."""
        has_moved = self._keep_progress()
        self._tell_notices()
        if self.store and self.store.refresh():
            self.show_annotations()
            self.annotations_changed()
        elif has_moved:
            self._mark_open_document()
        if self.document and self.document.path:
            state = file_state(self.document.path)
            if state != self._file_state:
                self._file_state = state
                if state is None:
                    self.say(f"{self.document.path.name} is no longer there; this is its text as last read")
                else:
                    self._open([Entry(self.document.path)])

    # The library.

    @work(thread=True, exclusive=True, exit_on_error=False, group="library")
    def _list_library(self) -> None:
        worker = get_current_worker()
        entries = self._ahead.entries()
        if self.document is None:
            self.post_message(LibraryListed(entries))
            self.post_message(_opened(self._ahead.first()))
        described = []
        for number, entry in enumerate(entries):
            if worker.is_cancelled:
                return
            if entry.problem is None:
                described.append((number, *self._describe(entry)))
            if len(described) >= DESCRIBED_AT_ONCE or number == len(entries) - 1:
                self.post_message(EntriesDescribed(described))
                described = []

    def _describe(self, entry: Entry) -> tuple[Entry, str, str | None]:
        try:
            document = self._library.read(entry)
        except UnreadableDocumentError as error:
            return replace(entry, problem=str(error)), entry.name, None
        return entry, document.title, document.date

    @on(LibraryListed)
    def _take_entries(self, event: LibraryListed) -> None:
        self._show_entries(event.entries)

    def _show_entries(self, entries: Sequence[Entry]) -> None:
        self._list.show([self._row(entry, entry.name, None) for entry in entries], 0)

    @on(EntriesDescribed)
    def _take_descriptions(self, event: EntriesDescribed) -> None:
        rows = list(self._list.rows)
        for number, entry, title, date in event.described:
            rows[number] = self._row(entry, title, date)
        self._list.show(rows)

    def _row(self, entry: Entry, title: str, date: str | None) -> LibraryRow:
        row = LibraryRow(entry, title, date)
        return self._with_progress(row)

    def _with_progress(self, row: LibraryRow) -> LibraryRow:
        path = row.entry.path
        if path is None:
            return row
        row = replace(row, progress=self._progress.of_path(path))
        return replace(row, totals=self.store.totals(path)) if self.store else row

    def annotations_changed(self) -> None:
        """Count and mark anew in the library, and tell what the store has met."""
        self._tell_notices()
        rows = [self._with_progress(row) for row in self._list.rows]
        if rows != self._list.rows:
            self._list.show(rows)

    def _mark_open_document(self) -> None:
        """Mark in the library how far the open document was read; all rows would be too many to mark each second."""
        for number, row in enumerate(self._list.rows):
            if row.entry == self._list.open_entry and (marked := self._with_progress(row)) != row:
                self._list.show([*self._list.rows[:number], marked, *self._list.rows[number + 1 :]])
                return

    def _tell_notices(self) -> None:
        while self.store and self.store.notices:
            self.fail(self.store.notices.pop(0))

    @on(RowList.Chosen, "#library")
    def _open_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        row = self._list.rows[event.index]
        self._open([row.entry])
        self._go_to_pane(self.reader)

    @on(RowList.Chosen, "#panel RowList")
    def _uncover_text(self) -> None:
        if self.has_class("-narrow"):
            self._go_to_pane(self.reader)

    def action_document(self, direction: int) -> None:
        """Open the next document that can be read, or the one before."""
        rows = self._list.rows
        number = next((number for number, row in enumerate(rows) if row.entry == self._list.open_entry), -1)
        for candidate in range(number + direction, len(rows) if direction > 0 else -1, direction):
            if rows[candidate].entry.problem is None:
                self._open([rows[candidate].entry])
                return
        self.say("no document after this one" if direction > 0 else "no document before this one")

    @work(thread=True, exclusive=True, exit_on_error=False, group="open")
    def _open(self, entries: Sequence[Entry], passage: Passage | None = None, hits: FindHits | None = None) -> None:
        """Open the first of some entries that can be read, at a passage of it and with hits marked."""
        first = first_document(self._library, entries)
        if first.document is not None:
            # Annotations are looked up by the text's hash: better made here than where keys wait for it.
            _ = first.document.sha256
        self.post_message(_opened(first, passage, hits))

    @on(NothingOpened)
    def _tell_of_nothing(self, event: NothingOpened) -> None:
        self.set_class(self.document is None, "-empty")
        if event.problem:
            self.fail(event.problem)
        elif self._list.rows:
            first = self._list.rows[0].entry
            self.fail(f"nothing here can be read: {first.name}: {first.problem}")
        elif self._library.paths:
            self.fail(f"no documents in {', '.join(str(path) for path in self._library.paths)}")

    @on(DocumentOpened)
    def _take_document(self, event: DocumentOpened) -> None:
        document = event.document
        is_same_file = self.document is not None and document.path is not None and document.path == self.document.path
        if is_same_file and self.document and document.sha256 == self.document.sha256:
            return
        self.remove_class("-empty")
        self._keep_progress()
        position = self.reader.cursor if is_same_file else self._progress.of_document(document).position
        self._list.open_entry = event.entry
        if not is_same_file:
            self._list.move_to(
                next((n for n, row in enumerate(self._list.rows) if row.entry.path == event.entry.path), 0)
            )
        self._list.refresh()
        self._file_state = file_state(document.path)
        self.show_document(document, position)
        self.call_after_refresh(self._keep_progress)
        self.annotations_changed()
        if is_same_file:
            self.say("the file has changed, and was read again")
        if event.passage:
            self._go_to(event.passage, event.hits)

    # What all documents hold.

    def action_ledger(self) -> None:
        """Show the figures of all documents."""
        self.once_open(self._show_ledger)

    def _show_ledger(self) -> None:
        from tui.screens.ledger_screen import LedgerScreen  # noqa: PLC0415 - not before the ledger is asked for

        if not self.app.is_screen_installed("ledger"):
            ledger = LedgerScreen(self.config, self._library, self._choices, self._open_passage)
            self.app.install_screen(ledger, "ledger")
        self.app.push_screen("ledger")

    def action_cast(self) -> None:
        """Show the names of all documents."""
        self.once_open(self._show_cast)

    def _show_cast(self) -> None:
        from tui.screens.cast_screen import CastScreen  # noqa: PLC0415 - not before the cast is asked for

        if not self.app.is_screen_installed("cast"):
            cast = CastScreen(self, self._library, self._choices, self._open_passage)
            self.app.install_screen(cast, "cast")
        self.app.push_screen("cast")

    def _choices(self) -> Choices:
        return self.store.choices() if self.store else Choices()

    def action_search(self) -> None:
        """Search through all documents."""
        self.once_open(self._show_search)

    def _show_search(self) -> None:
        from tui.screens.search_screen import SearchScreen  # noqa: PLC0415 - not before it is asked for

        if not self.app.is_screen_installed("search"):
            search = SearchScreen(self.config, self._library, self._known, self._open_passage)
            self.app.install_screen(search, "search")
        self.app.push_screen("search")

    def _known(self) -> "Callable[[], Known]":
        """What gives all that is known of the documents; it may take its time in another thread."""
        from tui.search.filters import Known  # noqa: PLC0415 - as above

        store, choices = self.store, replace(self._choices(), usual_language=self.config.language)
        return lambda: Known(
            choices, store.by_path() if store else {}, self._progress.of_path, self.recognisers, cache_folder()
        )

    def _open_passage(self, passage: Passage, hits: FindHits | None = None) -> None:
        """Show a passage in its document, with hits marked."""
        if self.document is not None and self.document.path == passage.path:
            self._go_to(passage, hits)
        else:
            self._open([Entry(passage.path)], passage, hits)

    def _go_to(self, passage: Passage, hits: FindHits | None) -> None:
        start = passage.find_in(self.document.text) if self.document else None
        if self.document and hits:
            self.mark_hits(hits(self.document))
        if start is None:
            self.say("the document has changed, and these words are no longer in it")
        else:
            self.reader.jump_to(start)
            if len(self.reader.marks.hits):
                self.tell_hit(start)
        self._go_to_pane(self.reader)

    def _keep_progress(self) -> bool:
        """Remember how far the open document was read; tells whether that is news."""
        if self.document is None:
            return False
        before = self._progress.of_document(self.document)
        self._progress.keep(self.document, self.reader.cursor, self.reader.furthest)
        return self._progress.of_document(self.document) != before

    # Keys and panes.

    def leave_field(self, field: Input) -> None:
        """Leave the find line, or that which filters a list."""
        if field.id == "find":
            self.close_find()
        else:
            self.panel.leave_filter(field)

    def command_begins(self, command: Command) -> None:
        """Forget that quitting was refused, unless it is asked for again."""
        super().command_begins(command)
        self._quit_was_refused = self._quit_was_refused and command.id == "quit"

    def action_pane(self, direction: int) -> None:
        """Go to the next pane, or the one before."""
        panes: list[Widget] = [self._list, self.reader, self.panel.shown]
        here = panes.index(self.focused) if self.focused in panes else 1
        self._go_to_pane(panes[(here + direction) % len(panes)])

    def _go_to_pane(self, pane: Widget) -> None:
        # Where panes lie over each other, only a shown one can take the focus.
        self.set_class(pane is self._list, "-library-open")
        self.set_class(isinstance(pane, RowList) and pane is not self._list, "-panel-open")
        self.call_after_refresh(pane.focus)

    def action_help(self) -> None:
        """Show keys and colours."""
        from tui.screens.help import LEGEND, HelpScreen  # noqa: PLC0415 - tables load when they are looked at

        styles = {name: self.reader.get_component_rich_style(name, partial=True) for name, _, _ in LEGEND}
        self.app.push_screen(HelpScreen(self.config.commands, styles))

    def action_leave(self) -> None:
        """Quit; with notes that were not saved, only when asked twice."""
        if self.draft_count and not self._quit_was_refused:
            self._quit_was_refused = True
            self.fail(
                f"{self.draft_count} notes are drafts and not saved: m opens one, the same key again quits without them"
            )
            return
        self.app.exit()

    def on_unmount(self) -> None:
        """Remember the place, and let go of the annotations and the recognisers."""
        self._keep_progress()
        self.recognisers.close()
        if self.store:
            self.store.close()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small for anything else."""
        self.set_class(event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1], "-tiny")


def _opened(
    first: FirstDocument, passage: Passage | None = None, hits: FindHits | None = None
) -> DocumentOpened | NothingOpened:
    if first.entry is None or first.document is None:
        return NothingOpened(first.problem)
    return DocumentOpened(first.entry, first.document, passage, hits)


def _how_to_start() -> str:
    return (
        "To start:  newsreader FOLDER  or  newsreader ARTICLE.txt\n"
        f'or name a folder for good:  library = ["~/news"]  in {config_file()}'
    )

"""Search through the library: a line that is typed, and what it finds in all documents while it is typed."""

from collections.abc import Callable, Iterable
from contextlib import closing
from time import monotonic

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.config import Config, cache_folder
from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.document import Document, Span, counted
from tui.documents.library import Library
from tui.documents.passage import Passage
from tui.highlights.wording import number_words
from tui.screens.keyed_screen import KeyedScreen
from tui.screens.lists.messages import IndexProgressed, SearchProgressed
from tui.search.fields import QueryError
from tui.search.filters import Known, read_query
from tui.search.found import FoundDocument, FoundLine
from tui.search.matching import hits
from tui.search.query import Query
from tui.search.searching import IndexProgress, LibrarySearch
from tui.widgets.row_list import RowList
from tui.widgets.search_list import SearchList, SearchRow, search_rows
from tui.widgets.status import KeyBar, StatusLine, TitleBar

PAUSE_SECONDS = 0.1
MOST_DOCUMENTS = 300
MOST_LINES = 5
_FIRST_DOCUMENTS = 20
_WITHOUT_INDEX = "this Python's SQLite has no FTS5: every file is read for every search"

OpenPassage = Callable[[Passage, Callable[[Document], Iterable[Span]]], None]
"""Shows a passage in its document, with what the function gives marked as hits."""


class SearchScreen(KeyedScreen):
    """What a query finds in a library; it stays while another screen is shown, and so does the work on the index.

    `known` is asked, whenever the screen is shown, for what gives what is known beside the texts, in another thread.
    """

    DEFAULT_CSS = """
    SearchScreen #query { height: 1; border: none; padding: 0 1; background: $surface-lighten-1; }
    """

    PANE = "search"

    def __init__(
        self, config: Config, library: Library, known: Callable[[], Callable[[], Known]], open_passage: OpenPassage
    ) -> None:
        super().__init__(config)
        self.list = SearchList(id="search")
        self._library_search = LibrarySearch(library, cache_folder())
        self._known_by, self._open_passage = known, open_passage
        self._known: Callable[[], Known] = Known
        self._query = Query()
        self._problem = ""
        self._progress: SearchProgressed | None = None
        self._index_progress: IndexProgress | None = None

    def compose(self) -> ComposeResult:
        """Title, query, what was found, the chosen sentence, status, keys."""
        yield TitleBar()
        yield Input(id="query", placeholder='words "a phrase" pref* a NEAR/5 b OR -not tag:x is:unread', compact=True)
        yield self.list
        yield Static(classes="detail", markup=False)
        yield StatusLine()
        yield KeyBar()

    @property
    def default_pane(self) -> SearchList:
        """What was found."""
        return self.list

    @property
    def field(self) -> Input:
        """The line of the query."""
        return self.query_one("#query", Input)

    def on_mount(self) -> None:
        """Let the reader type."""
        self.field.focus()
        self._tell()

    def on_screen_resume(self) -> None:
        """Bring the index up to date, and search again, since anything may have changed."""
        self._known = self._known_by()
        self._update()
        self._begin()

    # The index.

    @work(thread=True, exclusive=True, exit_on_error=False, group="index")
    def _update(self) -> None:
        worker = get_current_worker()
        told = monotonic()
        with closing(self._library_search.update()) as updated:
            for item in updated:
                if worker.is_cancelled:
                    return
                if monotonic() - told > PAUSE_SECONDS:
                    self.post_message(IndexProgressed(item.progress))
                    told = monotonic()
        self.post_message(IndexProgressed(None))

    @on(IndexProgressed)
    def _take_index_progress(self, event: IndexProgressed) -> None:
        self._index_progress = event.progress
        # Files may have changed before they were looked through.
        if event.progress is None:
            self._begin()
        self._tell_status()

    # Searching.

    @on(Input.Changed, "#query")
    def _ask(self, event: Input.Changed) -> None:
        try:
            query = read_query(event.value, is_typing=True)
        except QueryError as error:
            self._problem = str(error)
            self._tell()
            return
        self._problem = ""
        if query != self._query:
            self._query, self._progress = query, None
            self._begin()
        self._tell()

    def _begin(self) -> None:
        if self._query:
            self._search(self._query, self._known)
        else:
            self.workers.cancel_group(self, "search")
            self.list.show([], 0)

    @work(thread=True, exclusive=True, exit_on_error=False, group="search")
    def _search(self, query: Query, known: Callable[[], Known]) -> None:
        worker = get_current_worker()
        rows: list[SearchRow] = []
        documents = hit_count = 0
        told = monotonic()
        searched = self._library_search.search(
            query, known(), most_lines=MOST_LINES, is_cancelled=lambda: worker.is_cancelled
        )
        with closing(searched) as found:
            for documents, document in enumerate(found, 1):
                if worker.is_cancelled:
                    return
                rows += search_rows([document])
                hit_count += max(len(document.spans), len(document.lines))
                if documents == _FIRST_DOCUMENTS or monotonic() - told > PAUSE_SECONDS:
                    self.post_message(SearchProgressed(query, tuple(rows), documents, hit_count))
                    told = monotonic()
                if documents == MOST_DOCUMENTS:
                    break
        if worker.is_cancelled:
            return
        of = self._library_search.count(query) if documents == MOST_DOCUMENTS and not query.filters else None
        self.post_message(SearchProgressed(query, tuple(rows), documents, hit_count, is_last=True, of=of))

    @on(SearchProgressed)
    def _take_found(self, event: SearchProgressed) -> None:
        if event.query == self._query:
            is_first = self._progress is None
            # What was found before stays in sight until as much is there anew.
            if is_first or event.is_last or len(event.rows) > len(self.list.rows):
                self.list.show(event.rows, 0 if is_first else None)
            self._progress = event
            self._tell()

    def _tell(self) -> None:
        """Say how much was found, and how far the index is."""
        self.query_one(TitleBar).show(left="Search the library", right=self._counted())
        self.list.empty = self._why_empty()
        self.list.refresh()
        self._tell_status()
        self._show_sentence()

    def _tell_status(self) -> None:
        self.query_one(StatusLine).show(left=self._problem, right=self._index_words())

    def _counted(self) -> str:
        progress = self._progress
        if progress is None or not self._query:
            return ""
        more = "" if progress.is_last else " so far"
        if progress.documents == MOST_DOCUMENTS:
            of = f" of {number_words(progress.of)}" if progress.of else ""
            return f"the first {MOST_DOCUMENTS}{of} documents: more words find fewer"
        return f"{counted(progress.hits, 'hit')} in {counted(progress.documents, 'document')}{more}"

    def _why_empty(self) -> str:
        if not self._query:
            return "Words are looked for in all documents and in your notes as you type them."
        return "Nothing is so." if self._progress and self._progress.is_last else "Searching …"

    def _index_words(self) -> str:
        if not self._library_search.has_index:
            return _WITHOUT_INDEX
        progress = self._index_progress
        if progress is None:
            return ""
        left = "" if progress.seconds_left is None else f" · {max(1, round(progress.seconds_left))} s left"
        return f"index: {number_words(progress.documents)} of {number_words(progress.of)} documents{left}"

    @on(RowList.Moved)
    def _show_sentence(self) -> None:
        """Show the chosen row's whole sentence."""
        row = self.list.current
        line = row.line if row else None
        self.query_one(".detail", Static).update(self.list.sentence(line) if line else "")

    # Keys.

    @on(Input.Submitted, "#query")
    def _go_to_list(self) -> None:
        if self.list.rows:
            self.list.focus()

    def action_edit(self) -> None:
        """Let the reader type."""
        self.field.focus()

    def leave_field(self, field: Input) -> None:  # noqa: ARG002 - there is one
        """Go back to the text."""
        self.action_leave()

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        row = self.list.rows[event.index]
        line = row.line or row.found.lines[0]
        self.action_leave()
        self._open_passage(_passage(row.found, line), _marks_of(row.found, self._query))

    def action_copy_sentence(self) -> None:
        """Copy the chosen sentence or note with its source."""
        row = self.list.current
        if row is None or row.line is None:
            self.say("no sentence here to copy")
            return
        source = row.found.entry.path.name if row.found.entry.path else STANDARD_INPUT
        words = " ".join(row.line.text.split())
        self.copy(f"“{words}”\n— {row.found.title} ({source})\n", words)

    def action_leave(self) -> None:
        """Go back to the text."""
        self.app.pop_screen()


def _passage(found: FoundDocument, line: FoundLine) -> Passage:
    """Where a line leads."""
    path = found.entry.path
    if line.is_note or not line.marks:
        return Passage(path, "", (line.start, line.start), "", line.start)
    start, end = line.marks[0]
    return Passage(path, line.text[start:end], (line.start + start, line.start + end), line.text, line.start)


def _marks_of(found: FoundDocument, query: Query) -> Callable[[Document], Iterable[Span]]:
    """All hits in a document, also after it has changed."""
    return lambda document: found.spans if document.sha256 == found.sha256 else hits(query, document.text)

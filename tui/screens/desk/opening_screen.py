"""Opening documents of a library: which, at which place, in which encoding, and again when a file changes."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tui.config import Config
from tui.documents.document import Document, Span
from tui.documents.encodings import encoding_named
from tui.documents.library import Entry, Library, file_state
from tui.documents.progress import Progress, ProgressFile
from tui.documents.read_ahead import FirstDocument, first_document
from tui.screens.desk.messages import DocumentOpened, FileSeen, NothingOpened
from tui.screens.desk.naming_screen import NamingScreen
from tui.widgets.status import TitleBar

if TYPE_CHECKING:
    # Only what leads to a passage of a document makes one.
    from tui.documents.passage import Passage

FindHits = Callable[[Document], Iterable[Span]]
"""Gives the hits of a search in a document."""


class OpeningScreen(NamingScreen):
    """A screen that opens documents of a library, each where the reader was last."""

    def __init__(self, config: Config, library: Library, progress: ProgressFile) -> None:
        super().__init__(config)
        self.library, self.progress = library, progress
        self.open_entry: Entry | None = None
        self._file_state: object = None
        self._chosen_encoding: str | None = None
        self._once_shown: Callable[[], None] | None = None
        self._trail: list[tuple[Path | None, int]] = []

    def progress_of(self, path: Path) -> Progress:
        """How far the document at a path was read."""
        return self.progress.of_path(path)

    @work(thread=True, exclusive=True, exit_on_error=False, group="open")
    def open(self, entries: Iterable[Entry], passage: "Passage | None" = None, hits: FindHits | None = None) -> None:
        """Open the first of some entries that can be read, at a passage of it and with hits marked."""
        worker = get_current_worker()
        first = first_document(self.library, entries)
        if first.document is not None:
            # Annotations are looked up by the text's hash: better made here than where keys wait for it.
            _ = first.document.sha256
        opened = opened_message(first, passage, hits)
        if not worker.is_cancelled:
            self.post_message(opened)

    def show_beginning(self, document: Document) -> None:
        """Show the beginning of a document until all of it is read, if that is where the reader was."""
        position = self.progress.of_document(document).position
        if position < len(document.text):
            self.reader.load(document, position)
            self.query_one(TitleBar).show(left=document.title)

    @on(DocumentOpened)
    def take_document(self, event: DocumentOpened) -> None:
        """Show a document, where the reader was last or at a passage."""
        document, before = event.document, self.document
        is_same_file = before is not None and document.path is not None and document.path == before.path
        self._chosen_encoding = self.library.encodings.get(document.path) if document.path else None
        self._file_state = file_state(document.path)
        if is_same_file and before and (document.sha256, document.encoding) == (before.sha256, before.encoding):
            return
        self.keep_progress()
        is_begun = before is None and self.reader.document is not None and self.reader.document.path == document.path
        is_known = is_same_file or is_begun
        position = self.reader.cursor if is_known else self.progress.of_document(document).position
        self.open_entry = event.entry
        self.show_document(document, position)
        self.call_after_refresh(self.keep_progress, is_opened=not is_same_file)
        self.document_opened(event.entry)
        self.annotations_changed()
        if is_same_file and before and document.encoding != before.encoding:
            self.say(f"read as {document.encoding}")
        elif is_same_file:
            self.say("the file has changed, and was read again")
        if event.passage:
            self.go_to_passage(event.passage, event.hits)
        if self._once_shown:
            act, self._once_shown = self._once_shown, None
            act()

    def document_opened(self, entry: Entry) -> None:
        """Show elsewhere which document is open."""

    def go_to_passage(self, passage: "Passage", hits: FindHits | None) -> None:
        """Put the cursor on a passage of the open document, and mark hits."""
        start = passage.find_in(self.document.text) if self.document else None
        if self.document and hits:
            self.mark_hits(hits(self.document))
        if start is None:
            self.say("the document has changed, and these words are no longer in it")
        else:
            self.reader.jump_to(start)
            if len(self.reader.marks.hits):
                self.tell_hit(start)
        self.uncover_text()

    def uncover_text(self) -> None:
        """Let keys go to the text."""
        self.reader.focus()

    def open_passage(self, passage: "Passage", hits: FindHits | None = None) -> None:
        """Show a passage in its document, with hits marked."""
        self._remember_place()
        if self.document is not None and self.document.path == passage.path:
            self.go_to_passage(passage, hits)
        else:
            self.open([Entry(passage.path)], passage, hits)

    def at_document(self, path: Path | None, act: Callable[[], None]) -> None:
        """Do something once the document at a path is the open one; action_back() leads to the place before."""
        self._remember_place()
        self._at_document(path, act)

    def _at_document(self, path: Path | None, act: Callable[[], None]) -> None:
        if self.document is not None and self.document.path == path:
            act()
        else:
            self._once_shown = act
            self.open([Entry(path)])

    def _remember_place(self) -> None:
        if self.document is not None:
            self._trail.append((self.document.path, self.reader.cursor))

    def action_back(self) -> None:
        """Go back to where the reader was before they were led to another place."""
        here = (self.document.path, self.reader.cursor) if self.document else None
        while self._trail and self._trail[-1] == here:
            self._trail.pop()
        if not self._trail:
            self.say("nothing to go back to")
            return
        path, position = self._trail.pop()
        self._at_document(path, lambda: self.reader.jump_to(position))

    def keep_progress(self, *, is_opened: bool = False) -> None:
        """Remember where the reader is in the open document, and now as its time where it has just been opened."""
        if self.document is not None:
            self.progress.keep(self.document, self.reader.cursor, self.reader.furthest, is_opened=is_opened)

    @on(FileSeen)
    def _heed_file(self, event: FileSeen) -> None:
        """Read the open document again where its file has changed."""
        if event.document is not self.document or event.state == self._file_state or event.document.path is None:
            return
        self._file_state = event.state
        if event.state is None:
            self.say(f"{event.document.path.name} is no longer there; this is its text as last read")
        else:
            self.open([Entry(event.document.path)])

    # Its encoding.

    def annotations_changed(self) -> None:
        """Read the open document again where another encoding has been chosen for it."""
        super().annotations_changed()
        if self.store and self.document and self.document.path:
            chosen = self.store.choice(self.document).encoding
            if chosen != self._chosen_encoding:
                self._chosen_encoding = chosen
                self.library.encodings = self.store.encodings()
                self.open([Entry(self.document.path)])

    def action_encoding(self) -> None:
        """Ask in which encoding the document's file shall be read."""
        self.with_document(self._ask_encoding)

    def _ask_encoding(self) -> None:
        document = self.document
        if document is None or not self.may_change():
            return
        if document.path is None:
            self.say("standard input is read once, as it came")
            return
        from tui.screens.questions.line_input import LineInput  # noqa: PLC0415 - questions load when they are asked

        def set_encoding(name: str | None) -> None:
            if name is None:
                return
            encoding = encoding_named(name) if name.strip() else None
            if name.strip() and encoding is None:
                self.fail(f"“{name}” is no encoding that is known: utf-8, cp1252, cp1250, iso8859-15, cp850, mac-roman")
                return
            self.change(lambda store: store.set_encoding(document, encoding))

        hint = f"utf-8 cp1252 cp1250 cp850; empty: as detected (now {document.encoding})   enter sets   escape leaves"
        self.app.push_screen(
            LineInput("Encoding of this document's file", self._chosen_encoding or "", hint), set_encoding
        )


def opened_message(
    first: FirstDocument, passage: "Passage | None" = None, hits: FindHits | None = None
) -> DocumentOpened | NothingOpened:
    """What tells that a document was read, or that there was none."""
    if first.entry is None or first.document is None:
        return NothingOpened(first.problem)
    return DocumentOpened(first.entry, first.document, passage, hits)

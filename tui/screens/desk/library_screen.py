"""The library around an open document: listed, described and watched in threads, while the reader goes on."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tui.config import Config, cache_folder
from tui.documents.catalogue import ListedFile
from tui.documents.document import Document
from tui.documents.library import Entry, Library, file_state
from tui.documents.progress import ProgressFile
from tui.documents.read_ahead import ReadAhead
from tui.documents.readers import UnreadableDocumentError
from tui.screens.desk.messages import (
    DocumentOpened,
    FilesDescribed,
    FileSeen,
    FilesListed,
    LibraryListed,
    NothingOpened,
)
from tui.screens.desk.opening_screen import opened_message
from tui.screens.desk.sweeping_screen import SweepingScreen
from tui.widgets.library_list import LibraryList, Work
from tui.widgets.library_pane import LibraryOrder, LibraryPane
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    # Files are described once the first page is on screen.
    from tui.documents.descriptions import Description, DescriptionsCache

POLL_SECONDS = 1.0
AT_ONCE = 20
TELL_SECONDS = 0.2


class LibraryScreen(SweepingScreen):
    """A screen with the documents of a library in a LibraryPane, kept up with what changes on the disk."""

    def __init__(self, config: Config, library: Library, progress: ProgressFile, ahead: ReadAhead) -> None:
        super().__init__(config, library, progress)
        self.pane_of_library = LibraryPane(self._work_on, self._measures, self.filter_source, id="library")
        self.list = self.pane_of_library.list
        self._ahead = ahead
        self._is_listed = self._are_all_described = self._is_stale = False

    @property
    def is_known_whole(self) -> bool:
        """Whether all documents are listed and somebody has looked into each."""
        return self._is_listed and self._are_all_described

    # What is there.

    def show_first(self, patience: float) -> None:
        """Show the first document, or its beginning, and the files up to it, if they are there within some seconds."""
        first = self._ahead.beginning(patience)
        opened = opened_message(first) if first else None
        if first and isinstance(opened, DocumentOpened):
            self.pane_of_library.add(list(chain.from_iterable(self._ahead.listed())))
            if first.is_whole:
                self.take_document(opened)
            else:
                self.show_beginning(opened.document)

    @work(thread=True, exit_on_error=False, group="listing")
    def list_library(self) -> None:
        """Show the files of the library as they are found, and its first document if none is open by then."""
        first = self._ahead.first()
        found = list(chain.from_iterable(self._ahead.listed()))
        shown, told = len(self.list.kept), monotonic()
        if first.document is not None:
            # As in open().
            _ = first.document.sha256
        if self.document is None:
            self.post_message(FilesListed(found[shown:]))
            self.post_message(opened_message(first))
            shown = len(found)
        for files in self._ahead.rest():
            found += files
            if monotonic() - told > TELL_SECONDS:
                self.post_message(FilesListed(found[shown:]))
                shown, told = len(found), monotonic()
        self.post_message(FilesListed(found[shown:]))
        # These values live long, and a collector that goes through all of them would halt every key.
        gc.freeze()
        self.post_message(LibraryListed(found, tuple(self._ahead.catalogue.unreadable)))

    @on(FilesListed)
    def _take_files(self, event: FilesListed) -> None:
        self.pane_of_library.add(event.files)
        self._are_all_described = False
        self.describe()

    @on(LibraryListed)
    def _take_library(self, event: LibraryListed) -> None:
        is_later, self._is_listed, self._are_all_described = self._is_listed, True, False
        self.pane_of_library.keep(event.files, event.unreadable)
        if is_later and self.document is None:
            self.open([Entry(file.path) for file in event.files if file.problem is None])
        self.describe()

    @on(NothingOpened)
    def _tell_of_nothing(self, event: NothingOpened) -> None:
        self._once_shown = None
        self.is_reading = False
        self.set_class(self.document is None, "-empty")
        first = self.list.kept[0] if self.list.kept else None
        if event.problem:
            self.fail(event.problem)
        elif first:
            self.fail(f"nothing here can be read: {first.name}: {first.problem}")
        elif self.library.paths:
            self.fail(f"no documents in {', '.join(str(path) for path in self.library.paths)}")
        self.go_on_if_open()

    def document_opened(self, entry: Entry) -> None:
        """Show which document is open."""
        self.remove_class("-empty")
        identity = _identity(entry.path)
        if identity != self.list.open_identity:
            self.list.open_identity = identity
            number = self.list.index_of(identity)
            if number is not None:
                self.list.move_to(number)
        self.list.refresh()

    # What is told of it.

    @on(LibraryList.Turned)
    def describe(self) -> None:
        """See to it that documents are described, those in sight first."""
        if not any(worker.group == "describing" and not worker.is_finished for worker in self.workers):
            self._describe()

    @work(thread=True, exit_on_error=False, group="describing")
    def _describe(self) -> None:
        from tui.documents.descriptions import DescriptionsCache  # noqa: PLC0415 - the first page does not wait for it

        worker = get_current_worker()
        rest = iter(()) if self._are_all_described else self._undescribed()
        cache: DescriptionsCache | None = None
        told = monotonic()
        try:
            while not worker.is_cancelled:
                in_sight = [file for file in self.list.in_sight if _is_to_be_told(file)]
                part = in_sight or list(islice(rest, AT_ONCE))
                if not part:
                    break
                cache = cache or DescriptionsCache(cache_folder())
                began = monotonic()
                for file in part:
                    file.description = self._description(file, cache, detect=bool(in_sight))
                is_seen = any(file in part for file in self.list.in_sight)
                if is_seen or monotonic() - told > TELL_SECONDS:
                    told = monotonic()
                    self.post_message(FilesDescribed(is_seen))
                if not in_sight:
                    # What is out of sight has time: the screen goes first.
                    sleep(monotonic() - began)
            else:
                return
            self._are_all_described = True
            self.post_message(FilesDescribed())
        finally:
            if cache:
                cache.close()

    def _undescribed(self) -> Iterator[ListedFile]:
        return (file for file in self.list.kept if file.problem is None and file.description is None)

    def _description(self, file: ListedFile, cache: "DescriptionsCache", *, detect: bool) -> "Description":
        path = file.path
        if path is None:
            return self._description_of_standard_input()
        encoding = self.library.encodings.get(path)
        # What is kept was told of the file as it is detected to be.
        kept = cache.of(path, file.size, file.mtime_ns) if encoding is None else None
        if kept and (kept.problem or kept.language or not detect):
            return kept
        from tui.documents.descriptions import describe_file  # noqa: PLC0415 - as above

        description = describe_file(path, encoding, detect=detect)
        if encoding is None:
            cache.keep(path, file.size, file.mtime_ns, description)
        return description

    def _description_of_standard_input(self) -> "Description":
        from tui.documents.descriptions import Description, describe_document  # noqa: PLC0415 - as above

        try:
            return describe_document(self.library.read(Entry(None)), detect=True)
        except UnreadableDocumentError as error:
            return Description("", "", problem=str(error))

    @on(FilesDescribed)
    def _show_descriptions(self, event: FilesDescribed) -> None:
        self._is_stale = self.pane_of_library.depends_on_descriptions
        if event.in_sight:
            self.list.refresh()

    # What changes.

    def poll(self) -> None:
        """Take in what others wrote: annotations, files and folders."""
        self.keep_progress()
        self._tell_notices()
        if self.store and self.store.refresh():
            self.show_annotations()
            self.annotations_changed()
        if not self.is_changing:
            # A thread that changes thousands of annotations counts them, too, and would be waited for.
            self.list.renew_works()
        if self._is_stale:
            self._is_stale = False
            self.pane_of_library.sift()
        if self._is_listed and not any(
            worker.group == "watching" and not worker.is_finished for worker in self.workers
        ):
            self._watch(tuple(self.list.in_sight), self.document)

    @work(thread=True, exit_on_error=False, group="watching")
    def _watch(self, in_sight: Sequence[ListedFile], document: Document | None) -> None:
        """Look for folders that have changed, and for files in sight that have."""
        if self._ahead.catalogue.has_changed():
            files = list(chain.from_iterable(self._ahead.catalogue.scan()))
            if files != self.list.kept:
                self.post_message(LibraryListed(files, tuple(self._ahead.catalogue.unreadable)))
        changed = [file for file in in_sight if file.path and _has_changed(file, file.path)]
        if changed:
            self.post_message(FilesDescribed())
        if document is not None and document.path is not None:
            self.post_message(FileSeen(document, file_state(document.path)))

    def annotations_changed(self) -> None:
        """Count and mark anew in the library, and tell what the store has met."""
        super().annotations_changed()
        self._tell_notices()
        self.reader.call_after_refresh(self.list.renew_works)

    def _tell_notices(self) -> None:
        while self.store and self.store.notices:
            self.fail(self.store.notices.pop(0))

    # What the reader does there.

    def _work_on(self, path: Path) -> Work:
        progress = self.progress.of_path(path)
        if self.store is None:
            return Work(progress)
        totals = self.store.totals(path)
        return Work(progress, totals.tagged, totals.noted)

    def _measures(self, order: LibraryOrder) -> Mapping[str, int]:
        if order == "read":
            return self.progress.last_reads()
        return self.store.annotation_counts() if self.store else {}

    @on(RowList.Chosen, "#documents")
    def _open_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        file = self.list.rows[event.index]
        self.open([Entry(file.path, file.problem)])
        self.uncover_text()

    def action_document(self, direction: int) -> None:
        """Open the next document that can be read, or the one before."""
        rows = self.list.rows
        number = self.list.index_of(self.list.open_identity)
        start = (-1 if number is None else number) + direction
        for candidate in range(start, len(rows) if direction > 0 else -1, direction):
            if rows[candidate].why_unread is None:
                self.open([Entry(rows[candidate].path)])
                return
        self.say("no document after this one" if direction > 0 else "no document before this one")


def _identity(path: Path | None) -> tuple[str | None, str]:
    return (str(path.parent), path.name) if path else ListedFile(None, Entry(None).name).identity


def _is_to_be_told(file: ListedFile) -> bool:
    """Whether something is not known of a file that is in sight."""
    known = file.description
    return file.problem is None and (known is None or not (known.problem or known.language))


def _has_changed(file: ListedFile, path: Path) -> bool:
    """Whether a file is another than when last seen; then it is to be described anew."""
    try:
        status = path.stat()
    except OSError:
        return False
    if (file.size, file.mtime_ns) == (status.st_size, status.st_mtime_ns):
        return False
    file.size, file.mtime_ns, file.description = status.st_size, status.st_mtime_ns, None
    return True

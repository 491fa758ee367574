"""What the library's filter line asks of documents beside their titles, found out in a thread."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tui.config import cache_folder
from tui.documents.catalogue import ListedFile
from tui.documents.library import Entry
from tui.screens.desk.library_screen import LibraryScreen
from tui.screens.desk.messages import FilesPassed
from tui.screens.keyed_screen import AT_WORK
from tui.widgets.library_pane import LibraryPane

if TYPE_CHECKING:
    # What filters ask loads when one is typed.
    from tui.documents.choices import Choices
    from tui.search.fields import Filter
    from tui.search.filters import Known

TELL_SECONDS = 0.3


class NarrowingScreen(LibraryScreen):
    """A library screen that knows which documents have some tags, notes, names or figures, and which were read."""

    def choices(self) -> "Choices":
        """What the reader chose for the documents."""
        from tui.documents.choices import Choices  # noqa: PLC0415 - not before somebody asks

        return self.store.choices() if self.store else Choices()

    def known_of_texts(self) -> "Known":
        """What is known of the documents beside their annotations."""
        from tui.search.filters import Known  # noqa: PLC0415 - as above

        choices = replace(self.choices(), usual_language=self.config.language)
        return Known(choices, {}, self.progress.of_path, self.recognisers, cache_folder())

    def known(self) -> "Callable[[], Known]":
        """What gives all that is known of the documents; it may take its time in another thread."""
        store, known = self.store, self.known_of_texts()
        return lambda: replace(known, annotations=store.by_path()) if store else known

    @on(LibraryPane.Asked)
    def _narrow(self, event: LibraryPane.Asked) -> None:
        self._find_passing(event.filters, tuple(self.list.kept), self._known_for(event.filters))

    def _known_for(self, filters: "Iterable[Filter]") -> "Callable[[], Known]":
        """As known(), without what the reader chose for each document where no filter needs it."""
        from tui.search.filters import Known  # noqa: PLC0415 - as above

        if any(asked.field in {"figure", "entity"} for asked in filters):
            return self.known()
        store = self.store
        return lambda: Known(annotations=store.by_path() if store else {}, progress=self.progress.of_path)

    @work(thread=True, exclusive=True, exit_on_error=False, group="narrowing", description=AT_WORK)
    def _find_passing(
        self, filters: "tuple[Filter, ...]", files: Sequence[ListedFile], known: "Callable[[], Known]"
    ) -> None:
        from tui.search.filters import Candidate, passing  # noqa: PLC0415 - as above
        from tui.search.query import Query  # noqa: PLC0415 - as above

        worker = get_current_worker()
        identities = {file.path: file.identity for file in files if file.problem is None}
        candidates = (Candidate(Entry(path)) for path in identities)
        passed: set[object] = set()
        told = monotonic()
        for candidate in passing(
            candidates, Query(filters=filters), self.library, known(), lambda: worker.is_cancelled
        ):
            passed.add(identities[candidate.entry.path])
            if monotonic() - told > TELL_SECONDS:
                self.post_message(FilesPassed(filters, frozenset(passed), is_last=False))
                told = monotonic()
        if not worker.is_cancelled:
            self.post_message(FilesPassed(filters, frozenset(passed), is_last=True))

    @on(FilesPassed)
    def _show_passed(self, event: FilesPassed) -> None:
        self.pane_of_library.let_through(event.filters, event.passed, is_last=event.is_last)

    def document_opened(self, entry: Entry) -> None:
        """Ask anew which documents were read, if that is asked for."""
        super().document_opened(entry)
        self.pane_of_library.ask_again()

    def annotations_changed(self) -> None:
        """Ask anew which documents have what is asked for."""
        super().annotations_changed()
        self.pane_of_library.ask_again()

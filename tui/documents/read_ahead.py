"""A library listed and its first document read by a thread, while whoever wants them is still getting ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event, Thread

from tui.documents.document import Document
from tui.documents.library import Entry, Library
from tui.documents.readers import UnreadableDocumentError


@dataclass(frozen=True, slots=True)
class FirstDocument:
    """The first document of some entries that can be read; where none can, `problem` says why, empty for no entries."""

    entry: Entry | None = None
    document: Document | None = None
    problem: str = ""


class ReadAhead:
    """A library's entries and its first document, on the way from the moment that this is made."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._listed, self._read = Event(), Event()
        self._entries: Sequence[Entry] = ()
        self._first = FirstDocument()
        self._failure: Exception | None = None
        Thread(target=self._work, name="read ahead", daemon=True).start()

    def is_ready(self, patience: float) -> bool:
        """Whether both are there, now or within some seconds."""
        return self._read.wait(patience)

    def entries(self) -> Sequence[Entry]:
        """All entries, once they are listed; raises what listing them raised."""
        self._listed.wait()
        self._raise_failure()
        return self._entries

    def first(self) -> FirstDocument:
        """The first document, once it is read; raises what reading it raised."""
        self._read.wait()
        self._raise_failure()
        return self._first

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _work(self) -> None:
        try:
            self._entries = self._library.entries()
            self._listed.set()
            self._first = first_document(self._library, [entry for entry in self._entries if entry.problem is None])
        except Exception as error:  # noqa: BLE001 - whatever it is, whoever asks for the answer shall have it
            self._failure = error
        finally:
            self._listed.set()
            self._read.set()
        if self._first.document is not None:
            # The annotations are soon looked up by the text's hash, by a thread that should not wait for it.
            _ = self._first.document.sha256


def first_document(library: Library, entries: Sequence[Entry]) -> FirstDocument:
    """The first of some entries that can be read, with its document."""
    problem = ""
    for entry in entries:
        try:
            return FirstDocument(entry, library.read(entry))
        except UnreadableDocumentError as error:
            problem = problem or f"{entry.name} {error}"
    return FirstDocument(problem=problem)

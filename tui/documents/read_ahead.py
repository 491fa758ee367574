"""A library's first document read by a thread, while whoever wants it is still getting ready."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from threading import Event, Thread
from typing import NamedTuple

from tui.documents.catalogue import ListedFile
from tui.documents.document import Document
from tui.documents.library import Entry, Library
from tui.documents.readers import UnreadableDocumentError


class FirstDocument(NamedTuple):
    """The first document of some entries that can be read; where none can, `problem` says why, empty for no entries."""

    entry: Entry | None = None
    document: Document | None = None
    problem: str = ""


class ReadAhead:
    """A library's files as far as its first document, which is on the way from the moment that this is made."""

    def __init__(self, library: Library) -> None:
        self._library, self.catalogue = library, library.catalogue()
        self._coming = self.catalogue.scan()
        self._listed: list[Sequence[ListedFile]] = []
        self._read = Event()
        self._first = FirstDocument()
        self._failure: Exception | None = None
        entries = self._entries()
        # Python changes threads at each name in a folder. This comes before there is another that it could change to.
        begun = list(islice(entries, 1))
        Thread(target=self._work, args=(chain(begun, entries),), name="read ahead", daemon=True).start()

    def is_ready(self, patience: float) -> bool:
        """Whether the first document is there, now or within some seconds."""
        return self._read.wait(patience)

    def first(self) -> FirstDocument:
        """The first document, once it is read; raises what reading it raised."""
        self._read.wait()
        if self._failure is not None:
            raise self._failure
        return self._first

    def listed(self) -> Sequence[Sequence[ListedFile]]:
        """The files that had to be listed to find it, in batches."""
        self.first()
        return self._listed

    def rest(self) -> Iterator[Sequence[ListedFile]]:
        """The files that come after those, for one caller; they are listed as they are asked for."""
        self.first()
        return self._coming

    def _work(self, entries: Iterable[Entry]) -> None:
        try:
            self._first = first_document(self._library, entries)
        except Exception as error:  # noqa: BLE001 - whatever it is, whoever asks for the answer shall have it
            self._failure = error
        finally:
            self._read.set()
        if self._first.document is not None:
            # The annotations are soon looked up by the text's hash, by a thread that should not wait for it.
            _ = self._first.document.sha256

    def _entries(self) -> Iterator[Entry]:
        for files in self._coming:
            self._listed.append(files)
            yield from (Entry(file.path) for file in files if file.problem is None)


def first_document(library: Library, entries: Iterable[Entry]) -> FirstDocument:
    """The first of some entries that can be read, with its document."""
    problem = ""
    for entry in entries:
        try:
            return FirstDocument(entry, library.read(entry))
        except UnreadableDocumentError as error:
            problem = problem or f"{entry.name} {error}"
    return FirstDocument(problem=problem)
